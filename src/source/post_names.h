// What names and places say of files: which look like posts, in a folder or in an archive.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace munjip {

// `.md`, `.html`, `.txt` and the like.
bool has_post_extension(const std::filesystem::path& file);
// `.xml`, `.rss`, `.atom`, `.json`, `.zip`: files that may hold the posts of a whole blog.
bool has_export_extension(const std::filesystem::path& file);
// Folders of programs and site generators that hold no post, wherever they stand.
bool is_other_folder(std::string_view name);
bool is_drafts_folder(std::string_view name);
// What stands beside the posts of a repository or a site: README, LICENSE, 404, robots ...
bool is_other_file(const std::filesystem::path& file);

struct FoundFile {
  std::string path;  // from the book's folder (or the top of the archive), as glob.h spells it
  std::filesystem::path file;  // as the file system spells it
  bool is_draft = false;       // in a folder of drafts
  bool is_other = false;       // a README and its like
  bool is_export = false;      // a feed, an export, an archive
};

// In natural order of their paths.
void sort_by_path(std::vector<FoundFile>& files);

// Which of them are posts where nobody names any: those of a folder that is laid out like a known
// kind of blog, else all that look like posts. Exports repeat what stands beside them, so they
// count only where nothing else does.
std::vector<bool> posts_by_default(const std::vector<FoundFile>& found);

// The posts by default among the paths of an archive.
std::vector<std::string> post_paths(const std::vector<std::string>& paths);

}  // namespace munjip
