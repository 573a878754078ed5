// Elements of HTML whose inside is Markdown: kramdown's `<div markdown="1">` ... `</div>`, each tag
// on a line of its own.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace munjip {

class MarkdownElements {
 public:
  // A line of such tags, so that Markdown goes on in the next; nothing for any other line.
  std::optional<std::string> rewritten(std::string_view line);

 private:
  std::vector<std::string> open_;  // names; those within one of them are counted too
};

}  // namespace munjip
