// Reading and writing whole files, with limits and without ever leaving half a file behind.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace munjip {

// Larger inputs are refused: no post, picture or style sheet comes near it, and memory stays
// bounded.
inline constexpr std::uintmax_t kMaxInputBytes = std::uintmax_t{256} << 20;

// The bytes of a regular file. Throws Error(unreadable) where it is missing, not a regular file,
// not readable, or larger than `max_bytes`.
std::string read_file(const std::filesystem::path& file, std::uintmax_t max_bytes = kMaxInputBytes);

// Writes to a temporary file in the same folder, fsyncs it, renames it over `file` and fsyncs the
// folder: after a failure the earlier `file` is intact. Missing folders are made. A file that
// already holds these bytes is left untouched. Throws Error(not_writable).
void write_file(const std::filesystem::path& file, std::string_view bytes);

// True when `file`, symlinks resolved, lies inside `folder` (or is it). Neither has to exist.
bool is_inside(const std::filesystem::path& folder, const std::filesystem::path& file);

// A path from UTF-8 and back (paths are UTF-8 bytes on every system munjip runs on).
std::filesystem::path path_from_utf8(std::string_view utf8);
std::string to_utf8(const std::filesystem::path& path);

}  // namespace munjip
