#include "source/velog_markdown.h"

#include <algorithm>
#include <array>

#include "source/markdown_fences.h"
#include "source/markdown_tags.h"

namespace munjip {

namespace {

// `title`, `description`, `date` with milliseconds, `tags`, in this order, and nothing else.
bool begins_as_backup(std::string_view markdown) {
  constexpr std::array<std::string_view, 6> kLines = {"---",    "title: \"", "description: \"",
                                                      "date: ", "tags: [",   "---"};
  for (const std::string_view expected : kLines) {
    const std::size_t end = std::min(markdown.find('\n'), markdown.size());
    const std::string_view line = trim_ascii(markdown.substr(0, end));
    if (!line.starts_with(expected)) return false;
    if (expected == "date: " && !line.ends_with('Z')) return false;
    markdown.remove_prefix(std::min(end + 1, markdown.size()));
  }
  return true;
}

struct Embed {
  std::string_view mark, address;
};
constexpr std::array<Embed, 5> kEmbeds = {{{"!youtube[", "https://www.youtube.com/embed/"},
                                           {"!codesandbox[", "https://codesandbox.io/embed/"},
                                           {"!codepen[", "https://codepen.io/"},
                                           {"!jsfiddle[", "https://jsfiddle.net/"},
                                           {"!twitter[", "https://twitter.com/"}}};

// Empty where the line is no embed.
std::string embed_in(std::string_view line) {
  line = trim_ascii(line);
  if (!line.starts_with('!') || !line.ends_with(']')) return {};
  for (const Embed& embed : kEmbeds) {
    if (!line.starts_with(embed.mark)) continue;
    const std::string_view id = line.substr(embed.mark.size(), line.size() - embed.mark.size() - 1);
    if (id.empty() || id.find_first_of("[] <>\"") != std::string_view::npos) return {};
    const std::string address =
        id.starts_with("http") ? std::string(id) : std::string(embed.address).append(id);
    return embed_html(address);
  }
  return {};
}

}  // namespace

bool is_velog_markdown(std::string_view markdown) {
  constexpr std::array<std::string_view, 4> kServers = {
      "](https://velog.velcdn.com/", "](https://images.velog.io/", "](https://media.vlpt.us/",
      "](https://cdn.velog.io/"};
  return begins_as_backup(markdown) ||
         std::any_of(kServers.begin(), kServers.end(), [&](std::string_view server) {
           return markdown.find(server) != std::string_view::npos;
         });
}

std::string with_velog_embeds(std::string_view markdown) {
  std::string out;
  out.reserve(markdown.size());
  Fences fences;
  while (!markdown.empty()) {
    const std::size_t end = std::min(markdown.find('\n'), markdown.size() - 1) + 1;
    const std::string_view line = markdown.substr(0, end);
    markdown.remove_prefix(end);
    const std::string html = fences.covers(line) ? std::string() : embed_in(line);
    if (html.empty()) {
      out += line;
    } else {
      out += html;
      if (line.ends_with('\n')) out += '\n';
    }
  }
  return out;
}

}  // namespace munjip
