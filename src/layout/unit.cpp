#include "layout/unit.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "book/credits.h"
#include "book/labels.h"
#include "layout/flow.h"
#include "layout/notes.h"
#include "layout/page_build.h"

namespace munjip {

namespace {

const std::vector<std::string>& post_class() {
  static const std::vector<std::string> classes = {"post"};
  return classes;
}

// The title, and below it when and in which category the post appeared.
void add_post_header(Flow& flow, const Post& post, TagId section) {
  LayoutContext& context = flow.context();
  const std::size_t first = flow.list().boxes.size();
  const std::vector<std::string> header = {"post-header"}, title = {"post-title"},
                                 meta = {"post-meta"};
  const Entered entered(context.cascade, {.name = "header", .classes = header});
  const Flow::Opened opened = flow.open(true);
  {
    const Entered heading(context.cascade, {.name = "h1", .classes = title});
    const Flow::Opened box = flow.open(false);
    const TagId tag = context.tags.add(section, Element::heading1);
    ParagraphBuilder builder(context, tag);
    builder.add_anchor(post.id);
    builder.add_text(post.title, context.tags.add_text(tag));
    flow.add_lines(builder.take());
    flow.close(box);
  }
  flow.keep_next(kBreakKeep);
  flow.stop_figures(first);
  flow.add_plain({.name = "p", .classes = meta}, post_data_line(post, context.book.info.language),
                 Element::paragraph, section);
  flow.close(opened);
  flow.keep_next(kBreakKeep);
}

void add_outline(std::vector<OutlineEntry>& outline, const Post& post, int level) {
  outline.push_back({post.title, post.id, level});
  int last = level;
  for (const Block& block : post.body) {
    const auto* heading = std::get_if<Heading>(&block.is);
    if (heading == nullptr || heading->id.empty() || heading->level > 3) continue;
    last = std::min(level + heading->level - 1, last + 1);
    outline.push_back({plain_text(heading->content), heading->id, last});
  }
}

void add_post(Flow& flow, const Post& post, TagTree& tags) {
  LayoutContext& context = flow.context();
  context.post = &post;
  context.note_seen.assign(post.notes.size(), false);
  const TagId section = tags.add(0, Element::section);
  tags[section].title = post.title;
  tags[section].lang = post.lang;
  const Entered entered(context.cascade,
                        {.name = "section", .classes = post_class(), .id = {}, .lang = post.lang});
  const std::size_t first = flow.list().boxes.size();
  const Flow::Opened opened = flow.open(false);
  add_post_header(flow, post, section);
  flow.add_blocks(post.body, section, "header");
  if (context.book.notes.position == NotePosition::post) add_endnotes(flow, section);
  flow.close(opened);
  set_notes(context, flow.list(), first, flow.measure());
}

// The number of times that pages are filled anew because notes on them have got other numbers.
constexpr int kMostNumberings = 4;

// Which post's name a page bears: the one that begins at its head, else the one that runs on.
void name_pages(Unit& unit, const std::vector<PlannedPage>& planned,
                const std::vector<PostStart>& starts, bool opens_page) {
  std::size_t current = 0, next = 0;
  for (std::size_t p = 0; p < planned.size(); ++p) {
    const PlannedPage& page = planned[p];
    while (current + 1 < starts.size() && starts[current + 1].box <= page.begin()) ++current;
    const bool begins = page.begin() < page.end() && starts[current].box == page.begin();
    unit.pages[p].kind = begins && opens_page ? PageKind::opener : PageKind::body;
    unit.pages[p].chapter = starts[current].post->title;
    for (; next < starts.size() && starts[next].box < page.end(); ++next) {
      unit.starts.emplace_back(starts[next].post->id, p);
    }
  }
  // Behind them stands what side notes left over.
  for (std::size_t p = planned.size(); p < unit.pages.size(); ++p) {
    unit.pages[p].chapter = starts.back().post->title;
  }
}

void add_pages(Unit& unit, VerticalList& list, const LayoutSetting& setting,
               const std::vector<PlannedPage>& planned) {
  for (BuiltPage& page : build_pages(list, planned, fill_settings(setting))) {
    unit.pages.push_back({std::move(page.items), PageKind::body, {}, std::move(page.in_margin)});
  }
}

std::vector<PlannedPage> plan(const LayoutSetting& setting, const VerticalList& list,
                              const FillSettings& settings) {
  return plan_pages(list, settings, setting.text_block.width);
}

// The posts' lines, with their notes so numbered.
Unit set_posts(const LayoutSetting& setting, Shaper& shaper, std::span<const Post* const> posts,
               const std::map<const Post*, std::vector<int>>& note_numbers,
               Diagnostics& diagnostics) {
  Unit unit;
  Cascade cascade(setting.sheet, setting.defaults);
  LayoutContext context = unit_context(setting, cascade, shaper, unit.tags, diagnostics);
  context.note_numbers = &note_numbers;
  Flow flow(context, {Length(), setting.text_block.width});
  UnsettledPages& pages = unit.unsettled.emplace();
  flow.begin_columns(*cascade.current());
  for (const Post* post : posts) {
    pages.starts.push_back({static_cast<std::uint32_t>(flow.list().boxes.size()), post});
    add_post(flow, *post, unit.tags);
  }
  flow.end_columns();
  unit.lines = std::move(context.lines);
  const BreakRule rule = post_break(setting);
  pages.list = flow.take();
  pages.opens_page = rule != BreakRule::automatic;
  if (rule == BreakRule::recto || rule == BreakRule::verso) unit.opens = rule;
  return unit;
}

void fill_both_sides(const LayoutSetting& setting, UnsettledPages& pages) {
  FillSettings settings = fill_settings(setting);
  settings.first_page = FillSettings::FirstPage::verso;
  pages.on_verso = plan(setting, pages.list, settings);
  settings.first_page = FillSettings::FirstPage::recto;
  pages.on_recto = plan(setting, pages.list, settings);
}

// Sets the posts until the numbers that their pages give the notes are those that they were set
// with; the same pages on either side, so that the numbers do not depend on it. Where a number's
// width throws a note from page to page for ever, they are numbered through.
Unit number_by_page(const LayoutSetting& setting, Shaper& shaper,
                    std::span<const Post* const> posts, Diagnostics& diagnostics) {
  std::map<const Post*, std::vector<int>> numbers;
  for (int turn = 0;; ++turn) {
    Diagnostics own;
    const bool is_last = turn == kMostNumberings;
    if (is_last) numbers.clear();
    Unit unit = set_posts(setting, shaper, posts, numbers, own);
    UnsettledPages& pages = *unit.unsettled;
    pages.on_recto = plan(setting, pages.list, fill_settings(setting));
    auto found = numbers_by_page(pages.list, pages.on_recto);
    if (found == numbers || is_last) {
      pages.on_verso = pages.on_recto;
      diagnostics.merge(std::move(own));
      return unit;
    }
    numbers = std::move(found);
  }
}

void add_outlines(Unit& unit, std::span<const Post* const> posts, int level) {
  for (const Post* post : posts) add_outline(unit.outline, *post, level);
}

}  // namespace

LayoutContext unit_context(const LayoutSetting& setting, Cascade& cascade, Shaper& shaper,
                           TagTree& tags, Diagnostics& diagnostics) {
  LayoutContext context{setting.book, setting.sheet, cascade,      shaper,
                        tags,         diagnostics,   setting.grid, setting.text_block};
  context.page_labels = setting.page_labels;
  context.notes_width = setting.notes_width;
  return context;
}

FillSettings fill_settings(const LayoutSetting& setting) {
  FillSettings settings;
  settings.height = setting.text_block.height;
  settings.grid = setting.grid > Length() ? setting.grid : setting.leading;
  settings.note_gap = setting.leading * 3 / 2;  // a line above the rule (typography.md 4.4)
  return settings;
}

Unit lay_out_posts(const LayoutSetting& setting, Shaper& shaper, std::span<const Post* const> posts,
                   int outline_level, Diagnostics& diagnostics) {
  if (setting.book.notes.numbering == NoteNumbering::post) {
    Unit unit = set_posts(setting, shaper, posts, {}, diagnostics);
    fill_both_sides(setting, *unit.unsettled);
    add_outlines(unit, posts, outline_level);
    return unit;
  }
  Unit unit = number_by_page(setting, shaper, posts, diagnostics);
  add_outlines(unit, posts, outline_level);
  return unit;
}

Unit lay_out_endnotes(const LayoutSetting& setting, Shaper& shaper, const std::string& anchor,
                      Diagnostics& diagnostics) {
  Unit unit;
  Cascade cascade(setting.sheet, setting.defaults);
  LayoutContext context = unit_context(setting, cascade, shaper, unit.tags, diagnostics);
  const std::string title(label(Label::notes, setting.book.info.language));
  const std::vector<std::string> classes = {"post"}, title_class = {"post-title"};
  const Entered entered(cascade, {.name = "section", .classes = classes});
  Flow flow(context, {Length(), setting.text_block.width});
  const TagId section = unit.tags.add(0, Element::section);
  const Flow::Opened opened = flow.open(false);
  flow.add_plain({.name = "h1", .classes = title_class}, title, Element::heading1, section);
  for (const Part& part : setting.book.parts) {
    for (const Post& post : part.posts) {
      if (post.notes.empty()) continue;
      context.post = &post;
      context.note_seen.assign(post.notes.size(), true);
      flow.keep_next(kBreakKeep);
      flow.add_plain({.name = "h2"}, post.title, Element::heading2, section);
      flow.keep_next(kBreakKeep);
      add_endnotes(flow, section);
    }
  }
  flow.close(opened);
  VerticalList list = flow.take();
  PageItem mark;
  mark.is = AnchorMark{anchor};
  list.boxes.front().items.push_back(std::move(mark));
  add_pages(unit, list, setting, plan(setting, list, fill_settings(setting)));
  for (UnitPage& page : unit.pages) page.chapter = title;
  unit.pages.front().kind = PageKind::opener;
  unit.outline.push_back({title, anchor, 1});
  unit.starts.emplace_back(anchor, 0);
  return unit;
}

void settle_pages(const LayoutSetting& setting, Unit& unit, bool begins_on_recto) {
  if (!unit.unsettled) return;
  UnsettledPages pages = std::move(*unit.unsettled);
  unit.unsettled.reset();
  const std::vector<PlannedPage>& planned = begins_on_recto ? pages.on_recto : pages.on_verso;
  add_pages(unit, pages.list, setting, planned);
  name_pages(unit, planned, pages.starts, pages.opens_page);
}

Unit lay_out_part_title(const LayoutSetting& setting, Shaper& shaper, const std::string& title,
                        const std::string& anchor, Diagnostics& diagnostics) {
  Unit unit;
  Cascade cascade(setting.sheet, setting.defaults);
  LayoutContext context = unit_context(setting, cascade, shaper, unit.tags, diagnostics);
  const std::vector<std::string> part = {"part"}, part_title = {"part-title"};
  const Entered entered(cascade, {.name = "section", .classes = part});
  if (entered.style()->break_before == BreakRule::recto ||
      entered.style()->break_before == BreakRule::verso) {
    unit.opens = entered.style()->break_before;
  }
  Flow flow(context, {Length(), setting.text_block.width});
  const Flow::Opened opened = flow.open(true);
  {
    const Entered heading(cascade, {.name = "h1", .classes = part_title});
    const Flow::Opened box = flow.open(false);
    const TagId tag = unit.tags.add(0, Element::heading1);
    ParagraphBuilder builder(context, tag);
    builder.add_anchor(anchor);
    builder.add_text(title, unit.tags.add_text(tag));
    flow.add_lines(builder.take());
    flow.close(box);
  }
  flow.close(opened);
  VerticalList list = flow.take();
  add_pages(unit, list, setting, plan(setting, list, fill_settings(setting)));
  for (UnitPage& page : unit.pages) page.kind = PageKind::part;
  unit.outline.push_back({title, anchor, 1});
  unit.starts.emplace_back(anchor, 0);
  return unit;
}

BreakRule post_break(const LayoutSetting& setting) {
  Cascade cascade(setting.sheet, setting.defaults);
  const Entered entered(cascade, {.name = "section", .classes = post_class()});
  return entered.style()->break_before;
}

}  // namespace munjip
