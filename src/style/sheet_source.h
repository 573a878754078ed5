// One CSS file on its way through the parser: its text, where things are in it, and what is said
// about it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"

namespace munjip::css {

// Warnings of one sheet with its imports; a hostile one cannot fill the memory with them.
inline constexpr std::size_t kMaxWarnings = 200;

class SheetSource {
 public:
  // `text` of any origin: made valid UTF-8 with '\n' line ends, without byte order mark and NUL
  // (CSS Syntax 3, 3.3). `warnings_left` is shared by the sheets that import each other.
  SheetSource(std::string_view text, std::filesystem::path file, std::string shown_file,
              Diagnostics& diagnostics, std::size_t& warnings_left);

  const std::string& text() const { return text_; }
  const std::filesystem::path& file() const { return file_; }

  void warn(std::uint32_t offset, Message text, std::vector<Message> hints = {});
  // False where warnings are no longer told, so that no hints need be looked up.
  bool tells_warnings() const { return warnings_left_ > 0; }

 private:
  SourcePos position(std::uint32_t offset);

  std::string text_;
  std::filesystem::path file_;
  std::string shown_file_;
  Diagnostics& diagnostics_;
  std::size_t& warnings_left_;
  std::vector<std::uint32_t> line_starts_;  // made at the first warning
};

}  // namespace munjip::css
