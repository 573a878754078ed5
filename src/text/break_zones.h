// Break opportunities of a text in several languages and modes, as a paragraph's spans have them.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "text/hyphenation.h"
#include "text/shape.h"

namespace munjip {

// A stretch of one language and mode, up to the next one's `begin`.
struct BreakZone {
  std::uint32_t begin = 0;  // byte offset
  std::string_view lang;
  WordBreak mode = WordBreak::book;
  bool hyphens = false;  // whether Latin words may be divided
};

struct FoundBreaks {
  std::vector<BreakPoint> points;
  std::vector<TextRange> addresses;
};

// As find_breaks (shape.h). `zones` are ordered and the first begins at 0; a break between two of
// them goes by the rules of the first. Without `hyphenation` no word is divided.
FoundBreaks find_breaks_in_zones(std::string_view text, std::span<const BreakZone> zones,
                                 double room, Hyphenation* hyphenation = nullptr);

}  // namespace munjip
