// The manifests of what has no book.toml: a folder of posts, or single files.
#include <algorithm>
#include <string>

#include "base/file_io.h"
#include "book/manifest.h"

namespace munjip {

namespace fs = std::filesystem;

namespace {

// The folder's own name, also of `.` and of a path that ends in a slash.
std::string folder_name(const fs::path& folder) {
  std::error_code error;
  fs::path full = fs::weakly_canonical(folder, error);
  if (error) full = fs::absolute(folder, error).lexically_normal();
  if (!full.has_filename()) full = full.parent_path();
  return to_utf8(full.filename());
}

fs::path folder_of(const fs::path& file) {
  return file.has_parent_path() ? file.parent_path() : fs::path(".");
}

// The deepest folder that holds both; where paths are of different kinds (one absolute, one not)
// they are made absolute first.
fs::path common_folder(const fs::path& a, const fs::path& b) {
  if (a == b) return a;
  std::error_code error;
  const fs::path x = fs::absolute(a, error).lexically_normal();
  const fs::path y = fs::absolute(b, error).lexically_normal();
  fs::path common;
  auto i = x.begin();
  for (auto j = y.begin(); i != x.end() && j != y.end() && *i == *j; ++i, ++j) common /= *i;
  return common;
}

}  // namespace

std::vector<OutputSpec> default_outputs() {
  std::vector<OutputSpec> outputs(2);
  outputs[0].format = OutputFormat::pdf;
  outputs[1].format = OutputFormat::epub;
  return outputs;
}

Manifest manifest_for_folder(const fs::path& folder) {
  Manifest manifest;
  manifest.folder = folder;
  manifest.info.title = folder_name(folder);
  manifest.parts.emplace_back();
  manifest.outputs = default_outputs();
  return manifest;
}

Manifest manifest_for_files(const std::vector<fs::path>& files) {
  Manifest manifest;
  manifest.single_files = files;
  manifest.parts.emplace_back();
  manifest.parts.front().posts.order = PostOrder::as_listed;
  manifest.outputs = default_outputs();
  if (files.empty()) return manifest;
  manifest.folder = folder_of(files.front());
  for (const fs::path& file : files) {
    manifest.folder = common_folder(manifest.folder, folder_of(file));
  }
  // One file's title is its post's, which only assemble_book knows.
  if (files.size() > 1) manifest.info.title = folder_name(manifest.folder);
  return manifest;
}

}  // namespace munjip
