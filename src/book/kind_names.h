// The names of kinds of content, where they are written out: in dumps and in munjip's own HTML.
#pragma once

#include <optional>
#include <string_view>

#include "book/content.h"

namespace munjip {

// `card`, `video`, `audio`, `map`, `file`, `embed`
std::string_view to_string(LinkBoxKind kind);
std::optional<LinkBoxKind> link_box_kind(std::string_view name);
// `left`, `center`, `right`; empty where it is automatic
std::string_view to_string(CellAlign align);
// `1)`, `(1)`; empty for a period
std::string_view to_string(ListDelimiter delimiter);
ListDelimiter list_delimiter(std::string_view name);

}  // namespace munjip
