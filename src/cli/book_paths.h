// Paths on the command line → the books they mean.
#pragma once

#include <filesystem>
#include <vector>

#include "book/manifest.h"

namespace munjip {

// Each book.toml and each folder is a book of its own (a folder with a book.toml is that book);
// post files named one by one make one book together, at the place of the first. Throws
// Error(unreadable) for a path that is not there.
struct BookPath {
  std::filesystem::path path;                // book.toml or folder
  std::vector<std::filesystem::path> files;  // or these posts
};
std::vector<BookPath> book_paths(const std::vector<std::filesystem::path>& paths);

Manifest open_manifest(const BookPath& book, Diagnostics& diagnostics);

}  // namespace munjip
