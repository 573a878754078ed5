#include "layout/measured_paragraph.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "text/name_breaks.h"

namespace munjip {

namespace {

constexpr int kTabColumns = 4;
constexpr int kJointPenalty = 2700;  // on top of a medium break's 300

// Letters that stand in a square of their own: between two of them letter space may be set
// (typography.md 2.2).
bool is_square(char32_t c) {
  return (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0x3041 && c <= 0x30FF) ||
         (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0x20000 && c <= 0x3FFFF);
}

// What counts when a last line is too short: letters and digits, not punctuation.
bool is_letter(char32_t c) {
  if (c < 0x80) return (c >= '0' && c <= '9') || ((c | 0x20U) >= 'a' && (c | 0x20U) <= 'z');
  if (c < 0xC0) return false;
  const bool punctuation =
      (c >= 0x2000 && c <= 0x206F) || (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF00 && c <= 0xFF0F);
  return !punctuation;
}

char32_t character_at(std::string_view text, std::size_t at) {
  return at < text.size() ? next_code_point(text, at) : 0;
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
  Measurer(MeasuredParagraph& paragraph, Length measure)
      : out_(paragraph), text_(paragraph.shaped.text), measure_(measure) {}

  void run();

 private:
  void add_run(ShapedRun& run, std::vector<GlyphGlue>& glue);
  void add_cluster(ShapedRun& run, const Cluster& cluster, std::vector<GlyphGlue>& glue);
  void add_picture(const InlinePicture& picture);
  void pass(std::uint32_t offset);
  void add_candidate(const BreakCandidate& candidate, std::uint32_t offset, std::uint32_t ink_end);
  void set_word_space(ShapedRun& run, Glyph& glyph);
  void set_tab(const ShapedRun& run, Glyph& glyph);
  bool may_break(std::uint32_t offset);
  bool is_joint(const BreakPoint& one) const;

  MeasuredParagraph& out_;
  std::string_view text_;
  Length measure_;
  LineTotals at_;      // up to here, without the letter space before the next cluster
  LineTotals gap_;     // that letter space
  Length line_start_;  // width up to the last forced line end
  std::size_t next_break_ = 0;
  std::size_t next_end_ = 0;  // break whose line end is still ahead
  std::size_t next_ruby_ = 0;
  std::vector<LineTotals> ends_;
  std::vector<Cluster> clusters_;                               // of the run at hand
  std::vector<std::pair<BreakCandidate, std::uint32_t>> held_;  // cluster boundaries since then
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
  at_.word_shrink += glyph.advance.scaled(kWordShrinkUnit);
  at_.spaces += 1;
}

// Tab stops stand every four word spaces (in code, four columns).
void Measurer::set_tab(const ShapedRun& run, Glyph& glyph) {
  const double space = run.font->metrics().space * run.style->font_size.pt();
  const Length stop = Length::pt(std::max(space, 0.1) * kTabColumns);
  const std::int64_t into = (at_.width - line_start_).raw() % stop.raw();
  glyph.advance = Length::from_raw(stop.raw() - into);
}

void Measurer::add_cluster(ShapedRun& run, const Cluster& cluster, std::vector<GlyphGlue>& glue) {
  pass(cluster.begin);
  at_ += gap_;
  gap_ = {};
  const char32_t first = character_at(text_, cluster.begin);
  if (first == U'\t') set_tab(run, run.glyphs[cluster.first_glyph]);
  if (is_word_space(first)) {
    glue[cluster.first_glyph] = GlyphGlue::word_space;
    set_word_space(run, run.glyphs[cluster.first_glyph]);
    return;
  }
  for (std::size_t g = 0; g < cluster.count; ++g) {
    at_.width += run.glyphs[cluster.first_glyph + g].advance;
  }
  if (is_letter(first)) at_.syllables += 1;
  if (run.right_to_left || !is_square(first) || !is_square(character_at(text_, cluster.end)))
    return;
  glue[cluster.first_glyph + cluster.count - 1] = GlyphGlue::letter_gap;
  gap_.letter_stretch = run.style->font_size.scaled(kLetterStretchUnit);
  gap_.letter_shrink = run.style->font_size.scaled(kLetterShrinkUnit);
}

// Inside a web address after one of its delimiters, or at a joint of a program's name: better than
// a line full of holes.
bool Measurer::is_joint(const BreakPoint& one) const {
  constexpr std::string_view kDelimiters = "/?&=#._-";
  if (one.grade != BreakGrade::emergency || one.offset == 0) return false;
  const auto before = static_cast<unsigned char>(text_[one.offset - 1]);
  return kDelimiters.find(static_cast<char>(before)) != std::string_view::npos ||
         is_name_joint(before, character_at(text_, one.offset));
}

// No line ends inside a ruby's base: its reading could not follow.
bool Measurer::may_break(std::uint32_t offset) {
  const auto& rubies = out_.content.rubies;
  while (next_ruby_ < rubies.size() && rubies[next_ruby_].end <= offset) ++next_ruby_;
  return next_ruby_ == rubies.size() || offset <= rubies[next_ruby_].begin;
}

void Measurer::add_candidate(const BreakCandidate& candidate, std::uint32_t offset,
                             std::uint32_t ink_end) {
  const auto push = [this](const BreakCandidate& one, std::uint32_t at, std::uint32_t end) {
    out_.candidates.push_back(one);
    out_.offsets.push_back(at);
    out_.ink_ends.push_back(end);
  };
  const LineTotals stretch = candidate.end - out_.candidates.back().start;
  if (stretch.width > measure_) {
    for (const auto& [held, at] : held_) push(held, at, at);
  }
  held_.clear();
  push(candidate, offset, ink_end);
}

// Notes every break whose line ends, or whose next line starts, at or before `offset`.
void Measurer::pass(std::uint32_t offset) {
  const auto& breaks = out_.shaped.breaks;
  while (next_end_ < breaks.size() && breaks[next_end_].line_end <= offset) {
    ends_[next_end_++] = at_;
  }
  bool is_break = false;
  while (next_break_ < breaks.size() && breaks[next_break_].offset <= offset) {
    const BreakPoint& one = breaks[next_break_];
    LineTotals start = at_;
    start += gap_;
    if (one.offset > 0 && (one.grade == BreakGrade::mandatory || may_break(one.offset))) {
      BreakCandidate candidate{ends_[next_break_], start, one.grade, one.penalty};
      if (is_joint(one)) {
        candidate.grade = BreakGrade::medium;
        candidate.penalty = kJointPenalty;
      }
      add_candidate(candidate, one.offset, one.line_end);
      is_break = true;
      if (one.grade == BreakGrade::mandatory) line_start_ = at_.width;
    }
    ++next_break_;
  }
  if (is_break || offset == 0 || offset >= text_.size() || !may_break(offset)) return;
  BreakCandidate held{at_, at_, BreakGrade::emergency, 0};
  held.start += gap_;
  held_.emplace_back(held, offset);
}

// A small picture stands in the text like a letter.
void Measurer::add_picture(const InlinePicture& picture) {
  pass(picture.offset);
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
  ends_.resize(out_.shaped.breaks.size());
  out_.glue.resize(out_.shaped.runs.size());
  for (std::size_t r = 0; r < out_.shaped.runs.size(); ++r) {
    add_run(out_.shaped.runs[r], out_.glue[r]);
  }
  gap_ = {};
  pass(static_cast<std::uint32_t>(text_.size()));
}

}  // namespace

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
  Measurer(out, measure).run();
  return out;
}

}  // namespace munjip
