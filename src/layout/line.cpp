// Lines from glyphs. All positions are sums of fixed-point lengths, and what is left over after
// rounding is spread over the line's spaces, so that a justified line ends exactly at the measure.
#include "layout/line.h"

#include <algorithm>
#include <string>

#include "base/utf8.h"

namespace munjip {

namespace {

// In em of the text: where things stand that are drawn with it.
constexpr double kUnderlineDrop = 0.13, kStrikeHeight = 0.34, kRuleThickness = 0.045;
constexpr double kMarkAbove = 0.88, kMarkBelow = 0.16;
constexpr double kRubyHeight = 0.92;      // of the reading's baseline
constexpr double kEmphasisHeight = 0.45;  // of the mark's baseline (xetexko)
// Letter space in a line without word spaces; wider, it is left ragged.
constexpr double kWidestLetterSpace = 0.25;
// What is added to a word space at most; a line that needs more (two long words) is left ragged.
constexpr double kWidestWordStretch = 1.2;

// Hands out a length in `count` parts whose sum is exact.
struct Share {
  Length total;
  std::int64_t count = 0, given = 0;
  Length next() {
    const Length before = share(given);
    given = std::min(given + 1, count);
    return share(given) - before;
  }
  Length share(std::int64_t n) const {
    return count == 0 ? Length()
                      : Length::from_raw(total.raw() / count * n + total.raw() % count * n / count);
  }
};

PageItem item_at(Point at, TagId tag) {
  PageItem item;
  item.at = at;
  item.tag = tag;
  return item;
}

PageItem rect_at(Point at, Size size, Color color) {
  PageItem item = item_at(at, kArtifact);
  item.is = FilledRect{size, color};
  return item;
}

char32_t character_at(std::string_view text, std::size_t at) {
  return at < text.size() ? next_code_point(text, at) : 0;
}

bool takes_emphasis(char32_t c) {
  const bool latin = (c >= '0' && c <= '9') || ((c | 0x20U) >= 'a' && (c | 0x20U) <= 'z');
  const bool punctuation =
      (c >= 0x2000 && c <= 0x206F) || (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF00 && c <= 0xFF0F);
  return latin || (c >= 0xC0 && !punctuation);
}

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

Length baseline_in(Length leading, Length font_size) {
  return leading / 2 + font_size.scaled(0.38);
}

struct LineSetter::Piece {
  const ShapedRun* run = nullptr;
  const std::vector<GlyphGlue>* glue = nullptr;
  std::size_t first = 0, last = 0;   // glyphs
  std::uint32_t begin = 0, end = 0;  // bytes
  std::uint32_t ink_end = 0;         // of the line

  // Whether glue after glyph `i` lies within the line's ink.
  bool counts(std::size_t i) const {
    if ((*glue)[i] == GlyphGlue::word_space) return run->glyphs[i].cluster < ink_end;
    if ((*glue)[i] != GlyphGlue::letter_gap) return false;
    const std::uint32_t next = i + 1 < run->glyphs.size() ? run->glyphs[i + 1].cluster : run->end;
    return next < ink_end;
  }
};

struct LineSetter::Spacing {
  Length excess;               // natural width to measure, what alignment places
  double letter_units = 0;     // em of letter space
  bool letters_share = false;  // no word spaces: the letters take all
  Share words, letters;
};

struct LineSetter::PlacedRun {
  GlyphRun glyphs;
  Length x, width;
  std::uint32_t span = 0, object = 0;
  std::uint32_t begin = 0, end = 0;  // bytes of the paragraph
  StyleRef style;
};

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
  spacing.letter_units = units * (units < 0 ? kLetterShrinkUnit : kLetterStretchUnit);
  Length letters;
  for (const Piece& piece : pieces) {
    for (std::size_t i = piece.first; i < piece.last; ++i) {
      if (!piece.counts(i)) continue;
      if ((*piece.glue)[i] == GlyphGlue::word_space) {
        ++spacing.words.count;
      } else {
        ++spacing.letters.count;
        letters += piece.run->style->font_size.scaled(spacing.letter_units);
      }
    }
  }
  const Length widest = p_.em.scaled(kWidestWordStretch) * spacing.words.count;
  if (spacing.words.count > 0 && spacing.excess - letters <= widest) {
    spacing.words.total = spacing.excess - letters;
  } else if (spacing.words.count == 0 && spacing.letters.count > 0 &&
             spacing.excess <= p_.em.scaled(kWidestLetterSpace) * spacing.letters.count) {
    spacing.letters_share = true;
    spacing.letters.total = spacing.excess;
  } else {
    return {spacing.excess, 0, false, {}, {}};
  }
  spacing.excess = Length();
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
      run.width += run.style->font_size.scaled(spacing.letter_units);
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
                       runs.back().style == from.style && runs.back().end == piece.begin &&
                       !from.right_to_left && !runs.back().glyphs.right_to_left;
    if (!joins) {
      PlacedRun run;
      run.glyphs.font = from.font;
      run.glyphs.size = from.style->font_size;
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

// A forced line end reads as a space.
void LineSetter::end_line(PlacedRun& run) {
  const std::uint32_t space = run.object == 0 ? run.glyphs.font->glyph(U' ') : 0;
  if (space == 0) return;
  std::erase(run.glyphs.text, '\n');
  run.glyphs.glyphs.push_back(
      {space, static_cast<std::uint32_t>(run.glyphs.text.size()), run.width, {}, {}});
  run.glyphs.text += ' ';
}

void LineSetter::draw_emphasis(const PlacedRun& run, Length baseline,
                               std::vector<PageItem>& items) {
  if (emphasis_style_ != run.style) {
    emphasis_style_ = run.style;
    emphasis_mark_ = set_short_text(context_, run.style->text_emphasis, run.style, kArtifact);
  }
  const auto& glyphs = run.glyphs.glyphs;
  for (std::size_t i = 0; i < glyphs.size(); ++i) {
    if (i > 0 && glyphs[i].cluster == glyphs[i - 1].cluster) continue;
    if (!takes_emphasis(character_at(run.glyphs.text, glyphs[i].cluster))) continue;
    std::size_t next = i + 1;
    while (next < glyphs.size() && glyphs[next].cluster == glyphs[i].cluster) ++next;
    const Length right = next < glyphs.size() ? glyphs[next].x : run.width;
    const Length centre = run.x + (glyphs[i].x + right) / 2;
    append_moved(
        items, emphasis_mark_.items,
        {centre - emphasis_mark_.width / 2, baseline - run.glyphs.size.scaled(kEmphasisHeight)});
  }
}

void LineSetter::draw(PlacedRun& run, Length baseline, std::vector<PageItem>& under,
                      std::vector<PageItem>& items) {
  const SpanLook& look = p_.content.looks[run.span];
  const Length em = run.glyphs.size;
  const Length y = baseline - look.rise;
  if (look.background) {
    under.push_back(rect_at({run.x, y - em.scaled(kMarkAbove)},
                            {run.width, em.scaled(kMarkAbove + kMarkBelow)}, *look.background));
  }
  const Size rule{run.width, em.scaled(kRuleThickness)};
  if (look.underline) {
    under.push_back(rect_at({run.x, y + em.scaled(kUnderlineDrop)}, rule, run.glyphs.color));
  }
  if (look.line_through) {
    items.push_back(rect_at({run.x, y - em.scaled(kStrikeHeight)}, rule, run.glyphs.color));
  }
  if (!run.style->text_emphasis.empty()) draw_emphasis(run, y, items);
  PageItem item = item_at({run.x, y}, look.tag);
  if (run.object != 0) {
    const InlinePicture& picture = p_.content.pictures[run.object - 1];
    // A small picture stands a little below the baseline, as letters do.
    item.at.y = y - picture.size.height + em.scaled(0.12);
    item.is = PlacedImage{picture.resource, picture.size};
  } else {
    item.is = std::move(run.glyphs);
  }
  items.push_back(std::move(item));
}

void LineSetter::add_links(const std::vector<PlacedRun>& runs, Length baseline,
                           std::vector<PageItem>& items) {
  for (std::size_t i = 0; i < runs.size();) {
    const SpanLook& look = p_.content.looks[runs[i].span];
    std::size_t end = i + 1;
    while (end < runs.size() && p_.content.looks[runs[end].span].link == look.link) ++end;
    if (look.link != 0) {
      const LinkPiece& link = p_.content.links[look.link - 1];
      const Length em = runs[i].style->font_size;
      const Length right = runs[end - 1].x + runs[end - 1].width;
      PageItem item = item_at({runs[i].x, baseline - look.rise - em.scaled(kMarkAbove)}, link.tag);
      item.is = LinkArea{
          {right - runs[i].x, em.scaled(kMarkAbove + kMarkBelow)}, link.target, link.description};
      items.push_back(std::move(item));
    }
    i = end;
  }
}

void LineSetter::add_rubies(const BrokenLine& line, const std::vector<PlacedRun>& runs,
                            Length baseline, std::vector<PageItem>& items) {
  const auto& rubies = p_.content.rubies;
  for (; ruby_ < rubies.size() && rubies[ruby_].begin < p_.offsets[line.to]; ++ruby_) {
    const RubyPlace& ruby = rubies[ruby_];
    const auto base = std::find_if(runs.begin(), runs.end(), [&](const PlacedRun& run) {
      return run.begin <= ruby.begin && ruby.begin < run.end;
    });
    if (base == runs.end()) continue;
    Length right = base->x;
    for (const PlacedRun& run : runs) {
      if (run.begin < ruby.end && ruby.begin < run.end) right = std::max(right, run.x + run.width);
    }
    const Length em = base->style->font_size;
    const Length left = base->x + (right - base->x - ruby.reading.width) / 2;
    append_moved(items, ruby.reading.items,
                 {std::max(left, Length()), baseline - em.scaled(kRubyHeight)});
  }
}

void LineSetter::add_anchors(const BrokenLine& line, Point at, std::vector<PageItem>& items) {
  const auto& anchors = p_.content.anchors;
  const bool last = line.to + 1 == p_.candidates.size();
  for (; anchor_ < anchors.size() && (last || anchors[anchor_].offset < p_.offsets[line.to]);
       ++anchor_) {
    PageItem item = item_at(at, kArtifact);
    item.is = AnchorMark{anchors[anchor_].id};
    items.push_back(std::move(item));
  }
}

// Measured on what was placed, not on what was meant.
void LineSetter::note_figures(const BrokenLine& line, const LineFrame& frame, double letter_space,
                              const std::vector<PlacedRun>& runs) {
  const std::uint32_t begin = p_.offsets[line.from], end = p_.ink_ends[line.to];
  if (frame.align != TextAlign::justify || begin >= end) return;
  SetLine fact;
  fact.letter_space = letter_space;
  fact.end = p_.candidates[line.to].grade;
  fact.ends_paragraph = fact.end == BreakGrade::mandatory;
  fact.first = character_at(p_.shaped.text, begin);
  std::size_t last = end;
  fact.last = previous_code_point(p_.shaped.text, last);
  Length ink_end;
  for (const PlacedRun& run : runs) {
    const auto& glyphs = run.glyphs.glyphs;
    if (glyphs.empty()) ink_end = std::max(ink_end, run.x + run.width);
    for (std::size_t i = 0; i < glyphs.size(); ++i) {
      if (run.begin + glyphs[i].cluster >= end) continue;
      const Length right = i + 1 < glyphs.size() ? glyphs[i + 1].x : run.width;
      ink_end = std::max(ink_end, run.x + right);
      if (!is_word_space(character_at(run.glyphs.text, glyphs[i].cluster))) continue;
      const double space = (right - glyphs[i].x).pt() / run.glyphs.size.pt();
      fact.word_space = std::max(fact.word_space, space);
    }
  }
  fact.shortfall = frame.left + frame.measure - ink_end;
  if (is_faulty(fact)) fact.text = p_.shaped.text.substr(begin, end - begin);
  context_.lines.push_back(std::move(fact));
}

std::vector<PageItem> LineSetter::set(const BrokenLine& line, const LineFrame& frame) {
  const std::vector<Piece> pieces = pieces_of(line);
  const Spacing spacing = spacing_of(line, frame, pieces);
  Length x = frame.left;
  if (frame.align == TextAlign::center) x += spacing.excess / 2;
  if (frame.align == TextAlign::end) x += spacing.excess;
  std::vector<PlacedRun> runs = place(pieces, spacing, x);
  note_figures(line, frame, spacing.letter_units, runs);
  const bool forced = p_.candidates[line.to].grade == BreakGrade::mandatory;
  if (forced && line.to + 1 < p_.candidates.size() && !runs.empty()) end_line(runs.back());
  std::vector<PageItem> under, items;
  add_anchors(line, {x, Length()}, under);
  add_links(runs, frame.baseline, under);
  std::vector<PageItem> readings;
  add_rubies(line, runs, frame.baseline, readings);
  // What stands in the line from left to right is read as it was written.
  std::stable_sort(runs.begin(), runs.end(),
                   [](const PlacedRun& a, const PlacedRun& b) { return a.begin < b.begin; });
  for (PlacedRun& run : runs) draw(run, frame.baseline, under, items);
  under.insert(under.end(), std::make_move_iterator(items.begin()),
               std::make_move_iterator(items.end()));
  append_moved(under, std::move(readings), {});
  return under;
}

Length LineSetter::tallest_picture(const BrokenLine& line) const {
  const auto& pictures = p_.content.pictures;
  auto picture = std::partition_point(
      pictures.begin(), pictures.end(),
      [&](const InlinePicture& one) { return one.offset < p_.offsets[line.from]; });
  Length tallest;
  for (; picture != pictures.end() && picture->offset < p_.offsets[line.to]; ++picture) {
    tallest = std::max(tallest, picture->size.height);
  }
  return tallest;
}

std::vector<PendingNote> LineSetter::notes_until(std::uint32_t candidate) {
  std::vector<PendingNote> found;
  const auto& notes = p_.content.notes;
  for (; note_ < notes.size() && notes[note_].offset < p_.offsets[candidate]; ++note_) {
    found.push_back({notes[note_].note, notes[note_].tag});
  }
  return found;
}

}  // namespace munjip
