// Files that travel inside a source: the entries of a ZIP archive, the attachments of an XML
// backup. Pictures are taken from there without ever being written to the disk.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace munjip {

// For one thread.
class EnclosedFiles {
 public:
  // Gives the bytes when they are asked for; nothing where they cannot be had.
  using Read = std::function<std::optional<std::string>()>;

  // `path` is relative, with `/` between its names. The first of two equal paths counts.
  void add(std::string_view path, Read read);

  // The file at `path`, which may differ in Hangul composition or, as a last resort, in case; null
  // where there is none, or where the path leads out by `..`.
  const Read* find(std::string_view path) const;

 private:
  std::map<std::string, Read, std::less<>> files_;  // by composed path
  std::map<std::string, std::string> similar_;      // path without case → path
};

}  // namespace munjip
