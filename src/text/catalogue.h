// The font catalogue (fonts/catalogue.toml) as data: which families there are, of which files,
// under which licence, and which stand in for which.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"

namespace munjip {

struct CatalogueFace {
  std::string file;             // relative to a root of fonts, or an absolute path
  int index = 0;                // in a collection
  std::string postscript_name;  // empty = not checked
  int weight = 400;
  bool italic = false;
};

struct CatalogueFamily {
  std::string name;
  std::vector<std::string> aliases;
  std::string kind;  // serif, sans-serif or monospace
  std::string package, licence, coverage;
  std::vector<std::string> companions;  // same design, more characters: tried right after it
  std::vector<CatalogueFace> faces;
};

struct Catalogue {
  std::vector<CatalogueFamily> families;
  // generic name → families, best first
  std::map<std::string, std::vector<std::string>> generic;
  // kind or `any` → families tried for what the style's own families lack
  std::map<std::string, std::vector<std::string>> fallback;
};

// Adds what `file` says to `catalogue`; lists of an earlier file go before those of a later one.
// What cannot be understood is a warning.
void read_catalogue(const std::filesystem::path& file, Catalogue& catalogue,
                    Diagnostics& diagnostics);

// A family's name as it is compared: ASCII letters in lower case; without spaces, hyphens and
// underscores.
std::string family_key(std::string_view name);

}  // namespace munjip
