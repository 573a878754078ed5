// A line's glyphs as items of the page, with what stands on, under and over them.
#include "layout/line.h"

#include <algorithm>
#include <string>

#include "layout/line_parts.h"

namespace munjip {

namespace {

// In em of the text: where things stand that are drawn with it.
constexpr double kRubyHeight = 0.93;  // of the reading's baseline

PageItem item_at(Point at, TagId tag) {
  PageItem item;
  item.at = at;
  item.tag = tag;
  return item;
}

}  // namespace

Length baseline_in(Length leading, Length font_size) {
  return leading / 2 + font_size.scaled(0.38);
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

// What divides a word is no part of it: U+00AD in the text (ISO 32000-2, 14.8.2.2.3).
void LineSetter::add_hyphen(PlacedRun& run) {
  const std::uint32_t hyphen = run.object == 0 ? run.glyphs.font->glyph(U'-') : 0;
  if (hyphen == 0) return;
  run.glyphs.glyphs.push_back(
      {hyphen, static_cast<std::uint32_t>(run.glyphs.text.size()), run.width, {}, {}});
  run.glyphs.text += "\u00AD";
  run.width += run.glyphs.size.scaled(run.glyphs.font->advance(hyphen));
}

// A space at the end of a line is none (UAX #9, L1): where the line ends in text that runs from
// right to left, it stands at that text's left. There it leaves the line, whose ink then begins
// where the line does; or, in a paragraph that runs from left to right, it goes to the line's end.
void LineSetter::hang_space(std::vector<PlacedRun>& runs, std::uint32_t ink_end) {
  for (PlacedRun& run : runs) {
    auto& glyphs = run.glyphs.glyphs;
    if (!run.glyphs.right_to_left || glyphs.empty()) continue;
    const auto ink = std::find_if(glyphs.begin(), glyphs.end(), [&](const PlacedGlyph& glyph) {
      return run.begin + glyph.cluster < ink_end;
    });
    const Length space = ink == glyphs.end() ? run.width : ink->x;
    if (space <= Length()) continue;
    if (&run == &runs.front() && run.style->right_to_left) {
      for (PlacedRun& other : runs) other.x -= space;
    } else if (&run == &runs.back()) {
      for (auto glyph = glyphs.begin(); glyph != glyphs.end(); ++glyph) {
        glyph->x += glyph < ink ? run.width - space : -space;
      }
      run.width -= space;
    }
    return;
  }
}

void LineSetter::draw(PlacedRun& run, Length baseline, std::uint32_t ink_end,
                      std::vector<PageItem>& under, std::vector<PageItem>& items) {
  const SpanLook& look = p_.content.looks[run.span];
  const auto& glyphs = run.glyphs.glyphs;
  const auto after = std::find_if(glyphs.begin(), glyphs.end(), [&](const PlacedGlyph& glyph) {
    return run.begin + glyph.cluster >= ink_end;
  });
  const Length ink_width = after == glyphs.end() ? run.width : after->x;
  const DecoratedRun decorated{run.glyphs, {run.x, baseline}, run.width,
                               ink_width,  *run.style,        look};
  add_decorations(decorated, under, items);
  if (!run.style->text_emphasis.empty()) {
    emphasis_.add(context_, decorated, run.style, items);
  }
  PageItem item = item_at({run.x, baseline - look.rise}, look.tag);
  if (run.object != 0) {
    const InlinePicture& picture = p_.content.pictures[run.object - 1];
    // A small picture stands a little below the baseline, as letters do.
    item.at.y -= picture.size.height - run.style->font_size.scaled(0.12);
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

std::vector<PageItem> LineSetter::set(const BrokenLine& line, const LineFrame& frame) {
  const std::vector<Piece> pieces = pieces_of(line);
  const Spacing spacing = spacing_of(line, frame, pieces);
  const LineEdge& start = p_.edges[line.from];
  Length x = frame.left - start.start_hang;
  if (frame.align == TextAlign::center) x += spacing.excess / 2;
  if (frame.align == TextAlign::end) x += spacing.excess;
  std::vector<PlacedRun> runs = place(pieces, spacing, x);
  hang_space(runs, p_.ink_ends[line.to]);
  note_figures(line, frame, spacing, runs);
  if (p_.candidates[line.to].grade == BreakGrade::hyphen && !runs.empty()) add_hyphen(runs.back());
  const bool forced = p_.candidates[line.to].grade == BreakGrade::mandatory;
  const bool is_last = line.to + 1 == p_.candidates.size();
  if (forced && (!is_last || p_.content.goes_on) && !runs.empty()) end_line(runs.back());
  std::vector<PageItem> under, items;
  add_anchors(line, {x, Length()}, under);
  add_links(runs, frame.baseline, under);
  std::vector<PageItem> readings;
  add_rubies(line, runs, frame.baseline, readings);
  // What stands in the line from left to right is read as it was written.
  std::stable_sort(runs.begin(), runs.end(),
                   [](const PlacedRun& a, const PlacedRun& b) { return a.begin < b.begin; });
  const std::uint32_t ink_end = p_.ink_ends[line.to];
  for (PlacedRun& run : runs) draw(run, frame.baseline, ink_end, under, items);
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
