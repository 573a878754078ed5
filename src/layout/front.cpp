// The title page: title, subtitle and author in the upper half, the publisher at the foot.
#include "layout/front.h"

#include <algorithm>
#include <utility>

#include "book/credits.h"
#include "book/labels.h"
#include "layout/flow.h"
#include "layout/page_build.h"

namespace munjip {

namespace {

constexpr double kTitleTop = 0.26;  // of the text block's height

// The items of a list set from `top` down, on one page.
std::vector<PageItem> items_from(VerticalList list, Length top) {
  std::vector<PageItem> items;
  Length y = top;
  for (std::size_t i = 0; i < list.boxes.size(); ++i) {
    VerticalBox& box = list.boxes[i];
    y += (i > 0 ? box.margin : Length()) + box.above;
    append_moved(items, std::move(box.items), {Length(), y});
    y += box.height + box.below;
  }
  return items;
}

Length height_of(const VerticalList& list) {
  Length height;
  for (std::size_t i = 0; i < list.boxes.size(); ++i) {
    height += list.boxes[i].extent() + (i > 0 ? list.boxes[i].margin : Length());
  }
  return height;
}

}  // namespace

Unit lay_out_title_page(const LayoutSetting& setting, Shaper& shaper, Diagnostics& diagnostics) {
  Unit unit;
  Cascade cascade(setting.sheet, setting.defaults);
  LayoutContext context = unit_context(setting, cascade, shaper, unit.tags, diagnostics);
  const BookInfo& info = setting.book.info;
  const TagId section = unit.tags.add(0, Element::section);
  const std::vector<std::string> page = {"title-page"}, title = {"book-title"},
                                 subtitle = {"book-subtitle"}, author = {"book-author"},
                                 publisher = {"book-publisher"};
  const Entered entered(cascade, {.name = "section", .classes = page});
  const Area area{Length(), setting.text_block.width};
  Flow head(context, area, true);
  head.add_plain({.name = "h1", .classes = title},
                 info.title.empty() ? label(Label::untitled, info.language) : info.title,
                 Element::heading1, section);
  head.add_plain({.name = "p",
                  .classes = subtitle,
                  .id = {},
                  .lang = {},
                  .index = 2,
                  .is_last = false,
                  .previous = "h1"},
                 info.subtitle, Element::paragraph, section);
  head.add_plain({.name = "p",
                  .classes = author,
                  .id = {},
                  .lang = {},
                  .index = 3,
                  .is_last = false,
                  .previous = "p"},
                 authors_line(info), Element::paragraph, section);
  Flow foot(context, area, true);
  foot.add_plain({.name = "p", .classes = publisher}, info.publisher, Element::paragraph, section);
  const Length height = setting.text_block.height;
  UnitPage only;
  only.kind = PageKind::title;
  VerticalList below = foot.take();
  const Length foot_top = height - height_of(below);
  VerticalList above = head.take();
  const Length room = std::max(foot_top - height_of(above), Length());
  only.items = items_from(std::move(above), std::min(height.scaled(kTitleTop), room));
  append_moved(only.items, items_from(std::move(below), foot_top), {});
  unit.pages.push_back(std::move(only));
  unit.opens = BreakRule::recto;
  return unit;
}

}  // namespace munjip
