#include "cli/book_paths.h"

#include "base/error.h"

namespace munjip {

namespace fs = std::filesystem;

std::vector<BookPath> book_paths(const std::vector<fs::path>& paths) {
  std::vector<BookPath> books;
  std::size_t files_at = 0;
  bool has_files = false;
  for (const fs::path& path : paths) {
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (!fs::exists(status)) {
      books.push_back({path, {}});  // open_manifest says so; the other books are made
    } else if (fs::is_directory(status)) {
      const fs::path manifest = path / "book.toml";
      books.push_back({fs::exists(manifest, error) ? manifest : path, {}});
    } else if (path.extension() == ".toml") {
      books.push_back({path, {}});
    } else {
      if (!has_files) {
        files_at = books.size();
        books.emplace_back();
        has_files = true;
      }
      books[files_at].files.push_back(path);
    }
  }
  return books;
}

Manifest open_manifest(const BookPath& book, Diagnostics& diagnostics) {
  if (!book.files.empty()) return manifest_for_files(book.files);
  std::error_code error;
  if (!fs::exists(book.path, error)) {
    throw Error(ExitCode::unreadable, {book.path.string(), {}},
                message("그런 파일이나 폴더가 없습니다", "no such file or folder"));
  }
  if (book.path.extension() == ".toml") return read_manifest(book.path, diagnostics);
  return manifest_for_folder(book.path);
}

}  // namespace munjip
