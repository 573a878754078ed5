// Lines of code: where those end that are longer than the measure, and how far in they go on.
// Private to layout/.
#pragma once

#include <vector>

#include "layout/measured_paragraph.h"

namespace munjip {

struct CodeLine {
  BrokenLine line;
  Length indent;  // of a line that goes on: its own indent and two columns
  bool operator==(const CodeLine&) const = default;
};

// A line that is too long ends after a space or a sign near the measure's end, else anywhere; no
// line is looked at twice. `column`: the width of a space.
std::vector<CodeLine> code_lines(const MeasuredParagraph& paragraph, Length measure, Length column);

}  // namespace munjip
