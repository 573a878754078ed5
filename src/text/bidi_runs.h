// Embedding levels of mixed left-to-right and right-to-left text (UAX #9), by ICU.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace munjip {

// Bytes [begin, end) of one level; odd levels run from right to left.
struct BidiRun {
  std::uint32_t begin = 0, end = 0;
  std::uint8_t level = 0;
};

// The text's runs in logical order; they cover it. One run of level 0 where nothing in it runs from
// right to left. `lang` decides the paragraph's own direction, unless it is to be right to left
// anyway.
std::vector<BidiRun> bidi_runs(std::string_view text, std::string_view lang,
                               bool right_to_left = false);

}  // namespace munjip
