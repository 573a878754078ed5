#include "pdf/text_writer.h"

#include <algorithm>
#include <cmath>

#include "pdf/number.h"
#include "pdf/pdf_string.h"

namespace munjip {

namespace {

constexpr int kPlaceDecimals = 3;
constexpr int kLetterSpaceDecimals = 4;

// A glyph that is off by less than this is not moved, in points.
constexpr double kTolerance = 0.004;

// Gaps between glyphs that differ by less count as the same.
constexpr double kSameGap = 0.001;

// A shorter run says too little about its letter space.
constexpr std::size_t kMinGaps = 3;

// Adjustments are in 1/1000 of the size: as many decimals as make a step of at most 0.01 pt.
int decimals_for(double size) {
  if (size <= 10) return 0;
  return size <= 100 ? 1 : 2;
}

}  // namespace

void TextWriter::begin_run(const GlyphRun& run, UserPoint baseline) {
  run_ = &run;
  baseline_ = baseline;
  font_index_ = codes_.font_index(run.font);
  size_ = printed_value(run.size.pt(), kPlaceDecimals);
  adjust_decimals_ = decimals_for(size_);
  choose_letter_space();
}

// Justified and spaced lines have one gap after nearly every glyph: Tc says it once (9.3.2).
void TextWriter::choose_letter_space() {
  if (run_->glyphs.size() <= kMinGaps) return;
  const FontCodes& font = codes_.fonts()[font_index_];
  gaps_.clear();
  for (std::size_t i = 0; i + 1 < run_->glyphs.size(); ++i) {
    const PlacedGlyph& glyph = run_->glyphs[i];
    gaps_.push_back((run_->glyphs[i + 1].x - glyph.x).pt() - font.width(glyph.id) * size_ / 1000);
  }
  const auto middle = gaps_.begin() + static_cast<std::ptrdiff_t>(gaps_.size() / 2);
  std::nth_element(gaps_.begin(), middle, gaps_.end());
  const double median = *middle;
  const auto same = std::count_if(gaps_.begin(), gaps_.end(),
                                  [&](double gap) { return std::abs(gap - median) < kSameGap; });
  const bool is_rule = 2 * static_cast<std::size_t>(same) > gaps_.size();
  const double wanted =
      is_rule && std::abs(median) >= kSameGap ? printed_value(median, kLetterSpaceDecimals) : 0;
  if (wanted == letter_space_) return;
  end_array();
  append_number(out_, wanted, kLetterSpaceDecimals);
  out_ += " Tc\n";
  letter_space_ = wanted;
}

void TextWriter::show(const Cluster& cluster) {
  const FontCodes& font = codes_.fonts()[font_index_];
  for (std::uint32_t i = 0; i < cluster.glyph_count; ++i) {
    const PlacedGlyph& glyph = run_->glyphs[cluster.first_glyph + i];
    const FontCodes::Shown shown = font.find(glyph.id, glyph_text(cluster, i, run_->right_to_left));
    set_font({font_index_, shown.alias, size_});
    set_rise(printed_value(glyph.dy.pt(), kPlaceDecimals));
    move_to(baseline_.x + (glyph.x + glyph.dx).pt());
    append_code(shown.code);
    pen_ += shown.width * size_ / 1000 + letter_space_;
  }
}

void TextWriter::set_font(const FontState& wanted) {
  if (font_ == wanted) return;
  end_array();
  out_ += '/';
  out_ += font_resource_name(wanted.font, wanted.alias);
  out_ += ' ';
  append_number(out_, wanted.size, kPlaceDecimals);
  out_ += " Tf\n";
  font_ = wanted;
}

void TextWriter::set_rise(double rise) {
  if (rise == rise_) return;
  end_array();
  append_number(out_, rise, kPlaceDecimals);
  out_ += " Ts\n";
  rise_ = rise;
}

// Moves by an adjustment within the line, by Td where there is no open array to adjust.
void TextWriter::move_to(double x) {
  begin_text();
  const double y = printed_value(baseline_.y, kPlaceDecimals);
  if (in_array_ && y == line_.y) {
    if (std::abs(x - pen_) > kTolerance) append_adjustment(x - pen_);
    return;
  }
  end_array();
  const double dx = printed_value(x - line_.x, kPlaceDecimals);
  const double dy = printed_value(y - line_.y, kPlaceDecimals);
  append_number(out_, dx, kPlaceDecimals);
  out_ += ' ';
  append_number(out_, dy, kPlaceDecimals);
  out_ += " Td\n[";
  in_array_ = true;
  line_ = {line_.x + dx, y};
  pen_ = line_.x;
}

void TextWriter::append_adjustment(double distance) {
  if (in_string_) out_ += ')';
  in_string_ = false;
  const double adjustment = printed_value(-distance * 1000 / size_, adjust_decimals_);
  append_number(out_, adjustment, adjust_decimals_);
  pen_ -= adjustment * size_ / 1000;
}

void TextWriter::append_code(std::uint16_t code) {
  if (!in_string_) out_ += '(';
  in_string_ = true;
  append_literal_byte(out_, static_cast<char>(code >> 8));
  append_literal_byte(out_, static_cast<char>(code & 0xFF));
}

void TextWriter::begin_text() {
  if (in_text_) return;
  out_ += "BT\n";
  in_text_ = true;
  line_ = {};
}

void TextWriter::end_array() {
  if (!in_array_) return;
  out_ += in_string_ ? ")]TJ\n" : "]TJ\n";
  in_array_ = in_string_ = false;
}

void TextWriter::end_text() {
  if (!in_text_) return;
  end_array();
  out_ += "ET\n";
  in_text_ = false;
}

}  // namespace munjip
