#include "book/verse.h"

#include <iterator>
#include <utility>

#include "book/walk.h"

namespace munjip {

namespace {

void add_lines(const Inlines& content, std::vector<Inlines>& lines) {
  for (const Inline& in : content) {
    if (std::holds_alternative<LineBreak>(in.is)) {
      lines.emplace_back();
      continue;
    }
    const Inlines* children = children_of(in);
    if (children == nullptr) {
      lines.back().push_back(in);
      continue;
    }
    std::vector<Inlines> parts(1);
    add_lines(*children, parts);
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if (i > 0) lines.emplace_back();
      if (parts[i].empty()) continue;
      Inline copy = in;
      *children_of(copy) = std::move(parts[i]);
      lines.back().push_back(std::move(copy));
    }
  }
}

}  // namespace

std::vector<Inlines> verse_lines(const Inlines& content) {
  std::vector<Inlines> lines(1);
  add_lines(content, lines);
  std::erase_if(lines, [](const Inlines& line) { return line.empty(); });
  return lines;
}

}  // namespace munjip
