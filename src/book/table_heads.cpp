// The pass find_table_heads: editors that know no header cells let authors set the first row in
// bold.
#include <algorithm>
#include <iterator>
#include <utility>

#include "book/blank.h"
#include "book/pass_functions.h"
#include "book/walk.h"

namespace munjip {

namespace {

// Whether all that is seen of `inlines` is bold.
bool is_bold(const Inlines& inlines) {
  return std::all_of(inlines.begin(), inlines.end(), [](const Inline& in) {
    const auto* phrase = std::get_if<Phrase>(&in.is);
    if (phrase != nullptr && phrase->element == Element::strong) return true;
    if (const Inlines* children = children_of(in)) return is_bold(*children);
    return is_blank({in});
  });
}

bool is_bold(const Cell& cell) {
  return std::all_of(cell.children.begin(), cell.children.end(), [](const Block& block) {
    const auto* paragraph = std::get_if<Paragraph>(&block.is);
    return paragraph != nullptr && is_bold(paragraph->content);
  });
}

bool is_blank_cell(const Cell& cell) {
  return std::all_of(cell.children.begin(), cell.children.end(),
                     [](const Block& block) { return is_blank(block); });
}

// Only the corner above names of rows may be empty.
bool looks_like_head(const Row& row) {
  for (const Cell& cell : row.cells) {
    if (cell.rowspan != 1 || !is_bold(cell)) return false;
    if (is_blank_cell(cell) && &cell != &row.cells.front()) return false;
  }
  return !row.cells.empty() && !is_blank_cell(row.cells.back());
}

// A head is bold by itself.
void unwrap_bold(Inlines& inlines) {
  Inlines plain;
  for (Inline& in : inlines) {
    auto* phrase = std::get_if<Phrase>(&in.is);
    if (phrase != nullptr && phrase->element == Element::strong) {
      Inlines children = std::move(phrase->children);
      std::move(children.begin(), children.end(), std::back_inserter(plain));
      continue;
    }
    if (Inlines* children = children_of(in)) unwrap_bold(*children);
    plain.push_back(std::move(in));
  }
  inlines = std::move(plain);
}

void find_head(Table& table) {
  if (!table.head.empty() || table.body.size() < 2) return;
  if (!looks_like_head(table.body[0]) || looks_like_head(table.body[1])) return;
  Row head = std::move(table.body.front());
  table.body.erase(table.body.begin());
  for (Cell& cell : head.cells) {
    cell.is_header = true;
    for (Block& block : cell.children) unwrap_bold(std::get<Paragraph>(block.is).content);
  }
  table.head.push_back(std::move(head));
}

}  // namespace

void find_table_heads(Book& book, const Manifest&, Diagnostics&) {
  for_each_post(book, [](Post& post) {
    for_each_body(post, [](Blocks& body) {
      for_each_block(body, [](Block& block) {
        if (auto* table = std::get_if<Table>(&block.is)) find_head(*table);
      });
    });
  });
}

}  // namespace munjip
