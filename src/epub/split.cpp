#include "epub/split.h"

#include <algorithm>
#include <utility>

#include "base/overloaded.h"
#include "base/utf8.h"
#include "book/list_marker.h"
#include "epub/measure.h"

namespace munjip {

namespace {

// Deals `items` out to pieces of at most `max_bytes`; an item that is larger is a piece by itself.
template <class Item, class Measure>
std::vector<std::vector<Item>> dealt(std::vector<Item> items, std::size_t max_bytes,
                                     Measure measure) {
  std::vector<std::vector<Item>> pieces(1);
  std::size_t bytes = 0;
  for (Item& item : items) {
    const std::size_t more = measure(item);
    if (!pieces.back().empty() && bytes + more > max_bytes) {
      pieces.emplace_back();
      bytes = 0;
    }
    bytes += more;
    pieces.back().push_back(std::move(item));
  }
  return pieces;
}

std::size_t measure_blocks(const Block& block) {
  return bytes_as_xhtml(block);
}

// A text cut at spaces, or where there is none between any two characters.
std::vector<std::string> cut_text(std::string_view text, std::size_t max_bytes) {
  std::vector<std::string> pieces;
  while (text.size() > max_bytes) {
    std::string_view piece = utf8_prefix(text, max_bytes);
    const std::size_t space = piece.rfind(' ');
    if (space != std::string_view::npos && space > 0) piece = piece.substr(0, space + 1);
    pieces.emplace_back(piece);
    text.remove_prefix(piece.size());
  }
  if (!text.empty()) pieces.emplace_back(text);
  return pieces;
}

Inlines with_cut_texts(const Inlines& inlines, std::size_t max_bytes) {
  Inlines out;
  for (const Inline& in : inlines) {
    const auto* text = std::get_if<Text>(&in.is);
    if (text == nullptr || text->text.size() <= max_bytes) {
      out.push_back(in);
    } else {
      for (std::string& piece : cut_text(text->text, max_bytes)) {
        out.push_back({Text{std::move(piece)}, in.at});
      }
    }
  }
  return out;
}

// Copies of one block that share its classes, language and place.
class Cutter {
 public:
  Cutter(const Block& block, std::size_t max_bytes, Blocks& out)
      : block_(block), max_bytes_(max_bytes), out_(out) {}

  void operator()(const Paragraph& is) {
    // Escaping makes a text six times as large at worst.
    Inlines inlines = with_cut_texts(is.content, max_bytes_ / 6);
    for (Inlines& piece : dealt(std::move(inlines), max_bytes_,
                                [](const Inline& in) { return bytes_as_xhtml(Inlines{in}); })) {
      emit(Paragraph{std::move(piece)});
    }
  }
  void operator()(const Quote& is) {
    auto pieces = dealt(cut_large_blocks(is.children, max_bytes_), max_bytes_, measure_blocks);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      emit(Quote{std::move(pieces[i]), i + 1 == pieces.size() ? is.credit : Inlines()});
    }
  }
  void operator()(const Group& is) {
    for (Blocks& piece :
         dealt(cut_large_blocks(is.children, max_bytes_), max_bytes_, measure_blocks)) {
      emit(Group{std::move(piece)});
    }
  }
  void operator()(const List& is) {
    const auto measure = [](const ListItem& item) { return bytes_as_xhtml(item.children) + 60; };
    const std::vector<int> numbers = item_numbers(is);
    std::size_t first = 0;
    for (std::vector<ListItem>& piece : dealt(is.items, max_bytes_, measure)) {
      List list{is.marker, is.start, std::move(piece), is.delimiter};
      if (first > 0) list.start = numbers[first];
      first += list.items.size();
      emit(std::move(list));
    }
  }
  void operator()(const DefinitionList& is) {
    const auto measure = [](const DefinitionItem& item) {
      return bytes_as_xhtml(Block{DefinitionList{{item}}});
    };
    for (auto& piece : dealt(is.items, max_bytes_, measure)) {
      emit(DefinitionList{std::move(piece)});
    }
  }
  // Rows that a cell spans stay together, so that no span reaches out of its table.
  void operator()(const Table& is) {
    std::vector<std::vector<Row>> groups;
    std::size_t covered = 0;
    for (const Row& row : is.body) {
      if (covered == 0) groups.emplace_back();
      if (covered > 0) --covered;
      groups.back().push_back(row);
      for (const Cell& cell : row.cells) {
        covered = std::max(covered, static_cast<std::size_t>(std::max(cell.rowspan, 1)) - 1);
      }
    }
    const auto measure = [](const std::vector<Row>& rows) {
      return bytes_as_xhtml(Block{Table{{}, {}, rows}});
    };
    bool is_first = true;
    for (auto& piece : dealt(std::move(groups), max_bytes_, measure)) {
      Table table{is_first ? is.caption : Inlines(), is.head, {}};
      for (std::vector<Row>& rows : piece) {
        std::move(rows.begin(), rows.end(), std::back_inserter(table.body));
      }
      is_first = false;
      emit(std::move(table));
    }
  }
  void operator()(const CodeBlock& is) {
    std::string_view rest = is.text;
    while (!rest.empty()) {
      std::string_view piece = utf8_prefix(rest, max_bytes_ / 6);
      const std::size_t line = piece.rfind('\n');
      if (piece.size() < rest.size() && line != std::string_view::npos) {
        piece = piece.substr(0, line + 1);
      }
      emit(CodeBlock{std::string(piece), is.language});
      rest.remove_prefix(piece.size());
    }
  }
  template <class Uncut>
  void operator()(const Uncut& is) {
    emit(is);
  }

 private:
  template <class Kind>
  void emit(Kind kind) {
    out_.push_back({std::move(kind), block_.classes, block_.lang, block_.at});
  }

  const Block& block_;
  std::size_t max_bytes_;
  Blocks& out_;
};

}  // namespace

Blocks cut_large_blocks(const Blocks& blocks, std::size_t max_bytes) {
  Blocks out;
  for (const Block& block : blocks) {
    if (bytes_as_xhtml(block) <= max_bytes) {
      out.push_back(block);
    } else {
      std::visit(Cutter(block, max_bytes, out), block.is);
    }
  }
  return out;
}

}  // namespace munjip
