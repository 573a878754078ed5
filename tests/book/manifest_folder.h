// A folder with a book.toml, for tests.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>

#include "book/manifest.h"

namespace munjip::testing {

// A folder that goes when the test ends.
class Folder {
 public:
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "munjip-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
    root_ = name;
    path_ = root_ / "책 모음";
    std::filesystem::create_directory(path_);
  }
  ~Folder() { std::filesystem::remove_all(root_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::filesystem::path write(const std::string& name, const std::string& text) const {
    std::ofstream(path_ / name, std::ios::binary) << text;
    return path_ / name;
  }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path root_, path_;
};

struct Read {
  Manifest manifest;
  std::string warnings;  // in English, without the folder
};

inline Read read(const Folder& folder, const std::string& toml) {
  const std::filesystem::path file = folder.write("book.toml", toml);
  Diagnostics diagnostics;
  Read result{read_manifest(file, diagnostics), {}};
  for (const Diagnostic& d : diagnostics.all()) {
    std::string line = to_string(d, Language::english);
    const std::string prefix = folder.path().string() + "/";
    if (line.starts_with(prefix)) line.erase(0, prefix.size());
    result.warnings += line;
  }
  return result;
}

}  // namespace munjip::testing
