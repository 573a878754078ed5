// Headings in a text without markup: a short line by itself, no sentence, with prose or a table
// below it. One that stands in a row of short lines is an item of a list without marks, and no one
// can tell which of them is a heading: none is made one.
#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "source/text_blocks.h"

namespace munjip {

namespace {

constexpr std::size_t kMaxCharacters = 40;
// Prose below a heading is at least as long as this, and longer than the heading.
constexpr std::size_t kMinProse = 30;
// A longer line is prose that begins with a label.
constexpr std::size_t kMaxLabelled = 60;

// Endings that no heading has: the sentence goes on.
bool is_clause(std::string_view text) {
  constexpr std::array<std::string_view, 14> kEndings = {",",    "라면", "지만", "는데", "면서",
                                                         "하고", "하며", "하여", "해서", "니까",
                                                         "므로", "때",   "거나", "려면"};
  return std::any_of(kEndings.begin(), kEndings.end(),
                     [&](std::string_view ending) { return text.ends_with(ending); });
}

bool has_letter(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (c >= 0x80 || (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z')) return true;
  }
  return false;
}

bool is_prose_below(const TextChunk& chunk, std::size_t heading_length) {
  std::size_t length = 0;
  for (const TextLine& line : chunk.lines) length += count_code_points(line.text);
  return length >= kMinProse && length > heading_length &&
         ends_like_sentence(chunk.lines.back().text) && !may_be_heading(chunk);
}

// Three syllables, the first of them a common family name: what stands alone below a title is more
// likely the author than a heading.
bool is_person_name(std::string_view text) {
  constexpr std::u32string_view kFamilyNames =
      U"김이박최정강조윤장임한오서신권황안송류유홍전고문손양배백허남심노";
  if (count_code_points(text) != 3 || !contains_hangul(text)) return false;
  std::size_t at = 0;
  return kFamilyNames.find(next_code_point(text, at)) != std::u32string_view::npos;
}

TakenBlock heading(const TextChunk& chunk, int level, std::size_t at) {
  Heading heading;
  heading.level = level;
  heading.content = inlines_of_text(chunk.first().text, chunk.at());
  return {{std::move(heading), {}, {}, chunk.at()}, at + 1};
}

// `label: value`, as the items of a list without marks often are.
bool is_labelled(const TextChunk& chunk) {
  return chunk.first().text.find(": ") != std::string_view::npos &&
         count_code_points(chunk.first().text) <= kMaxLabelled;
}

// A numbered line this short is a heading although it ends like a sentence (`가. 틀렸습니다.`).
constexpr std::size_t kMaxNumberedSentence = 20;

std::optional<ItemMark> heading_number(const TextChunk& chunk) {
  if (!chunk.is_single()) return std::nullopt;
  const std::string_view text = chunk.first().text;
  const auto mark = item_mark_of(text);
  if (!mark || mark->marker == ListMarker::bullet) return std::nullopt;
  const bool is_short = count_code_points(text) <= kMaxNumberedSentence;
  return is_short || may_be_heading(chunk) ? mark : std::nullopt;
}

// One way of numbering (`1.`, `가.`), and the last chunk that was numbered so.
struct Numbering {
  ItemMark last;
  std::size_t at;
  int level;
};

}  // namespace

void mark_numbered_headings(std::vector<TextChunk>& chunks) {
  constexpr int kTop = 2;
  constexpr int kDeepest = 4;
  std::vector<Numbering> numberings;
  for (std::size_t i = 0; i < chunks.size(); ++i) {
    const auto mark = heading_number(chunks[i]);
    if (!mark) continue;
    const auto own = std::find_if(numberings.begin(), numberings.end(), [&](const Numbering& n) {
      return n.last.marker == mark->marker && n.last.sign == mark->sign;
    });
    if (own == numberings.end()) {
      const int level = std::min(kTop + static_cast<int>(numberings.size()), kDeepest);
      numberings.push_back({*mark, i, level});
      continue;
    }
    if (own->last.is_followed_by(*mark) && i > own->at + 1) {
      chunks[own->at].section_level = chunks[i].section_level = own->level;
    }
    own->last = *mark;
    own->at = i;
  }
}

bool may_be_heading(const TextChunk& chunk) {
  if (!chunk.is_single()) return false;
  const std::string_view text = chunk.first().text;
  if (count_code_points(text) > kMaxCharacters || !has_letter(text)) return false;
  if (text.find('\t') != std::string_view::npos || text.find("://") != std::string_view::npos) {
    return false;
  }
  const std::string_view first = text.substr(0, 1);
  if (first.find_first_of("-*+#@/(\"'[") == 0 && !text.ends_with(']')) return false;
  if (text.ends_with(':') || is_clause(text)) return false;
  return ends_with_question(text) || !ends_like_sentence(text);
}

std::optional<TakenBlock> take_heading(Chunks chunks, std::size_t at) {
  if (chunks[at].section_level > 0) return heading(chunks[at], chunks[at].section_level, at);
  if (!may_be_heading(chunks[at])) return std::nullopt;
  if (at == 0 && is_person_name(chunks[at].first().text)) return std::nullopt;
  // The row of short lines that this one stands in.
  std::size_t begin = at;
  const auto in_row = [&](std::size_t i) {
    return may_be_heading(chunks[i]) && chunks[i].section_level == 0;
  };
  while (begin > 0 && at - begin < 3 && in_row(begin - 1)) --begin;
  std::size_t end = at + 1;
  while (end < chunks.size() && end - at < 3 && in_row(end)) ++end;
  const bool is_last = at + 1 == end;
  // Two in a row are a heading over another one where the text begins; elsewhere the first may as
  // well be the last words of what stands before.
  if (end - begin > 2 || end == chunks.size() || (!is_last && at > 0)) return std::nullopt;
  if (end - begin == 2 && is_labelled(chunks[begin]) && is_labelled(chunks[end - 1])) {
    return std::nullopt;
  }
  if (is_labelled(chunks[at]) && is_labelled(chunks[at + 1])) return std::nullopt;
  const std::size_t length = count_code_points(chunks[end - 1].first().text);
  const bool prose = chunks[end].gap > 0 && is_prose_below(chunks[end], length);
  if (!prose && !take_table(chunks, end)) return std::nullopt;
  return heading(chunks[at], 2, at);
}

}  // namespace munjip
