#include "layout/line_edges.h"

#include <string_view>

#include "text/glyph_ink.h"

namespace munjip {

namespace {

constexpr std::u32string_view kOpening = U"「『《〈【〔〖（［｛";
constexpr std::u32string_view kClosing = U"」』》〉】〕〗）］｝";
// Their blank inside a line; more is cut away, and at a line's edge this too.
constexpr double kBracketBlank = 0.08;              // em
constexpr double kWideDot = 0.34, kDot = 0.33;      // em
constexpr double kHalf = 0.5, kBracketHang = 0.15;  // of the width

bool is_any_of(char32_t c, std::u32string_view set) {
  return set.find(c) != std::u32string_view::npos;
}

bool is_stop(char32_t c) {
  return is_any_of(c, U".,、。，．");
}

// The share of its width by which a mark hangs optically.
double share_of(char32_t c) {
  if (is_stop(c) || is_any_of(c, U"“”‘’\"'-‐")) return kHalf;
  if (is_any_of(c, U"()[]") || is_any_of(c, kOpening) || is_any_of(c, kClosing)) {
    return kBracketHang;
  }
  return 0;
}

}  // namespace

void trim_blank(const Font& font, char32_t character, Length em, Glyph& glyph) {
  if (character == U'·' && glyph.advance > em.scaled(kWideDot)) {
    const Length cut = glyph.advance - em.scaled(kDot);
    glyph.advance -= cut;
    glyph.dx -= cut / 2;
    return;
  }
  const bool opens = is_any_of(character, kOpening);
  if (!opens && !is_any_of(character, kClosing)) return;
  const SideBearings blank = side_bearings(font, glyph.id);
  const Length cut = em.scaled((opens ? blank.left : blank.right) - kBracketBlank);
  if (cut <= Length()) return;
  glyph.advance -= cut;
  if (opens) glyph.dx -= cut;
}

EdgeAllowance edge_allowance(char32_t character, const Glyph& glyph, Length em, EdgeHang hang) {
  const bool opens = is_any_of(character, kOpening), closes = is_any_of(character, kClosing);
  Length out;
  if (hang == EdgeHang::full && is_stop(character)) {
    out = glyph.advance;
  } else if (hang != EdgeHang::none) {
    out = glyph.advance.scaled(share_of(character));
  }
  if (opens || closes) out += std::min(em.scaled(kBracketBlank), glyph.advance / 4);
  if (opens || is_any_of(character, U"“‘([")) return {out, {}};
  return character == U'"' || character == U'\'' ? EdgeAllowance{out, out} : EdgeAllowance{{}, out};
}

}  // namespace munjip
