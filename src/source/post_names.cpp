#include "source/post_names.h"

#include <algorithm>
#include <array>

#include "base/file_io.h"
#include "book/glob.h"
#include "book/natural_order.h"
#include "source/markup_text.h"

namespace munjip {

namespace fs = std::filesystem;

namespace {

constexpr std::array<std::string_view, 7> kPostExtensions = {".md",   ".markdown", ".mdown", ".txt",
                                                             ".html", ".htm",      ".xhtml"};

constexpr std::array<std::string_view, 5> kExportExtensions = {".xml", ".rss", ".atom", ".json",
                                                               ".zip"};
constexpr std::array<std::string_view, 1> kZip = {".zip"};

// Folders of programs and site generators that hold no post, wherever they stand.
constexpr std::array<std::string_view, 10> kOtherFolders = {
    "node_modules", "_site",    "_layouts", "_includes", "_sass",
    "_data",        "_plugins", "layouts",  "themes",    "archetypes"};
constexpr std::string_view kDrafts = "_drafts";

// Files beside the posts of a repository or a site, by name without extension.
constexpr std::array<std::string_view, 14> kOtherFiles = {
    "readme",       "license",      "licence",    "copying",         "changelog",
    "contributing", "authors",      "codeowners", "code_of_conduct", "robots",
    "humans",       "requirements", "404",        "_index"};

template <std::size_t N>
bool contains(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// Search engines' proofs of ownership: `google0123456789abcdef.html`.
bool is_site_verification(std::string_view stem) {
  for (const std::string_view engine : {"google", "naver"}) {
    if (stem.starts_with(engine) && stem.size() >= engine.size() + 16 &&
        stem.find_first_not_of("0123456789abcdef", engine.size()) == std::string_view::npos) {
      return true;
    }
  }
  return false;
}

bool stands_in(std::string_view path, std::string_view folder) {
  const std::string prefix = std::string(folder) + "/";
  return path.starts_with(prefix) || path.find("/" + prefix) != std::string_view::npos;
}

// Tistory's backup: a folder for each post, `12/12-제목.html`.
bool is_in_backup(std::string_view path) {
  const std::size_t name = path.rfind('/');
  if (name == std::string_view::npos) return false;
  const std::size_t begin = path.rfind('/', name - 1) + 1;  // npos + 1 = 0
  const std::string_view number = path.substr(begin, name - begin);
  const bool is_number =
      !number.empty() && number.find_first_not_of("0123456789") == std::string_view::npos;
  const std::string_view file = path.substr(name + 1);
  return is_number && file.starts_with(number) && file.substr(number.size()).starts_with('-');
}

template <std::size_t N>
bool has_extension_of(const std::array<std::string_view, N>& extensions, const fs::path& file) {
  return contains(extensions, ascii_lower(to_utf8(file.extension())));
}

FoundFile found_in_archive(const std::string& path) {
  const fs::path file = path_from_utf8(path);
  FoundFile found{normal_path(path), file};
  found.is_other = is_other_file(file) || to_utf8(file.filename()).starts_with('.');
  found.is_export = has_export_extension(file);
  for (const fs::path& folder : file.parent_path()) {
    const std::string name = to_utf8(folder);
    // macOS puts what it knows of files into `__MACOSX`.
    if (name.starts_with('.') || name == "__MACOSX" || is_other_folder(name)) found.is_other = true;
    if (is_drafts_folder(name)) found.is_draft = true;
  }
  return found;
}

}  // namespace

bool has_post_extension(const fs::path& file) {
  return has_extension_of(kPostExtensions, file);
}

bool has_export_extension(const fs::path& file) {
  return has_extension_of(kExportExtensions, file);
}

bool is_other_folder(std::string_view name) {
  return contains(kOtherFolders, name);
}

bool is_drafts_folder(std::string_view name) {
  return name == kDrafts;
}

bool is_other_file(const fs::path& file) {
  const std::string stem = ascii_lower(to_utf8(file.stem()));
  // README.ko.md and the like
  return contains(kOtherFiles, std::string_view(stem).substr(0, stem.find('.'))) ||
         is_site_verification(stem);
}

void sort_by_path(std::vector<FoundFile>& files) {
  std::sort(files.begin(), files.end(), [](const FoundFile& a, const FoundFile& b) {
    const int order = compare_natural(a.path, b.path);
    return order != 0 ? order < 0 : to_utf8(a.file) < to_utf8(b.file);
  });
}

std::vector<bool> posts_by_default(const std::vector<FoundFile>& found) {
  const auto any = [&](auto is_one) { return std::any_of(found.begin(), found.end(), is_one); };
  const auto in_posts = [](const FoundFile& f) { return stands_in(f.path, "_posts"); };
  const auto in_backup = [](const FoundFile& f) { return is_in_backup(f.path); };
  const bool is_jekyll = any(in_posts);
  const bool is_backup = !is_jekyll && any(in_backup);
  const bool has_posts =
      any([](const FoundFile& f) { return !f.is_export && !f.is_draft && !f.is_other; });
  std::vector<bool> chosen;
  chosen.reserve(found.size());
  for (const FoundFile& file : found) {
    chosen.push_back(!file.is_draft && !file.is_other && (!is_jekyll || in_posts(file)) &&
                     (!is_backup || in_backup(file)) && !(file.is_export && has_posts));
  }
  return chosen;
}

std::vector<std::string> post_paths(const std::vector<std::string>& paths) {
  std::vector<FoundFile> found;
  for (const std::string& path : paths) {
    const fs::path file = path_from_utf8(path);
    const bool is_nested = has_extension_of(kZip, file);
    if (has_post_extension(file) || (has_export_extension(file) && !is_nested)) {
      found.push_back(found_in_archive(path));
    }
  }
  sort_by_path(found);
  const std::vector<bool> chosen = posts_by_default(found);
  std::vector<std::string> posts;
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (chosen[i]) posts.push_back(to_utf8(found[i].file));
  }
  return posts;
}

}  // namespace munjip
