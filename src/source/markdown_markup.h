// munjip's own additions to Markdown, written as HTML: attributes of a passage
// (`[漢字]{ruby=한자}`), the short form of ruby (`{漢字|한자}`), references by title (`[@제목]`).
// The forms are those of Pandoc where it has them. Line numbers stay.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace munjip {

// `{.class #id key=value key="value"}`
struct MarkdownAttributes {
  std::vector<std::string> classes;
  std::string id;
  std::vector<std::pair<std::string, std::string>> values;
  std::size_t length = 0;  // of what was read, braces included
  std::string_view value(std::string_view key) const;
};
// Of the list that `text` begins with; nothing where it is none.
std::optional<MarkdownAttributes> read_attributes(std::string_view text);

// ` name="value"` with the value escaped; empty where there is none.
std::string tag_attribute(std::string_view name, std::string_view value);

// What begins at line[at] as Markdown with HTML, and where it ends.
struct RewrittenMarkup {
  std::string text;
  std::size_t end = 0;
};
std::optional<RewrittenMarkup> rewrite_markup(std::string_view line, std::size_t at, int depth = 0);

// A line of a quotation that names its source begins on a line of its own in the book too.
std::string with_credit_apart(std::string_view line, bool in_division);

}  // namespace munjip
