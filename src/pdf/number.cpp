#include "pdf/number.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace munjip {

namespace {

constexpr std::array<std::int64_t, 7> kPowersOfTen = {1, 10, 100, 1000, 10'000, 100'000, 1'000'000};

std::int64_t power_of_ten(int decimals) {
  return kPowersOfTen[static_cast<std::size_t>(std::clamp(decimals, 0, 6))];
}

std::int64_t in_steps(double value, int decimals) {
  return std::llround(value * static_cast<double>(power_of_ten(decimals)));
}

}  // namespace

void append_integer(std::string& out, std::int64_t value) {
  std::array<char, 24> digits;
  const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), value);
  out.append(digits.data(), end);
}

void append_number(std::string& out, double value, int decimals) {
  const std::int64_t scale = power_of_ten(decimals);
  std::int64_t steps = in_steps(value, decimals);
  if (steps < 0) {
    out += '-';
    steps = -steps;
  }
  const std::int64_t whole = steps / scale;
  std::int64_t fraction = steps % scale;
  if (whole != 0 || fraction == 0) append_integer(out, whole);
  if (fraction == 0) return;
  out += '.';
  for (std::int64_t place = scale / 10; fraction != 0; place /= 10) {
    out += static_cast<char>('0' + fraction / place);
    fraction %= place;
  }
}

void append_length(std::string& out, Length length, int decimals) {
  append_number(out, length.pt(), decimals);
}

double printed_value(double value, int decimals) {
  return static_cast<double>(in_steps(value, decimals)) /
         static_cast<double>(power_of_ten(decimals));
}

}  // namespace munjip
