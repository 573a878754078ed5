// Posts of Markdown as text, for tests.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "source/content_text.h"
#include "source/reader.h"

namespace munjip::test {

struct ReadMarkdown {
  Post post;
  Diagnostics diagnostics;
};

inline ReadMarkdown read_text(std::string_view text) {
  ReadMarkdown read;
  SourceText source;
  source.file = "/nowhere/글.md";
  source.folder = "/nowhere";
  source.shown_file = "글.md";
  source.text = text;
  auto posts = read_markdown(source, read.diagnostics);
  if (!posts.empty()) read.post = std::move(posts.front());
  return read;
}

inline Post read_post(std::string_view text) {
  return read_text(text).post;
}

// As one text, which a failed check prints.
inline std::string lines(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& line : lines) out += line + "\n";
  return out;
}

inline std::string shown(const Post& post) {
  return lines(outline(post.body));
}

inline std::string body(std::string_view text) {
  return shown(read_post(text));
}

}  // namespace munjip::test
