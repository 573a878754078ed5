#include "source/markdown_tables.h"

#include <algorithm>
#include <vector>

#include "base/ascii.h"
#include "source/markdown_fences.h"
#include "source/markdown_lines.h"

namespace munjip {

namespace {

constexpr std::size_t kMaxColumns = 64;
constexpr std::size_t kMaxCodeSpan = 1024;

std::string_view row_of(std::string_view line) {
  return trim_ascii(line.substr(std::min(line.find_first_not_of(" \t>"), line.size())));
}

// fn(at, in_code) for each bar of `row` that no backslash escapes. Links of wikis
// (`[[name|words]]`) count as code: both hold bars that cut nothing.
template <class Fn>
void for_each_bar(std::string_view row, Fn fn) {
  std::size_t code_end = 0;
  for (std::size_t at = 0; at < row.size(); ++at) {
    if (row[at] == '\\') {
      ++at;
    } else if (row[at] == '`' && at >= code_end) {
      const std::size_t end = code_span_end(row, at, kMaxCodeSpan);
      const std::size_t run = std::min(row.find_first_not_of('`', at), row.size());
      if (end == run) {
        at = run - 1;
      } else {
        code_end = end;
      }
    } else if (row.substr(at, 2) == "[[" && at >= code_end) {
      const std::size_t close = row.substr(0, at + kMaxCodeSpan).find("]]", at);
      if (close != std::string_view::npos) code_end = close;
    } else if (row[at] == '|') {
      fn(at, at < code_end);
    }
  }
}

struct Cells {
  std::size_t all = 0, outside_code = 0;  // as GitHub counts, and without the bars in code
};

Cells cells_of(std::string_view row) {
  Cells cells{1, 1};
  for_each_bar(row, [&](std::size_t at, bool in_code) {
    const bool is_edge = at == 0 || at + 1 == row.size();
    if (is_edge) return;
    ++cells.all;
    cells.outside_code += in_code ? 0 : 1;
  });
  return cells;
}

bool is_delimiter_row(std::string_view row) {
  return row.find('|') != std::string_view::npos && row.find('-') != std::string_view::npos &&
         row.find_first_not_of(" \t|:-") == std::string_view::npos;
}

std::string with_code_bars_escaped(std::string_view line) {
  std::string out;
  std::size_t from = 0;
  for_each_bar(line, [&](std::size_t at, bool in_code) {
    if (!in_code) return;
    out.append(line.substr(from, at - from)).append("\\");
    from = at;
  });
  return out.append(line.substr(from));
}

std::string widened(std::string_view line, std::size_t cells, std::string_view cell) {
  std::string out(line.substr(0, line.find_last_not_of(" \t") + 1));
  if (!out.ends_with('|')) out += " |";
  for (; cells > 0; --cells) out += cell;
  return out;
}

class TableFinder {
 public:
  explicit TableFinder(std::string_view markdown) {
    Fences fences;
    IndentedCode code;
    while (!markdown.empty()) {
      const std::size_t end = std::min(markdown.find('\n'), markdown.size());
      const std::string_view line = markdown.substr(0, end);
      lines_.push_back(fences.covers(line) || code.covers(line) ? std::string_view() : line);
      markdown.remove_prefix(std::min(end + 1, markdown.size()));
    }
  }

  TableLines run() {
    for (std::size_t at = 1; at < lines_.size(); ++at) {
      if (!is_delimiter_row(row_of(lines_[at]))) continue;
      if (lines_[at - 1].find('|') != std::string_view::npos) at = read_table(at);
    }
    return std::move(found_);
  }

 private:
  // Of the table whose delimiter row is `delimiter`; returns its last line.
  std::size_t read_table(std::size_t delimiter) {
    const std::size_t head = cells_of(row_of(lines_[delimiter - 1])).outside_code;
    const std::size_t marked = cells_of(row_of(lines_[delimiter])).all;
    const std::size_t columns = std::max(head, marked);
    std::size_t widest = columns;
    std::size_t at = delimiter + 1;
    for (; at < lines_.size() && lines_[at].find('|') != std::string_view::npos; ++at) {
      if (is_delimiter_row(row_of(lines_[at]))) break;
      widest = std::max(widest, cells_of(row_of(lines_[at])).outside_code);
    }
    if (widest > kMaxColumns) return at - 1;
    for (std::size_t line = delimiter - 1; line < at; ++line) {
      const Cells cells = cells_of(row_of(lines_[line]));
      if (cells.all > cells.outside_code) set(line, with_code_bars_escaped(lines_[line]));
    }
    if (widest > head) set(delimiter - 1, widened(text_of(delimiter - 1), widest - head, " |"));
    if (widest > marked) set(delimiter, widened(lines_[delimiter], widest - marked, "---|"));
    return at - 1;
  }

  void set(std::size_t line, std::string text) {
    found_[static_cast<std::uint32_t>(line)] = std::move(text);
  }
  std::string text_of(std::size_t line) const {
    const auto found = found_.find(static_cast<std::uint32_t>(line));
    return found == found_.end() ? std::string(lines_[line]) : found->second;
  }

  std::vector<std::string_view> lines_;
  TableLines found_;
};

}  // namespace

TableLines find_wide_tables(std::string_view markdown) {
  return markdown.find('|') == std::string_view::npos ? TableLines() : TableFinder(markdown).run();
}

}  // namespace munjip
