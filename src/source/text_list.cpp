// Lists in a text: two or more lines in a row that begin with the same mark, or count on.
#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "source/text_blocks.h"

namespace munjip {

namespace {

// The mark that a line begins with.
struct Mark {
  ListMarker marker = ListMarker::none;
  char32_t sign = 0;       // of a bullet; behind a number, `.` or `)`
  int number = 0;          // of an ordered mark
  std::size_t length = 0;  // with the space behind it

  bool is_followed_by(const Mark& next) const {
    if (marker != next.marker || sign != next.sign) return false;
    return marker == ListMarker::bullet || next.number == number + 1;
  }
};

std::optional<Mark> bullet_of(std::string_view text) {
  std::size_t at = 0;
  const char32_t sign = next_code_point(text, at);
  constexpr std::u32string_view kBullets = U"-*•·‣–▪◦";
  if (kBullets.find(sign) == std::u32string_view::npos) return std::nullopt;
  if (at >= text.size() || text[at] != ' ') return std::nullopt;
  return Mark{ListMarker::bullet, sign, 0, at + 1};
}

// `1.`, `1)`, up to three digits: a year is no number of a list.
std::optional<Mark> decimal_of(std::string_view text) {
  const std::size_t digits = text.find_first_not_of("0123456789");
  if (digits == 0 || digits > 3 || digits == std::string_view::npos) return std::nullopt;
  const char sign = text[digits];
  if ((sign != '.' && sign != ')') || !text.substr(digits + 1).starts_with(' '))
    return std::nullopt;
  int number = 0;
  for (const char c : text.substr(0, digits)) number = number * 10 + (c - '0');
  return Mark{ListMarker::decimal, static_cast<char32_t>(sign), number, digits + 2};
}

// `①`.
std::optional<Mark> circled_of(std::string_view text) {
  std::size_t at = 0;
  const char32_t c = next_code_point(text, at);
  if (c < 0x2460 || c > 0x2473) return std::nullopt;
  if (at < text.size() && text[at] == ' ') ++at;
  return Mark{ListMarker::circled, 0, static_cast<int>(c - 0x2460) + 1, at};
}

// `가.`, `나)`.
std::optional<Mark> hangul_of(std::string_view text) {
  constexpr std::u32string_view kOrder = U"가나다라마바사아자차카타파하";
  std::size_t at = 0;
  const std::size_t place = kOrder.find(next_code_point(text, at));
  if (place == std::u32string_view::npos || at + 1 >= text.size()) return std::nullopt;
  const char sign = text[at];
  if ((sign != '.' && sign != ')') || text[at + 1] != ' ') return std::nullopt;
  return Mark{ListMarker::hangul_syllable, static_cast<char32_t>(sign), static_cast<int>(place) + 1,
              at + 2};
}

std::optional<Mark> mark_of(std::string_view text) {
  for (const auto read : {bullet_of, decimal_of, circled_of, hangul_of}) {
    if (auto mark = read(text); mark && mark->length < text.size()) return mark;
  }
  return std::nullopt;
}

ListItem item_of(const TextLine& line, const Mark& mark) {
  ListItem item;
  item.children.push_back(
      {Paragraph{inlines_of_text(line.text.substr(mark.length), line.at())}, {}, {}, line.at()});
  return item;
}

// A chunk of items only, from `from` on.
bool all_items(const TextChunk& chunk) {
  return std::all_of(chunk.lines.begin(), chunk.lines.end(),
                     [](const TextLine& line) { return mark_of(line.text).has_value(); });
}

}  // namespace

std::optional<TakenBlock> take_list(Chunks chunks, std::size_t at) {
  const auto first = mark_of(chunks[at].first().text);
  if (!first) return std::nullopt;
  List list;
  list.marker = first->marker;
  if (list.is_ordered()) list.start = first->number;
  std::optional<Mark> last;
  std::size_t i = at;
  for (; i < chunks.size() && all_items(chunks[i]); ++i) {
    if (i > at && chunks[i].after_spacer) break;
    const auto mark = mark_of(chunks[i].first().text);
    if (last && !last->is_followed_by(*mark)) break;
    const bool counts_on = [&] {
      auto previous = mark;
      for (std::size_t l = 1; l < chunks[i].lines.size(); ++l) {
        const auto next = mark_of(chunks[i].lines[l].text);
        if (!previous->is_followed_by(*next)) return false;
        previous = next;
      }
      return true;
    }();
    if (!counts_on) break;
    for (const TextLine& line : chunks[i].lines) {
      last = mark_of(line.text);
      list.items.push_back(item_of(line, *last));
    }
  }
  if (list.items.size() < 2) return std::nullopt;
  return TakenBlock{{std::move(list), {}, {}, chunks[at].at()}, i};
}

}  // namespace munjip
