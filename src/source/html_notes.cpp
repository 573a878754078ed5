#include "source/html_notes.h"

#include <algorithm>
#include <map>

#include "base/utf8.h"
#include "source/html_content_reader.h"

namespace munjip {

namespace {

constexpr std::size_t kMaxMarkCharacters = 8;
// Of the links in one block, so that a page of links costs no quadratic time.
constexpr std::size_t kMaxLinksLookedAt = 16;

bool is_note_container(HtmlNode node) {
  static constexpr std::string_view kClasses[] = {"footnotes", "footnote-list", "endnotes",
                                                  "footnotes-list"};
  const std::string_view role = node.attribute("role");
  if (role == "doc-endnotes" || role == "doc-footnotes") return true;
  if (!node.has_attribute("class")) return false;
  return std::any_of(std::begin(kClasses), std::end(kClasses),
                     [&](std::string_view name) { return node.has_class(name); });
}

bool says_it_is_a_mark(HtmlNode link) {
  const HtmlNode parent = link.parent();
  return link.attribute("role") == "doc-noteref" || link.has_class("footnote-ref") ||
         parent.has_class("footnote-ref") ||
         (parent.has_class("footnote") && parent.is(GUMBO_TAG_SUP));
}

bool is_note_block(HtmlNode node) {
  switch (node.tag()) {
    case GUMBO_TAG_LI:
    case GUMBO_TAG_P:
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_TD:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_BODY:
      return true;
    default:
      return false;
  }
}

HtmlNode block_around(HtmlNode node) {
  while (node && !is_note_block(node)) node = node.parent();
  return node;
}

// `[1]`, `1)`, `*`, `주1`: short, and a number or a sign rather than a word.
bool looks_like_mark(std::string_view text) {
  if (text.empty() || count_code_points(text) > kMaxMarkCharacters) return false;
  if (text.find_first_of("0123456789*") != std::string_view::npos) return true;
  return text.starts_with("†") || text.starts_with("‡") || text.starts_with("※");
}

std::string_view fragment_of(HtmlNode link) {
  const std::string_view href = link.attribute("href");
  return href.starts_with('#') ? href.substr(1) : std::string_view();
}

// Text without the parts that style attributes hide.
std::string shown_text(HtmlNode node) {
  std::string out;
  for_each_descendant(node, [&](HtmlNode inner) {
    if (inner.is_text()) out += inner.text();
    return style_property(inner.attribute("style"), "display") != "none";
  });
  return collapse_spaces(out);
}

bool stands_in(HtmlNode node, const std::unordered_set<const GumboNode*>& set) {
  for (; node; node = node.parent()) {
    if (set.contains(node.get())) return true;
  }
  return false;
}

}  // namespace

struct NoteIndex::Scan {
  std::map<std::string, HtmlNode, std::less<>> ids;
  std::vector<HtmlNode> links;                                           // with a fragment only
  std::unordered_map<const GumboNode*, std::vector<HtmlNode>> links_of;  // by block
  std::unordered_set<const GumboNode*> noted;  // links that stand in a container of notes

  HtmlNode target(HtmlNode link) const {
    const auto found = ids.find(fragment_of(link));
    if (found != ids.end()) return found->second;
    const auto decoded = ids.find(percent_decoded_bytes(fragment_of(link)));
    return decoded == ids.end() ? HtmlNode() : decoded->second;
  }

  void read(HtmlNode root, std::unordered_set<const GumboNode*>& containers) {
    HtmlNode container;  // the one that the walk is in
    for (HtmlNode node = root.next_in(root); node; node = node.next_in(root)) {
      if (!node.is_element()) continue;
      while (container && !is_inside(node, container)) container = {};
      if (is_note_container(node)) {
        containers.insert(node.get());
        if (!container) container = node;
      }
      add(node, static_cast<bool>(container));
    }
  }

 private:
  // `node` comes after `container` in document order: it is inside up to the container's end.
  static bool is_inside(HtmlNode node, HtmlNode container) {
    while (node && node != container) node = node.parent();
    return static_cast<bool>(node);
  }

  void add(HtmlNode node, bool in_container) {
    const std::string_view id = node.attribute("id");
    if (!id.empty()) ids.emplace(id, node);
    if (!node.is(GUMBO_TAG_A)) return;
    if (!node.attribute("name").empty()) ids.emplace(node.attribute("name"), node);
    if (fragment_of(node).empty()) return;
    links.push_back(node);
    links_of[block_around(node).get()].push_back(node);
    if (in_container) noted.insert(node.get());
  }
};

NoteIndex::NoteIndex(HtmlNode root) {
  Scan scan;
  scan.read(root, containers_);
  for (const HtmlNode link : scan.links) {
    if (!scan.noted.contains(link.get()) && !stands_in_note(link)) read_link(scan, link);
  }
  find_back_links(scan);
}

void NoteIndex::read_link(const Scan& scan, HtmlNode link) {
  const HtmlNode target = scan.target(link);
  if (!target) return;
  const HtmlNode block = block_around(target);
  const HtmlNode home = block_around(link);
  if (!block || block == home || block.is(GUMBO_TAG_BODY)) return;
  std::string label = shown_text(link);
  bool is_mark = stands_in(block, containers_) || (says_it_is_a_mark(link) && block == target);
  if (!is_mark && !looks_like_mark(label)) return;

  const auto back = scan.links_of.find(block.get());
  if (back != scan.links_of.end()) {
    const std::vector<HtmlNode>& links = back->second;
    for (std::size_t i = 0; i < links.size() && i < kMaxLinksLookedAt; ++i) {
      const HtmlNode returns_to = scan.target(links[i]);
      if (!returns_to || block_around(returns_to) != home) continue;
      is_mark = true;
    }
  }
  if (!is_mark) return;
  const std::size_t index = definition_for(block);
  if (definitions_[index].label.empty()) definitions_[index].label = std::move(label);
  by_mark_.emplace(link.get(), index);
}

// A note made by hand links back with text that looks like a mark too.
bool NoteIndex::stands_in_note(HtmlNode link) const {
  return by_block_.contains(block_around(link).get());
}

void NoteIndex::find_back_links(const Scan& scan) {
  std::unordered_set<const GumboNode*> places;  // the marks and the inline elements around them
  for (const HtmlNode link : scan.links) {
    if (!by_mark_.contains(link.get())) continue;
    for (HtmlNode node = link; node && !is_note_block(node); node = node.parent()) {
      places.insert(node.get());
    }
  }
  for (const HtmlNode link : scan.links) {
    const bool says_so = link.attribute("role") == "doc-backlink" ||
                         link.has_class("footnote-backref") || link.has_class("reversefootnote");
    if (says_so || (places.contains(scan.target(link).get()) && !by_mark_.contains(link.get())))
      back_links_.insert(link.get());
  }
}

std::size_t NoteIndex::definition_for(HtmlNode block) {
  const auto [entry, is_new] = by_block_.emplace(block.get(), definitions_.size());
  if (is_new) definitions_.push_back({block, {}});
  return entry->second;
}

NoteDefinition* NoteIndex::marked_by(HtmlNode a) {
  const auto found = by_mark_.find(a.get());
  return found == by_mark_.end() ? nullptr : &definitions_[found->second];
}

NoteDefinition* NoteIndex::defined_by(HtmlNode node) {
  const auto found = by_block_.find(node.get());
  return found == by_block_.end() ? nullptr : &definitions_[found->second];
}

// ---- the part of ContentReader that reads notes ----

bool ContentReader::read_note_mark(HtmlNode node, FlowBuilder& flow, const FlowContext& context) {
  NoteDefinition* definition = notes_.marked_by(node);
  if (definition == nullptr) return false;
  if (!definition->note) {
    definition->note = post_.notes.size();
    post_.notes.push_back({{}, position(definition->node, {})});
  }
  flow.run.atom({NoteMark{*definition->note}, position(node, context)});
  return true;
}

namespace {

// How far a label reaches with the marks that end it: `[1]`, `1)`, `1. `, `1: `. Nothing where the
// note's own words begin with the same number, as `1번째`, `1.5배` and `1 km` do.
std::size_t label_length(std::string_view text, std::string_view label) {
  if (!text.starts_with(label)) return 0;
  const std::size_t end = std::min(text.find_first_not_of(".):", label.size()), text.size());
  const char last = text[end - 1];
  const bool is_closed = last == ')' || last == ']';
  const bool is_ended = end > label.size() && (end == text.size() || text[end] == ' ');
  return is_closed || is_ended ? end : 0;
}

// Takes the label that the author wrote before a note made by hand; the book numbers its notes
// itself. Returns what was taken.
std::string take_label(Blocks& body, std::string_view label) {
  if (body.empty() || label.empty()) return {};
  auto* paragraph = std::get_if<Paragraph>(&body.front().is);
  if (paragraph == nullptr || paragraph->content.empty()) return {};
  auto* text = std::get_if<Text>(&paragraph->content.front().is);
  if (text == nullptr) return {};
  const std::size_t length = label_length(text->text, label);
  if (length == 0) return {};
  std::string taken(label);
  text->text.erase(0, text->text.find_first_not_of(' ', length));
  if (text->text.empty()) paragraph->content.erase(paragraph->content.begin());
  if (paragraph->content.empty()) body.erase(body.begin());
  return taken;
}

}  // namespace

void ContentReader::read_pending_notes() {
  // Reading a note may meet the first mark of another one.
  for (bool found = true; found;) {
    found = false;
    for (NoteDefinition& definition : notes_.definitions()) {
      if (definition.is_read || !definition.note) continue;
      definition.is_read = found = true;
      const FlowContext context = inside(definition.node, {});
      Blocks body = read_blocks(definition.node, context);
      const std::string label = take_label(body, definition.label);
      if (!label.empty()) drop(label, DropReason::chrome, position(definition.node, context));
      post_.notes[*definition.note].body = std::move(body);
    }
  }
}

void ContentReader::keep_unmarked_notes(FlowBuilder& flow) {
  for (NoteDefinition& definition : notes_.definitions()) {
    if (definition.note) continue;
    const SourcePos at = position(definition.node, {});
    diagnostics_.warn(span(at), message("본문에 표시가 없는 각주라서 글 끝에 두었습니다: {}",
                                        "no mark in the text for this note; it is kept at the "
                                        "post's end: {}",
                                        definition.label));
    read_children(definition.node, flow, inside(definition.node, {}));
    flow.end_run({});
  }
}

}  // namespace munjip
