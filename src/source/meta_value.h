// The data at the top of a Markdown file, whatever notation it is in: a tree of texts.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace munjip {

struct MetaValue;
struct MetaEntry;
using MetaList = std::vector<MetaValue>;
using MetaMap = std::vector<MetaEntry>;  // in the order of the file

struct MetaValue {
  std::variant<std::string, MetaList, MetaMap> is;
  std::uint32_t line = 0;  // of the front matter, from 1
};

struct MetaEntry {
  std::string key;
  MetaValue value;
};

// Both give nothing where `text` is not in their notation. Depth and size are bounded; YAML aliases
// read as nothing, so that a few lines cannot grow to gigabytes.
std::optional<MetaMap> parse_yaml(std::string_view text);
std::optional<MetaMap> parse_toml(std::string_view text);

// `key: value` lines, `[a, b]` and `- a` lists, as people write them without knowing YAML: titles
// with a colon or a bracket in them.
MetaMap parse_key_lines(std::string_view text);

}  // namespace munjip
