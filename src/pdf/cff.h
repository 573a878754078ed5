// What the PDF has to know of a bare CFF font (Adobe Technical Note 5176): whether it is CID-keyed,
// and which CID each glyph has. The table comes from strangers: every offset is checked.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace munjip {

struct CffCharset {
  bool is_cid_keyed = false;       // the Top DICT begins with ROS
  std::vector<std::uint16_t> ids;  // by glyph id: its CID (CID-keyed) or SID
};

// Of the first font of a `CFF ` table; nothing where the table is broken, or its charset is one of
// the predefined ones (which only name-keyed fonts have).
std::optional<CffCharset> read_cff_charset(std::string_view table, std::size_t glyph_count);

}  // namespace munjip
