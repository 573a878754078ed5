// Lists in a text: two or more lines in a row that begin with the same mark, or count on.
#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "book/list_marker.h"
#include "source/text_blocks.h"

namespace munjip {

namespace {

std::optional<ItemMark> bullet_of(std::string_view text) {
  std::size_t at = 0;
  const char32_t sign = next_code_point(text, at);
  constexpr std::u32string_view kBullets = U"-*•·‣–▪◦";
  if (kBullets.find(sign) == std::u32string_view::npos) return std::nullopt;
  if (at >= text.size() || text[at] != ' ') return std::nullopt;
  return ItemMark{ListMarker::bullet, sign, 0, at + 1};
}

// `1.`, `1)`, up to three digits: a year is no number of a list.
std::optional<ItemMark> decimal_of(std::string_view text) {
  const std::size_t digits = text.find_first_not_of("0123456789");
  if (digits == 0 || digits > 3 || digits == std::string_view::npos) return std::nullopt;
  const char sign = text[digits];
  if ((sign != '.' && sign != ')') || !text.substr(digits + 1).starts_with(' '))
    return std::nullopt;
  int number = 0;
  for (const char c : text.substr(0, digits)) number = number * 10 + (c - '0');
  return ItemMark{ListMarker::decimal, static_cast<char32_t>(sign), number, digits + 2};
}

// `①`, `㉮`.
std::optional<ItemMark> circled_of(std::string_view text) {
  std::size_t at = 0;
  const char32_t c = next_code_point(text, at);
  const bool is_number = c >= U'①' && c <= U'⑳';
  if (!is_number && (c < U'㉮' || c > U'㉻')) return std::nullopt;
  if (at < text.size() && text[at] == ' ') ++at;
  if (is_number) return ItemMark{ListMarker::circled, 0, static_cast<int>(c - U'①') + 1, at};
  return ItemMark{ListMarker::circled_hangul, 0, static_cast<int>(c - U'㉮') + 1, at};
}

// `가.`, `나)`, `ㄱ.`
std::optional<ItemMark> hangul_of(std::string_view text) {
  std::size_t at = 0;
  const char32_t c = next_code_point(text, at);
  const std::size_t syllable = kCountingSyllables.find(c);
  const bool is_jamo = syllable == std::u32string_view::npos;
  const std::size_t place = is_jamo ? kCountingJamo.find(c) : syllable;
  if (place == std::u32string_view::npos || at + 1 >= text.size()) return std::nullopt;
  const char sign = text[at];
  if ((sign != '.' && sign != ')') || text[at + 1] != ' ') return std::nullopt;
  return ItemMark{is_jamo ? ListMarker::hangul_jamo : ListMarker::hangul_syllable,
                  static_cast<char32_t>(sign), static_cast<int>(place) + 1, at + 2};
}

// `(1)`, `(가)`.
std::optional<ItemMark> parenthesised_of(std::string_view text) {
  if (!text.starts_with('(')) return std::nullopt;
  for (const auto read : {decimal_of, hangul_of}) {
    auto mark = read(text.substr(1));
    if (!mark || mark->sign != U')') continue;
    mark->sign = U'(';
    ++mark->length;
    return mark;
  }
  return std::nullopt;
}

}  // namespace

std::optional<ItemMark> item_mark_of(std::string_view text) {
  for (const auto read : {bullet_of, decimal_of, circled_of, hangul_of, parenthesised_of}) {
    if (auto mark = read(text); mark && mark->length < text.size()) return mark;
  }
  return std::nullopt;
}

namespace {

ListItem item_of(const TextLine& line, const ItemMark& mark) {
  ListItem item;
  item.children.push_back(
      {Paragraph{inlines_of_text(line.text.substr(mark.length), line.at())}, {}, {}, line.at()});
  return item;
}

// Whether the items of the chunk count on from `last`; moves `last` to the last of them.
bool counts_on(const TextChunk& chunk, std::optional<ItemMark>& last) {
  std::optional<ItemMark> previous = last;
  for (const TextLine& line : chunk.lines) {
    const auto mark = item_mark_of(line.text);
    if (!mark || (previous && !previous->is_followed_by(*mark))) return false;
    previous = mark;
  }
  last = previous;
  return true;
}

}  // namespace

std::optional<TakenBlock> take_list(Chunks chunks, std::size_t at) {
  const auto first = item_mark_of(chunks[at].first().text);
  if (!first) return std::nullopt;
  List list;
  list.marker = first->marker;
  list.delimiter = first->delimiter();
  if (list.is_ordered()) list.start = first->number;
  std::optional<ItemMark> last;
  std::size_t end = at;
  while (end < chunks.size() && chunks[end].section_level == 0 &&
         (end == at || !chunks[end].after_spacer) && counts_on(chunks[end], last)) {
    for (const TextLine& line : chunks[end].lines) {
      list.items.push_back(item_of(line, *item_mark_of(line.text)));
    }
    ++end;
  }
  if (list.items.size() < 2) return std::nullopt;
  return TakenBlock{{std::move(list), {}, {}, chunks[at].at()}, end};
}

std::vector<TextChunk> with_lead_ins_apart(std::vector<TextChunk> chunks) {
  std::vector<TextChunk> out;
  out.reserve(chunks.size());
  for (TextChunk& chunk : chunks) {
    TextChunk items = chunk;
    items.lines.erase(items.lines.begin());
    std::optional<ItemMark> last;
    const bool leads_in =
        items.lines.size() >= 2 && !item_mark_of(chunk.first().text) && counts_on(items, last);
    if (leads_in) {
      chunk.lines.resize(1);
      items.gap = 0;
      items.after_spacer = false;
    }
    out.push_back(std::move(chunk));
    if (leads_in) out.push_back(std::move(items));
  }
  return out;
}

}  // namespace munjip
