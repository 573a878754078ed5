// Which files of a folder are posts: find_post_files of read_posts.h.
#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "base/file_io.h"
#include "book/glob.h"
#include "book/natural_order.h"
#include "source/read_posts.h"

namespace munjip {

namespace fs = std::filesystem;

namespace {

constexpr int kMaxDepth = 16;
constexpr std::size_t kMaxFiles = 100'000;

constexpr std::array<std::string_view, 7> kPostExtensions = {".md",   ".markdown", ".mdown", ".txt",
                                                             ".html", ".htm",      ".xhtml"};

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

std::string ascii_lower_of(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  });
  return text;
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

bool is_other_file(const fs::path& file) {
  const std::string stem = ascii_lower_of(to_utf8(file.stem()));
  // README.ko.md and the like
  return contains(kOtherFiles, std::string_view(stem).substr(0, stem.find('.'))) ||
         is_site_verification(stem);
}

// What a browser puts beside a page that it saves: pieces of the page, not pages.
bool is_folder_of_saved_page(const fs::path& folder) {
  const std::string name = to_utf8(folder.filename());
  for (const std::string_view suffix : {"_files", ".files", "_파일"}) {
    if (name.size() <= suffix.size() || !name.ends_with(suffix)) continue;
    const std::string page = name.substr(0, name.size() - suffix.size());
    std::error_code error;
    for (const std::string_view extension : {".html", ".htm"}) {
      if (fs::exists(folder.parent_path() / path_from_utf8(page + std::string(extension)), error)) {
        return true;
      }
    }
  }
  return false;
}

struct Found {
  std::string path;       // from the book's folder, as glob.h spells it
  fs::path file;          // as the file system spells it
  bool is_draft = false;  // in a folder of drafts
  bool is_other = false;  // a README and its like
};

class Walk {
 public:
  Walk(fs::path root, Diagnostics& diagnostics)
      : root_(std::move(root)), diagnostics_(diagnostics) {}

  std::vector<Found> run() {
    enter(root_, fs::path(), false, 0);
    std::sort(found_.begin(), found_.end(), [](const Found& a, const Found& b) {
      const int order = compare_natural(a.path, b.path);
      return order != 0 ? order < 0 : to_utf8(a.file) < to_utf8(b.file);
    });
    return std::move(found_);
  }

 private:
  void enter(const fs::path& folder, const fs::path& relative, bool in_drafts, int depth) {
    std::error_code error;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
      const std::string name = to_utf8(it->path().filename());
      if (name.starts_with('.') || found_.size() >= kMaxFiles) continue;
      visit(*it, relative / it->path().filename(), name, in_drafts, depth);
    }
    if (error) {
      diagnostics_.error(
          {to_utf8(folder), {}},
          message("폴더를 읽을 수 없습니다: {}", "the folder cannot be read: {}", error.message()));
    }
  }

  void visit(const fs::directory_entry& entry, const fs::path& relative, const std::string& name,
             bool in_drafts, int depth) {
    std::error_code error;
    const bool is_link = entry.is_symlink(error);
    if (entry.is_directory(error)) {
      // A link to a folder may lead out of the book, or back into it for ever.
      if (is_link || depth >= kMaxDepth || contains(kOtherFolders, name)) return;
      if (is_folder_of_saved_page(entry.path())) return;
      enter(entry.path(), relative, in_drafts || name == kDrafts, depth + 1);
    } else if (entry.is_regular_file(error)) {
      const std::string extension = ascii_lower_of(to_utf8(relative.extension()));
      if (!contains(kPostExtensions, extension)) return;
      if (is_link && !is_inside(root_, entry.path())) return;
      found_.push_back(
          {normal_path(to_utf8(relative)), entry.path(), in_drafts, is_other_file(relative)});
    }
  }

  fs::path root_;
  Diagnostics& diagnostics_;
  std::vector<Found> found_;
};

// ---- what is a post where the manifest names none ----

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

// The posts of a folder that is laid out like a known kind of blog; else all that look like posts.
std::vector<bool> posts_by_default(const std::vector<Found>& found) {
  const auto any = [&](auto is_one) { return std::any_of(found.begin(), found.end(), is_one); };
  const auto in_posts = [](const Found& f) { return stands_in(f.path, "_posts"); };
  const auto in_backup = [](const Found& f) { return is_in_backup(f.path); };
  const bool is_jekyll = any(in_posts);
  const bool is_backup = !is_jekyll && any(in_backup);
  std::vector<bool> chosen;
  chosen.reserve(found.size());
  for (const Found& file : found) {
    chosen.push_back(!file.is_draft && !file.is_other && (!is_jekyll || in_posts(file)) &&
                     (!is_backup || in_backup(file)));
  }
  return chosen;
}

// ---- what the manifest names ----

struct Patterns {
  std::vector<Glob> wanted, excluded;
  bool takes_all = false;

  explicit Patterns(const Selection& selection) : takes_all(selection.patterns.empty()) {
    for (const std::string& pattern : selection.patterns) wanted.emplace_back(pattern);
    for (const std::string& pattern : selection.exclude) excluded.emplace_back(pattern);
  }

  bool accepts(const Found& file, bool by_default) const {
    const auto matches = [&](const Glob& glob) { return glob.matches(file.path); };
    if (std::any_of(excluded.begin(), excluded.end(), matches)) return false;
    if (takes_all) return by_default;
    return std::any_of(wanted.begin(), wanted.end(), [&](const Glob& glob) {
      if (!glob.matches(file.path)) return false;
      return glob.is_plain() ? glob.plain_path() == file.path || !(file.is_other || file.is_draft)
                             : !file.is_other;
    });
  }
};

// Files that are named outright although the walk passes them by: other extensions, hidden folders.
void add_named_files(const Manifest& manifest, const fs::path& root, std::vector<Found>& found) {
  std::set<std::string> known;
  for (const Found& file : found) known.insert(file.path);
  std::error_code error;
  for (const PartSpec& part : manifest.parts) {
    for (const std::string& pattern : part.posts.patterns) {
      const Glob glob(pattern);
      if (!glob.is_plain() || known.contains(glob.plain_path())) continue;
      const fs::path file = root / path_from_utf8(pattern);
      if (!fs::is_regular_file(file, error) || !is_inside(root, file)) continue;
      known.insert(glob.plain_path());
      found.push_back({glob.plain_path(), file, false, false});
    }
  }
}

fs::path root_of(const Manifest& manifest) {
  return manifest.folder.empty() ? fs::path(".") : manifest.folder;
}

}  // namespace

std::vector<fs::path> find_post_files(const Manifest& manifest, Diagnostics& diagnostics) {
  if (!manifest.single_files.empty()) return manifest.single_files;
  const fs::path root = root_of(manifest);
  std::vector<Found> found = Walk(root, diagnostics).run();
  add_named_files(manifest, root, found);
  const std::vector<bool> by_default = posts_by_default(found);
  std::vector<Patterns> parts;
  for (const PartSpec& part : manifest.parts) parts.emplace_back(part.posts);
  std::vector<fs::path> files;
  for (std::size_t i = 0; i < found.size(); ++i) {
    const bool wanted = std::any_of(parts.begin(), parts.end(), [&](const Patterns& part) {
      return part.accepts(found[i], by_default[i]);
    });
    if (wanted) files.push_back(found[i].file);
  }
  return files;
}

ReadOptions read_options(const Manifest& manifest, unsigned jobs) {
  ReadOptions options{root_of(manifest), jobs, manifest.single_files, manifest.keep_comments};
  for (const PartSpec& part : manifest.parts) {
    for (const std::string& pattern : part.posts.patterns) {
      const Glob glob(pattern);
      if (glob.is_plain()) options.named.push_back(options.folder / path_from_utf8(pattern));
    }
  }
  return options;
}

}  // namespace munjip
