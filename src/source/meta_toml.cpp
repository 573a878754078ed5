#include <toml++/toml.h>

#include <sstream>

#include "source/meta_value.h"

namespace munjip {

namespace {

std::optional<MetaValue> value_of(const toml::node& node);

MetaMap map_of(const toml::table& table) {
  MetaMap entries;
  for (const auto& [key, node] : table) {
    if (auto value = value_of(node)) entries.push_back({std::string(key.str()), std::move(*value)});
  }
  return entries;
}

// Numbers, dates and truth values as they would be written.
std::string written(const toml::node& node) {
  if (const auto* text = node.as_string()) return text->get();
  std::ostringstream out;
  node.visit([&](const auto& value) {
    if constexpr (toml::is_value<decltype(value)>) out << value;
  });
  return out.str();
}

std::optional<MetaValue> value_of(const toml::node& node) {
  MetaValue result;
  result.line = node.source().begin.line;
  if (const toml::array* array = node.as_array()) {
    MetaList items;
    for (const toml::node& item : *array) {
      if (auto value = value_of(item)) items.push_back(std::move(*value));
    }
    result.is = std::move(items);
  } else if (const toml::table* table = node.as_table()) {
    result.is = map_of(*table);
  } else {
    result.is = written(node);
  }
  return result;
}

}  // namespace

std::optional<MetaMap> parse_toml(std::string_view text) {
  try {
    return map_of(toml::parse(text));
  } catch (const toml::parse_error&) {
    return std::nullopt;
  }
}

}  // namespace munjip
