#include "book/isbn.h"

#include <cstddef>
#include <string>

namespace munjip {

namespace {

// Weights 1, 3, 1, 3 ...: the sum must be a multiple of 10.
bool is_isbn_13(std::string_view digits) {
  if (!digits.starts_with("978") && !digits.starts_with("979")) return false;
  int sum = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (digits[i] == 'X') return false;
    sum += (digits[i] - '0') * (i % 2 == 0 ? 1 : 3);
  }
  return sum % 10 == 0;
}

// Weights 10, 9 ... 1: the sum must be a multiple of 11; X is ten and can only stand last.
bool is_isbn_10(std::string_view digits) {
  int sum = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (digits[i] == 'X' && i + 1 != digits.size()) return false;
    sum += (digits[i] == 'X' ? 10 : digits[i] - '0') * static_cast<int>(10 - i);
  }
  return sum % 11 == 0;
}

}  // namespace

bool is_valid_isbn(std::string_view text) {
  std::string digits;
  for (const char c : text) {
    if (c == '-' || c == ' ') continue;
    const char upper = c == 'x' ? 'X' : c;
    if (upper != 'X' && (upper < '0' || upper > '9')) return false;
    digits.push_back(upper);
  }
  return digits.size() == 13 ? is_isbn_13(digits) : digits.size() == 10 && is_isbn_10(digits);
}

}  // namespace munjip
