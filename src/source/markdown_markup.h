// munjip's own additions to Markdown, written as HTML: fenced divisions (`::: {.verse}` ... `:::`),
// attributes of a passage (`[漢字]{ruby=한자}`), the short form of ruby (`{漢字|한자}`), references
// by title (`[@제목]`). The forms are those of Pandoc where it has them. Line numbers stay.
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

// The lines that open and close divisions. Lines of a division that nothing closes stay open up to
// the end of the text, as HTML has it.
class FencedDivs {
 public:
  // `line` as HTML, where it is such a line; nothing where it is not.
  std::optional<std::string> rewritten(std::string_view line, std::uint32_t number);
  bool is_open() const { return !open_.empty(); }
  // Where the innermost open one begins.
  std::uint32_t open_since() const { return open_.back().line; }

 private:
  struct Div {
    std::uint32_t line = 0;
    bool is_known = true;  // else both of its lines are text
  };
  std::vector<Div> open_;
};

// What begins at line[at] as Markdown with HTML, and where it ends.
struct RewrittenMarkup {
  std::string text;
  std::size_t end = 0;
};
std::optional<RewrittenMarkup> rewrite_markup(std::string_view line, std::size_t at, int depth = 0);

// A line of a quotation that names its source begins on a line of its own in the book too.
std::string with_credit_apart(std::string_view line, bool in_division);

}  // namespace munjip
