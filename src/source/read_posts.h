// Files → Posts: the one door of this stage. Everything that is particular to a platform stays
// behind it.
#pragma once

#include <filesystem>
#include <span>
#include <vector>

#include "book/manifest.h"

namespace munjip {

// The files under `manifest.folder` that the manifest's parts name (or its single files), in a
// fixed order: those that look like posts (known extensions, Jekyll's _posts before its other
// pages, a Tistory backup's N/N-title.html, no README, layout or style files), without ever leaving
// the folder. Files that only match by extension and turn out not to be posts are told by
// read_posts.
std::vector<std::filesystem::path> find_post_files(const Manifest& manifest,
                                                   Diagnostics& diagnostics);

struct ReadOptions {
  std::filesystem::path folder;  // the book's: no picture is read from outside it (or outside a
                                 // single file's own folder)
  unsigned jobs = 1;
  // Files that the user named one by one: drafts among them are read too.
  std::vector<std::filesystem::path> named = {};
  bool keep_comments = false;        // those on a page become a section after its post
  std::vector<RoleRule> rules = {};  // Manifest::rules
};

// For the files that find_post_files found.
ReadOptions read_options(const Manifest& manifest, unsigned jobs);

// Reads each file with the reader that fits its bytes (a file may hold several posts, or none). A
// file that cannot be read is an error in `diagnostics` and does not stop the others. Posts come in
// the order of `files`; ids and internal links are not yet resolved.
std::vector<Post> read_posts(std::span<const std::filesystem::path> files,
                             const ReadOptions& options, Diagnostics& diagnostics);

}  // namespace munjip
