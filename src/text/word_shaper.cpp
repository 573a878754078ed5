#include "text/word_shaper.h"

#include <algorithm>
#include <iterator>
#include <vector>

#include "base/utf8.h"

namespace munjip {

namespace {

// Words that are longer do not come again.
constexpr std::size_t kMaxKeptBytes = 64;
struct BufferDeleter {
  void operator()(hb_buffer_t* buffer) const { hb_buffer_destroy(buffer); }
};

const hb_feature_t kNoLigatures[] = {
    {HB_TAG('l', 'i', 'g', 'a'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END},
    {HB_TAG('c', 'l', 'i', 'g'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END},
};

}  // namespace

struct WordShaper::State {
  void shape(std::string_view word, hb_script_t before, bool right_to_left,
             const ShapingContext& context);
  void shape_segment(std::string_view word, const WordSegment& segment, bool right_to_left,
                     const ShapingContext& context);
  void shape_buffer(const Font& font, hb_script_t script, bool right_to_left,
                    const ShapingContext& context);
  void fill_buffer(std::string_view word, const WordSegment& segment);
  void add_replacement(const ShapingContext& context, const WordSegment& segment);
  void take_glyphs(std::string_view word);
  void widen_keycaps(std::string_view word, const WordPiece& piece);

  struct Space {
    FontRef font;
    hb_script_t script;
    std::uint32_t context;
    WordGlyph glyph;
  };

  std::unique_ptr<hb_buffer_t, BufferDeleter> buffer{hb_buffer_create()};
  WordCache kept;
  std::vector<Space> spaces;
  WordFonts fonts;
  // The word being shaped.
  std::vector<WordPiece> pieces;
  std::vector<WordGlyph> glyphs;
};

// A skin tone that the font has only as a swatch beside the emoji.
bool is_bare_skin_tone(std::string_view word, const WordPiece& piece,
                       const hb_glyph_info_t& glyph) {
  std::size_t at = glyph.cluster;
  if (at <= piece.begin) return false;
  const char32_t c = next_code_point(word, at);
  return is_skin_tone(c) && piece.font->glyph(c) == glyph.codepoint;
}

// What stands where a font has nothing: a visible box.
void WordShaper::State::add_replacement(const ShapingContext& context, const WordSegment& segment) {
  for (const char32_t box : {char32_t{0x25A1}, kReplacement}) {
    const FontRef font = context.font_of(box);
    if (font == nullptr) continue;
    const std::uint32_t glyph = font->glyph(box);
    pieces.push_back(
        {font, segment.begin, static_cast<std::uint32_t>(glyphs.size()), 1, segment.script});
    glyphs.push_back({glyph, segment.begin, hb_font_get_glyph_h_advance(font->hb(), glyph), 0, 0});
    return;
  }
}

// Code points that the font lacks are left out, and so are soft hyphens: HarfBuzz would draw them
// where the font substitutes their glyph. What stands around the segment is context for joining
// scripts.
void WordShaper::State::fill_buffer(std::string_view word, const WordSegment& segment) {
  constexpr std::string_view kSoftHyphen = "\u00AD";
  hb_buffer_clear_contents(buffer.get());
  const auto is_missing = [&](const MissingCodePoint& m) {
    return m.at >= segment.begin && m.at < segment.end;
  };
  const std::uint32_t length = segment.end - segment.begin;
  if (std::none_of(fonts.missing.begin(), fonts.missing.end(), is_missing) &&
      word.substr(segment.begin, length).find(kSoftHyphen) == std::string_view::npos) {
    hb_buffer_add_utf8(buffer.get(), word.data(), static_cast<int>(word.size()), segment.begin,
                       static_cast<int>(length));
    return;
  }
  for (std::size_t at = segment.begin; at < segment.end;) {
    const auto place = static_cast<std::uint32_t>(at);
    const bool is_left_out = word.substr(at).starts_with(kSoftHyphen) ||
                             std::any_of(fonts.missing.begin(), fonts.missing.end(),
                                         [&](const MissingCodePoint& m) { return m.at == place; });
    const char32_t c = next_code_point(word, at);
    if (!is_left_out) hb_buffer_add(buffer.get(), c, place);
  }
  hb_buffer_set_content_type(buffer.get(), HB_BUFFER_CONTENT_TYPE_UNICODE);
}

void WordShaper::State::shape_buffer(const Font& font, hb_script_t script, bool right_to_left,
                                     const ShapingContext& context) {
  hb_buffer_t* b = buffer.get();
  // Each jamo keeps its own code point, so that a PDF reader can give the text back.
  hb_buffer_set_cluster_level(b, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
  hb_buffer_set_flags(b, HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES);
  hb_buffer_set_direction(b, right_to_left ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
  hb_buffer_set_script(b, script);
  hb_buffer_set_language(b, context.language());
  const bool ligatures = context.key().ligatures;
  hb_shape(font.hb(), b, ligatures ? nullptr : kNoLigatures,
           ligatures ? 0 : static_cast<unsigned>(std::size(kNoLigatures)));
}

void WordShaper::State::shape_segment(std::string_view word, const WordSegment& segment,
                                      bool right_to_left, const ShapingContext& context) {
  if (segment.font == nullptr) {
    add_replacement(context, segment);
    return;
  }
  fill_buffer(word, segment);
  shape_buffer(*segment.font, segment.script, right_to_left, context);
  pieces.push_back(
      {segment.font, segment.begin, static_cast<std::uint32_t>(glyphs.size()), 0, segment.script});
  take_glyphs(word);
}

void WordShaper::State::take_glyphs(std::string_view word) {
  const WordPiece piece_of = pieces.back();
  unsigned count = 0;
  const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer.get(), &count);
  const hb_glyph_position_t* places = hb_buffer_get_glyph_positions(buffer.get(), &count);
  for (unsigned i = 0; i < count; ++i) {
    if (infos[i].codepoint == 0) {
      std::size_t at = infos[i].cluster;
      fonts.missing.push_back({next_code_point(word, at), infos[i].cluster});
      continue;
    }
    if (is_bare_skin_tone(word, piece_of, infos[i])) continue;
    glyphs.push_back({infos[i].codepoint, infos[i].cluster, places[i].x_advance, places[i].x_offset,
                      places[i].y_offset});
  }
  WordPiece& piece = pieces.back();
  widen_keycaps(word, piece);
  piece.glyph_count = static_cast<std::uint32_t>(glyphs.size()) - piece.first_glyph;
}

// A keycap's frame (U+20E3) reaches beyond the digit that it is drawn around: room is made for it.
void WordShaper::State::widen_keycaps(std::string_view word, const WordPiece& piece) {
  constexpr char32_t kKeycap = 0x20E3;
  constexpr double kGap = 0.05;  // em
  for (std::size_t i = piece.first_glyph + 1; i < glyphs.size(); ++i) {
    std::size_t at = glyphs[i].cluster;
    hb_glyph_extents_t frame = {};
    if (glyphs[i].advance != 0 || next_code_point(word, at) != kKeycap ||
        hb_font_get_glyph_extents(piece.font->hb(), glyphs[i].id, &frame) == 0) {
      continue;
    }
    WordGlyph& digit = glyphs[i - 1];
    const auto gap = static_cast<std::int32_t>(kGap * piece.font->metrics().units_per_em);
    const std::int32_t left = digit.advance + glyphs[i].dx + frame.x_bearing;
    const std::int32_t before = std::max(gap - left, 0);
    const std::int32_t after = std::max(left + frame.width + gap - digit.advance, 0);
    digit.dx += before;
    digit.advance += before;
    glyphs[i].advance = after;
  }
}

void WordShaper::State::shape(std::string_view word, hb_script_t before, bool right_to_left,
                              const ShapingContext& context) {
  pieces.clear();
  glyphs.clear();
  choose_fonts(word, before, context, fonts);
  for (const WordSegment& segment : fonts.segments) {
    shape_segment(word, segment, right_to_left, context);
  }
}

WordShaper::WordShaper() : state_(std::make_unique<State>()) {}
WordShaper::~WordShaper() = default;
WordShaper::WordShaper(WordShaper&&) noexcept = default;
WordShaper& WordShaper::operator=(WordShaper&&) noexcept = default;

ShapedWord WordShaper::shape(std::string_view word, hb_script_t before, bool right_to_left,
                             const ShapingContext& context) {
  const WordKey key{word, context.id(), before, right_to_left};
  const bool is_kept = word.size() <= kMaxKeptBytes;
  if (is_kept) {
    if (const auto found = state_->kept.find(key)) return *found;
  }
  state_->shape(word, before, right_to_left, context);
  const ShapedWord shaped{state_->pieces, state_->glyphs, state_->fonts.missing};
  if (is_kept) state_->kept.insert(key, shaped);
  return shaped;
}

WordGlyph WordShaper::space(const Font& font, hb_script_t script, const ShapingContext& context) {
  constexpr std::size_t kMaxSpaces = 256;
  std::vector<State::Space>& spaces = state_->spaces;
  for (const State::Space& known : spaces) {
    if (known.font == &font && known.script == script && known.context == context.id()) {
      return known.glyph;
    }
  }
  hb_buffer_t* buffer = state_->buffer.get();
  hb_buffer_clear_contents(buffer);
  hb_buffer_add_utf8(buffer, " ", 1, 0, 1);
  state_->shape_buffer(font, script, false, context);
  WordGlyph glyph;
  unsigned count = 0;
  const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer, &count);
  if (count == 1) {
    glyph.id = infos->codepoint;
    glyph.advance = hb_buffer_get_glyph_positions(buffer, &count)->x_advance;
  }
  if (spaces.size() == kMaxSpaces) spaces.clear();
  spaces.push_back({&font, script, context.id(), glyph});
  return glyph;
}

}  // namespace munjip
