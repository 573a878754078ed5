#include "book/manifest_tables.h"

#include "base/ascii.h"
#include "base/file_io.h"

namespace munjip {

namespace fs = std::filesystem;

std::string text_or_empty(TomlTable& table, std::string_view key) {
  const auto text = table.text(key);
  return std::string(text ? trim_ascii(text->value) : std::string_view());
}

bool stays_inside(const fs::path& path) {
  if (path.is_absolute()) return false;
  const fs::path normal = path.lexically_normal();
  return normal.empty() || *normal.begin() != "..";
}

void warn_outside(TomlTable& table, const SourceSpan& at, const std::string& path) {
  table.file().diagnostics().warn(
      at,
      message("책 폴더 밖은 읽지 않습니다: {}", "nothing outside the book's folder is read: {}",
              path),
      {message("책 폴더 안으로 옮기고 그 폴더에서 시작하는 경로를 쓰세요",
               "move it into the book's folder and write its path from there")});
}

fs::path read_style(TomlTable& table, const fs::path& folder) {
  const auto style = table.text("style");
  if (!style) return {};
  fs::path path = path_from_utf8(trim_ascii(style->value));
  if (stays_inside(path) && is_inside(folder, folder / path)) return path;
  warn_outside(table, style->at, style->value);
  return {};
}

}  // namespace munjip
