// The plain kinds of blocks: paragraphs, headings, quotations, groups, dividers, link boxes.
#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "base/overloaded.h"
#include "book/labels.h"
#include "book/role.h"
#include "layout/flow.h"

namespace munjip {

namespace {

constexpr int kMostHeadingsTogether = 3;

Element element_of(const Block& block) {
  return std::visit(overloaded{
                        [](const Heading& is) { return heading_element(is.level); },
                        [](const Paragraph&) { return Element::paragraph; },
                        [](const Quote&) { return Element::block_quote; },
                        [](const List& is) {
                          return is.is_ordered() ? Element::ordered_list : Element::unordered_list;
                        },
                        [](const DefinitionList&) { return Element::definition_list; },
                        [](const Figure&) { return Element::figure; },
                        [](const CodeBlock&) { return Element::code_block; },
                        [](const Table&) { return Element::table; },
                        [](const Divider&) { return Element::divider; },
                        [](const LinkBox&) { return Element::group; },
                        [](const Group&) { return Element::group; },
                    },
                    block.is);
}

// Of a page break between a paragraph and what it may lead to.
double cost_after_paragraph(const Block& block, bool is_quotation, bool is_in_list) {
  if (is_quotation) return kBreakBeforeQuote;
  if (is_in_list && std::holds_alternative<List>(block.is)) return kBreakBeforeSublist;
  const bool is_example = std::holds_alternative<List>(block.is) ||
                          std::holds_alternative<CodeBlock>(block.is) ||
                          std::holds_alternative<Table>(block.is);
  return is_example ? kBreakBeforeExample : 0;
}

// The class that base.css and the EPUB know a kind of link box by.
std::pair<const char*, Label> names_of(LinkBoxKind kind) {
  switch (kind) {
    case LinkBoxKind::card:
      return {"card", Label::link};
    case LinkBoxKind::video:
      return {"video", Label::video};
    case LinkBoxKind::audio:
      return {"audio", Label::audio};
    case LinkBoxKind::map:
      return {"map", Label::map};
    case LinkBoxKind::file:
      return {"file", Label::file};
    case LinkBoxKind::embed:
      return {"embed", Label::link};
  }
  return {"card", Label::link};
}

std::vector<std::string> classes_of(const Block& block) {
  std::vector<std::string> classes = block.classes;
  if (const auto* figure = std::get_if<Figure>(&block.is)) {
    if (figure->images.size() > 1) classes.emplace_back("grid");
  }
  if (const auto* box = std::get_if<LinkBox>(&block.is)) {
    classes.emplace_back("link-box");
    classes.emplace_back(names_of(box->kind).first);
  }
  return classes;
}

}  // namespace

// Side notes stand in the margin where there is room for them, and where the text goes from edge to
// edge of the page.
bool Flow::stands_in_margin(const Block& block) const {
  return context_.notes_width > Length() && !is_nested_ && !columns_ &&
         role_of(block.classes) == Role::side_note && std::holds_alternative<Group>(block.is);
}

void Flow::add_blocks(const Blocks& blocks, TagId parent, std::string_view previous) {
  Siblings place;
  place.previous = previous;
  auto beside = static_cast<std::uint32_t>(list_.boxes.size());
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    place.index = static_cast<int>(std::min<std::size_t>(i + 1, 1'000'000));
    place.is_last = i + 1 == blocks.size();
    const auto first = static_cast<std::uint32_t>(list_.boxes.size());
    if (stands_in_margin(blocks[i])) {
      add_side_note(blocks[i], beside, context_.tags.add(parent, Element::group));
      continue;
    }
    add_block(blocks[i], place, parent);
    place.previous = html_name(element_of(blocks[i]));
    const auto end = static_cast<std::uint32_t>(list_.boxes.size());
    if (end == first) continue;
    beside = std::holds_alternative<Heading>(blocks[i].is)     ? end
             : std::holds_alternative<Paragraph>(blocks[i].is) ? first
                                                               : end - 1;
  }
}

void Flow::add_block(const Block& block, const Siblings& place, TagId parent) {
  if (block.at.line != 0) context_.at = block.at;
  const Element element = element_of(block);
  const std::vector<std::string> classes = classes_of(block);
  const std::optional<Role> role = role_of(block.classes);
  const std::string_view name = role == Role::side_note ? "aside" : html_name(element);
  const Entered entered(context_.cascade, {.name = name,
                                           .classes = classes,
                                           .id = {},
                                           .lang = block.lang,
                                           .index = place.index,
                                           .is_last = place.is_last,
                                           .previous = place.previous});
  if (entered.style()->display == Display::none) return;
  const bool is_divider = std::holds_alternative<Divider>(block.is);
  const Element tagged = role && element == Element::group ? info(*role).structure : element;
  const TagId tag = is_divider ? kArtifact : context_.tags.add(parent, tagged);
  if (!is_divider) context_.tags[tag].lang = block.lang;
  const bool nests =
      !std::holds_alternative<Paragraph>(block.is) && !std::holds_alternative<Heading>(block.is);
  const std::string outer_lang =
      std::exchange(context_.block_lang, block.lang.empty() ? context_.block_lang : block.lang);
  const auto* figure = std::get_if<Figure>(&block.is);
  const auto* table = std::get_if<Table>(&block.is);
  if (figure != nullptr || table != nullptr) begin_figure();
  const bool is_credit =
      std::find(block.classes.begin(), block.classes.end(), "credit") != block.classes.end();
  if (is_credit && place.index > 1) keep_next(kBreakKeep);
  const bool was_in_verse = std::exchange(in_verse_, in_verse_ || role == Role::verse);
  const bool is_quotation = element == Element::block_quote || role == Role::verse;
  if (place.previous == "p") keep_next(cost_after_paragraph(block, is_quotation, lists_ > 0));
  count_headings(place, std::holds_alternative<Heading>(block.is));
  const Opened opened = open(nests);
  std::visit(overloaded{
                 [&](const Heading& is) { add_heading(is, tag); },
                 [&](const Paragraph& is) {
                   if (in_verse_) {
                     add_stanza(is, tag);
                     return;
                   }
                   ParagraphBuilder builder(context_, tag);
                   builder.add(is.content);
                   add_lines(builder.take());
                 },
                 [&](const Quote& is) { add_quote(is, tag); },
                 [&](const List& is) { add_list(is, tag); },
                 [&](const DefinitionList& is) { add_definitions(is, tag); },
                 [&](const Figure& is) { add_figure(is, tag); },
                 [&](const CodeBlock& is) { add_code(is, tag); },
                 [&](const Table& is) { add_table(is, tag); },
                 [&](const Divider&) { add_divider(); },
                 [&](const LinkBox& is) { add_link_box(is, tag); },
                 [&](const Group& is) { add_blocks(is.children, tag); },
             },
             block.is);
  close(opened);
  if (is_quotation) hold_together(opened.first_box, place.previous == "p");
  if (role == Role::epigraph) keep_next(kBreakLeadIn);
  if (figure != nullptr) end_figure(opened, !figure->caption.empty());
  if (table != nullptr) end_table(opened, !table->caption.empty());
  in_verse_ = was_in_verse;
  context_.block_lang = outer_lang;
}

// Headings upon headings are an outline: a page may begin in the midst of them.
void Flow::count_headings(const Siblings& place, bool is_heading) {
  if (!is_heading) return;
  const bool follows = place.previous.size() == 2 && place.previous.front() == 'h' &&
                       place.previous != html_name(Element::divider);
  headings_in_row_ = follows ? headings_in_row_ + 1 : 1;
  if (headings_in_row_ > kMostHeadingsTogether && break_cost_ != kForcedBreak) {
    break_cost_ = kBreakSecondLine;
  }
}

void Flow::add_heading(const Heading& heading, TagId tag) {
  ParagraphBuilder builder(context_, tag);
  builder.add_anchor(heading.id);
  builder.add(heading.content);
  const auto first = static_cast<std::uint32_t>(list_.boxes.size());
  add_lines(builder.take());
  // A heading of several lines is one thing.
  for (std::size_t i = first + 1; i < list_.boxes.size(); ++i) {
    list_.boxes[i].break_before = kBreakKeep;
  }
  stop_figures(first);
  keep_next(kBreakKeep);
  lines_to_keep_ = 2;
}

// No figure from above stands between these boxes; nor before them where they `continue` a
// paragraph.
void Flow::hold_together(std::uint32_t first_box, bool continues) {
  for (std::size_t i = first_box; i < list_.boxes.size(); ++i) {
    list_.boxes[i].continues = continues || i > first_box;
  }
}

void Flow::add_quote(const Quote& quote, TagId tag) {
  add_blocks(quote.children, tag);
  if (quote.credit.empty()) return;
  keep_next(kBreakKeep);
  const std::vector<std::string> classes = {"credit"};
  add_paragraph({.name = "footer", .classes = classes}, quote.credit, Element::paragraph, tag);
}

void Flow::add_paragraph(const ElementKey& key, const Inlines& inlines, Element element,
                         TagId parent) {
  const Entered entered(context_.cascade, key);
  const Opened opened = open(false);
  ParagraphBuilder builder(context_, context_.tags.add(parent, element));
  builder.add(inlines);
  add_lines(builder.take());
  close(opened);
}

void Flow::add_plain(const ElementKey& key, std::string_view text, Element element, TagId parent) {
  if (text.empty()) return;
  const Entered entered(context_.cascade, key);
  const Opened opened = open(false);
  const TagId tag = context_.tags.add(parent, element);
  ParagraphBuilder builder(context_, tag);
  builder.add_text(text, context_.tags.add_text(tag));
  add_lines(builder.take());
  close(opened);
}

// The style's `content` as an ornament, else its border or the room alone.
void Flow::add_divider() {
  const StyleRef style = context_.style();
  const std::string& ornament = style->content;
  VerticalBox box;
  if (ornament.empty()) {
    box.height = Length::pt(0.5);
    if (style->border_top.style == LineStyle::none &&
        style->border_bottom.style == LineStyle::none) {
      PageItem rule;
      const Length width = area_.measure / 4;
      rule.at = {area_.left + (area_.measure - width) / 2, Length()};
      rule.is = FilledRect{{width, Length::pt(0.4)}, style->color};
      box.items.push_back(std::move(rule));
    }
  } else {
    box.height = std::max(style->line_height, Length::pt(2));
    ShortText text = set_short_text(context_, ornament, style, kArtifact);
    append_moved(
        box.items, std::move(text.items),
        {area_.left + (area_.measure - text.width) / 2, baseline_in(box.height, style->font_size)});
  }
  // A divider says that something else begins: it never begins a page, and better ends none.
  box.break_before = kBreakOrphan;
  box.stops_figures = true;
  add_box(std::move(box));
  keep_next(kBreakAfterDivider);
}

void Flow::add_link_box(const LinkBox& box, TagId tag) {
  const std::string title =
      !box.title.empty() ? box.title
      : !box.target.empty()
          ? box.target
          : std::string(label(names_of(box.kind).second, context_.book.info.language));
  const std::vector<std::string> title_class = {"link-title"};
  {
    const Entered entered(context_.cascade, {.name = "p", .classes = title_class});
    const Opened opened = open(false);
    ParagraphBuilder builder(context_, context_.tags.add(tag, Element::paragraph));
    const Inlines text = {Inline{Text{title}, {}}};
    if (box.target.empty()) {
      builder.add(text);
    } else {
      builder.add_link(text, box.target);
    }
    add_lines(builder.take());
    close(opened);
  }
  const std::vector<std::string> description = {"link-description"}, caption = {"caption"};
  keep_next(kBreakKeep);
  add_plain({.name = "p", .classes = description}, box.description, Element::paragraph, tag);
  if (!box.caption.empty()) {
    add_paragraph({.name = "p", .classes = caption}, box.caption, Element::paragraph, tag);
  }
  break_cost_ = 0;
}

}  // namespace munjip
