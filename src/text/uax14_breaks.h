// Line breaking by UAX #14 with ICU's rules and dictionaries, for the languages that it knows well:
// Japanese, Chinese, and those written without spaces (Thai, Lao, Khmer, Myanmar).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace munjip {

// Byte offsets inside `text` (neither its beginning nor its end) at which a line may start, in
// order. Empty where ICU has no data.
std::vector<std::uint32_t> uax14_breaks(std::string_view text, const std::string& lang);

}  // namespace munjip
