// Books made by hand for the tests of this folder, and ways to look into packages.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "book/book.h"
#include "epub/package.h"
#include "media/image.h"

namespace munjip {

inline Inline text(std::string_view words) {
  return {Text{std::string(words)}};
}

inline Block paragraph(std::string_view words) {
  return {Paragraph{{text(words)}}};
}

inline Block heading(int level, std::string_view words, std::string id = {}) {
  return {Heading{level, {text(words)}, std::move(id)}};
}

inline Post post(std::string id, std::string title, Blocks body) {
  Post made;
  made.id = std::move(id);
  made.title = std::move(title);
  made.shown_file = made.id + ".md";
  made.body = std::move(body);
  return made;
}

inline Book book_of(std::vector<Post> posts) {
  Book book;
  book.info.title = "등불 아래에서";
  book.info.identifier = "urn:uuid:3f1c2c6e-4a2b-5d3f-8a1b-1c2d3e4f5a6b";
  book.info.modified = {2025, 3, 1, 9, 30, 0, true};
  book.parts.push_back({"", std::move(posts)});
  return book;
}

inline Resource picture(std::string name, int width, int height) {
  Bitmap bitmap{width, height, 3, {}};
  for (int i = 0; i < width * height * 3; ++i) {
    bitmap.samples.push_back(static_cast<std::uint8_t>(i * 7));
  }
  return {std::move(name), {}, encode_png(bitmap), "그림.png", width, height};
}

inline const PackageFile& file_of(const Package& package, std::string_view path) {
  for (const PackageFile& file : package.files) {
    if (file.path == path) return file;
  }
  REQUIRE_MESSAGE(false, "no file " << path);
  return package.files.front();
}

inline const std::string& bytes_of(const Package& package, std::string_view path) {
  return file_of(package, path).bytes;
}

inline bool holds(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

inline std::size_t count_of(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos;
       at = text.find(part, at + 1)) {
    ++count;
  }
  return count;
}

// A package of these posts that must not say anything.
inline Package package_of(std::vector<Post> posts) {
  Diagnostics diagnostics;
  Package package = build_package(book_of(std::move(posts)), {}, diagnostics);
  CHECK(diagnostics.empty());
  return package;
}

// One of every kind of content, with links across posts, notes in odd places and hostile strings.
Book everything_book();

}  // namespace munjip
