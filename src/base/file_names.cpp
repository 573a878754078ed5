#include "base/file_names.h"

#include <array>

#include "base/utf8.h"

namespace munjip {

namespace {

constexpr std::size_t kMaxNameBytes =
    120;  // with folder, suffix and extension still under the 255 of ext4 and NTFS

bool is_forbidden(char32_t c) {
  constexpr std::u32string_view kForbidden = U"<>:\"/\\|?*";
  return c < 0x20 || c == 0x7F || kForbidden.find(c) != std::u32string_view::npos;
}

// ASCII only: enough to keep `A.pdf` and `a.pdf` apart on Windows and macOS.
std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

bool is_device_name(const std::string& name) {
  constexpr std::array<std::string_view, 6> kDevices = {"con", "prn", "aux", "nul", "com", "lpt"};
  const std::string stem = lower(name.substr(0, name.find('.')));
  for (const std::string_view device : kDevices) {
    if (stem == device && device.size() == 3 && device != "com" && device != "lpt") return true;
    if ((device == "com" || device == "lpt") && stem.size() == 4 && stem.starts_with(device) &&
        stem[3] >= '0' && stem[3] <= '9') {
      return true;
    }
  }
  return false;
}

std::string trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '.')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '.')) text.remove_suffix(1);
  return std::string(text);
}

}  // namespace

std::string safe_file_name(std::string_view title) {
  std::string name;
  bool space = false;
  for (std::size_t at = 0; at < title.size();) {
    const char32_t c = next_code_point(title, at);
    if (c == U' ' || c == 0xA0 || is_forbidden(c)) {
      space = !name.empty();
      continue;
    }
    if (space) name += ' ';
    space = false;
    append_utf8(name, c);
  }
  name = trimmed(utf8_prefix(trimmed(name), kMaxNameBytes));
  if (is_device_name(name)) name = "_" + name;
  return name.empty() ? "untitled" : name;
}

std::string FileNames::unique(std::string_view title) {
  const std::string base = safe_file_name(title);
  std::string name = base;
  for (int i = 2; !taken_.insert(lower(name)).second; ++i) name = base + "-" + std::to_string(i);
  return name;
}

}  // namespace munjip
