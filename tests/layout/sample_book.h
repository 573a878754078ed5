// Small books made in code, for the tests of layout.
#pragma once

#include <string>
#include <vector>

#include "book/book.h"

namespace munjip::sample {

inline Inlines text(std::string words) {
  Inlines inlines(1);
  inlines.front().is = Text{std::move(words)};
  return inlines;
}

inline Block paragraph(std::string words) {
  Block block;
  block.is = Paragraph{text(std::move(words))};
  return block;
}

inline Block heading(std::string words, std::string id, int level = 2) {
  Block block;
  block.is = Heading{level, text(std::move(words)), std::move(id)};
  return block;
}

inline Post post(std::string id, std::string title, Blocks body) {
  Post one;
  one.id = std::move(id);
  one.shown_file = one.id + ".md";
  one.title = std::move(title);
  one.body = std::move(body);
  return one;
}

inline Book book(std::vector<Post> posts) {
  Book one;
  one.info.title = "바람이 머문 자리";
  one.info.identifier = "urn:uuid:00000000-0000-4000-8000-000000000000";
  one.info.authors.push_back({"김한별"});
  one.parts.push_back({"", std::move(posts)});
  return one;
}

// About `syllables` syllables of running text; the same for the same numbers.
inline std::string prose(std::size_t syllables, unsigned seed = 1) {
  static const std::vector<std::string> words = {
      "바람은", "오래된",   "골목을", "지나",   "강가로", "나갔고",   "사람들은", "저마다",
      "제",     "이야기를", "품은",   "채로",   "돌아와", "불을",     "켰다.",    "그날의",
      "신문은", "아무것도", "말하지", "않았다", "그러나", "이웃집의", "라디오는", "밤새",
      "낮은",   "목소리로", "먼",     "도시의", "소식을", "전했다."};
  std::string out;
  unsigned state = seed * 2654435761U + 1;
  for (std::size_t n = 0; n < syllables;) {
    state = state * 1664525U + 1013904223U;
    const std::string& word = words[(state >> 8) % words.size()];
    if (!out.empty()) out += ' ';
    out += word;
    n += word.size() / 3;
  }
  return out;
}

}  // namespace munjip::sample
