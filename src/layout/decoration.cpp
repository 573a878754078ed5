#include "layout/decoration.h"

#include "base/utf8.h"
#include "layout/layout_context.h"
#include "text/emphasis_marks.h"
#include "text/glyph_band.h"
#include "text/glyph_ink.h"

namespace munjip {

namespace {

// In em of the text that the line belongs to, from its baseline. A strike goes through the middle
// of Hangul.
constexpr double kUnderlineDrop = 0.13, kStrikeHeight = 0.395, kRuleThickness = 0.045;
// Between an underline and the ink that it makes way for; what is left of it is at least so long.
constexpr double kInkGap = 0.07, kShortestPiece = 0.1;
// Marks stand so far over the top of Hangul; those that are no accents by nature are set small.
constexpr double kHangulTop = 0.82, kMarkGap = 0.06, kSmallMark = 0.5;

// Bars of one look that meet are one: two would show a seam.
void add_bar(std::vector<PageItem>& items, Point at, Size size, Color color) {
  if (size.width <= Length()) return;
  constexpr std::size_t kLookBack = 4;
  for (std::size_t i = 0; i < std::min(kLookBack, items.size()); ++i) {
    PageItem& item = items[items.size() - 1 - i];
    auto* bar = std::get_if<FilledRect>(&item.is);
    if (bar == nullptr || bar->color != color || bar->size.height != size.height) continue;
    if (item.at.y != at.y || item.at.x + bar->size.width != at.x) continue;
    bar->size.width += size.width;
    return;
  }
  PageItem item;
  item.at = at;
  item.tag = kArtifact;
  item.is = FilledRect{size, color};
  items.push_back(std::move(item));
}

// The underline's pieces between the descenders.
void add_underline(const DecoratedRun& run, Length em, Length baseline,
                   std::vector<PageItem>& under) {
  const Length top = baseline + em.scaled(kUnderlineDrop), thickness = em.scaled(kRuleThickness);
  const Length end = run.at.x + run.ink_width;
  Length cursor = run.at.x;
  const auto add_piece = [&](Length until, Length shortest) {
    if (until - cursor >= shortest) {
      add_bar(under, {cursor, top}, {until - cursor, thickness}, run.style.color);
    }
  };
  const double size = std::max(run.glyphs.size.pt(), 0.1);
  const Length own = run.at.y - run.look.rise;  // baseline of these glyphs
  const double high = (own - top + em.scaled(kInkGap) / 2).pt() / size;
  const double low = (own - top - thickness - em.scaled(kInkGap) / 2).pt() / size;
  for (const PlacedGlyph& glyph : run.glyphs.glyphs) {
    if (!run.style.skip_ink || glyph.x >= run.ink_width) break;
    const double lift = glyph.dy.pt() / size;
    const auto ink = ink_between(*run.glyphs.font, glyph.id, low - lift, high - lift);
    if (!ink) continue;
    const Length left = run.at.x + glyph.x + glyph.dx;
    add_piece(left + run.glyphs.size.scaled(ink->left) - em.scaled(kInkGap),
              em.scaled(kShortestPiece));
    cursor = std::max(cursor, left + run.glyphs.size.scaled(ink->right) + em.scaled(kInkGap));
  }
  add_piece(end, cursor == run.at.x ? Length() : em.scaled(kShortestPiece));
}

}  // namespace

void add_decorations(const DecoratedRun& run, std::vector<PageItem>& under,
                     std::vector<PageItem>& over) {
  const SpanLook& look = run.look;
  const bool is_plain = !look.background && !look.underline && !look.line_through;
  if (is_plain) return;
  const Length em = look.decorated_em > Length() ? look.decorated_em : run.style.font_size;
  const Length baseline = run.at.y - look.decorated_rise;
  if (look.background) {
    add_bar(under, {run.at.x, baseline - em.scaled(kMarkAbove)},
            {run.ink_width, em.scaled(kMarkAbove + kMarkBelow)}, *look.background);
  }
  if (look.underline) add_underline(run, em, baseline, under);
  if (look.line_through) {
    add_bar(over, {run.at.x, baseline - em.scaled(kStrikeHeight)},
            {run.ink_width, em.scaled(kRuleThickness)}, run.style.color);
  }
}

void EmphasisMarks::shape(LayoutContext& context, const StyleRef& style) {
  if (style_ == style) return;
  style_ = style;
  std::size_t at = 0;
  const char32_t character = next_code_point(style->text_emphasis, at);
  const bool is_accent = character == U'\u02D9' || character == U'\u02DA';
  Style of_mark = *style;
  of_mark.italic = false;
  of_mark.letter_spacing = Length();
  if (!is_accent) of_mark.font_size = style->font_size.scaled(kSmallMark);
  mark_ = set_short_text(context, style->text_emphasis, std::make_shared<const Style>(of_mark),
                         kArtifact);
  raise_ = style->font_size.scaled(kHangulTop + kMarkGap);
  if (mark_.items.empty()) return;
  const auto& run = std::get<GlyphRun>(mark_.items.front().is);
  if (const auto ink = ink_height(*run.font, character)) raise_ -= run.size.scaled(ink->bottom);
}

void EmphasisMarks::add(LayoutContext& context, const DecoratedRun& run, const StyleRef& style,
                        std::vector<PageItem>& items) {
  shape(context, style);
  const auto& glyphs = run.glyphs.glyphs;
  for (std::size_t i = 0, next = 0; i < glyphs.size(); i = next) {
    next = i + 1;
    while (next < glyphs.size() && glyphs[next].cluster == glyphs[i].cluster) ++next;
    std::size_t place = glyphs[i].cluster;
    if (place >= run.glyphs.text.size()) continue;
    if (!takes_emphasis_mark(next_code_point(run.glyphs.text, place))) continue;
    const Length right = next < glyphs.size() ? glyphs[next].x : run.width;
    const Length centre = run.at.x + (glyphs[i].x + right) / 2;
    append_moved(items, mark_.items, {centre - mark_.width / 2, run.at.y - run.look.rise - raise_});
  }
}

}  // namespace munjip
