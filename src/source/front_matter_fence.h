// Where front matter stands in a text, if it has any.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace munjip {

struct FrontMatterFence {
  std::string_view content;      // between the fences
  std::size_t body_offset = 0;   // behind the closing fence's line
  std::uint32_t first_line = 0;  // of `content`
  std::uint32_t body_line = 0;
  bool is_toml = false;
};

// A block between two `---` or `+++` lines at the beginning of the text whose first line is a key:
// between two rules there may also stand a poem.
std::optional<FrontMatterFence> find_front_matter(std::string_view text);

}  // namespace munjip
