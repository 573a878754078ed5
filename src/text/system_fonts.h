// Families that the catalogue does not know, asked of fontconfig by their exact name. Fontconfig is
// not started before the first such question.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace munjip {

struct SystemFace {
  std::filesystem::path file;
  int index = 0;
  std::string family;
  int weight = 400;
  bool italic = false;
};

// Not for two threads at once.
class SystemFonts {
 public:
  SystemFonts();
  ~SystemFonts();

  // The faces of the family of this name (no substitutes), ordered by file; empty where there is
  // none.
  std::vector<SystemFace> faces_of(const std::string& family);

 private:
  struct Config;
  std::unique_ptr<Config> config_;
};

}  // namespace munjip
