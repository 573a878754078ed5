// Code blocks: lines as the author wrote them, wrapped with a sign at the turn where they are
// longer than the measure.
#include <algorithm>
#include <string>

#include "layout/code_lines.h"
#include "layout/flow.h"

namespace munjip {

namespace {

constexpr std::string_view kTurnMark = "↩";
constexpr double kTurnRoom = 1.2;  // em kept free at the right for the mark

Length column_of(const MeasuredParagraph& paragraph, const Style& style) {
  const double space =
      paragraph.shaped.runs.empty() ? 0.5 : paragraph.shaped.runs.front().font->metrics().space;
  return style.font_size.scaled(space);
}

bool is_empty(const MeasuredParagraph& paragraph, const BrokenLine& line) {
  const std::uint32_t begin = paragraph.offsets[line.from], end = paragraph.ink_ends[line.to];
  return begin >= end || paragraph.shaped.text.find_first_not_of(" \t\n", begin) >= end;
}

}  // namespace

void Flow::add_code(const CodeBlock& code, TagId tag) {
  std::string_view text = code.text;
  while (text.ends_with('\n')) text.remove_suffix(1);
  const StyleRef style = context_.style();
  ParagraphBuilder builder(context_, tag);
  builder.add_text(text, context_.tags.add_text(tag));
  const Length full = area_.measure;
  const Length room = std::max(full - style->font_size.scaled(kTurnRoom), style->font_size * 2);
  LineSetter setter(context_, measure_paragraph(context_, builder.take(), room));
  const auto first = static_cast<std::uint32_t>(list_.boxes.size());
  const std::vector<CodeLine> lines =
      code_lines(setter.paragraph(), room, column_of(setter.paragraph(), *style));
  BrokenParagraph broken;
  std::vector<Length> indents;
  for (const CodeLine& line : lines) {
    broken.lines.push_back(line.line);
    indents.push_back(line.indent);
  }
  Style plain = *style;
  plain.align = TextAlign::start;
  plain.text_indent = Length();
  add_broken_lines(setter, broken, plain, indents);
  for (std::size_t i = first + 1; i < list_.boxes.size(); ++i) {
    VerticalBox& box = list_.boxes[i];
    box.continues = true;
    const bool follows_empty = is_empty(setter.paragraph(), lines[i - first - 1].line);
    if (!follows_empty) box.break_before = std::max(box.break_before, kBreakInsideCode);
  }
  const ShortText mark = set_short_text(context_, kTurnMark, style, kArtifact);
  const Length baseline =
      baseline_in(std::max(style->line_height, Length::pt(2)), style->font_size);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const BreakGrade grade = setter.paragraph().candidates[lines[i].line.to].grade;
    if (grade == BreakGrade::mandatory) continue;
    append_moved(list_.boxes[first + i].items, mark.items,
                 {area_.left + full - mark.width, baseline});
  }
}

}  // namespace munjip
