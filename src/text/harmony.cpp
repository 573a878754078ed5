#include "text/harmony.h"
#include "text/glyph_ink.h"

#include <algorithm>
#include <cmath>

namespace munjip {

namespace {

constexpr double kCapPart = 0.82;  // of the Hangul ink's height
constexpr double kLeast = 0.92, kMost = 1.12;
constexpr double kSameHeight = 0.02;  // em: centres this near need no shift
constexpr double kFarthest = 0.08;    // em
// A scale this near to 1 is not seen, and every run that is spared by it is shorter to write.
constexpr double kSameSize = 0.005;

bool is_fixed_width(const Font& font) {
  return font.has_glyph(U'i') && font.advance(font.glyph(U'i')) == font.advance(font.glyph(U'M'));
}

std::optional<InkHeight> height_beside(const Font& guest, Beside beside) {
  switch (beside) {
    case Beside::latin:
      return ink_height(guest, U'H');
    case Beside::hanja:
      return guest.has_glyph(U'가') ? hangul_height(guest) : ink_height(guest, U'國');
    case Beside::hangul:
      return hangul_height(guest);
  }
  return std::nullopt;
}

}  // namespace

Harmony harmonise(const Font& hangul, const Font& guest, Beside beside) {
  const auto host = hangul_height(hangul), own = height_beside(guest, beside);
  if (!host || !own || is_fixed_width(guest)) return {};
  const double wanted = host->height() * (beside == Beside::latin ? kCapPart : 1);
  Harmony harmony;
  harmony.scale = std::clamp(wanted / own->height(), kLeast, kMost);
  if (std::abs(harmony.scale - 1) < kSameSize) harmony.scale = 1;
  const double off = host->centre() - own->centre() * harmony.scale;
  if (std::abs(off) > kSameHeight) harmony.rise = std::clamp(off, -kFarthest, kFarthest);
  return harmony;
}

}  // namespace munjip
