#include "book/language.h"

#include <cstddef>

namespace munjip {

namespace {

constexpr std::size_t kMaxSubtag = 8;  // BCP 47, 2.1

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Whether the primary subtag is `code` (two lower-case letters).
bool primary_is(std::string_view tag, std::string_view code) {
  if (tag.size() < 2 || (tag[0] | 0x20) != code[0] || (tag[1] | 0x20) != code[1]) return false;
  return tag.size() == 2 || tag[2] == '-' || tag[2] == '_';
}

}  // namespace

PrintedLanguage printed_language(std::string_view tag) {
  if (primary_is(tag, "ko")) return PrintedLanguage::korean;
  if (primary_is(tag, "ja")) return PrintedLanguage::japanese;
  return PrintedLanguage::english;
}

bool is_language_tag(std::string_view tag) {
  std::size_t length = 0;  // of the subtag so far
  bool is_primary = true;
  for (std::size_t i = 0; i <= tag.size(); ++i) {
    if (i == tag.size() || tag[i] == '-') {
      if (length < (is_primary ? 2U : 1U)) return false;
      is_primary = false;
      length = 0;
    } else if (!(is_letter(tag[i]) || (is_digit(tag[i]) && !is_primary)) || ++length > kMaxSubtag) {
      return false;
    }
  }
  return true;
}

}  // namespace munjip
