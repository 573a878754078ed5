#include "text/paragraph_shaper.h"

#include <algorithm>
#include <cmath>

#include "text/blanks.h"
#include "text/decode.h"
#include "text/graphemes.h"

namespace munjip {

namespace {

// Longer words are shaped in pieces of about this many bytes, so that no paragraph costs more than
// its length.
constexpr std::size_t kMaxWordBytes = 512;
// More than any cluster has (graphemes.h).
constexpr std::size_t kMaxClusterBytes = 256;
constexpr char32_t kObject = 0xFFFC;

bool is_line_end(char32_t c) {
  return c == U'\n' || c == U'\r' || c == 0x2028 || c == 0x2029;
}

bool ends_word(char32_t c) {
  return is_blank_character(c) || is_line_end(c) || c == kObject;
}

}  // namespace

void ParagraphShaper::add(const Stretch& stretch) {
  stretch_ = stretch;
  is_open_ = false;
  last_font_ = nullptr;
  last_script_ = stretch.context->default_script();
  for (std::uint32_t at = stretch.begin; at < stretch.end;) {
    std::size_t next = at;
    const char32_t c = decode_next(text_, next);
    if (!ends_word(c)) {
      at = add_plain(at);
      continue;
    }
    if (c == kObject) {
      add_object(at);
    } else if (is_blank_character(c)) {
      add_blank(c, at);
    }
    at = static_cast<std::uint32_t>(next);
  }
}

// Sets the plain characters from `at`, then the rest of the word; the offset after it.
std::uint32_t ParagraphShaper::add_plain(std::uint32_t at) {
  plain_.clear();
  std::size_t stop = at;
  char32_t c = 0;
  while (stop < stretch_.end) {
    std::size_t next = stop;
    c = decode_next(text_, next);
    const PlainChar& character = stretch_.context->plain(c);
    if (character.state != PlainChar::State::plain || (stretch_.level & 1U) != 0) break;
    plain_.push_back({character, static_cast<std::uint32_t>(stop), c});
    stop = next;
  }
  const bool is_whole = stop == stretch_.end || ends_word(c);
  if (!is_whole) {
    plain_.resize(safe_plain_count(static_cast<std::uint32_t>(stop)));
    // `stop` is now where the first character stands that is not set here.
    const std::size_t count = plain_.size();
    stop = count == 0 ? at : grapheme_end(text_, plain_.back().at);
  }
  for (const Plain& plain : plain_) {
    use_font(stretch_.context->chain()[plain.character.font], plain.at);
    push(plain.character.glyph, plain.at, plain.character.advance, 0, 0);
  }
  const hb_script_t script = script_before();
  if (script != HB_SCRIPT_COMMON) last_script_ = script;
  return is_whole ? static_cast<std::uint32_t>(stop)
                  : add_word(static_cast<std::uint32_t>(stop), script);
}

// How many of the plain characters before `stop` do not depend on what stands there: not a letter
// that a mark follows, nor Hanja whose run goes on (one font for the whole run).
std::size_t ParagraphShaper::safe_plain_count(std::uint32_t stop) const {
  std::size_t count = plain_.size();
  if (count > 0 && grapheme_end(text_, plain_[count - 1].at) > stop) --count;
  std::size_t next = stop;
  const char32_t c = decode_next(text_, next);
  const auto is_han = [](char32_t code) {
    return hb_unicode_script(hb_unicode_funcs_get_default(), code) == HB_SCRIPT_HAN;
  };
  if (!is_han(c)) return count;
  while (count > 0 && is_han(plain_[count - 1].code_point)) --count;
  return count;
}

// The script of the plain characters set just now.
hb_script_t ParagraphShaper::script_before() const {
  const auto strong = std::find_if(plain_.rbegin(), plain_.rend(),
                                   [](const Plain& p) { return !p.character.is_common; });
  return strong == plain_.rend()
             ? HB_SCRIPT_COMMON
             : hb_unicode_script(hb_unicode_funcs_get_default(), strong->code_point);
}

std::uint32_t ParagraphShaper::word_end(std::uint32_t at) const {
  for (std::size_t end = at; end < stretch_.end;) {
    std::size_t next = end;
    if (ends_word(decode_next(text_, next))) return static_cast<std::uint32_t>(end);
    if (next - at > kMaxWordBytes && end > at) return static_cast<std::uint32_t>(end);
    // Only where a word is about to be divided does it matter where its clusters end.
    const bool is_near_limit = next - at + kMaxClusterBytes > kMaxWordBytes;
    end = is_near_limit ? std::min<std::size_t>(grapheme_end(text_, end), stretch_.end) : next;
  }
  return stretch_.end;
}

std::uint32_t ParagraphShaper::add_word(std::uint32_t at, hb_script_t before) {
  const std::uint32_t end = word_end(at);
  const bool is_rtl = (stretch_.level & 1U) != 0;
  const ShapedWord word =
      words_.shape(text_.substr(at, end - at), before, is_rtl, *stretch_.context);
  for (const WordPiece& piece : word.pieces) {
    use_font(piece.font, at + piece.begin);
    last_script_ = piece.script;
    for (std::uint32_t i = 0; i < piece.glyph_count; ++i) {
      // Right to left, a run is gathered backwards and turned round when it is whole.
      const std::uint32_t from_end = piece.glyph_count - 1 - i;
      const WordGlyph& glyph = word.glyphs[piece.first_glyph + (is_rtl ? from_end : i)];
      push(glyph.id, at + glyph.cluster, glyph.advance, glyph.dx, glyph.dy);
    }
  }
  for (const MissingCodePoint& m : word.missing) missing_.push_back({m.code_point, at + m.at});
  return end;
}

// Drawn with the font's own glyph where it has one, else with its space in another width.
void ParagraphShaper::add_blank(char32_t code_point, std::uint32_t at) {
  const FontRef font = last_font_ != nullptr ? last_font_ : stretch_.context->chain().front();
  use_font(font, at);
  WordGlyph blank = words_.space(*font, last_script_, *stretch_.context);
  if (code_point != U' ' && code_point != 0xA0) {
    const double em = font->metrics().units_per_em;
    const double width = blank_width(*font, code_point, blank.advance / em);
    blank.advance = static_cast<std::int32_t>(std::lround(width * em));
    const std::uint32_t own = code_point == U'\t' ? 0 : font->glyph(code_point);
    if (own != 0) blank.id = own;
  }
  if (blank.id != 0) push(blank.id, at, blank.advance, 0, 0);
}

void ParagraphShaper::add_object(std::uint32_t at) {
  while (next_object_ < objects_.size() && objects_[next_object_].offset < at) ++next_object_;
  if (next_object_ == objects_.size() || objects_[next_object_].offset != at) return;
  const FontRef kept = last_font_;
  is_open_ = false;
  use_font(stretch_.context->chain().front(), at);
  runs_.back().object = static_cast<std::uint32_t>(next_object_) + 1;
  is_open_ = false;
  last_font_ = kept;
}

void ParagraphShaper::use_font(FontRef font, std::uint32_t at) {
  last_font_ = font;
  if (is_open_ && runs_.back().font == font) return;
  close_run(at);
  ShapedRun run;
  run.font = font;
  run.style = stretch_.style;
  // What stands before the first glyph (a line end, characters that draw nothing) is the run's too.
  run.begin = runs_.empty() ? 0 : runs_.back().end;
  run.right_to_left = (stretch_.level & 1U) != 0;
  run.level = stretch_.level;
  run.span = stretch_.span;
  runs_.push_back(std::move(run));
  is_open_ = true;
  scale_ = static_cast<double>(stretch_.style->font_size.raw()) / font->metrics().units_per_em;
}

void ParagraphShaper::close_run(std::uint32_t end) {
  if (runs_.empty()) return;
  ShapedRun& run = runs_.back();
  run.end = end;
  if (run.right_to_left) std::reverse(run.glyphs.begin(), run.glyphs.end());
}

Length ParagraphShaper::scaled(std::int32_t units) const {
  const double raw = units * scale_;
  return Length::from_raw(static_cast<std::int64_t>(raw < 0 ? raw - 0.5 : raw + 0.5));
}

void ParagraphShaper::push(std::uint32_t glyph, std::uint32_t cluster, std::int32_t advance,
                           std::int32_t dx, std::int32_t dy) {
  Glyph& placed = runs_.back().glyphs.emplace_back();
  placed.id = glyph;
  placed.cluster = cluster;
  placed.advance = scaled(advance);
  if (dx != 0) placed.dx = scaled(dx);
  if (dy != 0) placed.dy = scaled(dy);
}

std::vector<ShapedRun> ParagraphShaper::finish() {
  close_run(static_cast<std::uint32_t>(text_.size()));
  return std::move(runs_);
}

}  // namespace munjip
