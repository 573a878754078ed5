// Tables whose rows have more cells than their head. GitHub's rule leaves the others out
// (GFM 4.10), and cuts code at its bars (`a|b`); the author's words stay, as kramdown has it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

namespace munjip {

// The lines of such tables as they are to be written, by number from 0: a wider head, bars in code
// escaped. Linear in time.
using TableLines = std::unordered_map<std::uint32_t, std::string>;
TableLines find_wide_tables(std::string_view markdown);

}  // namespace munjip
