// Names of output files: the author's title, in Hangul, but safe on every file system.
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace munjip {

// `title` without what some file system forbids (control characters, < > : " / \ | ? *, a dot or
// space at either end, Windows device names), at most 120 UTF-8 bytes, cut on a syllable; never
// empty.
std::string safe_file_name(std::string_view title);

// Hands out names that differ also where case does not count; a name met again gets -2, -3 ...
class FileNames {
 public:
  std::string unique(std::string_view title);

 private:
  std::set<std::string> taken_;
};

}  // namespace munjip
