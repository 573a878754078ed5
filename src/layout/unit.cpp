#include "layout/unit.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "book/credits.h"
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

struct PostStart {
  std::uint32_t box = 0;
  const Post* post = nullptr;
};

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
  flow.add_blocks(post.body, section);
  flow.close(opened);
  set_notes(context, flow.list(), first, flow.measure());
}

// Which post's name a page bears: the one that begins at its head, else the one that runs on.
void name_pages(Unit& unit, const std::vector<FilledPage>& filled,
                const std::vector<PostStart>& starts, bool opens_page) {
  std::size_t current = 0, next = 0;
  for (std::size_t p = 0; p < filled.size(); ++p) {
    const FilledPage& page = filled[p];
    while (current + 1 < starts.size() && starts[current + 1].box <= page.begin) ++current;
    const bool begins = page.begin < page.end && starts[current].box == page.begin;
    unit.pages[p].kind = begins && opens_page ? PageKind::opener : PageKind::body;
    unit.pages[p].chapter = starts[current].post->title;
    for (; next < starts.size() && starts[next].box < page.end; ++next) {
      unit.starts.emplace_back(starts[next].post->id, p);
    }
  }
}

void fill_unit(Unit& unit, VerticalList& list, const LayoutSetting& setting,
               std::vector<FilledPage>& filled) {
  const FillSettings settings = fill_settings(setting);
  filled = fill_pages(list, settings);
  for (std::vector<PageItem>& items :
       build_pages(list, filled, settings, setting.text_block.width)) {
    unit.pages.push_back({std::move(items), PageKind::body, {}});
  }
}

}  // namespace

LayoutContext unit_context(const LayoutSetting& setting, Cascade& cascade, Shaper& shaper,
                           TagTree& tags, Diagnostics& diagnostics) {
  LayoutContext context{setting.book, setting.sheet, cascade,      shaper,
                        tags,         diagnostics,   setting.grid, setting.text_block};
  context.page_labels = setting.page_labels;
  return context;
}

FillSettings fill_settings(const LayoutSetting& setting) {
  return {setting.text_block.height, setting.grid > Length() ? setting.grid : setting.leading,
          setting.leading};
}

Unit lay_out_posts(const LayoutSetting& setting, Shaper& shaper, std::span<const Post* const> posts,
                   int outline_level, Diagnostics& diagnostics) {
  Unit unit;
  Cascade cascade(setting.sheet, setting.defaults);
  LayoutContext context = unit_context(setting, cascade, shaper, unit.tags, diagnostics);
  Flow flow(context, {Length(), setting.text_block.width});
  std::vector<PostStart> starts;
  for (const Post* post : posts) {
    starts.push_back({static_cast<std::uint32_t>(flow.list().boxes.size()), post});
    add_post(flow, *post, unit.tags);
    add_outline(unit.outline, *post, outline_level);
  }
  VerticalList list = flow.take();
  unit.lines = std::move(context.lines);
  std::vector<FilledPage> filled;
  fill_unit(unit, list, setting, filled);
  const BreakRule rule = post_break(setting);
  name_pages(unit, filled, starts, rule != BreakRule::automatic);
  if (rule == BreakRule::recto || rule == BreakRule::verso) unit.opens = rule;
  return unit;
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
  std::vector<FilledPage> filled;
  fill_unit(unit, list, setting, filled);
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
