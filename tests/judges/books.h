// The books that the judges look at: munjip's own sample books, and the real collections of
// ../shared where they are.
#pragma once

#include <string>
#include <vector>

namespace judges {

struct BuiltBook {
  std::string name;    // for messages
  std::string source;  // path given to munjip
  std::string folder;  // of the outputs
  int exit_code = -1;
  std::string output;  // what munjip printed
  std::vector<std::string> pdfs, epubs;
};

// Each built once, at first use.
const std::vector<BuiltBook>& built_books();

}  // namespace judges
