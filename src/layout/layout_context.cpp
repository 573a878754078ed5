#include "layout/layout_context.h"

#include <fmt/format.h>

#include "base/utf8.h"

namespace munjip {

ShapedParagraph shape_and_tell(LayoutContext& context, ParagraphText text) {
  std::vector<MissingGlyph> missing;
  ShapedParagraph shaped = context.shaper.shape(std::move(text), missing);
  for (const MissingGlyph& one : missing) {
    SourceSpan at;
    if (context.post != nullptr) at = {context.post->shown_file, context.at};
    std::string character;
    append_utf8(character, one.code_point);
    const auto code = static_cast<std::uint32_t>(one.code_point);
    context.diagnostics.lost(
        std::move(at),
        message("어느 글꼴에도 없는 글자입니다: {} (U+{:04X})",
                "no font has this character: {} (U+{:04X})", character, code),
        {message("이 글자가 든 글꼴 파일을 fonts/ 폴더에 넣거나 글자를 바꾸세요",
                 "put a font that has it into fonts/, or change the character")});
  }
  return shaped;
}

StyleRef LayoutContext::scaled(const StyleRef& style) {
  if (type_scale == 1) return style;
  for (const auto& [from, to] : scaled_styles) {
    if (from == style) return to;
  }
  Style small = *style;
  for (Length* length : {&small.font_size, &small.line_height, &small.letter_spacing,
                         &small.text_indent, &small.padding.left, &small.padding.right}) {
    *length = length->scaled(type_scale);
  }
  scaled_styles.emplace_back(style, std::make_shared<const Style>(std::move(small)));
  return scaled_styles.back().second;
}

int LayoutContext::note_number(std::size_t note) const {
  const int place = static_cast<int>(note) + 1;
  if (note_numbers == nullptr) return place;
  const auto numbers = note_numbers->find(post);
  const bool has = numbers != note_numbers->end() && note < numbers->second.size();
  return has ? numbers->second[note] : place;
}

StyleRef LayoutContext::gloss_style(const StyleRef& style) {
  for (const auto& [from, to] : gloss_styles) {
    if (from == style) return to;
  }
  Style small = *style;
  small.font_size = style->font_size.scaled(style->hanja_in_parentheses);
  gloss_styles.emplace_back(style, std::make_shared<const Style>(std::move(small)));
  return gloss_styles.back().second;
}

std::string note_anchor(const Post& post, std::size_t note) {
  return fmt::format("note-{}-{}", post.id, note + 1);
}

std::string note_mark_anchor(const Post& post, std::size_t note) {
  return fmt::format("note-mark-{}-{}", post.id, note + 1);
}

}  // namespace munjip
