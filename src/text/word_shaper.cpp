#include "text/word_shaper.h"

#include <algorithm>
#include <functional>
#include <unordered_map>

#include "base/utf8.h"

namespace munjip {

namespace {

// Words that are longer do not come again.
constexpr std::size_t kMaxKeptBytes = 64;
// The keep is emptied when it holds this many glyphs (some 20 bytes each) or words.
constexpr std::size_t kMaxKeptGlyphs = 200'000, kMaxKeptWords = 40'000;

struct WordKey {
  const ShapingContext* context = nullptr;
  hb_script_t before = HB_SCRIPT_COMMON;
  bool right_to_left = false;
  std::string text;
};

struct WordKeyView {
  const ShapingContext* context = nullptr;
  hb_script_t before = HB_SCRIPT_COMMON;
  bool right_to_left = false;
  std::string_view text;

  WordKeyView(const ShapingContext* c, hb_script_t b, bool rtl, std::string_view t)
      : context(c), before(b), right_to_left(rtl), text(t) {}
  WordKeyView(const WordKey& key)  // NOLINT(google-explicit-constructor)
      : WordKeyView(key.context, key.before, key.right_to_left, key.text) {}
  bool operator==(const WordKeyView& other) const = default;
};

struct WordHash {
  using is_transparent = void;
  std::size_t operator()(const WordKeyView& key) const {
    constexpr std::size_t kMix = 0x9E3779B97F4A7C15U;
    const std::size_t rest = std::hash<const void*>()(key.context) + key.before * std::size_t{2} +
                             static_cast<std::size_t>(key.right_to_left);
    return std::hash<std::string_view>()(key.text) ^ (rest * kMix);
  }
};

struct WordEqual {
  using is_transparent = void;
  bool operator()(const WordKeyView& a, const WordKeyView& b) const { return a == b; }
};

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
             const ShapingContext& context, ShapedWord& out);
  void shape_segment(std::string_view word, const WordSegment& segment, bool right_to_left,
                     const ShapingContext& context, ShapedWord& out);
  void fill_buffer(std::string_view word, const WordSegment& segment);
  void take_glyphs(std::string_view word, ShapedWord& out);

  std::unique_ptr<hb_buffer_t, BufferDeleter> buffer{hb_buffer_create()};
  WordFonts fonts;
  ShapedWord unkept;
  std::unordered_map<WordKey, ShapedWord, WordHash, WordEqual> kept;
  std::size_t kept_glyphs = 0;
};

namespace {

// What stands where a font has nothing: a visible box.
void add_replacement(const ShapingContext& context, std::uint32_t begin, std::uint32_t end,
                     ShapedWord& out) {
  for (const char32_t box : {char32_t{0x25A1}, kReplacement}) {
    const FontRef font = context.font_of(box);
    if (font == nullptr) continue;
    const std::uint32_t glyph = font->glyph(box);
    out.pieces.push_back({font, begin, end, static_cast<std::uint32_t>(out.glyphs.size()), 1});
    out.glyphs.push_back({glyph, begin, hb_font_get_glyph_h_advance(font->hb(), glyph), 0, 0});
    return;
  }
}

}  // namespace

// Code points that the font lacks are left out; what stands around the segment is context for
// joining scripts.
void WordShaper::State::fill_buffer(std::string_view word, const WordSegment& segment) {
  hb_buffer_clear_contents(buffer.get());
  const auto is_inside = [&](const MissingCodePoint& m) {
    return m.at >= segment.begin && m.at < segment.end;
  };
  const auto length = static_cast<int>(word.size());
  if (std::none_of(fonts.missing.begin(), fonts.missing.end(), is_inside)) {
    hb_buffer_add_utf8(buffer.get(), word.data(), length, segment.begin,
                       static_cast<int>(segment.end - segment.begin));
    return;
  }
  for (std::size_t at = segment.begin; at < segment.end;) {
    const auto place = static_cast<std::uint32_t>(at);
    const char32_t c = next_code_point(word, at);
    const bool is_missing = std::any_of(fonts.missing.begin(), fonts.missing.end(),
                                        [&](const MissingCodePoint& m) { return m.at == place; });
    if (!is_missing) hb_buffer_add(buffer.get(), c, place);
  }
  hb_buffer_set_content_type(buffer.get(), HB_BUFFER_CONTENT_TYPE_UNICODE);
}

void WordShaper::State::shape_segment(std::string_view word, const WordSegment& segment,
                                      bool right_to_left, const ShapingContext& context,
                                      ShapedWord& out) {
  if (segment.font == nullptr) {
    add_replacement(context, segment.begin, segment.end, out);
    return;
  }
  hb_buffer_t* b = buffer.get();
  fill_buffer(word, segment);
  // Each jamo keeps its own code point, so that a PDF reader can give the text back.
  hb_buffer_set_cluster_level(b, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
  hb_buffer_set_flags(b, HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES);
  hb_buffer_set_direction(b, right_to_left ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
  hb_buffer_set_script(b, segment.script);
  hb_buffer_set_language(b, context.language());
  const bool ligatures = context.key().ligatures;
  hb_shape(segment.font->hb(), b, ligatures ? nullptr : kNoLigatures,
           ligatures ? 0 : static_cast<unsigned>(std::size(kNoLigatures)));
  out.pieces.push_back(
      {segment.font, segment.begin, segment.end, static_cast<std::uint32_t>(out.glyphs.size()), 0});
  take_glyphs(word, out);
}

void WordShaper::State::take_glyphs(std::string_view word, ShapedWord& out) {
  unsigned count = 0;
  const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer.get(), &count);
  const hb_glyph_position_t* places = hb_buffer_get_glyph_positions(buffer.get(), &count);
  for (unsigned i = 0; i < count; ++i) {
    if (infos[i].codepoint == 0) {
      std::size_t at = infos[i].cluster;
      out.missing.push_back({next_code_point(word, at), infos[i].cluster});
      continue;
    }
    out.glyphs.push_back({infos[i].codepoint, infos[i].cluster, places[i].x_advance,
                          places[i].x_offset, places[i].y_offset});
  }
  WordPiece& piece = out.pieces.back();
  piece.glyph_count = static_cast<std::uint32_t>(out.glyphs.size()) - piece.first_glyph;
}

void WordShaper::State::shape(std::string_view word, hb_script_t before, bool right_to_left,
                              const ShapingContext& context, ShapedWord& out) {
  choose_fonts(word, before, context, fonts);
  out.missing = fonts.missing;
  for (const WordSegment& segment : fonts.segments) {
    shape_segment(word, segment, right_to_left, context, out);
  }
}

WordShaper::WordShaper() : state_(std::make_unique<State>()) {}
WordShaper::~WordShaper() = default;
WordShaper::WordShaper(WordShaper&&) noexcept = default;
WordShaper& WordShaper::operator=(WordShaper&&) noexcept = default;

const ShapedWord& WordShaper::shape(std::string_view word, hb_script_t before, bool right_to_left,
                                    const ShapingContext& context) {
  if (word.size() > kMaxKeptBytes) {
    state_->unkept = {};
    state_->shape(word, before, right_to_left, context, state_->unkept);
    return state_->unkept;
  }
  const auto found = state_->kept.find(WordKeyView(&context, before, right_to_left, word));
  if (found != state_->kept.end()) return found->second;
  if (state_->kept_glyphs > kMaxKeptGlyphs || state_->kept.size() > kMaxKeptWords) {
    state_->kept.clear();
    state_->kept_glyphs = 0;
  }
  ShapedWord shaped;
  state_->shape(word, before, right_to_left, context, shaped);
  state_->kept_glyphs += shaped.glyphs.size();
  return state_->kept
      .emplace(WordKey{&context, before, right_to_left, std::string(word)}, std::move(shaped))
      .first->second;
}

}  // namespace munjip
