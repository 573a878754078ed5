// A ZIP archive of posts and their pictures, such as a backup of Tistory's (`12/12-title.html` with
// its `img` folder) or a zipped folder.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "source/enclosed_files.h"
#include "source/zip_archive.h"

namespace munjip {

// For one thread. Throws Error(unreadable) where the file is no archive, or that of a program's
// document (EPUB, Word).
class PostArchive {
 public:
  explicit PostArchive(const std::filesystem::path& file);
  PostArchive(const PostArchive&) = delete;
  PostArchive& operator=(const PostArchive&) = delete;

  // Those that find_post_files would take from a folder, in natural order.
  const std::vector<std::string>& post_paths() const { return post_paths_; }
  std::optional<std::string> read(const std::string& path);
  // All that is in it, for pictures.
  const EnclosedFiles& files() const { return files_; }

  // What of the archive was refused, and that it holds no posts.
  void tell(Diagnostics& diagnostics) const;

 private:
  std::string shown_file_;
  ZipArchive archive_;
  std::map<std::string, std::uint64_t> index_;  // by path
  std::vector<std::string> post_paths_;
  EnclosedFiles files_;
};

}  // namespace munjip
