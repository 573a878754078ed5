// Takes the pieces of dates off the front of a text.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

#include "base/ascii.h"

namespace munjip {

// Every `take` leaves the place as it was where it fails.
class DateScanner {
 public:
  explicit DateScanner(std::string_view text) : text_(text) {}

  std::size_t at() const { return at_; }
  void go_back(std::size_t at) { at_ = at; }
  bool at_end() const { return at_ == text_.size(); }
  char peek() const { return at_end() ? '\0' : text_[at_]; }

  bool take(std::string_view token) {
    if (text_.substr(at_, token.size()) != token) return false;
    at_ += token.size();
    return true;
  }

  void skip_spaces() {
    while (take(" ") || take("\t") || take("\u00A0")) {
    }
  }

  std::size_t digits_ahead() const {
    std::size_t end = at_;
    while (end < text_.size() && is_digit(text_[end])) ++end;
    return end - at_;
  }

  // A number of `least` to `most` digits, taking as many as there are up to `most`.
  std::optional<int> number(std::size_t least, std::size_t most) {
    const std::size_t count = std::min(digits_ahead(), most);
    if (count < least) return std::nullopt;
    int value = 0;
    for (std::size_t i = 0; i < count; ++i) value = value * 10 + (text_[at_++] - '0');
    return value;
  }

  // A word of Latin letters that begins like one of `names` (three letters, case ignored).
  template <std::size_t N>
  std::optional<int> name(const std::array<std::string_view, N>& names) {
    std::size_t end = at_;
    while (end < text_.size() && is_letter(text_[end])) ++end;
    const std::string_view word = text_.substr(at_, end - at_);
    for (std::size_t i = 0; i < N && word.size() >= 3; ++i) {
      if (!std::equal(names[i].begin(), names[i].end(), word.begin(),
                      [](char n, char w) { return n == ascii_lower(w); })) {
        continue;
      }
      at_ = end;
      return static_cast<int>(i);
    }
    return std::nullopt;
  }

 private:
  static bool is_digit(char c) { return c >= '0' && c <= '9'; }
  static bool is_letter(char c) { return ascii_lower(c) >= 'a' && ascii_lower(c) <= 'z'; }

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace munjip
