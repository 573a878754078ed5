// What Notion's exports say of a page: its properties, and its id in the file's name.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "book/date_time.h"

namespace munjip {

struct NotionProperties {
  std::string author, category;
  std::vector<std::string> tags;
  std::optional<DateTime> published, modified;

  // False where munjip has no use for a property of that name.
  bool set(std::string_view name, const std::vector<std::string>& values);
};

// `제목 0123456789abcdef0123456789abcdef` without the page's id.
std::string_view without_notion_id(std::string_view stem);

// The top of a page exported as Markdown: `# Title`, an empty line, `Name: value` lines.
struct NotionPage {
  std::string title;  // empty: the text does not begin so
  NotionProperties properties;
  std::vector<std::string> other_lines;  // properties that munjip has no use for
  std::size_t body_offset = 0;           // where the text goes on, in bytes
  std::uint32_t body_line = 1;
};
NotionPage read_notion_head(std::string_view text);

}  // namespace munjip
