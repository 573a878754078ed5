// Files that were put together from files in UTF-8 and in CP949.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace munjip {

struct MixedLines {
  std::string text;             // valid UTF-8
  std::size_t cp949_lines = 0;  // how many were in CP949
  std::size_t malformed = 0;    // places that are in neither set
};

// Each line in the set that it is in: UTF-8 where it is valid, else CP949 where that is without
// fault and gives Korean. Nothing where the file is not a mixture, that is, where not both occur.
std::optional<MixedLines> decode_mixed_lines(std::string_view bytes);

}  // namespace munjip
