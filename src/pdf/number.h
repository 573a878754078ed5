// Numbers as PDF writes them (ISO 32000-1, 7.3.3): fixed point, never an exponent, never the
// locale's comma, and no digit that says nothing.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/length.h"

namespace munjip {

void append_integer(std::string& out, std::int64_t value);

// Rounds half away from zero to `decimals` (0 ... 6) places and leaves out trailing zeros:
// 12.5, -.25, 0. `value` must be finite and below 1e12 in size.
void append_number(std::string& out, double value, int decimals);

// In points.
void append_length(std::string& out, Length length, int decimals = 3);

// The value that append_number prints: what a reader of the file will reckon with.
double printed_value(double value, int decimals);

}  // namespace munjip
