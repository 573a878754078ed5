// Lists that Markdown does not know: those that count `가.`, `ㄱ)`, `(1)`, `①`, `㉮`. Their lines
// become items of numbered lists, with the mark in them for the reader of HTML.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "source/text_blocks.h"

namespace munjip {

// By line, counted from 0. Single lines that begin like an item are none: the items of a list count
// on from the first of the marks, two at least. (`1)` is Markdown's; its parenthesis is kept so.)
using MarkedItems = std::map<std::uint32_t, ItemMark>;
MarkedItems find_marked_items(std::string_view markdown);

// `가. 사과` as `1) <span data-munjip-mark="가."></span>사과`.
std::string as_numbered_item(std::string_view line, const ItemMark& mark);

}  // namespace munjip
