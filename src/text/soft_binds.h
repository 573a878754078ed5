// What belongs together across a space: numbers and their units, the parts of a date, a name and
// its title. A line may end there, but rather elsewhere (typography.md 1.3).
#pragma once

#include <cstdint>
#include <span>

#include "text/break_class.h"

namespace munjip {

// The penalty of a break between two words that one space parts: 0, or what BreakPoint::penalty
// says.
std::uint16_t soft_bind(std::span<const BreakUnit> before, std::span<const BreakUnit> after);

}  // namespace munjip
