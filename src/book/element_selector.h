// A compound selector of CSS (Selectors 4, 4.1) for elements of a post's HTML: `blockquote.box`,
// `#poem`, `p[data-kind=poem]`. Rules of book.toml name elements by it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace munjip {

struct ElementSelector {
  std::string tag;  // lower case; empty = any
  std::string id;
  std::vector<std::string> classes;
  std::vector<std::pair<std::string, std::optional<std::string>>> attributes;  // name, value
};

// Nothing where `text` is no compound selector (a list, a descendant, a pseudo-class).
std::optional<ElementSelector> parse_element_selector(std::string_view text);

}  // namespace munjip
