#include "source/enclosed_files.h"

#include "base/file_io.h"
#include "source/name_spelling.h"

namespace munjip {

namespace {

std::string key_of(std::string_view path) {
  const std::string normal = to_utf8(path_from_utf8(path).lexically_normal());
  const bool leads_out = normal == ".." || normal.starts_with("../") || normal.starts_with('/');
  return leads_out ? std::string() : composed_name(normal);
}

}  // namespace

void EnclosedFiles::add(std::string_view path, Read read) {
  std::string key = key_of(path);
  if (key.empty() || !files_.emplace(key, std::move(read)).second) return;
  similar_.emplace(case_folded_name(key), std::move(key));
}

const EnclosedFiles::Read* EnclosedFiles::find(std::string_view path) const {
  const std::string key = key_of(path);
  if (key.empty()) return nullptr;
  auto found = files_.find(key);
  if (found == files_.end()) {
    const auto similar = similar_.find(case_folded_name(key));
    if (similar != similar_.end()) found = files_.find(similar->second);
  }
  return found == files_.end() ? nullptr : &found->second;
}

}  // namespace munjip
