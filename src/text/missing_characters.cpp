#include "text/missing_characters.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "base/utf8.h"
#include "text/blanks.h"
#include "text/font_choice.h"

namespace munjip {

namespace {

constexpr char32_t kJoiner = 0x200D, kObject = 0xFFFC;

bool is_mark(char32_t c) {
  return u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_GRAPHEME_EXTEND) != 0;
}

// Belongs to the character before it. A joiner belongs to both sides and is left alone.
bool is_attached(char32_t c) {
  return c != kJoiner && (is_mark(c) || is_skin_tone(c));
}

bool has_something_to_draw(char32_t c) {
  return c >= U' ' && c != kObject && !is_ignorable(c) && !is_blank_character(c) &&
         u_isUWhiteSpace(static_cast<UChar32>(c)) == 0;
}

bool is_missing(char32_t c, ShapingContext& context) {
  const PlainChar& plain = context.plain(c);
  if (plain.state == PlainChar::State::plain || plain.state == PlainChar::State::apart) {
    return false;
  }
  if (!has_something_to_draw(c) || is_mark(c)) return false;
  const std::span<const FontRef> chain = context.fonts_for(c);
  return std::none_of(chain.begin(), chain.end(), [&](FontRef font) { return draws(font, c); });
}

// Letters of one script make one slice: their number is all that can be told of them.
bool goes_together(char32_t before, char32_t c) {
  hb_unicode_funcs_t* unicode = hb_unicode_funcs_get_default();
  const hb_script_t script = hb_unicode_script(unicode, c);
  return script == hb_unicode_script(unicode, before) && script != HB_SCRIPT_COMMON &&
         script != HB_SCRIPT_UNKNOWN && script != HB_SCRIPT_HAN;
}

}  // namespace

std::vector<TextSlice> find_missing_characters(std::string_view text, ShapingContext& context) {
  std::vector<TextSlice> slices;
  char32_t last = 0;  // of the last slice
  for (std::size_t at = 0; at < text.size();) {
    const auto begin = static_cast<std::uint32_t>(at);
    const char32_t c = next_code_point(text, at);
    const bool continues = !slices.empty() && slices.back().end == begin;
    if (continues && is_attached(c)) {
      slices.back().end = static_cast<std::uint32_t>(at);
      continue;
    }
    if (!is_missing(c, context)) continue;
    if (continues && goes_together(last, c)) {
      slices.back().end = static_cast<std::uint32_t>(at);
    } else {
      slices.push_back({begin, static_cast<std::uint32_t>(at)});
    }
    last = c;
  }
  return slices;
}

}  // namespace munjip
