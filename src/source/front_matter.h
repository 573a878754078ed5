// What the author wrote about a post above it: YAML between `---` lines or TOML between `+++`
// lines.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "source/reader.h"

namespace munjip {

struct FrontMatter {
  std::string title, subtitle, author, category, address, lang, description;
  std::vector<std::string> tags;
  std::optional<DateTime> published, modified;
  bool is_draft = false;
  std::size_t body_offset = 0;  // where the post's text begins in SourceText::text
  std::uint32_t body_line = 1;
};

// Nothing where the text has no front matter. Keys that munjip has no use for belong to the blog
// engine and are passed over in silence; a date that cannot be read is a warning.
std::optional<FrontMatter> read_front_matter(const SourceText& source, Diagnostics& diagnostics);

// Whether the post is a draft that nobody asked for; says so with a note.
bool is_left_out(const FrontMatter& matter, const SourceText& source, Diagnostics& diagnostics);

// Fills the post's fields from it.
void apply(FrontMatter matter, Post& post);

// `2015-12-19-slug.md`, Jekyll's file names: the date, and the slug as it stands.
struct DatedName {
  std::optional<DateTime> date;
  std::string slug;
};
DatedName dated_name(const std::filesystem::path& file);

}  // namespace munjip
