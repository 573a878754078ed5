// The content of a post: blocks of inlines. Plain values, built by source/ and walked by layout/
// and epub/ with std::visit, so that a writer which forgets a kind does not compile.
//
// Invariants (check_book in check.h holds them):
//   - every string is valid UTF-8 without control characters (a code block keeps tab and newline);
//   - text is single-spaced: no newline, and no space at the edges of a block's inlines;
//   - no block is empty, and no two Text inlines stand side by side;
//   - links do not nest and hold no note marks; a heading holds text (NoteMark is kept, writers
//     leave it out of contents and running heads);
//   - heading levels start at 2 and go down one at a time;
//   - notes stand in the order of their first marks, so that `note + 1` is the printed number; each
//     has a mark in the body, and none in a note;
//   - a table's cells fill it without holes or overlaps, and its body has rows;
//   - blocks and inlines nest at most kMaxDepth deep.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/diagnostics.h"
#include "book/element.h"

namespace munjip {

struct Inline;
struct Block;
using Inlines = std::vector<Inline>;
using Blocks = std::vector<Block>;

// Blocks within blocks, and inlines within inlines: no author nests deeper by intention, and walks
// may recurse.
inline constexpr int kMaxDepth = 64;

// ---- inlines ----

struct Text {
  std::string text;
};

// A phrase element of the element table: emphasis ... span (every inline with text children that
// needs no data of its own).
struct Phrase {
  Element element = Element::span;
  Inlines children;
  std::string lang = {};  // BCP 47, empty = as around it
  std::vector<std::string> classes = {};
  std::string title = {};    // what an abbreviation stands for
  bool shows_title = false;  // on paper it follows in parentheses (the pass explain_abbreviations)
};

struct InlineCode {
  std::string text;
};

// `target` is an absolute URL (http, https, mailto, tel), or `#anchor` for a place in this book.
// Before the pass resolve_links a reader may leave an unresolved relative address in it.
//
// `names_post`: the target is no address but the name of a post, as wikis have it (its file, title
// or slug, and perhaps `#` and a heading). `names_title`: the text is to become the title of what
// the link leads to (resolve_links does it; until then it is what the author wrote). `shows_page`:
// on paper the page's number follows.
struct Link {
  Inlines children;
  std::string target;
  bool names_title = false;
  bool names_post = false;
  bool shows_page = false;
};

struct Ruby {
  std::string base, reading;
};

// The mark of a note; `note` indexes Post::notes.
struct NoteMark {
  std::size_t note = 0;
};

// One picture. `resource` names a Resource of the post (book.h); it is empty where the picture was
// lost, and writers then show a box with `alt` and the file name.
struct Image {
  std::string resource;
  std::string
      source;       // as the author wrote it (file name or address), for messages and lost pictures
  std::string alt;  // the author's alternative text, empty if none
  int width_px = 0;  // display size asked for by the page in CSS pixels (1/96 in); 0 = none
  int height_px = 0;
  bool is_emoticon = false;  // small, set in the line at the height of the text
  // What the author's file was called, where a lost picture's address does not tell.
  std::string lost_name = {};
};

struct InlineImage {
  Image image;
};

struct LineBreak {};

// A place that links can name.
struct Anchor {
  std::string id;
};

// A place that the index names: stands before the text that it is about, and shows nothing itself.
struct IndexTerm {
  std::string term;          // as it stands in the index
  std::string reading = {};  // what it is sorted by; empty = `term`
};

struct Inline {
  std::variant<Text, Phrase, InlineCode, Link, Ruby, NoteMark, InlineImage, LineBreak, Anchor,
               IndexTerm>
      is;
  SourcePos at = {};
};

// ---- blocks ----

struct Heading {
  int level = 2;  // 1 ... 6; the post's title is 1 and not in its body, so bodies start at 2
  Inlines content;
  std::string id = {};  // anchor, unique within the book after assemble_book
};

struct Paragraph {
  Inlines content;
};

struct Quote {
  Blocks children;
  Inlines credit = {};  // the source of the quotation, if given
};

enum class ListMarker {
  bullet,
  decimal,
  lower_alpha,
  upper_alpha,
  lower_roman,
  upper_roman,
  hangul_syllable,
  hangul_jamo,
  circled,
  circled_hangul,  // ㉮
  none
};

// What stands around the number: `1.`, `1)`, `(1)`. Circled numbers have nothing.
enum class ListDelimiter { period, parenthesis, parentheses };

struct ListItem {
  Blocks children;
  std::optional<int> value = {};  // a number the author forced
  std::optional<bool> done = {};  // a task list's box
};

struct List {
  ListMarker marker = ListMarker::bullet;
  int start = 1;
  std::vector<ListItem> items;
  ListDelimiter delimiter = ListDelimiter::period;
  bool is_ordered() const { return marker != ListMarker::bullet && marker != ListMarker::none; }
};

struct DefinitionItem {
  std::vector<Inlines> terms;
  std::vector<Blocks> definitions;
};

struct DefinitionList {
  std::vector<DefinitionItem> items;
};

// One picture, or several side by side (a grid), with one caption.
struct Figure {
  std::vector<Image> images;
  Inlines caption = {};
};

struct CodeBlock {
  std::string text;  // lines end with '\n' (the last one too); tabs kept
  std::string language = {};
};

enum class CellAlign { automatic, left, center, right };

struct Cell {
  Blocks children;
  bool is_header = false;
  int colspan = 1, rowspan = 1;  // 1 ... 1000, and within the table (check.h)
  CellAlign align = CellAlign::automatic;
};

struct Row {
  std::vector<Cell> cells;
};

struct Table {
  Inlines caption = {};
  std::vector<Row> head, body;  // head rows are repeated on each page
};

// A section break (hr, * * *).
struct Divider {};

// A video, a map, an attached file, a link card: shown as a captioned link.
enum class LinkBoxKind { card, video, audio, map, file, embed };
struct LinkBox {
  LinkBoxKind kind = LinkBoxKind::card;
  std::string title;   // may be empty: writers then show the address
  std::string target;  // as a Link's; may be empty where the page named none
  std::string description = {};
  Inlines caption = {};
};

// A group with a meaning of its own that styles may dress. Its classes name its role (role.h).
struct Group {
  Blocks children;
};

struct Block {
  std::variant<Heading, Paragraph, Quote, List, DefinitionList, Figure, CodeBlock, Table, Divider,
               LinkBox, Group>
      is;
  std::vector<std::string> classes = {};
  std::string lang = {};  // BCP 47, empty = as around it
  SourcePos at = {};
};

struct Note {
  Blocks body;
  SourcePos at = {};
};

// The text of inlines as a reader sees it: ruby as base(reading), line breaks as a space, no note
// marks.
std::string plain_text(const Inlines& inlines);

}  // namespace munjip
