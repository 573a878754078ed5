// Attributes of structure elements (ISO 32000-1, 14.8.5).
#pragma once

#include <span>
#include <string>

#include "pdf/content.h"

namespace munjip {

// The attribute dictionaries of a tag's element: of lists and of table cells; empty for others.
std::string attributes_of(std::span<const TagNode> tags, TagId tag);

// /BBox of a figure.
std::string bounding_box_attribute(const MarkedSequence::Box& box);

}  // namespace munjip
