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
      read_word(at);
      add_read_word();
      at = word_end_;
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

// The characters from `at` to the word's end; a very long word ends where a cluster does.
void ParagraphShaper::read_word(std::uint32_t at) {
  word_.clear();
  std::size_t end = at, cluster_end = at;
  while (end < stretch_.end) {
    const std::size_t begin = end;
    if (begin - at + kMaxClusterBytes > kMaxWordBytes && begin >= cluster_end) {
      if (begin - at > kMaxWordBytes) break;
      cluster_end = grapheme_end(text_, begin);
    }
    const char32_t c = decode_next(text_, end);
    const PlainChar& is = stretch_.context->plain(c);
    if (is.state != PlainChar::State::plain && ends_word(c)) {
      end = begin;
      break;
    }
    word_.push_back({is, static_cast<std::uint32_t>(begin)});
  }
  word_end_ = static_cast<std::uint32_t>(std::min<std::size_t>(end, stretch_.end));
}

// Whether what is not plain may be shaped apart from what is. Not where a bracket or quote may have
// its partner among characters of another script, whose font it then takes.
bool ParagraphShaper::may_divide() const {
  if ((stretch_.level & 1U) != 0) return false;
  bool has_pairing = false, has_other_script = false;
  for (const Read& read : word_) {
    if (read.is.state == PlainChar::State::bound) return false;
    has_pairing = has_pairing || (read.is.is_pairing && read.is.state != PlainChar::State::plain);
    has_other_script = has_other_script ||
                       (read.is.script != HB_SCRIPT_COMMON && read.is.script != HB_SCRIPT_HANGUL);
  }
  return !has_pairing || !has_other_script;
}

// The end of the plain characters, or of those that are not, from `first` on.
std::size_t ParagraphShaper::plain_end(std::size_t first) const {
  const auto is_plain = [&](std::size_t i) { return word_[i].is.state == PlainChar::State::plain; };
  std::size_t end = first + 1;
  while (end < word_.size() && is_plain(end) == is_plain(first)) ++end;
  return end;
}

void ParagraphShaper::add_read_word() {
  const auto has_script = [](const Read& read) { return read.is.script != HB_SCRIPT_COMMON; };
  if (!may_divide()) {
    // In slanted text a number goes with the word before it.
    const bool has_letters = std::any_of(word_.begin(), word_.end(), has_script);
    const bool goes_on = !has_letters && stretch_.context->italic_font() != nullptr;
    add_shaped(word_.front().at, word_end_, goes_on ? last_script_ : HB_SCRIPT_COMMON);
    return;
  }
  // Marks take the script of what stands before them; the first ones that of what follows.
  const auto strong = std::find_if(word_.begin(), word_.end(), has_script);
  hb_script_t before = strong != word_.end() ? strong->is.script : HB_SCRIPT_COMMON;
  for (std::size_t first = 0; first < word_.size();) {
    const std::size_t end = plain_end(first);
    if (word_[first].is.state == PlainChar::State::plain) {
      add_plain(first, end);
    } else {
      add_shaped(word_[first].at, end < word_.size() ? word_[end].at : word_end_, before);
    }
    for (std::size_t i = first; i < end; ++i) {
      if (has_script(word_[i])) before = word_[i].is.script;
    }
    if (before != HB_SCRIPT_COMMON) last_script_ = before;
    first = end;
  }
}

void ParagraphShaper::add_plain(std::size_t first, std::size_t end) {
  for (std::size_t i = first; i < end; ++i) {
    const PlainChar& is = word_[i].is;
    use_font(stretch_.context->chain()[is.font], is.script, word_[i].at);
    push(is.glyph, word_[i].at, is.advance, 0, 0);
  }
}

void ParagraphShaper::add_shaped(std::uint32_t begin, std::uint32_t end, hb_script_t before) {
  const bool is_rtl = (stretch_.level & 1U) != 0;
  const ShapedWord word =
      words_.shape(text_.substr(begin, end - begin), before, is_rtl, *stretch_.context);
  for (const WordPiece& piece : word.pieces) {
    use_font(piece.font, piece.script, begin + piece.begin);
    last_script_ = piece.script;
    for (std::uint32_t i = 0; i < piece.glyph_count; ++i) {
      // Right to left, a run is gathered backwards and turned round when it is whole.
      const std::uint32_t from_end = piece.glyph_count - 1 - i;
      const WordGlyph& glyph = word.glyphs[piece.first_glyph + (is_rtl ? from_end : i)];
      push(glyph.id, begin + glyph.cluster, glyph.advance, glyph.dx, glyph.dy);
    }
  }
  for (const MissingCodePoint& m : word.missing) missing_.push_back({m.code_point, begin + m.at});
}

// Drawn with the font's own glyph where it has one, else with its space in another width.
void ParagraphShaper::add_blank(char32_t code_point, std::uint32_t at) {
  const FontRef font = last_font_ != nullptr ? last_font_ : stretch_.context->chain().front();
  use_font(font, last_script_, at);
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
  use_font(stretch_.context->chain().front(), last_script_, at);
  runs_.back().object = static_cast<std::uint32_t>(next_object_) + 1;
  is_open_ = false;
  last_font_ = kept;
}

void ParagraphShaper::use_font(FontRef font, hb_script_t script, std::uint32_t at) {
  last_font_ = font;
  const Harmony harmony = stretch_.context->harmony(font, script);
  const Length size = harmony.scale == 1 ? stretch_.style->font_size
                                         : stretch_.style->font_size.scaled(harmony.scale);
  if (is_open_ && runs_.back().font == font && runs_.back().size == size) return;
  close_run(at);
  ShapedRun run;
  run.font = font;
  run.style = stretch_.style;
  run.size = size;
  // What stands before the first glyph (a line end, characters that draw nothing) is the run's too.
  run.begin = runs_.empty() ? 0 : runs_.back().end;
  run.right_to_left = (stretch_.level & 1U) != 0;
  run.level = stretch_.level;
  run.span = stretch_.span;
  runs_.push_back(std::move(run));
  is_open_ = true;
  scale_ = static_cast<double>(size.raw()) / font->metrics().units_per_em;
  rise_ = stretch_.style->font_size.scaled(harmony.rise);
}

void ParagraphShaper::close_run(std::uint32_t end) {
  if (runs_.empty()) return;
  ShapedRun& run = runs_.back();
  run.end = end;
  if (run.style->letter_spacing != Length()) set_apart(run);
  if (run.right_to_left) std::reverse(run.glyphs.begin(), run.glyphs.end());
}

// Letter spacing stands after each character that a reader sees (CSS Text 3, 8.2).
void ParagraphShaper::set_apart(ShapedRun& run) const {
  std::size_t end = run.begin;
  for (std::size_t i = 0; i < run.glyphs.size(); ++i) {
    while (end <= run.glyphs[i].cluster && end < text_.size()) end = grapheme_end(text_, end);
    const bool is_last = i + 1 == run.glyphs.size() || run.glyphs[i + 1].cluster >= end;
    if (is_last) run.glyphs[i].advance += run.style->letter_spacing;
  }
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
  placed.dy = rise_;
  if (dy != 0) placed.dy += scaled(dy);
}

std::vector<ShapedRun> ParagraphShaper::finish() {
  close_run(static_cast<std::uint32_t>(text_.size()));
  return std::move(runs_);
}

}  // namespace munjip
