// How large content will be as XHTML, without writing it.
#pragma once

#include <cstddef>

#include "book/content.h"

namespace munjip {

// Never less than the bytes that xhtml.cpp writes for it, and mostly little more.
std::size_t bytes_as_xhtml(const Block& block);
std::size_t bytes_as_xhtml(const Blocks& blocks);
std::size_t bytes_as_xhtml(const Inlines& inlines);

}  // namespace munjip
