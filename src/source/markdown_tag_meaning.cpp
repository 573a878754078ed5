#include "source/markdown_tag_meaning.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>

#include "base/ascii.h"
#include "base/xml_escape.h"
#include "book/role.h"
#include "source/named_link.h"
#include "source/shortcode_html.h"

namespace munjip {

namespace {

using Is = TagMeaning::Is;
using Names = std::initializer_list<std::string_view>;

bool is_one_of(std::string_view name, Names names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool has_any(std::string_view name, Names parts) {
  return std::any_of(parts.begin(), parts.end(), [&](std::string_view part) {
    return name.find(part) != std::string_view::npos;
  });
}

std::string_view without_quotes(std::string_view text) {
  text = trim_ascii(text);
  const bool is_quoted = text.size() >= 2 && (text.front() == '"' || text.front() == '\'') &&
                         text.back() == text.front();
  return is_quoted ? text.substr(1, text.size() - 2) : text;
}

// The argument of one of these names, else the first that has no name.
std::string_view named_or_first(std::string_view arguments, Names names) {
  const std::string_view named = tag_argument(arguments, names);
  if (!named.empty()) return named;
  const auto unnamed = unnamed_arguments(arguments);
  return unnamed.empty() ? std::string_view() : unnamed.front();
}

std::string after_colon(std::string_view arguments, std::string_view name) {
  const std::size_t at = arguments.find(name);
  return at == std::string_view::npos ? std::string()
                                      : std::string(first_word(arguments.substr(at + name.size())));
}

// ---- words ----

bool is_prose(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    return c == ' ' || (static_cast<unsigned char>(c) & 0x80) != 0;
  });
}

// What a box or another part of the site's own would show of the author's words.
std::string words_of(const SiteTag& tag) {
  std::string words;
  const auto add = [&](std::string_view value) {
    if (!value.empty()) words.append(words.empty() ? "" : "<br>").append(value);
  };
  for (const std::string_view name :
       {"title", "header", "summary", "label", "caption", "content", "text", "description",
        "message", "quote", "author", "name"}) {
    const std::string_view value = tag_argument(tag.rest, name);
    if (name == "content" || name == "label" || is_prose(value)) add(value);
  }
  const bool has_file = has_any(tag.name, {"include", "render", "partial"});
  const auto unnamed = unnamed_arguments(tag.rest);
  for (const std::string_view value : std::span(unnamed).subspan(has_file && !unnamed.empty())) {
    if (is_prose(value)) add(value);
  }
  return words;
}

TagMeaning lost(const SiteTag& tag) {
  return {Is::lost, words_of(tag)};
}

// ---- pictures and what is played ----

TagMeaning figure(std::string_view source, std::string_view alt, std::string_view caption) {
  return {Is::block, attachment_html({.address = std::string(source),
                                      .title = {},
                                      .alt = std::string(alt),
                                      .caption = xml_escaped(caption)})};
}

// Hugo's `{{< figure src="a.png" caption="..." >}}` as the HTML that Hugo makes of it, and the
// includes of Jekyll's themes that are like it (`{% include figure.html image_path=... %}`).
std::optional<TagMeaning> called_figure(std::string_view arguments) {
  const std::string_view source =
      tag_argument(arguments, {"src", "image_path", "url", "path", "file", "image", "link"});
  if (source.empty()) return std::nullopt;
  return figure(source, tag_argument(arguments, "alt"),
                tag_argument(arguments, {"caption", "title"}));
}

bool is_size(std::string_view word) {
  return !word.empty() && word.find_first_not_of("0123456789px%") == std::string_view::npos;
}

// Hexo's `{% img [classes] /a.png [width] [height] '"title" "alt"' %}`, `{% asset_img ... %}`.
std::optional<TagMeaning> placed_picture(std::string_view rest) {
  std::string_view source;
  while (!rest.empty() && source.empty()) {
    const std::string_view word = first_word(rest);
    rest = trim_ascii(rest.substr(word.size()));
    if (word.find_first_of("./") != std::string_view::npos) source = without_quotes(word);
  }
  if (source.empty()) return std::nullopt;
  while (is_size(first_word(rest))) rest = trim_ascii(rest.substr(first_word(rest).size()));
  std::string_view title = without_quotes(rest);
  if (title.starts_with('"')) title = title.substr(1, title.find('"', 1) - 1);
  return figure(source, {}, title);
}

TagMeaning embed(std::string_view address) {
  return {Is::block, "<iframe src=\"" + xml_escaped(address) + "\"></iframe>"};
}

struct Player {
  std::string_view name, address;  // `address` stands before the id
};
constexpr std::array<Player, 14> kPlayers = {{{"youtube", "https://www.youtube.com/embed/"},
                                              {"youtuber", "https://www.youtube.com/embed/"},
                                              {"vimeo", "https://vimeo.com/"},
                                              {"bilibili", "https://www.bilibili.com/video/"},
                                              {"gist", "https://gist.github.com/"},
                                              {"codepen", "https://codepen.io/"},
                                              {"jsfiddle", "https://jsfiddle.net/"},
                                              {"codesandbox", "https://codesandbox.io/embed/"},
                                              {"twitter", "https://twitter.com/i/status/"},
                                              {"tweet", "https://twitter.com/i/status/"},
                                              {"x", "https://twitter.com/i/status/"},
                                              {"instagram", "https://www.instagram.com/p/"},
                                              {"spotify", "https://open.spotify.com/"},
                                              {"iframe", ""}}};

// Films, posts and examples of code that other sites show.
std::optional<TagMeaning> played(std::string_view name, std::string_view arguments) {
  constexpr std::string_view kSimple = "_simple";  // Hugo's, which need no script
  if (name.ends_with(kSimple)) name.remove_suffix(kSimple.size());
  const auto* player = std::find_if(kPlayers.begin(), kPlayers.end(),
                                    [&](const Player& one) { return one.name == name; });
  if (player == kPlayers.end()) return std::nullopt;
  std::string id(named_or_first(arguments, {"id", "src", "url", "video"}));
  if (id.empty() || id.find_first_of("<>\" ") != std::string::npos) return std::nullopt;
  // `{{< gist user id >}}`
  const auto unnamed = unnamed_arguments(arguments);
  if (name == "gist" && unnamed.size() > 1) id.append("/").append(unnamed[1]);
  return embed(id.find("//") == std::string::npos ? std::string(player->address) + id : id);
}

// ---- links ----

TagMeaning link_to(std::string_view words, std::string_view address) {
  return {Is::text, "[" + std::string(words) + "](<" + std::string(address) + ">)"};
}

// Hexo's `{% post_link name [words] %}`; without words it shows the post's title.
TagMeaning post_link(std::string_view rest) {
  const std::string_view name = first_word(rest);
  const std::string_view words = without_quotes(rest.substr(name.size()));
  const std::string address = post_address(without_quotes(name));
  if (!words.empty()) return link_to(words, address);
  return {Is::text, "<span data-munjip-title=\"1\">[](" + address + ")</span>"};
}

// Jekyll's `{% link _posts/a.md %}` is an address, Hexo's `{% link words address %}` a link.
TagMeaning link(std::string_view rest) {
  const std::size_t at = rest.find("//");
  const std::size_t before = rest.substr(0, at).find_last_of(" \t");
  if (at == std::string_view::npos || before == std::string_view::npos) {
    return {Is::text, post_address(without_quotes(first_word(rest)))};
  }
  return link_to(without_quotes(rest.substr(0, before)), first_word(rest.substr(before)));
}

// NexT's `{% button address, words, icon %}`.
TagMeaning button(const SiteTag& tag) {
  const std::string_view address = tag_argument(tag.rest, {"href", "url", "link", "relref"});
  if (!address.empty()) {
    return {Is::opens, "<a href=\"" + xml_escaped(address) + "\">", "</a>"};
  }
  const std::size_t comma = tag.rest.find(',');
  if (comma == std::string_view::npos) return lost(tag);
  const std::string_view words = tag.rest.substr(comma + 1);
  return link_to(trim_ascii(words.substr(0, words.find(','))),
                 trim_ascii(tag.rest.substr(0, comma)));
}

// ---- passages ----

std::string division(std::string_view role, std::string_view title) {
  std::string html = "<div data-munjip-role=\"" + xml_escaped(role) + "\"";
  if (!title.empty()) html += " data-munjip-title=\"" + xml_escaped(title) + "\"";
  return html + ">";
}

bool is_callout_name(std::string_view name) {
  const auto role = role_named(name);
  return role && is_callout(*role);
}

// `{{% notice tip "제목" %}}`, `{{< hint warning >}}`, `{% note info 제목 %}`, `{{< tip >}}`.
std::optional<TagMeaning> callout(const SiteTag& tag) {
  const bool is_box = is_one_of(tag.name, {"notice", "admonition", "callout", "alert", "hint",
                                           "note", "message", "box", "info-box", "subnote"});
  if (!is_box && !is_callout_name(tag.name)) return std::nullopt;
  std::string_view role = is_callout_name(tag.name) ? tag.name : "callout";
  std::string title(tag_argument(tag.rest, {"title", "header", "heading"}));
  const std::string_view named =
      tag_argument(tag.rest, {"type", "kind", "style", "color", "context"});
  if (is_callout_name(named)) role = named;
  bool is_first = true;
  for (const std::string_view word : unnamed_arguments(tag.rest)) {
    const bool is_kind = is_first && !is_prose(word);
    is_first = false;
    if (is_kind && is_callout_name(word)) role = word;
    // A colour, or how it folds.
    if (is_kind || is_one_of(word, {"no-icon", "open", "closed", "true", "false"})) continue;
    title.append(title.empty() ? "" : " ").append(word);
  }
  return TagMeaning{Is::opens, division(role, title), "</div>"};
}

// Hexo's `{% blockquote author[, source] [address] [title] %}`, Hugo themes' `{{< quote author=
// >}}`.
TagMeaning quotation(const SiteTag& tag) {
  std::string credit(tag_argument(tag.rest, {"author", "cite", "by"}));
  const std::string_view source = tag_argument(tag.rest, {"source", "title", "book"});
  if (!source.empty()) credit.append(credit.empty() ? "" : ", ").append(source);
  if (credit.empty() && tag.rest.find('=') == std::string_view::npos) {
    credit = without_quotes(tag.rest);
    // Of a shortcode a word alone is a kind of quotation: `{{% quote warn %}}`.
    if (tag.syntax == TagSyntax::shortcode && !is_prose(credit)) credit.clear();
  }
  std::string closes = "</blockquote>";
  if (!credit.empty()) closes = "<p>— " + xml_escaped(credit) + "</p>" + closes;
  return {Is::opens, "<blockquote>", std::move(closes)};
}

// A page of several that lie on each other: its name stands above it.
TagMeaning tab(const SiteTag& tag) {
  const std::string_view name = named_or_first(tag.rest, {"name", "title", "header", "label"});
  return {Is::opens, "<div><p><strong>" + xml_escaped(name) + "</strong></p>", "</div>"};
}

TagMeaning folded(const SiteTag& tag) {
  std::string summary(tag_argument(tag.rest, {"summary", "title", "label", "header", "text"}));
  if (summary.empty()) {
    for (const std::string_view word : unnamed_arguments(tag.rest)) {
      summary.append(summary.empty() ? "" : " ").append(word);
    }
  }
  return {Is::opens, "<details><summary>" + xml_escaped(summary) + "</summary>", "</details>"};
}

// Passages that both kinds of tags know.
std::optional<TagMeaning> passage(const SiteTag& tag) {
  if (is_one_of(tag.name, {"blockquote", "quote", "epigraph"})) return quotation(tag);
  if (is_one_of(tag.name, {"pullquote", "centerquote", "cq"})) {
    return TagMeaning{Is::opens, division("pull-quote", {}), "</div>"};
  }
  if (is_one_of(tag.name, {"details", "expand", "collapse", "collapsible", "fold", "folding",
                           "spoiler", "accordion", "detail-tag", "hideToggle"})) {
    return folded(tag);
  }
  if (is_one_of(tag.name, {"tab", "tabitem"}) && !tag.rest.empty()) return tab(tag);
  return callout(tag);
}

// ---- kinds of tags ----

// `{{ site.url }}` and the like stand before paths and are empty here: pictures are looked for from
// the book's folder. `{{ "/a.png" | relative_url }}` is the path. Any other output is a variable of
// the site or text about Liquid: it stays.
TagMeaning liquid_output(const SiteTag& tag) {
  const std::string_view value = trim_ascii(tag.name.substr(0, tag.name.find('|')));
  if (is_one_of(value, {"site.url", "site.baseurl", "site.github.url", "site.root", "base_path",
                        "BASE_PATH"})) {
    return {Is::nothing, {}};
  }
  if (is_one_of(value, {"content", "toc"})) return {Is::nothing, {}};
  const bool is_string = value.size() >= 2 && (value.front() == '"' || value.front() == '\'');
  const bool is_address = has_any(tag.name, {"_url", "site.baseurl"});
  if (is_string && is_address) return {Is::text, std::string(without_quotes(value))};
  // Hugo's comment.
  if (value.starts_with("/*") && value.ends_with("*/")) return {Is::nothing, {}};
  return {Is::text, std::string(tag.whole)};
}

TagMeaning liquid_include(const SiteTag& tag) {
  const std::string_view file = first_word(tag.rest);
  const std::string_view arguments = trim_ascii(tag.rest.substr(file.size()));
  if (has_any(file, {"youtube", "video"})) {
    const std::string_view provider = tag_argument(arguments, "provider");
    const auto film = played(provider.empty() ? "youtube" : provider, arguments);
    if (film && !tag_argument(arguments, {"id", "src", "url"}).empty()) return *film;
  } else if (has_any(file, {"figure", "image", "img"})) {
    if (auto picture = called_figure(arguments)) return *picture;
  } else if (has_any(file, {"toc", "adsense", "advert", "ads.", "ad-", "comment", "disqus", "share",
                            "analytics", "head", "foot", "script", "mathjax", "katex", "style"})) {
    return {Is::nothing, {}};
  }
  return lost(tag);
}

TagMeaning liquid_tag(const SiteTag& tag) {
  const std::string_view name = tag.name;
  if (name.starts_with("end")) return {Is::ends, std::string(name.substr(3))};
  if (name == "raw" || name == "verbatim") return {Is::raw, {}};
  if (name == "comment") return {Is::comment, {}};
  if (name == "highlight" || name == "prism") return {Is::code, std::string(first_word(tag.rest))};
  if (name == "codeblock" || name == "code") return {Is::code, after_colon(tag.rest, "lang:")};
  if (name == "post_url") return {Is::text, post_address(without_quotes(tag.rest))};
  if (name == "post_link") return post_link(tag.rest);
  if (name == "link") return link(tag.rest);
  if (name == "asset_path") return {Is::text, std::string(without_quotes(tag.rest))};
  if (name == "asset_link") {
    const std::string_view file = first_word(tag.rest);
    return link_to(without_quotes(tag.rest.substr(file.size())), file);
  }
  if (name == "label") {
    const std::size_t at = tag.rest.find('@');
    return {Is::text, std::string(trim_ascii(tag.rest.substr(at == tag.rest.npos ? 0 : at + 1)))};
  }
  if (is_one_of(name, {"button", "btn"})) return button(tag);
  if (is_one_of(name, {"img", "asset_img", "image", "picture", "fancybox"})) {
    if (auto picture = placed_picture(tag.rest)) return *picture;
  }
  if (has_any(name, {"include", "render"})) return liquid_include(tag);
  if (auto film = played(name, tag.rest)) return *film;
  if (auto one = passage(tag)) return *one;
  // What they hold is shown once.
  if (is_one_of(name, {"if", "unless", "elsif", "else", "case", "when", "assign", "capture",
                       "break", "continue", "increment", "decrement", "toc", "more", "tabs", "gp",
                       "group_picture", "gallery", "grid"})) {
    return {Is::nothing, {}};
  }
  return lost(tag);
}

TagMeaning shortcode(const SiteTag& tag) {
  std::string_view name = tag.name;
  if (const auto shown = shown_shortcode(tag)) return {Is::text, xml_escaped(*shown)};
  if (name.starts_with('/')) {
    name.remove_prefix(1);
    return {Is::ends, std::string(name.empty() ? first_word(tag.rest) : name)};
  }
  if (name == "highlight" || name == "code") {
    return {Is::code, std::string(named_or_first(tag.rest, {"lang", "language"}))};
  }
  if (is_one_of(name, {"mermaid", "plantuml", "latex", "math", "katex"})) {
    return {Is::code, std::string(has_any(name, {"math", "katex", "latex"}) ? "tex" : name)};
  }
  if (name == "ref" || name == "relref") {
    return {Is::text, post_address(named_or_first(tag.rest, {"path"}))};
  }
  if (is_one_of(name, {"button", "btn"})) return button(tag);
  if (has_any(name, {"figure", "img", "image", "picture"})) {
    if (auto picture = called_figure(tag.rest)) return *picture;
    if (auto picture = placed_picture(tag.rest)) return *picture;
  }
  if (auto film = played(name, tag.rest)) return *film;
  if (auto one = passage(tag)) return *one;
  if (is_one_of(name, {"toc", "rawhtml", "html", "center", "columns", "column", "tabs", "tabpane",
                       "steps", "row", "col", "div", "section", "more"})) {
    return {Is::nothing, {}};
  }
  return lost(tag);
}

}  // namespace

TagMeaning meaning_of(const SiteTag& tag) {
  switch (tag.syntax) {
    case TagSyntax::output:
      return liquid_output(tag);
    case TagSyntax::liquid:
      return liquid_tag(tag);
    case TagSyntax::shortcode:
      return shortcode(tag);
  }
  return {};
}

std::string shown_name(const SiteTag& tag) {
  std::string name(tag.name);
  if (has_any(tag.name, {"include", "render", "partial"})) {
    name.append(" ").append(first_word(tag.rest));
  }
  return tag.syntax == TagSyntax::shortcode ? "{{< " + name + " >}}" : "{% " + name + " %}";
}

}  // namespace munjip
