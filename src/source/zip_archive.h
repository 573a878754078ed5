// A ZIP archive as a source: the names and bytes of its files, read one by one into memory, never
// written to the disk. Archives come from anywhere, so what a bomb or a path out of the archive
// would do is bounded here.
#pragma once

#include <zip.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.h"

namespace munjip {

struct ZipEntry {
  std::string path;  // valid UTF-8, relative, `/` between names, no `..`
  std::uint64_t index = 0;
};

// For one thread. Throws Error(unreadable) where the file is no archive.
class ZipArchive {
 public:
  explicit ZipArchive(const std::filesystem::path& file);

  // Its regular files, in the archive's order. Names that lead out of the archive, links and more
  // files than a blog has are left out, and counted by `refused_count`.
  const std::vector<ZipEntry>& entries() const { return entries_; }
  std::size_t refused_count() const { return refused_; }

  // Nothing where the entry is broken, encrypted, too large, packed tighter than any text or
  // picture is, or where the archive has given all that it may.
  std::optional<std::string> read(std::uint64_t index);

 private:
  struct Discard {
    void operator()(zip_t* archive) const { zip_discard(archive); }
  };
  void list();
  bool is_link(std::uint64_t index) const;

  std::unique_ptr<zip_t, Discard> archive_;
  std::vector<ZipEntry> entries_;
  std::size_t refused_ = 0;
  std::uint64_t bytes_read_ = 0;
};

}  // namespace munjip
