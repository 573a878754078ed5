// A folder of a test's own, removed at the end, with short ways to fill it.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>

#include "base/file_io.h"

namespace munjip {

class TemporaryFolder {
 public:
  explicit TemporaryFolder(std::string_view name) {
    std::string path = (std::filesystem::temp_directory_path() / "munjip-").string();
    path.append(name).append("-XXXXXX");
    if (::mkdtemp(path.data()) == nullptr) throw std::runtime_error("no temporary folder");
    path_ = path;
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder() {
    std::error_code error;
    std::filesystem::remove_all(path_, error);
  }

  const std::filesystem::path& path() const { return path_; }
  std::filesystem::path add(std::string_view name, std::string_view bytes) const {
    const std::filesystem::path file = path_ / path_from_utf8(name);
    write_file(file, bytes);
    return file;
  }

 private:
  std::filesystem::path path_;
};

// The smallest PNG header that tells a size (PNG 3, 11.2.1); the pixels do not matter to the reader
// of posts.
inline std::string png_of(unsigned char width, unsigned char height) {
  std::string png("\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR\0\0\0", 19);
  png.push_back(static_cast<char>(width));
  png.append("\0\0\0", 3);
  png.push_back(static_cast<char>(height));
  png.append("\x08\x02\0\0\0\0\0\0\0", 9);
  return png;
}

}  // namespace munjip
