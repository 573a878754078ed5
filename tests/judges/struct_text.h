// The text of a PDF in the order of its structure tree, read by poppler (`pdfinfo -struct-text`)
// and put into the form of `munjip dump text` (src/book/dump.h).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace judges {

struct StructNode {
  std::string type;  // `H1`, `P` ...; empty for text
  std::string text;
  std::vector<StructNode> children;
};

// From what pdfinfo printed.
StructNode parse_struct_text(std::string_view printed);

struct TextLine {
  std::string text;
  std::string type;     // of the block: `P`, `H1`, `Code` ...
  bool runs_on = true;  // on paper as one text: not in a table, whose cells stand side by side, nor
                        // in contents or code
};

// One line a block: labels of list items and marks of notes left out, notes as ⦃...⦄ where they
// stand, ruby as base(reading).
std::vector<TextLine> lines_of(const StructNode& document);

// Runs of white space as one space, none at the ends.
std::string folded(std::string_view text);

// Without any white space (ASCII and U+00A0).
std::string without_space(std::string_view text);

}  // namespace judges
