// A line's glyphs as items of the page, with what stands on, under and over them.
#include "layout/line.h"

#include <algorithm>
#include <string>

#include "layout/line_parts.h"

namespace munjip {

namespace {

// In em of the text: where things stand that are drawn with it.
constexpr double kUnderlineDrop = 0.13, kStrikeHeight = 0.34, kRuleThickness = 0.045;
constexpr double kMarkAbove = 0.88, kMarkBelow = 0.16;
constexpr double kRubyHeight = 0.92;      // of the reading's baseline
constexpr double kEmphasisHeight = 0.45;  // of the mark's baseline (xetexko)
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

bool takes_emphasis(char32_t c) {
  const bool latin = (c >= '0' && c <= '9') || ((c | 0x20U) >= 'a' && (c | 0x20U) <= 'z');
  const bool punctuation =
      (c >= 0x2000 && c <= 0x206F) || (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF00 && c <= 0xFF0F);
  return latin || (c >= 0xC0 && !punctuation);
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

std::vector<PageItem> LineSetter::set(const BrokenLine& line, const LineFrame& frame) {
  const std::vector<Piece> pieces = pieces_of(line);
  const Spacing spacing = spacing_of(line, frame, pieces);
  const LineEdge& start = p_.edges[line.from];
  Length x = frame.left - start.start_hang;
  if (frame.align == TextAlign::center) x += spacing.excess / 2;
  if (frame.align == TextAlign::end) x += spacing.excess;
  std::vector<PlacedRun> runs = place(pieces, spacing, x);
  note_figures(line, frame, spacing, runs);
  if (p_.candidates[line.to].grade == BreakGrade::hyphen && !runs.empty()) add_hyphen(runs.back());
  const bool forced = p_.candidates[line.to].grade == BreakGrade::mandatory;
  if (forced && line.to + 1 < p_.candidates.size() && !runs.empty()) end_line(runs.back());
  std::vector<PageItem> under, items;
  add_anchors(line, {x, Length()}, under);
  add_links(runs, frame.baseline, under);
  std::vector<PageItem> readings;
  add_rubies(line, runs, frame.baseline, readings);
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
