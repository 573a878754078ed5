#include "source/markdown_lists.h"

#include <algorithm>
#include <vector>

#include "source/markdown_fences.h"

namespace munjip {

namespace {

std::size_t mark_begin(std::string_view line) {
  return std::min(line.find_first_not_of(" \t>"), line.size());
}

// A list whose last item so far is `mark`.
struct OpenList {
  std::size_t indent = 0;
  ItemMark mark;
  std::uint32_t first_line = 0, last_line = 0;
};

bool is_markdown_mark(const ItemMark& mark) {
  return mark.marker == ListMarker::bullet ||
         (mark.marker == ListMarker::decimal && mark.sign != U'(');
}

}  // namespace

MarkedItems find_marked_items(std::string_view markdown) {
  constexpr std::size_t kMaxOpen = 16;      // levels that are looked back to
  constexpr std::uint32_t kMaxLines = 200;  // of one item
  MarkedItems items;
  std::vector<OpenList> open;
  Fences fences;
  std::uint32_t number = 0;
  for (std::size_t at = 0; at < markdown.size(); ++number) {
    const std::size_t end = std::min(markdown.find('\n', at), markdown.size());
    const std::string_view line = markdown.substr(at, end - at);
    at = end + 1;
    if (fences.covers(line)) continue;
    const std::size_t begin = mark_begin(line);
    const auto mark = item_mark_of(line.substr(begin));
    if (!mark) continue;
    if (is_markdown_mark(*mark)) {
      if (mark->sign == U')') items.emplace(number, *mark);
      continue;
    }
    const auto last = std::find_if(open.rbegin(), open.rend(), [&](const OpenList& list) {
      return list.indent == begin && list.mark.is_followed_by(*mark) &&
             number - list.last_line <= kMaxLines;
    });
    if (last != open.rend()) {
      if (last->mark.number == 1) items.emplace(last->first_line, last->mark);
      items.emplace(number, *mark);
      last->mark = *mark;
      last->last_line = number;
    } else if (mark->number == 1) {
      if (open.size() == kMaxOpen) open.erase(open.begin());
      open.push_back({begin, *mark, number, number});
    }
  }
  return items;
}

std::string as_numbered_item(std::string_view line, const ItemMark& mark) {
  const std::size_t begin = mark_begin(line);
  const std::string_view written = trim_ascii(line.substr(begin, mark.length));
  std::string out(line.substr(0, begin));
  out.append(std::to_string(mark.number)).append(") <span data-munjip-mark=\"").append(written);
  return out.append("\"></span>").append(line.substr(begin + mark.length));
}

}  // namespace munjip
