// The contents: each line leads to its page, with leaders between the title and the number.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "book/labels.h"
#include "layout/flow.h"
#include "layout/front.h"
#include "layout/page_build.h"

namespace munjip {

namespace {

constexpr double kNumberRoom = 2.6;   // em at the right, for a number of four digits
constexpr double kLeaderStep = 0.62;  // em between leader dots: they stand in columns
constexpr double kLeaderGap = 0.6;    // em kept free beside the leaders

// Dots on a raster of the whole text block, so that those of all lines stand below each other.
void add_leaders(LayoutContext& context, std::vector<PageItem>& items, Length from, Length to,
                 Length baseline, const StyleRef& style) {
  const ShortText dot = set_short_text(context, ".", style, kArtifact);
  const Length step = style->font_size.scaled(kLeaderStep);
  if (step <= Length()) return;
  const std::int64_t first = (from.raw() + step.raw() - 1) / step.raw();
  for (Length x = step * first; x + dot.width <= to; x += step) {
    append_moved(items, dot.items, {x, baseline});
  }
}

Length end_of(const std::vector<PageItem>& items) {
  Length end;
  for (const PageItem& item : items) {
    if (const auto* link = std::get_if<LinkArea>(&item.is)) {
      end = std::max(end, item.at.x + link->size.width);
    }
  }
  return end;
}

}  // namespace

Contents::Contents(const LayoutSetting& setting, Shaper& shaper, std::vector<ContentsEntry> entries,
                   Diagnostics& diagnostics)
    : setting_(setting), entries_(std::move(entries)) {
  Cascade cascade(setting.sheet, setting.defaults);
  LayoutContext context = unit_context(setting, cascade, shaper, unit_.tags, diagnostics);
  const std::string_view lang = setting.book.info.language;
  const std::vector<std::string> toc = {"toc"};
  const Entered entered(cascade, {.name = "nav", .classes = toc});
  const BreakRule rule = entered.style()->break_before;
  if (rule == BreakRule::recto || rule == BreakRule::verso) unit_.opens = rule;
  Flow flow(context, {Length(), setting.text_block.width});
  const TagId section = unit_.tags.add(0, Element::section);
  const Flow::Opened opened = flow.open(false);
  flow.add_plain({.name = "h1"}, label(Label::contents, lang), Element::heading1, section);
  flow.keep_next(kBreakKeep);
  const TagId list = unit_.tags.add(section, Element::table_of_contents);
  for (const ContentsEntry& entry : entries_) add_entry(flow, entry, list);
  flow.close(opened);
  list_ = flow.take();
  pages_ = fill_pages(list_, fill_settings(setting));
  unit_.outline.push_back({std::string(label(Label::contents, lang)), "contents", 1});
}

void Contents::add_entry(Flow& flow, const ContentsEntry& entry, TagId parent) {
  LayoutContext& context = flow.context();
  const std::vector<std::string> classes = {"toc-item", entry.is_part ? "toc-part" : "toc-post"};
  const Entered entered(context.cascade, {.name = "p", .classes = classes});
  const Flow::Opened opened = flow.open(false);
  const StyleRef style = context.style();
  if (entry.is_part) flow.add_margin(style->line_height / 2);
  const TagId item = context.tags.add(parent, Element::table_of_contents_item);
  flow.narrow(style->font_size.scaled(kNumberRoom));
  ParagraphBuilder builder(context, item);
  builder.add_link({Inline{Text{entry.text}, {}}}, "#" + entry.anchor);
  ParagraphContent content = builder.take();
  const TagId link = content.links.front().tag;
  content.links.front().description = entry.text;
  flow.add_lines(std::move(content));
  flow.close(opened);
  if (entry.is_part) flow.keep_next(kBreakKeep);
  const auto last = static_cast<std::uint32_t>(flow.list().boxes.size()) - 1;
  places_.push_back(
      {last, end_of(flow.list().boxes[last].items), context.tags.add_text(link), link, style});
}

Unit Contents::finish(Shaper& shaper, const std::vector<std::string>& labels,
                      Diagnostics& diagnostics) {
  Cascade cascade(setting_.sheet, setting_.defaults);
  LayoutContext context = unit_context(setting_, cascade, shaper, unit_.tags, diagnostics);
  const Length right = setting_.text_block.width;
  for (std::size_t i = 0; i < places_.size(); ++i) {
    const Place& place = places_[i];
    std::vector<PageItem>& items = list_.boxes[place.box].items;
    const Length em = place.style->font_size;
    const Length baseline = baseline_in(list_.boxes[place.box].height, em);
    ShortText number = set_short_text(context, labels[i], place.style, place.tag);
    const Length x = right - number.width;
    const Length gap = em.scaled(kLeaderGap);
    if (!entries_[i].is_part) {
      add_leaders(context, items, place.text_end + gap, x - gap, baseline, place.style);
    }
    PageItem area;
    area.at = {x, baseline - em.scaled(0.88)};
    area.tag = place.link;
    area.is = LinkArea{{number.width, em}, "#" + entries_[i].anchor, entries_[i].text};
    items.push_back(std::move(area));
    append_moved(items, std::move(number.items), {x, baseline});
  }
  if (!list_.boxes.empty()) {
    PageItem anchor;
    anchor.is = AnchorMark{"contents"};
    list_.boxes.front().items.push_back(std::move(anchor));
  }
  for (BuiltPage& page :
       build_pages(list_, pages_, fill_settings(setting_), setting_.text_block.width)) {
    unit_.pages.push_back({std::move(page.items), PageKind::contents, {}});
  }
  return std::move(unit_);
}

}  // namespace munjip
