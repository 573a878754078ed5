// Code blocks: lines as the author wrote them, wrapped with a sign at the turn where they are
// longer than the measure.
#include <algorithm>
#include <string>

#include "layout/flow.h"

namespace munjip {

namespace {

constexpr std::string_view kTurnMark = "↩";
constexpr double kTurnRoom = 1.2;  // em kept free at the right for the mark

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
  const std::vector<BrokenLine> lines = fill_lines(setter.paragraph().candidates, room);
  BrokenParagraph broken;
  broken.lines = lines;
  Style plain = *style;
  plain.align = TextAlign::start;
  plain.text_indent = Length();
  add_broken_lines(setter, broken, plain, {});
  for (std::size_t i = first + 1; i < list_.boxes.size(); ++i) list_.boxes[i].continues = true;
  const ShortText mark = set_short_text(context_, kTurnMark, style, kArtifact);
  const Length baseline =
      baseline_in(std::max(style->line_height, Length::pt(2)), style->font_size);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const BreakGrade grade = setter.paragraph().candidates[lines[i].to].grade;
    if (grade == BreakGrade::mandatory) continue;
    append_moved(list_.boxes[first + i].items, mark.items,
                 {area_.left + full - mark.width, baseline});
  }
}

}  // namespace munjip
