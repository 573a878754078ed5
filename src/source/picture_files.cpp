// Which file of the book's folder an address names.
#include <algorithm>
#include <array>
#include <system_error>

#include "base/file_io.h"
#include "source/name_spelling.h"
#include "source/pictures.h"

namespace munjip {

namespace fs = std::filesystem;

namespace {

// A folder with more entries is not searched for other spellings of a name.
constexpr std::size_t kMaxListing = 20'000;

// Where site generators keep what their pages address from the root: Hugo, VuePress, Hexo, Jekyll.
constexpr std::array<std::string_view, 4> kAssetRoots = {"static", "public", "source", "docs"};

// The entry of `names` that is `name` in another normalization form, else in another case.
const std::string* other_spelling(const std::vector<std::string>& names, std::string_view name) {
  const std::string wanted = composed_name(name);
  const auto same = std::find_if(names.begin(), names.end(),
                                 [&](const std::string& n) { return composed_name(n) == wanted; });
  if (same != names.end()) return &*same;
  const std::string folded = case_folded_name(wanted);
  const auto similar = std::find_if(names.begin(), names.end(), [&](const std::string& n) {
    return case_folded_name(composed_name(n)) == folded;
  });
  return similar != names.end() ? &*similar : nullptr;
}

}  // namespace

std::optional<fs::path> PictureFinder::locate(const std::string& path) {
  const fs::path beside = source_.file.parent_path();
  const std::size_t root_end = path.find_first_not_of("/\\");
  if (root_end == std::string::npos) return std::nullopt;
  const std::string relative = path.substr(root_end);
  std::vector<fs::path> bases;
  if (root_end == 0) bases.push_back(beside);
  bases.push_back(source_.folder);
  for (const std::string_view root : kAssetRoots) bases.push_back(source_.folder / root);
  for (const fs::path& base : bases) {
    if (auto file = locate_under(base, relative)) return file;
  }
  // The blog may live under a path of its own (`/blog/assets/a.png`).
  const std::size_t slash = relative.find('/');
  if (root_end == 0 || slash == std::string::npos) return std::nullopt;
  return locate_under(source_.folder, relative.substr(slash + 1));
}

// Walks `path` below `base` name by name, accepting another spelling where a name is not there.
std::optional<fs::path> PictureFinder::locate_under(const fs::path& base, const std::string& path) {
  std::error_code error;
  const fs::path direct = base / path_from_utf8(path);
  if (fs::is_regular_file(direct, error)) return direct;
  fs::path at = base;
  for (const fs::path& part : path_from_utf8(path)) {
    const std::string name = to_utf8(part);
    if (name.empty() || name == "." || name == ".." || fs::exists(at / part, error)) {
      at /= part;
      continue;
    }
    // Nothing outside the folder is looked at, not even by name.
    if (!is_inside(source_.folder, at)) return std::nullopt;
    const std::string* other = other_spelling(names_in(at), name);
    if (other == nullptr) return std::nullopt;
    at /= path_from_utf8(*other);
  }
  if (fs::is_regular_file(at, error)) return at;
  return std::nullopt;
}

const std::vector<std::string>& PictureFinder::names_in(const fs::path& folder) {
  const auto [entry, is_new] = listing_.try_emplace(to_utf8(folder));
  if (!is_new) return entry->second;
  std::error_code error;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    if (entry->second.size() == kMaxListing) break;
    entry->second.push_back(to_utf8(it->path().filename()));
  }
  // The order of a directory is the file system's; a tie must fall the same way everywhere.
  std::sort(entry->second.begin(), entry->second.end());
  return entry->second;
}

// A post may have been moved out of the folder that its `../images/a.png` counts from.
std::optional<fs::path> PictureFinder::locate_beside(std::string path) {
  if (!path.starts_with("../")) return std::nullopt;
  while (path.starts_with("../")) path.erase(0, 3);
  path = percent_decoded_bytes(path);
  if (path.find('\0') != std::string::npos) return std::nullopt;
  auto file = locate(path);
  if (file && !is_inside(source_.folder, *file)) file.reset();
  return file;
}

}  // namespace munjip
