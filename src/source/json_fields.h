// The scalar values of a JSON text by their path, for the small objects that pages carry.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace munjip {

// `{"a": {"b": ["x", 1]}}` gives `a.b.0` = `x` and `a.b.1` = `1`; true and false as words,
// null as nothing.
// Reads as far as the text is JSON and ignores what follows; deep nesting and very many values are
// cut off.
std::map<std::string, std::string> json_fields(std::string_view json);

}  // namespace munjip
