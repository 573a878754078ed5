// The tags of WordPress's shortcodes: `[name key="value" word]`, `[/name]`.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace munjip {

struct ShortcodeTag {
  std::string name;
  std::map<std::string, std::string> attributes;
  std::vector<std::string> values;  // those without a name
  bool closes = false;              // `[/name]`
  std::size_t length = 0;           // in bytes of the text
};

// The tag that `text`, a `[`, begins with; whether it is one is not said. A tag ends within 4096
// bytes, and before the next `[`.
std::optional<ShortcodeTag> shortcode_tag_at(std::string_view text);

// The first of these attributes that has a value; empty where none has.
std::string attribute_of(const ShortcodeTag& tag, std::initializer_list<const char*> names);

// Where the closing tags of `text` begin, by name, in order.
std::unordered_map<std::string, std::vector<std::size_t>> closing_tags(std::string_view text);

}  // namespace munjip
