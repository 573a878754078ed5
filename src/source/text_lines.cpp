#include "source/text_lines.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "base/letters.h"
#include "base/utf8.h"
#include "book/blank.h"

namespace munjip {

namespace {

bool is_zero_width(std::string_view text, std::size_t at) {
  return text.substr(at).starts_with("\u200B");
}

std::string_view without_edge_spaces(std::string_view text) {
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t length = is_zero_width(text, begin) ? 3 : space_length(text, begin);
    if (length == 0) break;
    begin += length;
  }
  std::size_t end = text.size();
  while (end > begin) {
    std::size_t at = end;
    previous_code_point(text, at);
    if (space_length(text, at) == 0 && !is_zero_width(text, at)) break;
    end = at;
  }
  return text.substr(begin, end - begin);
}

char32_t last_of(std::string_view text) {
  std::size_t at = text.size();
  return text.empty() ? 0 : previous_code_point(text, at);
}

bool is_one_of(char32_t c, std::u32string_view set) {
  return set.find(c) != std::u32string_view::npos;
}

std::string_view without_closing_marks(std::string_view text) {
  while (!text.empty()) {
    std::size_t at = text.size();
    if (!is_one_of(previous_code_point(text, at), U"\"'”’)]}」』》〉】 ")) break;
    text = text.substr(0, at);
  }
  return text;
}

template <std::size_t N>
bool ends_with_any(std::string_view text, const std::array<std::string_view, N>& endings) {
  return std::any_of(endings.begin(), endings.end(),
                     [&](std::string_view ending) { return text.ends_with(ending); });
}

}  // namespace

std::vector<TextLine> lines_of(std::string_view text) {
  std::vector<TextLine> lines;
  std::uint32_t number = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view raw = text.substr(0, end);
    lines.push_back({raw, without_edge_spaces(raw), ++number});
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::size_t width_of(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto c = static_cast<UChar32>(next_code_point(text, at));
    const int east_asian = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
    width += east_asian == U_EA_WIDE || east_asian == U_EA_FULLWIDTH ? 2 : 1;
  }
  return width;
}

bool ends_with_stop(std::string_view text) {
  return is_one_of(last_of(without_closing_marks(text)), U".!?…。！？~^;ㅎㅋㅠㅜ♬♡♥");
}

bool ends_with_question(std::string_view text) {
  return is_one_of(last_of(without_closing_marks(text)), U"?？");
}

bool ends_like_sentence(std::string_view text) {
  return ends_with_stop(text) || is_one_of(last_of(without_closing_marks(text)), U"다요죠까");
}

bool ends_within_sentence(std::string_view text) {
  // Nouns end like some particles too (`평가`, `회의`), so this alone joins lines but never tells
  // that a line is no heading.
  constexpr std::array<std::string_view, 30> kEndings = {
      ",",    "，",   "은",   "는",   "이",   "가",   "을",   "를",   "의",   "에",
      "에서", "로",   "와",   "과",   "도",   "만",   "고",   "며",   "서",   "면",
      "지만", "는데", "니까", "므로", "부터", "까지", "처럼", "보다", "에게", "라는"};
  return !ends_with_stop(text) && ends_with_any(text, kEndings);
}

bool contains_hangul(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (is_hangul(next_code_point(text, at))) return true;
  }
  return false;
}

bool is_divider(std::string_view text) {
  constexpr std::u32string_view kSigns = U"-*=_─━═―—◇◆■□●○★☆※~#•·";
  std::size_t signs = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (c == U' ' || c == 0xA0 || c == 0x3000) continue;
    if (!is_one_of(c, kSigns)) return false;
    ++signs;
  }
  return signs >= 3;
}

std::string without_spaces(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t space = is_zero_width(text, at) ? 3 : space_length(text, at);
    if (space > 0) {
      at += space;
    } else {
      out.push_back(text[at++]);
    }
  }
  return out;
}

}  // namespace munjip
