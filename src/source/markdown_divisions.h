// Fenced divisions of Markdown: munjip's own (`::: {.verse}` ... `:::`, `::: 시`), which are
// Pandoc's, and the containers of VuePress and its like (`::: tip Title`, `:::note[Title]`, `:::
// details`).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace munjip {

// The lines that open and close divisions. Lines of a division that nothing closes stay open up to
// the end of the text, as HTML has it.
class FencedDivs {
 public:
  // `markdown` is the whole text, whose lines are numbered from `first_line` on.
  FencedDivs(std::string_view markdown, std::uint32_t first_line);
  // `line` as HTML, where it is such a line; nothing where it is not.
  std::optional<std::string> rewritten(std::string_view line, std::uint32_t number);
  bool is_open() const { return !open_.empty(); }
  // Where the innermost open one begins.
  std::uint32_t open_since() const { return open_.back().line; }

 private:
  struct Div {
    std::uint32_t line = 0;
    std::string closes;  // HTML; empty where both of its lines are text
  };
  std::optional<std::string> opened(std::string_view rest, std::uint32_t number);

  std::vector<Div> open_;
  std::uint32_t last_close_ = 0;  // the last line of colons alone
};

// Obsidian's call-outs: `> [!tip]- Title` with the title marked as one (`[!tip=] Title<br>`), which
// the reader of HTML knows; GitHub's have none. Kinds that munjip does not know are plain ones.
std::optional<std::string> callout_line(std::string_view line);

}  // namespace munjip
