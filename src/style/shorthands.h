// Shorthand properties and other names for known ones.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "style/value.h"
#include "style/value_reader.h"

namespace munjip::css {

bool is_shorthand(std::string_view name);
std::vector<std::string_view> shorthand_names();
std::string_view shorthand_examples(std::string_view name);

// `name` is_shorthand. Nothing where the value is not known.
std::optional<std::vector<Declaration>> expand_shorthand(std::string_view name, ValueReader& value);

// The longhands that a shorthand resets, for `inherit` and its like.
std::span<const Property> longhands_of(std::string_view name);

}  // namespace munjip::css
