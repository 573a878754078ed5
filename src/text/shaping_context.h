// All that shaping a word depends on besides its text: the fonts to try, the language, whether
// ligatures are wanted. Sizes and colours share a context. With it a table of the characters that
// need no shaping. Belongs to one thread.
#pragma once

#include <hb.h>

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "text/font.h"
#include "text/harmony.h"

namespace munjip {

struct ContextKey {
  std::span<const FontRef> chain;  // of FontLibrary::chain: the same data means the same fonts
  std::string lang;
  bool ligatures = true;

  bool operator==(const ContextKey& other) const {
    return chain.data() == other.chain.data() && ligatures == other.ligatures && lang == other.lang;
  }
};

// How a character behaves in this context. Plain: it always comes out as this one glyph, whatever
// stands beside it. Apart: it has to be shaped, but what is plain beside it makes no difference.
// Bound: it has to be shaped with the whole word.
struct PlainChar {
  enum class State : std::uint8_t { unknown, plain, apart, bound };
  State state = State::unknown;
  bool is_pairing = false;  // brackets, quotes: its font or script depends on its partner
  std::uint16_t font = 0;   // index in the chain
  hb_script_t script = HB_SCRIPT_COMMON;
  std::uint32_t glyph = 0;
  std::int32_t advance = 0;  // font units
};

class ShapingContext {
 public:
  // `id`: its number in the shaper.
  ShapingContext(ContextKey key, std::uint32_t id);

  std::uint32_t id() const { return id_; }
  const ContextKey& key() const { return key_; }
  std::span<const FontRef> chain() const { return key_.chain; }
  hb_language_t language() const { return language_; }
  // Of text that has no script of its own (a word of digits): Hangul in Korean.
  hb_script_t default_script() const { return default_script_; }
  // The chain's first font with Hangul: its marks go with Hangul.
  FontRef hangul_font() const { return hangul_font_; }
  // For letters of alphabets in slanted text, where Hangul stands upright because no font has it
  // slanted; nothing where the style's own fonts do.
  FontRef italic_font() const { return italic_font_; }
  // How the font's glyphs are fitted to those of the Hangul font beside them.
  Harmony harmony(FontRef font, hb_script_t script) const;
  // Whether the text is Korean: its quotation marks are those of the Hangul font.
  bool is_korean() const { return default_script_ == HB_SCRIPT_HANGUL; }

  // The font for a mark that stands beside Hangul (typography.md 3.3), where it has it in a width
  // that suits a proportional mark.
  FontRef font_of_mark(char32_t mark) const;
  // The first font of the chain with the character; nothing where none has it. What a character
  // for private use is, only the style's first font can say.
  FontRef font_of(char32_t code_point) const;
  // The fonts that may be asked for it: never empty.
  std::span<const FontRef> fonts_for(char32_t code_point) const;

  const PlainChar& plain(char32_t code_point) {
    static constexpr PlainChar kBound{PlainChar::State::bound};
    if (code_point >= kTableEnd) return kBound;
    std::unique_ptr<Page>& page = pages_[code_point >> 8];
    if (!page) page = std::make_unique<Page>();
    PlainChar& entry = (*page)[code_point & 0xFF];
    if (entry.state == PlainChar::State::unknown) entry = classify(code_point);
    return entry;
  }

 private:
  static constexpr char32_t kTableEnd = 0x10000;
  using Page = std::array<PlainChar, 256>;

  PlainChar classify(char32_t code_point) const;
  bool is_neutral(FontRef font, char32_t mark) const;
  FontRef find_italic_font() const;

  ContextKey key_;
  std::uint32_t id_;
  hb_language_t language_;
  hb_script_t default_script_;
  FontRef hangul_font_ = nullptr, italic_font_ = nullptr, latin_font_ = nullptr;
  struct Fitted {
    FontRef font;
    Beside beside;
    Harmony harmony;
  };
  mutable std::vector<Fitted> fitted_;
  std::array<std::unique_ptr<Page>, kTableEnd / 256> pages_;
};

// Whether the letters have capitals' height in common with Latin: Latin, Greek, Cyrillic.
bool is_alphabet(hb_script_t script);

// “ ” ‘ and not ’, which may be an apostrophe.
bool is_quotation_mark(char32_t code_point);

// Marks that are drawn by the Hangul font in Hangul text and by the Latin font in Latin text.
bool goes_with_neighbours(char32_t code_point);

// A code point that draws nothing and that no font need have (Default_Ignorable_Code_Point, except
// the Hangul fillers, which take part in old Hangul).
bool is_ignorable(char32_t code_point);

}  // namespace munjip
