// The colophon (판권): only what is known is stated, at the foot of its page.
#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "book/labels.h"
#include "layout/flow.h"
#include "layout/front.h"
#include "layout/page_build.h"

namespace munjip {

namespace {

class ColophonList {
 public:
  ColophonList(Flow& flow, TagId section, std::string_view lang)
      : flow_(flow),
        lang_(lang),
        tag_(flow.context().tags.add(section, Element::definition_list)) {}

  void row(Label name, std::string_view value) {
    if (value.empty()) return;
    TagTree& tags = flow_.context().tags;
    const TagId item = tags.add(tag_, Element::list_item);
    flow_.add_plain({.name = "dt"}, label(name, lang_), Element::definition_term, item);
    flow_.keep_next(kBreakKeep);
    flow_.add_plain({.name = "dd"}, value, Element::definition, item);
  }

 private:
  Flow& flow_;
  std::string_view lang_;
  TagId tag_;
};

void add_rows(ColophonList& list, const BookInfo& info) {
  list.row(Label::title, info.title);
  list.row(Label::subtitle, info.subtitle);
  for (const Person& person : info.authors) list.row(Label::author, person.name);
  list.row(Label::publisher, info.publisher);
  if (info.date) list.row(Label::published, date_for_readers(*info.date, info.language));
  std::string series = info.series;
  if (!series.empty() && info.series_position) series += fmt::format(" {}", *info.series_position);
  list.row(Label::series, series);
  if (!info.isbn.empty()) list.row(Label::identifier, "ISBN " + info.isbn);
  list.row(Label::rights, info.rights);
}

}  // namespace

Unit lay_out_colophon(const LayoutSetting& setting, Shaper& shaper, Diagnostics& diagnostics) {
  Unit unit;
  Cascade cascade(setting.sheet, setting.defaults);
  LayoutContext context = unit_context(setting, cascade, shaper, unit.tags, diagnostics);
  const BookInfo& info = setting.book.info;
  const std::vector<std::string> colophon = {"colophon"};
  const Entered entered(cascade, {.name = "section", .classes = colophon});
  const TagId section = unit.tags.add(0, Element::section);
  Flow flow(context, {Length(), setting.text_block.width}, true);
  flow.add_plain({.name = "h1"}, label(Label::colophon, info.language), Element::heading1, section);
  {
    const Entered list(cascade, {.name = "dl"});
    const Flow::Opened opened = flow.open(true);
    ColophonList rows(flow, section, info.language);
    add_rows(rows, info);
    flow.close(opened);
  }
  VerticalList list = flow.take();
  if (list.boxes.empty()) return unit;
  PageItem anchor;
  anchor.is = AnchorMark{"colophon"};
  list.boxes.front().items.push_back(std::move(anchor));
  const FillSettings settings = fill_settings(setting);
  const std::vector<FilledPage> pages = fill_pages(list, settings);
  // A colophon of one page stands at its foot.
  const Length end = place_boxes(list, pages.front(), settings).end;
  if (pages.size() == 1) {
    list.boxes.front().above += std::max(settings.height - end, Length());
  }
  for (BuiltPage& page : build_pages(list, pages, settings, setting.text_block.width)) {
    unit.pages.push_back({std::move(page.items), PageKind::colophon, {}});
  }
  unit.outline.push_back({std::string(label(Label::colophon, info.language)), "colophon", 1});
  return unit;
}

}  // namespace munjip
