// Which files of a folder are posts: find_post_files of read_posts.h.
#include <algorithm>
#include <set>

#include "base/file_io.h"
#include "book/glob.h"
#include "source/post_names.h"
#include "source/read_posts.h"
#include "source/source_format.h"

namespace munjip {

namespace fs = std::filesystem;

namespace {

constexpr int kMaxDepth = 16;
constexpr std::size_t kMaxFiles = 100'000;

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

class Walk {
 public:
  Walk(fs::path root, Diagnostics& diagnostics)
      : root_(std::move(root)), diagnostics_(diagnostics) {}

  std::vector<FoundFile> run() {
    enter(root_, fs::path(), false, 0);
    sort_by_path(found_);
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
      if (is_link || depth >= kMaxDepth || is_other_folder(name)) return;
      if (is_folder_of_saved_page(entry.path())) return;
      enter(entry.path(), relative, in_drafts || is_drafts_folder(name), depth + 1);
    } else if (entry.is_regular_file(error)) {
      const bool is_export = has_export_extension(relative);
      if (!is_export && !has_post_extension(relative)) return;
      if (is_link && !is_inside(root_, entry.path())) return;
      if (is_export && !is_blog_export(entry.path())) return;
      found_.push_back({normal_path(to_utf8(relative)), entry.path(), in_drafts,
                        is_other_file(relative), is_export});
    }
  }

  fs::path root_;
  Diagnostics& diagnostics_;
  std::vector<FoundFile> found_;
};

// ---- what the manifest names ----

struct WantedPattern {
  Glob glob;
  std::string written;
};

struct Patterns {
  std::vector<WantedPattern> wanted;
  std::vector<Glob> excluded;
  bool takes_all = false;

  explicit Patterns(const Selection& selection) : takes_all(selection.patterns.empty()) {
    for (const std::string& pattern : selection.patterns) {
      wanted.push_back({Glob(pattern), pattern});
    }
    for (const std::string& pattern : selection.exclude) excluded.emplace_back(pattern);
  }

  bool accepts(const FoundFile& file, bool by_default) const {
    const auto matches = [&](const Glob& glob) { return glob.matches(file.path); };
    if (std::any_of(excluded.begin(), excluded.end(), matches)) return false;
    if (takes_all) return by_default;
    return std::any_of(wanted.begin(), wanted.end(), [&](const WantedPattern& pattern) {
      return names(pattern, file, by_default);
    });
  }

 private:
  static bool names(const WantedPattern& pattern, const FoundFile& file, bool by_default) {
    const Glob& glob = pattern.glob;
    if (!glob.matches(file.path)) return false;
    if (glob.is_plain() && glob.plain_path() == file.path) return true;
    if (file.is_other || (glob.is_plain() && file.is_draft)) return false;
    // An export repeats what stands beside it: `*.xml` means it, `2024/` does not.
    return !file.is_export || by_default ||
           pattern.written.ends_with(to_utf8(file.file.extension()));
  }
};

// Files that are named outright although the walk passes them by: other extensions, hidden folders.
void add_named_files(const Manifest& manifest, const fs::path& root,
                     std::vector<FoundFile>& found) {
  std::set<std::string> known;
  for (const FoundFile& file : found) known.insert(file.path);
  std::error_code error;
  for (const PartSpec& part : manifest.parts) {
    for (const std::string& pattern : part.posts.patterns) {
      const Glob glob(pattern);
      if (!glob.is_plain() || known.contains(glob.plain_path())) continue;
      const fs::path file = root / path_from_utf8(pattern);
      if (!fs::is_regular_file(file, error) || !is_inside(root, file)) continue;
      known.insert(glob.plain_path());
      found.push_back({glob.plain_path(), file});
    }
  }
}

// An export beside posts is most often the same posts once more.
void tell_passed_exports(const std::vector<FoundFile>& found, const std::vector<bool>& by_default,
                         Diagnostics& diagnostics) {
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (!found[i].is_export || found[i].is_draft || found[i].is_other || by_default[i]) continue;
    diagnostics.note({found[i].path, {}},
                     message("글 곁에 있는 내보내기 파일이라 읽지 않았습니다",
                             "an export that stands beside posts, not read"),
                     {message("책에 넣으려면 파일 이름을 직접 적으세요",
                              "name the file to have it in the book")});
  }
}

fs::path root_of(const Manifest& manifest) {
  return manifest.folder.empty() ? fs::path(".") : manifest.folder;
}

}  // namespace

std::vector<fs::path> find_post_files(const Manifest& manifest, Diagnostics& diagnostics) {
  if (!manifest.single_files.empty()) return manifest.single_files;
  const fs::path root = root_of(manifest);
  std::vector<FoundFile> found = Walk(root, diagnostics).run();
  add_named_files(manifest, root, found);
  const std::vector<bool> by_default = posts_by_default(found);
  std::vector<Patterns> parts;
  for (const PartSpec& part : manifest.parts) parts.emplace_back(part.posts);
  const bool takes_all =
      std::any_of(parts.begin(), parts.end(), [](const Patterns& part) { return part.takes_all; });
  if (takes_all) tell_passed_exports(found, by_default, diagnostics);
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
  ReadOptions options{root_of(manifest), jobs, manifest.single_files, manifest.keep_comments,
                      manifest.rules};
  for (const PartSpec& part : manifest.parts) {
    for (const std::string& pattern : part.posts.patterns) {
      const Glob glob(pattern);
      if (glob.is_plain()) options.named.push_back(options.folder / path_from_utf8(pattern));
    }
  }
  return options;
}

}  // namespace munjip
