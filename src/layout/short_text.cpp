#include "layout/short_text.h"

#include <iterator>
#include <string>
#include <utility>

#include "base/utf8.h"
#include "layout/layout_context.h"
#include "layout/missing_text.h"

namespace munjip {

GlyphRun glyph_run(const ShapedRun& run, std::string_view text, std::size_t begin,
                   std::size_t end) {
  GlyphRun out;
  out.font = run.font;
  out.size = run.size;
  out.color = run.style->color;
  out.right_to_left = run.right_to_left;
  out.text = text.substr(run.begin, run.end - run.begin);
  out.glyphs.reserve(end - begin);
  Length x;
  for (std::size_t i = begin; i < end; ++i) {
    const Glyph& glyph = run.glyphs[i];
    out.glyphs.push_back({glyph.id, glyph.cluster - run.begin, x, glyph.dx, glyph.dy});
    x += glyph.advance;
  }
  return out;
}

ShortText set_short_text(LayoutContext& context, std::string_view text, const StyleRef& style,
                         TagId tag) {
  ShortText out;
  if (text.empty()) return out;
  ParagraphText paragraph;
  paragraph.lang = context.lang();
  for (const TextPart& part : replace_missing(context, text, style, paragraph.lang)) {
    paragraph.text += part.shown;
  }
  if (paragraph.text.empty()) paragraph.text = text;
  paragraph.spans.push_back(
      {0, static_cast<std::uint32_t>(paragraph.text.size()), style, paragraph.lang});
  const ShapedParagraph shaped = shape_and_tell(context, std::move(paragraph));
  for (const ShapedRun& run : shaped.runs) {
    PageItem item;
    item.at = {out.width, Length()};
    item.tag = tag;
    item.is = glyph_run(run, shaped.text, 0, run.glyphs.size());
    for (const Glyph& glyph : run.glyphs) out.width += glyph.advance;
    out.items.push_back(std::move(item));
  }
  return out;
}

ShortText set_short_text_within(LayoutContext& context, std::string_view text,
                                const StyleRef& style, TagId tag, Length limit) {
  // No character is narrower than a tenth of an em, so a longer text cannot fit anyway.
  const double em = std::max(style->font_size.pt(), 1.0);
  const auto most = static_cast<std::size_t>(std::max(limit.pt(), 0.0) / em * 10) + 1;
  std::u32string characters = to_utf32(utf8_prefix(text, most * 4));
  ShortText whole = set_short_text(context, to_utf8(characters), style, tag);
  if (whole.width <= limit && to_utf8(characters).size() == text.size()) return whole;
  std::size_t low = 0, high = characters.size();
  while (low + 1 < high) {
    const std::size_t middle = low + (high - low) / 2;
    const std::string part = to_utf8(std::u32string_view(characters).substr(0, middle)) + "…";
    (set_short_text(context, part, style, tag).width <= limit ? low : high) = middle;
  }
  std::u32string_view kept = std::u32string_view(characters).substr(0, low);
  while (!kept.empty() && kept.back() == U' ') kept.remove_suffix(1);
  return set_short_text(context, to_utf8(kept) + "…", style, tag);
}

void append_moved(std::vector<PageItem>& to, std::vector<PageItem> items, Point by) {
  for (PageItem& item : items) {
    item.at.x += by.x;
    item.at.y += by.y;
  }
  to.insert(to.end(), std::make_move_iterator(items.begin()), std::make_move_iterator(items.end()));
}

}  // namespace munjip
