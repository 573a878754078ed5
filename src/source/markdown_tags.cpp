#include "source/markdown_tags.h"

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

// Hugo's `{{< figure src="a.png" caption="..." >}}` as the HTML that Hugo makes of it, and the
// includes of Jekyll's themes that are like it.
std::string called_figure(std::string_view call, std::string_view source) {
  const std::string_view caption = argument(call, "caption");
  return figure_html(source, argument(call, "alt"),
                     caption.empty() ? argument(call, "title") : caption);
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

// Jekyll's `{% include figure.html src="a.png" caption="..." %}`: the picture's address.
std::string_view included_picture(std::string_view call) {
  const std::string_view file = first_word(call);
  const bool is_picture = file.find("figure") != std::string_view::npos ||
                          file.find("image") != std::string_view::npos ||
                          file.find("img") != std::string_view::npos;
  if (!is_picture) return {};
  for (const std::string_view name : {"src", "image_path", "url", "path", "file"}) {
    if (const std::string_view value = argument(call, name); !value.empty()) return value;
  }
  return {};
}

// Hexo's `{% asset_img [class] a.png [words] %}` and `{% img [class] a.png %}`: its first word with
// a full stop is the file.
std::string hexo_picture(std::string_view call) {
  std::string_view rest = call;
  while (!rest.empty()) {
    const std::string_view word = first_word(rest);
    rest = trim_ascii(rest);
    rest.remove_prefix(word.size());
    if (word.find('.') == std::string_view::npos) continue;
    return figure_html(word, without_quotes(rest), {});
  }
  return {};
}

std::optional<std::string> liquid_tag(std::string_view inside) {
  const std::string_view name = first_word(inside);
  const std::string_view rest = trim_ascii(trim_ascii(inside).substr(name.size()));
  if (name == "highlight") return std::string(kTaggedCodeFence) + std::string(first_word(rest));
  if (name == "raw" || name == "endraw") return "";
  if (name == "link" || name == "post_url" || name == "asset_path") return std::string(rest);
  if (name == "youtube") return video_html(without_quotes(rest));
  if (name == "asset_img" || name == "img") {
    if (std::string picture = hexo_picture(rest); !picture.empty()) return picture;
  }
  if (name == "include") {
    if (const std::string_view source = included_picture(rest); !source.empty()) {
      return called_figure(rest, source);
    }
  }
  if (name == "include" && rest.find("youtube") != std::string_view::npos &&
      !argument(rest, "id").empty()) {
    return video_html(argument(rest, "id"));
  }
  return std::nullopt;
}

std::optional<std::string> shortcode(std::string_view inside) {
  const std::string_view name = first_word(inside);
  const std::string_view rest = trim_ascii(trim_ascii(inside).substr(name.size()));
  if (name == "figure") return called_figure(inside, argument(inside, "src"));
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
    MarkdownTag tag{at + whole.size(), std::nullopt};
    if (kind.open == "{{") {
      tag.replacement = liquid_output(inside, whole);
    } else if (kind.open == "{%") {
      tag.replacement = liquid_tag(inside);
    } else {
      tag.replacement = shortcode(inside);
    }
    return tag;
  }
  return std::nullopt;
}

}  // namespace munjip
