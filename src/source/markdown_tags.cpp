#include "source/markdown_tags.h"

#include <algorithm>
#include <initializer_list>

#include "base/xml_escape.h"
#include "source/html_tree.h"
#include "source/shortcode_html.h"

namespace munjip {

std::string_view first_word(std::string_view text) {
  text = trim_ascii(text);
  return text.substr(0, text.find_first_of(" \t"));
}

std::string embed_html(std::string_view address) {
  return std::string(kOwnLine) + "<iframe src=\"" + xml_escaped(address) + "\"></iframe>";
}

namespace {

// A longer one is no tag: the search for its end must not go through the whole of a long line.
constexpr std::size_t kMaxTag = 4096;

std::string_view without_quotes(std::string_view text) {
  text = trim_ascii(text);
  const bool is_quoted = text.size() >= 2 && (text.front() == '"' || text.front() == '\'') &&
                         text.back() == text.front();
  return is_quoted ? text.substr(1, text.size() - 2) : text;
}

// The value of `name="..."` in a shortcode; empty where missing.
std::string_view argument(std::string_view call, std::string_view name) {
  for (std::size_t at = call.find(name); at != std::string_view::npos;
       at = call.find(name, at + 1)) {
    const std::size_t equals = at + name.size();
    const bool starts = at > 0 && (call[at - 1] == ' ' || call[at - 1] == '\t');
    if (!starts || equals + 1 >= call.size() || call[equals] != '=') continue;
    const char quote = call[equals + 1];
    if (quote != '"' && quote != '\'') return first_word(call.substr(equals + 1));
    const std::size_t end = call.find(quote, equals + 2);
    return call.substr(equals + 2, end == std::string_view::npos ? end : end - equals - 2);
  }
  return {};
}

std::string figure_html(std::string_view source, std::string_view alt, std::string_view caption) {
  return std::string(kOwnLine) + attachment_html({.address = std::string(source),
                                                  .title = {},
                                                  .alt = std::string(alt),
                                                  .caption = xml_escaped(caption)});
}

std::string_view first_argument(std::string_view call,
                                std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    if (const std::string_view value = argument(call, name); !value.empty()) return value;
  }
  return {};
}

// Hugo's `{{< figure src="a.png" caption="..." >}}` as the HTML that Hugo makes of it, and the
// includes of Jekyll's themes that are like it (`{% include figure.html image_path=... %}`).
std::optional<std::string> called_figure(std::string_view call) {
  const std::string_view source =
      first_argument(call, {"src", "image_path", "url", "path", "file"});
  if (source.empty()) return std::nullopt;
  return figure_html(source, argument(call, "alt"), first_argument(call, {"caption", "title"}));
}

// Hexo's `{% img [classes] /a.png [width] [height] '"title" "alt"' %}`, `{% asset_img ... %}`.
std::optional<std::string> hexo_picture(std::string_view rest) {
  std::string_view source;
  while (!rest.empty()) {
    const std::string_view word = first_word(rest);
    rest = trim_ascii(rest.substr(word.size()));
    if (word.find_first_of("./") == std::string_view::npos) continue;
    source = word;
    break;
  }
  if (source.empty()) return std::nullopt;
  while (!rest.empty() &&
         first_word(rest).find_first_not_of("0123456789px%") == std::string_view::npos) {
    rest = trim_ascii(rest.substr(first_word(rest).size()));
  }
  std::string_view title = without_quotes(rest);
  if (title.starts_with('"')) title = title.substr(1, title.find('"', 1) - 1);
  return figure_html(without_quotes(source), {}, title);
}

// What a box or another part of the site's own would show of the author's words.
std::string words_of(std::string_view call) {
  std::string words;
  for (const std::string_view name : {"title", "caption", "content", "text"}) {
    const std::string_view value = argument(call, name);
    const bool is_prose = name == "content" || std::any_of(value.begin(), value.end(), [](char c) {
                            return (static_cast<unsigned char>(c) & 0x80) != 0;
                          });
    if (value.empty() || !is_prose) continue;
    words.append(words.empty() ? "" : "<br>").append(value);
  }
  return words;
}

std::string video_html(std::string_view id) {
  return embed_html("https://www.youtube.com/embed/" + std::string(id));
}

// `{{ site.url }}` and the like stand before paths and are empty here: pictures are looked for from
// the book's folder. `{{ "/a.png" | relative_url }}` is the path. Any other output is a variable of
// the site or text about Liquid: it stays.
std::optional<std::string> liquid_output(std::string_view inside, std::string_view whole) {
  inside = trim_ascii(inside);
  const std::string_view value = trim_ascii(inside.substr(0, inside.find('|')));
  for (const std::string_view name :
       {"site.url", "site.baseurl", "site.github.url", "site.root", "base_path", "BASE_PATH"}) {
    if (value == name) return "";
  }
  const bool is_string = value.size() >= 2 && (value.front() == '"' || value.front() == '\'');
  if (is_string && inside.find("_url") != std::string_view::npos) {
    return std::string(without_quotes(value));
  }
  if (is_string && inside.find("site.baseurl") != std::string_view::npos) {
    return std::string(without_quotes(value));
  }
  return std::string(whole);
}

// Hexo's `{% codeblock [title] [lang:js] [address] %}`: its language.
std::string_view codeblock_language(std::string_view rest) {
  const std::size_t at = rest.find("lang:");
  return at == std::string_view::npos ? std::string_view() : first_word(rest.substr(at + 5));
}

std::optional<std::string> liquid_include(std::string_view rest) {
  const std::string_view file = first_word(rest);
  const auto is_named = [&](std::string_view part) {
    return file.find(part) != std::string_view::npos;
  };
  if (is_named("youtube") || is_named("video")) {
    const std::string_view provider = argument(rest, "provider");
    const std::string_view id = argument(rest, "id");
    if (!id.empty() && (provider.empty() || provider == "youtube")) return video_html(id);
  } else if (is_named("figure") || is_named("image") || is_named("img")) {
    return called_figure(rest);
  }
  return std::nullopt;
}

std::optional<std::string> liquid_tag(std::string_view inside) {
  const std::string_view name = first_word(inside);
  const std::string_view rest = trim_ascii(trim_ascii(inside).substr(name.size()));
  if (name == "highlight") return std::string(kTaggedCodeFence) + std::string(first_word(rest));
  if (name == "codeblock") {
    return std::string(kTaggedCodeFence) + std::string(codeblock_language(rest));
  }
  if (name == "raw" || name == "endraw") return "";
  if (name == "link" || name == "post_url" || name == "asset_path") return std::string(rest);
  if (name == "youtube") return video_html(without_quotes(rest));
  if (name == "asset_img" || name == "img") return hexo_picture(rest);
  if (name == "include") return liquid_include(rest);
  return std::nullopt;
}

std::optional<std::string> shortcode(std::string_view inside) {
  const std::string_view name = first_word(inside);
  const std::string_view rest = trim_ascii(trim_ascii(inside).substr(name.size()));
  if (name == "figure") return called_figure(inside);
  if (name == "youtube") {
    return video_html(argument(inside, "id").empty() ? without_quotes(first_word(rest))
                                                     : argument(inside, "id"));
  }
  if (name == "highlight") return std::string(kTaggedCodeFence) + std::string(first_word(rest));
  if (name == "ref" || name == "relref") return std::string(without_quotes(rest));
  return std::nullopt;
}

}  // namespace

std::optional<MarkdownTag> markdown_tag_at(std::string_view line, std::size_t at) {
  struct Kind {
    std::string_view open, close;
  };
  constexpr Kind kKinds[] = {{"{{<", ">}}"}, {"{{%", "%}}"}, {"{{", "}}"}, {"{%", "%}"}};
  const std::string_view rest = line.substr(at, kMaxTag);
  for (const Kind& kind : kKinds) {
    if (!rest.starts_with(kind.open)) continue;
    const std::size_t end = rest.find(kind.close, kind.open.size());
    if (end == std::string_view::npos) return std::nullopt;
    std::string_view inside = rest.substr(kind.open.size(), end - kind.open.size());
    if (inside.starts_with('-')) inside.remove_prefix(1);  // Liquid's white space control
    if (inside.ends_with('-')) inside.remove_suffix(1);
    const std::string_view whole = rest.substr(0, end + kind.close.size());
    MarkdownTag tag{at + whole.size(), std::nullopt, {}};
    if (kind.open == "{{") {
      tag.replacement = liquid_output(inside, whole);
    } else if (kind.open == "{%") {
      tag.replacement = liquid_tag(inside);
    } else {
      tag.replacement = shortcode(inside);
    }
    if (!tag.replacement) tag.words = words_of(inside);
    return tag;
  }
  return std::nullopt;
}

}  // namespace munjip
