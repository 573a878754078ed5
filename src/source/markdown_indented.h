// Passages of Markdown that stand indented below a line of their own, which CommonMark takes for
// code: the definitions of a list (`term`, `: definition`; kramdown, PHP Markdown Extra, Pandoc)
// and MkDocs' boxes (`!!! note "Title"`).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

namespace munjip {

// How a line is to be written.
struct IndentedLine {
  std::size_t taken_off = 0;  // bytes at its beginning that go
  std::string before, behind;
};

// By line, counted from 0; the last line, where a passage goes on to the end of the text, is the
// one behind the text. Linear in time.
using IndentedLines = std::unordered_map<std::uint32_t, IndentedLine>;
IndentedLines find_indented_passages(std::string_view markdown);

std::string rewritten(std::string_view line, const IndentedLine& how);

}  // namespace munjip
