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

}  // namespace

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
  if (!may_be_heading(chunks[at])) return std::nullopt;
  // The row of short lines that this one stands in.
  std::size_t begin = at;
  while (begin > 0 && at - begin < 3 && may_be_heading(chunks[begin - 1])) --begin;
  std::size_t end = at + 1;
  while (end < chunks.size() && end - at < 3 && may_be_heading(chunks[end])) ++end;
  const bool is_last = at + 1 == end;
  // Two in a row are a heading over another one where the text begins; elsewhere the first may as
  // well be the last words of what stands before.
  if (end - begin > 2 || end == chunks.size() || (!is_last && at > 0)) return std::nullopt;
  const std::size_t length = count_code_points(chunks[end - 1].first().text);
  const bool prose = is_prose_below(chunks[end], length);
  if (!prose && !take_table(chunks, end)) return std::nullopt;
  Heading heading;
  heading.content = inlines_of_text(chunks[at].first().text, chunks[at].at());
  return TakenBlock{{std::move(heading), {}, {}, chunks[at].at()}, at + 1};
}

}  // namespace munjip
