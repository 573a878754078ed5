// The tags of site generators within Markdown: Liquid's `{{ ... }}` and `{% ... %}` (Jekyll, Hexo),
// and shortcodes `{{< ... >}}` and `{{% ... %}}` (Hugo). Where they stand; what they say is told by
// markdown_tag_meaning.h.
#pragma once

#include <array>
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace munjip {

enum class TagSyntax { output, liquid, shortcode };

struct SiteTag {
  TagSyntax syntax = TagSyntax::liquid;
  std::string_view whole;
  std::string_view name;  // the first word; of an output, all of it
  std::string_view rest;  // what stands behind the name, trimmed
};

// The tags of one line or text. Ask from left to right: then the time is linear.
class SiteTags {
 public:
  explicit SiteTags(std::string_view text) : text_(text) {}
  // The tag that begins at text[at], if one does.
  std::optional<SiteTag> at(std::size_t at);

 private:
  std::size_t find_close(std::size_t kind, std::size_t from);

  std::string_view text_;
  struct Close {
    std::size_t asked_from = std::string_view::npos, found = 0;
  };
  std::array<Close, 4> closes_;  // by kind of tag: the last search for its end
};

// Tags that go over several lines (at most 20 of them, without an empty one), on the first of their
// lines; the others become empty, so that line numbers stay. Code between fences stays.
std::string with_tags_on_one_line(std::string_view markdown);

// The value of `name="..."` among the arguments of a tag; empty where missing.
std::string_view tag_argument(std::string_view arguments, std::string_view name);
// Of the first of these that has one.
std::string_view tag_argument(std::string_view arguments,
                              std::initializer_list<std::string_view> names);
// The arguments that have no name, without their quotation marks.
std::vector<std::string_view> unnamed_arguments(std::string_view arguments);

std::string_view first_word(std::string_view text);

// `{{< tip >}}` of `{{</* tip */>}}`, by which Hugo shows a shortcode instead of following it.
std::optional<std::string> shown_shortcode(const SiteTag& tag);

// Before HTML that stands for a line: a comment makes a block of HTML that ends on its own line
// (CommonMark 0.30, 4.6, kind 2), so that the next line is Markdown again.
inline constexpr std::string_view kOwnLine = "<!-- -->";

// What shows a page within the page (a film, an example of code), on a line of its own.
std::string embed_html(std::string_view address);

}  // namespace munjip
