// Justification: glyphs at their places. All positions are sums of fixed-point lengths, and what is
// left over after rounding is spread over the line's spaces, so that a justified line ends exactly
// at the measure.
#include <algorithm>

#include "layout/line.h"
#include "layout/line_parts.h"

namespace munjip {

namespace {

// Letter space in a line without word spaces; wider, it is left ragged. Japanese and Chinese have
// no other space to share out.
constexpr double kWidestLetterSpace = kLetterStretchMax, kWidestIdeographSpace = 0.25;
// Word space at most, in em. A line that needs more (two long words) is set as loose as the soft
// ceiling allows and falls short of the margin: that is the lesser evil.
constexpr double kWidestWordSpace = 0.9;

// Visual order (UAX #9, rule L2): from the highest level down, every stretch of that level or more
// is turned round.
template <class Piece>
void reorder(std::vector<Piece>& pieces) {
  std::uint8_t highest = 0;
  for (const Piece& piece : pieces) highest = std::max(highest, piece.run->level);
  for (std::uint8_t level = highest; level > 0; --level) {
    for (auto i = pieces.begin(); i != pieces.end();) {
      const auto below = [level](const Piece& piece) { return piece.run->level < level; };
      const auto begin = std::find_if_not(i, pieces.end(), below);
      const auto end = std::find_if(begin, pieces.end(), below);
      std::reverse(begin, end);
      i = end;
    }
  }
}

}  // namespace

bool LineSetter::is_within(std::uint32_t object, const Piece& piece) const {
  const std::uint32_t offset = p_.content.pictures[object - 1].offset;
  return piece.begin <= offset && offset < piece.end;
}

std::vector<LineSetter::Piece> LineSetter::pieces_of(const BrokenLine& line) {
  const std::uint32_t begin = p_.offsets[line.from], end = p_.offsets[line.to];
  const auto& runs = p_.shaped.runs;
  while (run_ < runs.size() && runs[run_].end <= begin) ++run_;
  std::vector<Piece> pieces;
  for (std::size_t r = run_; r < runs.size() && runs[r].begin < end; ++r) {
    Piece piece{&runs[r],
                &p_.glue[r],
                0,
                0,
                std::max(begin, runs[r].begin),
                std::min(end, runs[r].end),
                p_.ink_ends[line.to]};
    const auto& glyphs = runs[r].glyphs;
    const auto before = [&](std::uint32_t offset) {
      const auto found =
          std::partition_point(glyphs.begin(), glyphs.end(), [&](const Glyph& glyph) {
            return runs[r].right_to_left ? glyph.cluster >= offset : glyph.cluster < offset;
          });
      return static_cast<std::size_t>(found - glyphs.begin());
    };
    piece.first = before(runs[r].right_to_left ? piece.end : piece.begin);
    piece.last = before(runs[r].right_to_left ? piece.begin : piece.end);
    const bool is_picture = runs[r].object != 0 && is_within(runs[r].object, piece);
    if (piece.first < piece.last || is_picture) pieces.push_back(piece);
  }
  reorder(pieces);
  return pieces;
}

// Letters take their units up to the limit, words the rest (typography.md 2.2).
LineSetter::Spacing LineSetter::spacing_of(const BrokenLine& line, const LineFrame& frame,
                                           const std::vector<Piece>& pieces) const {
  const LineTotals totals = p_.candidates[line.to].end - p_.candidates[line.from].start;
  Spacing spacing;
  spacing.excess = frame.measure - totals.width;
  const bool ends_paragraph = p_.candidates[line.to].grade == BreakGrade::mandatory;
  const bool squeezed = spacing.excess < Length();
  if (frame.align != TextAlign::justify || (ends_paragraph && !squeezed)) return spacing;
  const double ratio = looseness(totals, frame.measure);
  if (ratio < -1.001) return spacing;  // it does not fit anyway
  const double units = std::min(ratio, kMaxLetterUnits);
  spacing.letter_space = units * (units < 0 ? kLetterShrinkUnit : kLetterStretchUnit);
  Length letters;
  for (const Piece& piece : pieces) {
    for (std::size_t i = piece.first; i < piece.last; ++i) {
      if (!piece.counts(i)) continue;
      if ((*piece.glue)[i] == GlyphGlue::word_space) {
        ++spacing.words.count;
      } else {
        ++spacing.letters.count;
        letters += piece.run->style->font_size.scaled(spacing.letter_space);
      }
    }
  }
  const Length natural = totals.word_stretch.scaled(1 / kWordStretchUnit);
  const auto words_at = [&](double em) { return p_.em.scaled(em) * spacing.words.count - natural; };
  const double widest_letters = p_.is_ideographic ? kWidestIdeographSpace : kWidestLetterSpace;
  if (spacing.words.count > 0) {
    const bool fits = spacing.excess - letters <= words_at(kWidestWordSpace);
    spacing.words.total = fits ? spacing.excess - letters : words_at(kWideWordSpace);
    spacing.excess -= letters + spacing.words.total;
  } else if (spacing.letters.count > 0 &&
             spacing.excess <= p_.em.scaled(widest_letters) * spacing.letters.count) {
    spacing.letters_share = true;
    spacing.letters.total = spacing.excess;
    spacing.letter_space = spacing.excess.ratio(p_.em) / static_cast<double>(spacing.letters.count);
    spacing.excess = Length();
  } else {
    spacing.letter_space = 0;
  }
  return spacing;
}

void LineSetter::add_glyphs(const Piece& piece, Spacing& spacing, PlacedRun& run) const {
  const std::string_view text = p_.shaped.text;
  const auto base = static_cast<std::uint32_t>(run.glyphs.text.size());
  run.glyphs.text += text.substr(piece.begin, piece.end - piece.begin);
  run.glyphs.glyphs.reserve(run.glyphs.glyphs.size() + piece.last - piece.first);
  for (std::size_t i = piece.first; i < piece.last; ++i) {
    const Glyph& glyph = piece.run->glyphs[i];
    run.glyphs.glyphs.push_back(
        {glyph.id, base + glyph.cluster - piece.begin, run.width, glyph.dx, glyph.dy});
    run.width += glyph.advance;
    if (!piece.counts(i)) continue;
    if ((*piece.glue)[i] == GlyphGlue::word_space) {
      run.width += spacing.words.next();
    } else if (spacing.letters_share) {
      run.width += spacing.letters.next();
    } else {
      run.width += run.style->font_size.scaled(spacing.letter_space);
    }
  }
}

// Pieces of one font and look that follow each other become one run.
std::vector<LineSetter::PlacedRun> LineSetter::place(const std::vector<Piece>& pieces,
                                                     Spacing spacing, Length x) const {
  std::vector<PlacedRun> runs;
  for (const Piece& piece : pieces) {
    const ShapedRun& from = *piece.run;
    const bool joins = !runs.empty() && runs.back().span == from.span && from.object == 0 &&
                       runs.back().object == 0 && runs.back().glyphs.font == from.font &&
                       runs.back().glyphs.size == from.size && runs.back().style == from.style &&
                       runs.back().end == piece.begin && !from.right_to_left &&
                       !runs.back().glyphs.right_to_left;
    if (!joins) {
      PlacedRun run;
      run.glyphs.font = from.font;
      run.glyphs.size = from.size;
      run.glyphs.color = from.style->color;
      run.glyphs.right_to_left = from.right_to_left;
      run.x = runs.empty() ? x : runs.back().x + runs.back().width;
      run.span = from.span;
      run.object = from.object;
      run.begin = piece.begin;
      run.style = from.style;
      runs.push_back(std::move(run));
    }
    runs.back().end = piece.end;
    if (from.object != 0) {
      runs.back().width = p_.content.pictures[from.object - 1].size.width;
    } else {
      add_glyphs(piece, spacing, runs.back());
    }
  }
  return runs;
}

}  // namespace munjip
