// The architecture as a test: which stage may include which, and in which one folder a library's
// headers may be seen. Read this table to know the arrows.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace fs = std::filesystem;

namespace {

// stage → the stages that it may include besides itself
const std::map<std::string, std::set<std::string>> kMayInclude = {
    {"base", {}},
    {"book", {"base"}},
    {"media", {"base"}},
    {"source", {"base", "book", "media"}},
    {"style", {"base"}},
    {"text", {"base", "style"}},
    {"layout", {"base", "book", "media", "style", "text"}},
    {"pdf", {"base", "book", "media", "text", "layout"}},
    {"imposition", {"base", "book"}},
    {"epub", {"base", "book", "media", "style"}},
    {"markdown", {"base", "book", "media"}},
    {"fetch", {"base", "book", "media", "source"}},
    {"cli",
     {"base", "book", "media", "source", "style", "text", "layout", "pdf", "imposition", "epub",
      "markdown", "fetch"}},
};

// beginning of a third-party header's name → the stages that may include it
const std::vector<std::pair<std::string, std::set<std::string>>> kLibraries = {
    {"hpdf", {"pdf"}},
    {"hb-subset", {"pdf"}},
    {"hb", {"text", "pdf"}},
    {"ft2build", {"text"}},
    {"freetype", {"text"}},
    {"fontconfig", {"text"}},
    {"hyphen.h", {"text"}},
    {"unicode/", {"source", "text"}},
    {"iconv", {"source"}},
    {"gumbo", {"source"}},
    {"cmark", {"source"}},
    {"yaml", {"source"}},
    {"re2/", {"book"}},
    {"toml++", {"book", "source", "text"}},
    {"pugixml", {"source", "epub", "fetch", "imposition"}},
    {"zip.h", {"source", "epub"}},
    {"nlohmann/", {"source"}},
    {"curl/", {"fetch"}},
    {"qpdf/", {"imposition"}},
    {"png.h", {"media"}},
    {"jpeglib", {"media"}},
    {"turbojpeg", {"media"}},
    {"gif_lib", {"media"}},
    {"webp/", {"media"}},
    {"lcms2", {"media"}},
    {"libheif/", {"media"}},
    {"tiffio", {"media"}},
    {"zlib", {"pdf"}},
    {"nettle/", {"base"}},
    {"CLI/", {"cli"}},
};

struct Include {
  std::string file, name;
  bool is_ours;  // "..." rather than <...>
};

std::vector<Include> includes_of(const fs::path& file) {
  std::vector<Include> found;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    if (!line.starts_with("#include ")) continue;
    const char open = line[9];
    const std::size_t end = line.find(open == '<' ? '>' : '"', 10);
    found.push_back({file.string(), line.substr(10, end - 10), open == '"'});
  }
  return found;
}

std::vector<Include> includes_of_stage(const std::string& stage) {
  std::vector<Include> found;
  for (const auto& entry :
       fs::recursive_directory_iterator(fs::path(MUNJIP_SOURCE_DIR) / "src" / stage)) {
    if (entry.path().extension() != ".h" && entry.path().extension() != ".cpp") continue;
    for (Include& include : includes_of(entry.path())) found.push_back(std::move(include));
  }
  return found;
}

}  // namespace

TEST_CASE("every folder of src is a stage of the table") {
  for (const auto& entry : fs::directory_iterator(fs::path(MUNJIP_SOURCE_DIR) / "src")) {
    if (entry.is_directory()) CHECK(kMayInclude.contains(entry.path().filename().string()));
  }
}

TEST_CASE("stages include only what stands before them") {
  for (const auto& [stage, allowed] : kMayInclude) {
    const std::vector<Include> includes = includes_of_stage(stage);
    CHECK_MESSAGE(!includes.empty(), stage);
    for (const Include& include : includes) {
      if (!include.is_ours) continue;
      const std::string target = include.name.substr(0, include.name.find('/'));
      CHECK_MESSAGE((target == stage || allowed.contains(target)),
                    include.file << " includes " << include.name);
    }
  }
}

TEST_CASE("a library's headers are seen in their own stage only") {
  for (const auto& [stage, allowed] : kMayInclude) {
    for (const Include& include : includes_of_stage(stage)) {
      if (include.is_ours) continue;
      for (const auto& [prefix, stages] : kLibraries) {
        if (!include.name.starts_with(prefix)) continue;
        CHECK_MESSAGE(stages.contains(stage), include.file << " includes <" << include.name << ">");
        break;
      }
    }
  }
}

TEST_CASE(
    "no two stages give the same name to a type: the linker would quietly take one for the other") {
  std::map<std::string, std::set<std::string>> stages_of;
  for (const auto& [stage, allowed] : kMayInclude) {
    for (const auto& entry :
         fs::recursive_directory_iterator(fs::path(MUNJIP_SOURCE_DIR) / "src" / stage)) {
      if (entry.path().extension() != ".h") continue;
      std::ifstream in(entry.path());
      std::string space;
      for (std::string line; std::getline(in, line);) {
        if (line.starts_with("namespace ")) space = line.substr(10, line.find(" {") - 10);
        for (const std::string kind : {"struct ", "class ", "enum class "}) {
          if (!line.starts_with(kind) || line.ends_with(";")) continue;
          const std::string name =
              line.substr(kind.size(), line.find_first_of(" :{", kind.size()) - kind.size());
          stages_of[space + "::" + name].insert(stage);
        }
      }
    }
  }
  CHECK(stages_of.size() > 100);
  for (const auto& [name, stages] : stages_of) CHECK_MESSAGE(stages.size() == 1, name);
}
