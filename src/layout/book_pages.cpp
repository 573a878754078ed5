#include "layout/book_pages.h"

#include <algorithm>
#include <span>
#include <utility>

#include "base/parallel.h"
#include "layout/running.h"
#include "layout/short_text.h"

namespace munjip {

namespace {

// The margins and margin boxes of the kinds of pages.
struct Sides3 {
  PageStyle recto, verso, first;
  const PageStyle& of(int folio) const {
    if (folio == 1) return first;
    return is_recto(folio) ? recto : verso;
  }
};

Page empty_page(const LayoutSetting& setting, int folio) {
  Page page;
  page.trim = setting.defaults.trim;
  page.label = std::to_string(folio);
  page.is_recto = is_recto(folio);
  return page;
}

struct UnitTags {
  TagId offset = 0;
  TagId parent = 0;
};

// Everything in the order of the pages: the tree is what a screen reader reads (PDF/UA-1, 7.2).
std::vector<UnitTags> graft_tags(std::span<PlacedUnit> units, TagTree& tags) {
  std::vector<UnitTags> grafts;
  grafts.reserve(units.size());
  TagId part = 0;
  for (PlacedUnit& placed : units) {
    if (placed.begins_part) {
      part = tags.add(0, Element::part);
      tags[part].title = placed.part;
    }
    const TagId parent = placed.part.empty() ? 0 : part;
    grafts.push_back({tags.graft(std::move(placed.unit.tags), parent), parent});
  }
  return grafts;
}

// A unit's pages on their sides: items move into the trim box and get the book's tags.
void finish_unit(const LayoutSetting& setting, const Sides3& sides, PlacedUnit& placed,
                 UnitTags tags, std::span<Page> pages, Diagnostics& diagnostics) {
  Cascade cascade(setting.sheet, setting.defaults);
  Shaper shaper(setting.fonts);
  TagTree scratch;
  LayoutContext context = unit_context(setting, cascade, shaper, scratch, diagnostics);
  for (std::size_t i = 0; i < placed.unit.pages.size(); ++i) {
    UnitPage& from = placed.unit.pages[i];
    const int folio = placed.first_folio + static_cast<int>(i);
    const PageStyle& style = sides.of(folio);
    Page& page = pages[i];
    const Length notes_left = is_recto(folio) ? setting.text_block.width + setting.notes_gap
                                              : Length() - setting.notes_gap - setting.notes_width;
    page.items = std::move(from.items);
    append_moved(page.items, std::move(from.in_margin), {notes_left, Length()});
    for (PageItem& item : page.items) {
      item.at.x += style.margin.left;
      item.at.y += style.margin.top;
      item.tag = grafted(item.tag, tags.offset, tags.parent);
    }
    std::vector<PageItem> running = running_items(context, style, setting.defaults.trim, from.kind,
                                                  {from.chapter, placed.part}, page.label);
    append_moved(page.items, std::move(running), {});
  }
}

}  // namespace

int Numbering::open(BreakRule opens) {
  const bool wrong_side = (opens == BreakRule::recto && !is_recto(next_)) ||
                          (opens == BreakRule::verso && is_recto(next_));
  if (wrong_side) ++next_;
  return next_;
}

std::vector<Page> book_pages(const LayoutSetting& setting, std::vector<PlacedUnit>& units,
                             TagTree& tags, bool even, unsigned jobs, Diagnostics& diagnostics) {
  int count = 0;
  for (const PlacedUnit& placed : units) {
    count = std::max(count, placed.first_folio + static_cast<int>(placed.unit.pages.size()) - 1);
  }
  const std::vector<UnitTags> unit_tags = graft_tags(units, tags);
  if (even && count % 2 == 1) ++count;
  std::vector<Page> pages;
  pages.reserve(static_cast<std::size_t>(count));
  for (int folio = 1; folio <= count; ++folio) pages.push_back(empty_page(setting, folio));
  const Sides3 sides{setting.sheet.page_style(PageSide::recto, setting.defaults),
                     setting.sheet.page_style(PageSide::verso, setting.defaults),
                     setting.sheet.page_style(PageSide::recto, setting.defaults, true)};
  std::vector<Diagnostics> told(units.size());
  run_parallel(units.size(), jobs, [&](std::size_t i) {
    const std::span<Page> own(pages.data() + units[i].first_folio - 1, units[i].unit.pages.size());
    finish_unit(setting, sides, units[i], unit_tags[i], own, told[i]);
  });
  for (Diagnostics& one : told) diagnostics.merge(std::move(one));
  return pages;
}

}  // namespace munjip
