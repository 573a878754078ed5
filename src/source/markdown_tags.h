// The tags of site generators within a line of Markdown: Liquid's `{{ ... }}` and `{% ... %}`
// (Jekyll), and shortcodes `{{< ... >}}` and `{{% ... %}}` (Hugo).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace munjip {

struct MarkdownTag {
  std::size_t end = 0;  // behind the tag
  // Markdown or HTML that says the same; nothing where the tag has no meaning in a book.
  std::optional<std::string> replacement;
  std::string words;  // of the author in a tag without meaning, as Markdown
};

// The tag that begins at line[at], if one does.
std::optional<MarkdownTag> markdown_tag_at(std::string_view line, std::size_t at);

// Before HTML that stands for a line: a comment makes a block of HTML that ends on its own line
// (CommonMark 0.30, 4.6, kind 2), so that the next line is Markdown again.
inline constexpr std::string_view kOwnLine = "<!-- -->";

// What shows a page within the page (a film, an example of code), on a line of its own.
std::string embed_html(std::string_view address);

// Opens (with the language behind it) and closes code that stood between tags; longer than any
// fence that the code is likely to hold.
inline constexpr std::string_view kTaggedCodeFence = "~~~~~~";

std::string_view first_word(std::string_view text);

}  // namespace munjip
