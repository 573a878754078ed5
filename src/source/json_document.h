// A JSON document in memory, for the readers of exports; values of an unexpected kind are nothing.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "source/reader.h"

namespace munjip {

// Throws Error(unreadable) with the line where the text is no JSON.
nlohmann::json parse_json(const SourceText& source);

// Null where `object` is none or lacks it.
const nlohmann::json& json_member(const nlohmann::json& object, const char* name);

// A string, or an integer as one; else empty.
std::string json_text(const nlohmann::json& value);
std::string json_text(const nlohmann::json& object, const char* name);

}  // namespace munjip
