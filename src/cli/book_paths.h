// Paths on the command line → the books they mean.
#pragma once

#include <filesystem>
#include <vector>

#include "book/manifest.h"

namespace munjip {

// Each book.toml and each folder is a book of its own (a folder with a book.toml is that book);
// post files named one by one make one book together, at the place of the first. A path that is
// not there is a book too, which open_manifest refuses.
struct BookPath {
  std::filesystem::path path;                // book.toml or folder
  std::vector<std::filesystem::path> files;  // or these posts
};
std::vector<BookPath> book_paths(const std::vector<std::filesystem::path>& paths);

// Throws Error(unreadable) where there is nothing.
Manifest open_manifest(const BookPath& book, Diagnostics& diagnostics);

}  // namespace munjip
