#include "source/hanyang_pua.h"

#include <algorithm>
#include <vector>

#include "base/letters.h"
#include "base/utf8.h"

namespace munjip {

namespace {

bool is_private_use(char32_t c) {
  return c >= 0xE000 && c <= 0xF8FF;
}

const HanyangRange* range_of(char32_t c) {
  const auto& ranges = hanyang_ranges();
  const auto found = std::find_if(ranges.begin(), ranges.end(), [&](const HanyangRange& range) {
    return c >= range.first && c <= range.last;
  });
  return found == ranges.end() ? nullptr : &*found;
}

// The entries of every range, in its order.
const std::vector<std::string_view>& entries_of(const HanyangRange& range) {
  static const std::vector<std::vector<std::string_view>> all = [] {
    constexpr std::string_view kSpace = " \n";
    std::vector<std::vector<std::string_view>> lists;
    for (const HanyangRange& each : hanyang_ranges()) {
      std::vector<std::string_view>& list = lists.emplace_back();
      for (std::size_t at = each.jamo.find_first_not_of(kSpace); at != std::string_view::npos;) {
        const std::size_t end = std::min(each.jamo.find_first_of(kSpace, at), each.jamo.size());
        list.push_back(each.jamo.substr(at, end - at));
        at = each.jamo.find_first_not_of(kSpace, end);
      }
    }
    return lists;
  }();
  return all[static_cast<std::size_t>(&range - hanyang_ranges().data())];
}

// What stands beside old Hangul in a text: Hangul, its tone marks, Hanja.
bool is_company(char32_t c) {
  return is_hangul_syllable(c) || (c >= 0x1100 && c <= 0x11FF) || c == 0x302E || c == 0x302F ||
         (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF);
}

// Whether half of the runs of private use or more touch Hangul, and all of them are Hanyang's.
bool is_old_hangul(std::string_view text) {
  std::size_t runs = 0, in_company = 0;
  char32_t before = 0;
  for (std::size_t at = 0; at < text.size();) {
    char32_t c = next_code_point(text, at);
    if (!is_private_use(c)) {
      before = c;
      continue;
    }
    while (is_private_use(c)) {
      if (range_of(c) == nullptr) return false;
      c = at < text.size() ? next_code_point(text, at) : 0;
    }
    ++runs;
    if (is_company(before) || is_company(c)) ++in_company;
    before = c;
  }
  return runs > 0 && in_company * 2 >= runs;
}

}  // namespace

std::string hanyang_to_jamo(char32_t c) {
  const HanyangRange* range = range_of(c);
  if (range == nullptr) return utf8(c);
  const std::string_view jamo = entries_of(*range).at(c - range->first);
  return jamo == "-" ? std::string() : std::string(jamo);
}

OldHangul with_standard_old_hangul(std::string text) {
  // U+E0BC ... U+F8F7 begin with EE or EF in UTF-8.
  const bool may_hold_codes =
      std::any_of(text.begin(), text.end(), [](char c) { return c == '\xEE' || c == '\xEF'; });
  if (!may_hold_codes || !is_old_hangul(text)) return {std::move(text), 0};
  OldHangul out;
  out.text.reserve(text.size() * 2);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    if (range_of(c) == nullptr) {
      out.text.append(text, begin, at - begin);
    } else {
      out.text += hanyang_to_jamo(c);
      ++out.converted;
    }
  }
  return out;
}

}  // namespace munjip
