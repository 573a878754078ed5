// Tags of site generators that come in pairs: `{% raw %}` ... `{% endraw %}`, `{{< tip >}}` ...
// `{{< /tip >}}`.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "source/markdown_tags.h"

namespace munjip {

// Where the last end of each kind stands in a text: what nothing ends must not swallow the rest.
class TagEnds {
 public:
  explicit TagEnds(std::string_view text) : text_(text) {}
  // Whether `sign` stands behind `offset`.
  bool has(std::string_view sign, std::size_t offset);
  // Whether what ends `tag` does.
  bool has_end_of(const SiteTag& tag, std::size_t offset);

 private:
  std::string_view text_;
  std::map<std::string, std::size_t, std::less<>> last_;
};

// The tags that are open, and the HTML at their ends.
class OpenTags {
 public:
  // False where too many are open already.
  bool open(std::string name, std::string closes);
  // The HTML that ends `name` and what is open within it; empty where it is not open.
  std::string close(std::string_view name);

 private:
  struct Open {
    std::string name, closes;
  };
  std::vector<Open> open_;
};

bool is_end_of_raw(const SiteTag& tag);

// `text`, code, as the generator would leave it: `{% raw %}` and `{% endraw %}` are gone, and
// `{{</* tip */>}}` is `{{< tip >}}`.
std::string without_raw_tags(std::string_view text);

}  // namespace munjip
