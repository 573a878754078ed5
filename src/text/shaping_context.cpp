#include "text/shaping_context.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <string>

#include "text/font_data.h"

namespace munjip {

namespace {

// Scripts whose characters stand for themselves: no joining, no reordering.
bool is_simple_script(hb_script_t script) {
  switch (script) {
    case HB_SCRIPT_COMMON:
    case HB_SCRIPT_HANGUL:
    case HB_SCRIPT_HAN:
    case HB_SCRIPT_HIRAGANA:
    case HB_SCRIPT_KATAKANA:
    case HB_SCRIPT_LATIN:
    case HB_SCRIPT_GREEK:
    case HB_SCRIPT_CYRILLIC:
      return true;
    default:
      return false;
  }
}

// A cluster of its own unless a mark follows, and never mirrored or turned into something else.
bool is_simple_character(char32_t c) {
  constexpr char32_t kFractionSlash = 0x2044, kObject = 0xFFFC;
  const auto code = static_cast<UChar32>(c);
  const int cluster = u_getIntPropertyValue(code, UCHAR_GRAPHEME_CLUSTER_BREAK);
  const bool is_single = cluster == U_GCB_OTHER || cluster == U_GCB_LV || cluster == U_GCB_LVT;
  return is_single && c != kFractionSlash && c != kObject && u_isUWhiteSpace(code) == 0 &&
         !is_ignorable(c) && u_hasBinaryProperty(code, UCHAR_EXTENDED_PICTOGRAPHIC) == 0;
}

struct BufferDeleter {
  void operator()(hb_buffer_t* buffer) const { hb_buffer_destroy(buffer); }
};

char32_t usual_letter(hb_script_t script) {
  if (script == HB_SCRIPT_GREEK) return U'α';
  return script == HB_SCRIPT_CYRILLIC ? U'а' : U'a';
}

bool closes_or_opens(char32_t c) {
  const int pair = u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_BIDI_PAIRED_BRACKET_TYPE);
  constexpr std::u32string_view kQuotes = U"‘’“”«»";
  return pair != U_BPT_NONE || kQuotes.find(c) != std::u32string_view::npos;
}

hb_script_t script_of_language(std::string_view lang) {
  const auto is = [&](std::string_view primary) {
    return lang.starts_with(primary) && (lang.size() == primary.size() || lang[2] == '-');
  };
  if (lang.empty() || is("ko")) return HB_SCRIPT_HANGUL;
  if (is("ja") || is("zh")) return HB_SCRIPT_HAN;
  return HB_SCRIPT_LATIN;
}

}  // namespace

bool goes_with_neighbours(char32_t c) {
  constexpr std::u32string_view kMarks = U"‘’“”()·‥…—―※";
  return kMarks.find(c) != std::u32string_view::npos;
}

bool is_alphabet(hb_script_t script) {
  return script == HB_SCRIPT_LATIN || script == HB_SCRIPT_GREEK || script == HB_SCRIPT_CYRILLIC;
}

bool is_quotation_mark(char32_t c) {
  return c == U'“' || c == U'”' || c == U'‘';
}

bool is_ignorable(char32_t c) {
  constexpr char32_t kFillers[] = {0x115F, 0x1160, 0x3164, 0xFFA0};
  if (c < 0xAD) return false;
  return u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0 &&
         std::find(std::begin(kFillers), std::end(kFillers), c) == std::end(kFillers);
}

ShapingContext::ShapingContext(ContextKey key, std::uint32_t id)
    : key_(std::move(key)),
      id_(id),
      language_(hb_language_from_string(key_.lang.empty() ? "ko" : key_.lang.c_str(), -1)),
      default_script_(script_of_language(key_.lang)),
      hangul_font_(font_of(U'가')),
      italic_font_(find_italic_font()),
      latin_font_(font_of(U'A')) {}

FontRef ShapingContext::find_italic_font() const {
  if (hangul_font_ == nullptr || hangul_font_->italic()) return nullptr;
  for (const FontRef font : key_.chain) {
    if (font->italic() && font->has_glyph(U'A')) return font;
  }
  return nullptr;
}

Harmony ShapingContext::harmony(FontRef font, hb_script_t script) const {
  if (hangul_font_ == nullptr || font == hangul_font_) return {};
  const bool has_no_script =
      script == HB_SCRIPT_COMMON || script == HB_SCRIPT_INHERITED || script == HB_SCRIPT_HANGUL;
  const bool is_latin =
      is_alphabet(script) || (has_no_script && (font == latin_font_ || font == italic_font_));
  const Beside beside = is_latin                  ? Beside::latin
                        : script == HB_SCRIPT_HAN ? Beside::hanja
                                                  : Beside::hangul;
  for (const Fitted& known : fitted_) {
    if (known.font == font && known.beside == beside) return known.harmony;
  }
  fitted_.push_back({font, beside, harmonise(*hangul_font_, *font, beside)});
  return fitted_.back().harmony;
}

std::span<const FontRef> ShapingContext::fonts_for(char32_t code_point) const {
  const bool is_private = u_charType(static_cast<UChar32>(code_point)) == U_PRIVATE_USE_CHAR;
  return is_private ? key_.chain.first(1) : key_.chain;
}

FontRef ShapingContext::font_of(char32_t code_point) const {
  for (const FontRef font : fonts_for(code_point)) {
    if (font->has_glyph(code_point)) return font;
  }
  return nullptr;
}

FontRef ShapingContext::font_of_mark(char32_t mark) const {
  // Fonts made for Chinese draw quotes a full em wide (typography.md 3.3).
  constexpr double kTooWide = 0.8;
  constexpr std::u32string_view kQuotes = U"‘’“”";
  const bool is_quote = kQuotes.find(mark) != std::u32string_view::npos;
  const auto suits = [&](FontRef font) {
    const std::uint32_t glyph = font->glyph(mark);
    return glyph != 0 && !(is_quote && font->advance(glyph) >= kTooWide);
  };
  if (hangul_font_ != nullptr && suits(hangul_font_)) return hangul_font_;
  const auto found = std::find_if(key_.chain.begin(), key_.chain.end(), suits);
  return found != key_.chain.end() ? *found : font_of(mark);
}

// Whether a mark between two plain syllables comes out as it does alone. No lookup that it is in
// names plain glyphs; they may still be meant by "any other" (class 0 of a pair), which one of them
// shows for all.
bool ShapingContext::is_neutral(FontRef font, char32_t mark) const {
  if (hangul_font_ != font) return true;  // never in one run with Hangul
  if (font->data().layout_glyphs().minds_plain(font->glyph(mark))) return false;
  const auto advances = [&](std::u32string_view text) {
    const std::unique_ptr<hb_buffer_t, BufferDeleter> buffer(hb_buffer_create());
    for (const char32_t c : text) hb_buffer_add(buffer.get(), c, 0);
    hb_buffer_set_content_type(buffer.get(), HB_BUFFER_CONTENT_TYPE_UNICODE);
    hb_buffer_set_direction(buffer.get(), HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer.get(), HB_SCRIPT_HANGUL);
    hb_buffer_set_language(buffer.get(), language_);
    hb_shape(font->hb(), buffer.get(), nullptr, 0);
    unsigned count = 0;
    const hb_glyph_position_t* places = hb_buffer_get_glyph_positions(buffer.get(), &count);
    std::int64_t sum = count;
    for (unsigned i = 0; i < count; ++i) sum += places[i].x_advance * std::int64_t{1000};
    return sum;
  };
  const std::u32string alone(1, mark);
  return advances(U"가" + alone + U"가") == advances(alone) + advances(U"가가");
}

PlainChar ShapingContext::classify(char32_t c) const {
  PlainChar plain;
  plain.state = PlainChar::State::bound;
  plain.script = hb_unicode_script(hb_unicode_funcs_get_default(), c);
  plain.is_pairing = goes_with_neighbours(c) || closes_or_opens(c);
  if (!is_simple_script(plain.script) || !is_simple_character(c)) return plain;
  // What has no script is drawn as its neighbours are: upright beside Hangul, slanted beside Latin.
  if (italic_font_ != nullptr && plain.script == HB_SCRIPT_COMMON) return plain;
  FontRef font = font_of(c);
  if (italic_font_ != nullptr && is_alphabet(plain.script) && italic_font_->has_glyph(c)) {
    font = italic_font_;
  }
  if (font == nullptr) return plain;
  // From another font than the alphabet's usual letters: see unify_runs (font_choice.cpp).
  if (is_alphabet(plain.script) && italic_font_ == nullptr &&
      font != font_of(usual_letter(plain.script))) {
    return plain;
  }
  plain.glyph = font->glyph(c);
  const bool is_same_beside_hangul = !goes_with_neighbours(c) || font_of_mark(c) == font;
  if (is_same_beside_hangul && font->data().layout_glyphs().is_plain(plain.glyph)) {
    plain.state = PlainChar::State::plain;
    plain.font = static_cast<std::uint16_t>(std::find(key_.chain.begin(), key_.chain.end(), font) -
                                            key_.chain.begin());
    plain.advance = hb_font_get_glyph_h_advance(font->hb(), plain.glyph);
  } else if (plain.script == HB_SCRIPT_COMMON) {
    const FontRef beside_hangul = goes_with_neighbours(c) ? font_of_mark(c) : font;
    if (is_neutral(beside_hangul, c)) plain.state = PlainChar::State::apart;
  } else if (plain.script != HB_SCRIPT_HANGUL && plain.script != HB_SCRIPT_HAN) {
    // Another script than Hangul's is another run. Hanja: see unify_runs (font_choice.cpp).
    plain.state = PlainChar::State::apart;
  }
  return plain;
}

}  // namespace munjip
