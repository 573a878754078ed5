#include "source/velog_markdown.h"

#include <algorithm>
#include <array>

#include "source/body_markup.h"
#include "source/markup_text.h"

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
std::string embed_html(std::string_view line) {
  line = trim_ascii(line);
  if (!line.starts_with('!') || !line.ends_with(']')) return {};
  for (const Embed& embed : kEmbeds) {
    if (!line.starts_with(embed.mark)) continue;
    const std::string_view id = line.substr(embed.mark.size(), line.size() - embed.mark.size() - 1);
    if (id.empty() || id.find_first_of("[] <>\"") != std::string_view::npos) return {};
    const std::string address =
        id.starts_with("http") ? std::string(id) : std::string(embed.address).append(id);
    return "<div><iframe src=\"" + escaped_html(address) + "\"></iframe></div>";
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
  std::string fence;
  while (!markdown.empty()) {
    const std::size_t end = std::min(markdown.find('\n'), markdown.size() - 1) + 1;
    const std::string_view line = markdown.substr(0, end);
    markdown.remove_prefix(end);
    const std::string_view start = trim_ascii(line).substr(0, 3);
    if (start == "```" || start == "~~~") {
      if (fence.empty()) {
        fence = start;
      } else if (fence == start) {
        fence.clear();
      }
    }
    // HTML goes on to an empty line: what follows without one must stay Markdown.
    const bool stands_alone = markdown.empty() || markdown.front() == '\n';
    const std::string html = fence.empty() && stands_alone ? embed_html(line) : std::string();
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
