#include "text/graphemes.h"

#include <unicode/uchar.h>

#include "text/decode.h"

namespace munjip {

namespace {

constexpr int kMaxCodePoints = 64;

enum class ClusterClass {
  other,
  cr,
  lf,
  control,
  extend,
  zwj,
  spacing_mark,
  prepend,
  leading,   // Hangul L
  vowel,     // Hangul V
  trailing,  // Hangul T
  lv,
  lvt,
  regional_indicator,
  pictograph
};

ClusterClass class_by_icu(char32_t c) {
  const auto code = static_cast<UChar32>(c);
  switch (u_getIntPropertyValue(code, UCHAR_GRAPHEME_CLUSTER_BREAK)) {
    case U_GCB_CR:
      return ClusterClass::cr;
    case U_GCB_LF:
      return ClusterClass::lf;
    case U_GCB_CONTROL:
      return ClusterClass::control;
    case U_GCB_EXTEND:
      return ClusterClass::extend;
    case U_GCB_ZWJ:
      return ClusterClass::zwj;
    case U_GCB_SPACING_MARK:
      return ClusterClass::spacing_mark;
    case U_GCB_PREPEND:
      return ClusterClass::prepend;
    case U_GCB_L:
      return ClusterClass::leading;
    case U_GCB_V:
      return ClusterClass::vowel;
    case U_GCB_T:
      return ClusterClass::trailing;
    case U_GCB_REGIONAL_INDICATOR:
      return ClusterClass::regional_indicator;
    default:
      return u_hasBinaryProperty(code, UCHAR_EXTENDED_PICTOGRAPHIC) != 0 ? ClusterClass::pictograph
                                                                         : ClusterClass::other;
  }
}

// Nearly all text is in these blocks, and ICU need not be asked.
ClusterClass class_of(char32_t c) {
  if (c >= 0xAC00 && c <= 0xD7A3) {
    return (c - 0xAC00) % 28 == 0 ? ClusterClass::lv : ClusterClass::lvt;
  }
  if ((c >= 0x20 && c < 0x7F) || (c >= 0x4E00 && c <= 0x9FFF)) return ClusterClass::other;
  if ((c >= 0x2010 && c <= 0x2027) || (c >= 0x3000 && c <= 0x3029)) return ClusterClass::other;
  return class_by_icu(c);
}

// Rules GB3 to GB8 and GB9 to GB9b, which look at two neighbours only.
bool joins(ClusterClass before, ClusterClass after) {
  using C = ClusterClass;
  if (before == C::cr) return after == C::lf;
  if (before == C::lf || before == C::control) return false;
  if (after == C::extend || after == C::zwj || after == C::spacing_mark) return true;
  if (after == C::cr || after == C::lf || after == C::control) return false;
  if (before == C::prepend) return true;
  if (before == C::leading) {
    return after == C::leading || after == C::vowel || after == C::lv || after == C::lvt;
  }
  if (before == C::lv || before == C::vowel) return after == C::vowel || after == C::trailing;
  if (before == C::lvt || before == C::trailing) return after == C::trailing;
  return false;
}

}  // namespace

std::size_t grapheme_end(std::string_view text, std::size_t begin) {
  std::size_t end = begin;
  ClusterClass before = class_of(decode_next(text, end));
  // GB11: pictograph, extending marks, joiner, pictograph. GB12: indicators go in pairs.
  bool after_pictograph = before == ClusterClass::pictograph;
  bool is_half_flag = before == ClusterClass::regional_indicator;
  for (int count = 1; end < text.size() && count < kMaxCodePoints; ++count) {
    std::size_t next = end;
    const ClusterClass after = class_of(decode_next(text, next));
    const bool is_joined_picture =
        before == ClusterClass::zwj && after_pictograph && after == ClusterClass::pictograph;
    const bool is_flag = before == ClusterClass::regional_indicator && is_half_flag &&
                         after == ClusterClass::regional_indicator;
    if (!joins(before, after) && !is_joined_picture && !is_flag) break;
    if (is_flag) is_half_flag = false;
    if (after != ClusterClass::extend && after != ClusterClass::zwj) {
      after_pictograph = after == ClusterClass::pictograph;
    }
    before = after;
    end = next;
  }
  return end;
}

}  // namespace munjip
