#include "layout/measured_paragraph.h"

#include <algorithm>
#include <utility>

#include "base/letters.h"
#include "base/utf8.h"
#include "layout/line_edges.h"

namespace munjip {

namespace {

constexpr int kTabColumns = 4;

// Letters that stand in a square of their own: between two of them letter space may be set
// (typography.md 2.2).
bool is_square(char32_t c) {
  return is_hangul_syllable(c) || is_kana(c) || is_hanja(c);
}

// By lead bytes: EA ... ED are Hangul syllables and hardly anything else, E3 ... E9 Kana and Hanja.
bool is_ideographic(std::string_view text) {
  const auto has = [&](unsigned char first, unsigned char last) {
    return std::any_of(text.begin(), text.end(),
                       [&](unsigned char c) { return first <= c && c <= last; });
  };
  return !has(0xEA, 0xED) && has(0xE3, 0xE9);
}

// What counts when a last line is too short: letters and digits, not punctuation.
bool is_letter(char32_t c) {
  if (c < 0x80) return (c >= '0' && c <= '9') || ((c | 0x20U) >= 'a' && (c | 0x20U) <= 'z');
  if (c < 0xC0) return false;
  const bool punctuation =
      (c >= 0x2000 && c <= 0x206F) || (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF00 && c <= 0xFF0F);
  return !punctuation;
}

// One cluster of glyphs in logical order.
struct Cluster {
  std::uint32_t begin = 0, end = 0;        // bytes of the text
  std::size_t first_glyph = 0, count = 0;  // of the run
};

void read_clusters(const ShapedRun& run, std::vector<Cluster>& clusters) {
  clusters.clear();
  for (std::size_t i = 0; i < run.glyphs.size();) {
    std::size_t end = i + 1;
    while (end < run.glyphs.size() && run.glyphs[end].cluster == run.glyphs[i].cluster) ++end;
    clusters.push_back({run.glyphs[i].cluster, run.end, i, end - i});
    i = end;
  }
  if (run.right_to_left) std::reverse(clusters.begin(), clusters.end());
  for (std::size_t c = 0; c + 1 < clusters.size(); ++c) clusters[c].end = clusters[c + 1].begin;
}

class Measurer {
 public:
  Measurer(MeasuredParagraph& paragraph, Length measure, const Style& style)
      : out_(paragraph),
        text_(paragraph.shaped.text),
        measure_(measure),
        is_justified_(style.align == TextAlign::justify),
        hang_(style.hang) {
    out_.is_ideographic = is_ideographic(text_);
  }

  void run();

 private:
  struct Place {
    BreakCandidate candidate;
    std::uint32_t offset = 0, ink_end = 0;
    LineEdge edge;
  };
  void add_run(ShapedRun& run, std::vector<GlyphGlue>& glue);
  void add_cluster(ShapedRun& run, const Cluster& cluster, std::vector<GlyphGlue>& glue);
  void add_picture(const InlinePicture& picture);
  void pass(std::uint32_t offset, Length start_hang = {});
  void add_candidate(Place place);
  Place place_of(const BreakPoint& one, const LineTotals& end, const LineEdge& edge) const;
  void set_word_space(ShapedRun& run, Glyph& glyph);
  void set_tab(const ShapedRun& run, Glyph& glyph);
  bool may_break(std::uint32_t offset);
  EdgeAllowance allowance(const ShapedRun& run, const Cluster& cluster, char32_t first) const;
  bool may_space_after(const Cluster& cluster, char32_t first);
  bool is_within_address(const Cluster& cluster);
  Length hyphen_width() const;

  MeasuredParagraph& out_;
  std::string_view text_;
  Length measure_;
  bool is_justified_;
  EdgeHang hang_;
  LineTotals at_;      // up to here, without the letter space before the next cluster
  LineTotals gap_;     // that letter space
  Length line_start_;  // width up to the last forced line end
  std::size_t next_break_ = 0;
  std::size_t next_end_ = 0;  // break whose line end is still ahead
  std::size_t next_ruby_ = 0;
  std::size_t next_address_ = 0;
  const ShapedRun* last_run_ = nullptr;  // of the cluster before
  Length end_hang_;                      // of the cluster before
  struct End {
    LineTotals at;
    Length hang;
  };
  std::vector<End> ends_;
  std::vector<Cluster> clusters_;  // of the run at hand
  std::vector<Place> held_;        // cluster boundaries since the last candidate
};

// Word space is the font's within 0.23 ... 0.33 em, so that a wide or narrow font space does not
// show.
void Measurer::set_word_space(ShapedRun& run, Glyph& glyph) {
  const Length em = run.style->font_size;
  if (run.style->white_space != WhiteSpace::pre_wrap) {
    glyph.advance = std::clamp(glyph.advance, em.scaled(kWordSpaceMin), em.scaled(kWordSpaceMax));
  }
  at_.width += glyph.advance;
  at_.word_stretch += glyph.advance.scaled(kWordStretchUnit);
  at_.word_shrink += std::clamp(glyph.advance - em.scaled(kNarrowestWordSpace), Length(),
                                glyph.advance.scaled(kWordShrinkUnit));
  at_.spaces += 1;
}

// Tab stops stand every four word spaces (in code, four columns).
void Measurer::set_tab(const ShapedRun& run, Glyph& glyph) {
  const double space = run.font->metrics().space * run.style->font_size.pt();
  const Length stop = Length::pt(std::max(space, 0.1) * kTabColumns);
  const std::int64_t into = (at_.width - line_start_).raw() % stop.raw();
  glyph.advance = Length::from_raw(stop.raw() - into);
}

// A web address is no word, and letter space does not spoil it; without any, a line that holds
// little else could not be flush.
bool Measurer::is_within_address(const Cluster& cluster) {
  const auto& addresses = out_.shaped.addresses;
  while (next_address_ < addresses.size() && addresses[next_address_].end <= cluster.begin) {
    ++next_address_;
  }
  return next_address_ < addresses.size() && addresses[next_address_].begin <= cluster.begin &&
         cluster.end < addresses[next_address_].end;
}

EdgeAllowance Measurer::allowance(const ShapedRun& run, const Cluster& cluster,
                                  char32_t first) const {
  if (!is_justified_ || run.right_to_left || cluster.count != 1) return {};
  return edge_allowance(first, run.glyphs[cluster.first_glyph], run.style->font_size, hang_);
}

void Measurer::add_cluster(ShapedRun& run, const Cluster& cluster, std::vector<GlyphGlue>& glue) {
  const char32_t first = character_at(text_, cluster.begin);
  Glyph& glyph = run.glyphs[cluster.first_glyph];
  if (cluster.count == 1) trim_blank(*run.font, first, run.style->font_size, glyph);
  const EdgeAllowance hang = allowance(run, cluster, first);
  if (last_run_ == nullptr) {
    out_.edges.front().start_hang = hang.start;
    out_.candidates.front().start.width += hang.start;
  }
  pass(cluster.begin, hang.start);
  last_run_ = &run;
  end_hang_ = hang.end;
  at_ += gap_;
  gap_ = {};
  if (first == U'\t') set_tab(run, glyph);
  if (is_word_space(first)) {
    glue[cluster.first_glyph] = GlyphGlue::word_space;
    set_word_space(run, glyph);
    return;
  }
  for (std::size_t g = 0; g < cluster.count; ++g) {
    at_.width += run.glyphs[cluster.first_glyph + g].advance;
  }
  if (is_letter(first)) at_.syllables += 1;
  if (run.right_to_left) return;
  if (!may_space_after(cluster, first)) return;
  glue[cluster.first_glyph + cluster.count - 1] = GlyphGlue::letter_gap;
  const Length em = run.style->font_size;
  gap_.letter_stretch = em.scaled(kLetterStretchUnit);
  gap_.letter_shrink = em.scaled(kLetterShrinkUnit);
}

// Latin words and numbers have none (KLREQ 4.3.7).
bool Measurer::may_space_after(const Cluster& cluster, char32_t first) {
  if (is_within_address(cluster)) return true;
  return is_square(first) && is_square(character_at(text_, cluster.end));
}

// No line ends inside a ruby's base: its reading could not follow.
bool Measurer::may_break(std::uint32_t offset) {
  const auto& rubies = out_.content.rubies;
  while (next_ruby_ < rubies.size() && rubies[next_ruby_].end <= offset) ++next_ruby_;
  return next_ruby_ == rubies.size() || offset <= rubies[next_ruby_].begin;
}

void Measurer::add_candidate(Place place) {
  const auto push = [this](const Place& one) {
    out_.candidates.push_back(one.candidate);
    out_.offsets.push_back(one.offset);
    out_.ink_ends.push_back(one.ink_end);
    out_.edges.push_back(one.edge);
  };
  const LineTotals stretch = place.candidate.end - out_.candidates.back().start;
  if (stretch.width > measure_) {
    for (const Place& held : held_) push(held);
  }
  held_.clear();
  push(place);
}

Length Measurer::hyphen_width() const {
  if (last_run_ == nullptr) return {};
  const std::uint32_t glyph = last_run_->font->glyph(U'-');
  return last_run_->style->font_size.scaled(glyph == 0 ? 0 : last_run_->font->advance(glyph));
}

// A break at the place reached; the line before it ends at `end`.
Measurer::Place Measurer::place_of(const BreakPoint& one, const LineTotals& end,
                                   const LineEdge& edge) const {
  Place place{{end, at_, one.grade, one.penalty}, one.offset, one.line_end, edge};
  place.candidate.start += gap_;
  place.candidate.start.width += edge.start_hang;
  place.candidate.end.width += edge.hyphen - edge.end_hang;
  return place;
}

// Notes every break whose line ends, or whose next line starts, at or before `offset`.
// `start_hang`: of what stands there.
void Measurer::pass(std::uint32_t offset, Length start_hang) {
  const auto& breaks = out_.shaped.breaks;
  while (next_end_ < breaks.size() && breaks[next_end_].line_end <= offset) {
    ends_[next_end_++] = {at_, end_hang_};
  }
  bool is_break = false;
  for (; next_break_ < breaks.size() && breaks[next_break_].offset <= offset; ++next_break_) {
    const BreakPoint& one = breaks[next_break_];
    if (one.offset == 0 || (one.grade != BreakGrade::mandatory && !may_break(one.offset))) continue;
    LineEdge edge{start_hang, ends_[next_break_].hang, {}};
    if (one.grade == BreakGrade::hyphen) {
      if (one.offset != offset) continue;  // inside a ligature
      edge.hyphen = hyphen_width();
      edge.end_hang = is_justified_ && hang_ != EdgeHang::none ? edge.hyphen / 2 : Length();
    }
    add_candidate(place_of(one, ends_[next_break_].at, edge));
    is_break = true;
    if (one.grade == BreakGrade::mandatory) line_start_ = at_.width;
  }
  if (is_break || offset == 0 || offset >= text_.size() || !may_break(offset)) return;
  const BreakPoint anywhere{offset, offset, BreakGrade::emergency, 0};
  held_.push_back(place_of(anywhere, at_, {start_hang, end_hang_, {}}));
}

// A small picture stands in the text like a letter.
void Measurer::add_picture(const InlinePicture& picture) {
  pass(picture.offset);
  end_hang_ = Length();
  at_ += gap_;
  gap_ = {};
  at_.width += picture.size.width;
  at_.syllables += 1;
}

void Measurer::add_run(ShapedRun& run, std::vector<GlyphGlue>& glue) {
  if (run.object != 0) add_picture(out_.content.pictures[run.object - 1]);
  glue.assign(run.glyphs.size(), GlyphGlue::none);
  read_clusters(run, clusters_);
  for (const Cluster& cluster : clusters_) add_cluster(run, cluster, glue);
}

void Measurer::run() {
  const std::size_t places = out_.shaped.breaks.size() + 1;
  out_.candidates.reserve(places);
  out_.offsets.reserve(places);
  out_.ink_ends.reserve(places);
  out_.candidates.assign(1, BreakCandidate{});
  out_.offsets.assign(1, 0);
  out_.ink_ends.assign(1, 0);
  out_.edges.reserve(places);
  out_.edges.assign(1, LineEdge{});
  ends_.resize(out_.shaped.breaks.size());
  out_.glue.resize(out_.shaped.runs.size());
  for (std::size_t r = 0; r < out_.shaped.runs.size(); ++r) {
    add_run(out_.shaped.runs[r], out_.glue[r]);
  }
  gap_ = {};
  pass(static_cast<std::uint32_t>(text_.size()));
}

}  // namespace

char32_t character_at(std::string_view text, std::size_t at) {
  return at < text.size() ? next_code_point(text, at) : 0;
}

bool is_word_space(char32_t c) {
  return c == U' ' || c == U'\u00A0';
}

MeasuredParagraph measure_paragraph(LayoutContext& context, ParagraphContent content,
                                    Length measure) {
  MeasuredParagraph out;
  out.em = context.style()->font_size;
  ParagraphText text = std::move(content.text);
  text.measure = measure;
  out.content = std::move(content);
  out.shaped = shape_and_tell(context, std::move(text));
  Measurer(out, measure, *context.style()).run();
  return out;
}

}  // namespace munjip
