// Loading: a sheet, the sheets it imports, and the base sheet below them.
#include "style/style_sheet.h"

#include <algorithm>
#include <optional>
#include <system_error>
#include <utility>

#include "base/error.h"
#include "base/file_io.h"
#include "style/rules.h"
#include "style/sheet_parser.h"
#include "style/sheet_source.h"

namespace munjip {

namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kMaxSheetBytes = std::uintmax_t{16} << 20;
constexpr std::size_t kMaxImportDepth = 16;
constexpr std::size_t kMaxImports = 64;
constexpr std::string_view kBaseSheet = "base.css";

bool same_file(const fs::path& a, const fs::path& b) {
  std::error_code error;
  return a == b || fs::equivalent(a, b, error);
}

class SheetLoader {
 public:
  SheetLoader(StyleSheet::Rules& rules, fs::path folder, std::span<const fs::path> library,
              Diagnostics& diagnostics)
      : rules_(rules),
        folder_(std::move(folder)),
        library_(library.begin(), library.end()),
        diagnostics_(diagnostics) {}

  void load(std::string_view css, const fs::path& file, const std::string& shown_file);

 private:
  std::string read(std::string_view css, const fs::path& file, std::string shown_file,
                   css::Audience audience);
  std::string import(css::SheetSource& from, const std::string& shown_from,
                     std::string_view address, std::uint32_t at, css::Audience audience);
  std::optional<fs::path> find(const fs::path& importing, std::string_view address) const;
  bool is_allowed(const fs::path& file) const;
  void put_base_below();

  StyleSheet::Rules& rules_;
  fs::path folder_;                // of the sheet that was asked for
  std::vector<fs::path> library_;  // munjip's own styles
  Diagnostics& diagnostics_;
  std::size_t warnings_left_ = css::kMaxWarnings;
  std::size_t imports_left_ = kMaxImports;
  std::string namespaces_;
  std::vector<fs::path> chain_;  // the sheets being read, outermost first
  std::vector<fs::path> seen_;
};

bool SheetLoader::is_allowed(const fs::path& file) const {
  return is_inside(folder_, file) ||
         std::any_of(library_.begin(), library_.end(),
                     [&](const fs::path& folder) { return is_inside(folder, file); });
}

// Beside the importing sheet, then among munjip's own.
std::optional<fs::path> SheetLoader::find(const fs::path& importing,
                                          std::string_view address) const {
  std::vector<fs::path> folders = {importing.parent_path()};
  folders.insert(folders.end(), library_.begin(), library_.end());
  for (const fs::path& folder : folders) {
    const fs::path file = (folder / path_from_utf8(address)).lexically_normal();
    std::error_code error;
    if (is_allowed(file) && fs::is_regular_file(file, error)) return file;
  }
  return {};
}

std::string SheetLoader::import(css::SheetSource& from, const std::string& shown_from,
                                std::string_view address, std::uint32_t at,
                                css::Audience audience) {
  const std::optional<fs::path> file = find(from.file(), address);
  if (!file) {
    from.warn(at, message("가져올 스타일이 없습니다: {}", "no style to import: {}", address),
              {message("스타일과 같은 폴더나 munjip의 styles/에 있는 파일만 가져옵니다",
                       "only files in the style's folder or in munjip's styles/ are imported")});
    return {};
  }
  const bool is_cycle = std::any_of(chain_.begin(), chain_.end(),
                                    [&](const fs::path& f) { return same_file(f, *file); });
  if (is_cycle || chain_.size() > kMaxImportDepth || imports_left_ == 0) {
    from.warn(at, is_cycle ? message("스타일이 자기를 다시 가져옵니다: {}",
                                     "a style that imports itself: {}", address)
                           : message("`@import`가 너무 많거나 깊습니다: {}",
                                     "too many `@import`s, or too deep: {}", address));
    return {};
  }
  --imports_left_;
  try {
    const std::string shown = to_utf8(
        (path_from_utf8(shown_from).parent_path() / path_from_utf8(address)).lexically_normal());
    const bool is_beside = same_file(from.file().parent_path() / path_from_utf8(address), *file);
    return read(read_file(*file, kMaxSheetBytes), *file, is_beside ? shown : to_utf8(*file),
                audience);
  } catch (const Error& error) {
    from.warn(at, error.diagnostic().text);
    return {};
  }
}

std::string SheetLoader::read(std::string_view css, const fs::path& file, std::string shown_file,
                              css::Audience audience) {
  css::SheetSource source(css, file, shown_file, diagnostics_, warnings_left_);
  css::ParseTarget target{rules_, namespaces_,
                          [&](std::string_view address, std::uint32_t at, css::Audience inner) {
                            return import(source, shown_file, address, at, inner);
                          }};
  chain_.push_back(file);
  seen_.push_back(file);
  std::string text = css::parse_sheet(source, audience, target);
  chain_.pop_back();
  return text;
}

// A style that does not import base.css stands on it all the same, as every page on the web stands
// on the browser's own sheet.
void SheetLoader::put_base_below() {
  for (const fs::path& folder : library_) {
    const fs::path base = folder / path_from_utf8(kBaseSheet);
    std::error_code error;
    if (!fs::is_regular_file(base, error)) continue;
    if (std::any_of(seen_.begin(), seen_.end(),
                    [&](const fs::path& f) { return same_file(f, base); })) {
      return;
    }
    const auto selectors = static_cast<std::ptrdiff_t>(rules_.selectors.size());
    const auto pages = static_cast<std::ptrdiff_t>(rules_.pages.size());
    rules_.epub_css =
        read(read_file(base, kMaxSheetBytes), base, to_utf8(base), {}) + rules_.epub_css;
    std::rotate(rules_.selectors.begin(), rules_.selectors.begin() + selectors,
                rules_.selectors.end());
    std::rotate(rules_.pages.begin(), rules_.pages.begin() + pages, rules_.pages.end());
    return;
  }
}

void SheetLoader::load(std::string_view css, const fs::path& file, const std::string& shown_file) {
  rules_.epub_css = read(css, file, shown_file, {});
  put_base_below();
  rules_.epub_css.insert(0, namespaces_);
  css::finish(rules_);
}

}  // namespace

StyleSheet StyleSheet::load(const fs::path& file, Diagnostics& diagnostics,
                            std::span<const fs::path> library) {
  auto rules = std::make_shared<Rules>();
  const fs::path folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
  SheetLoader(*rules, folder, library, diagnostics)
      .load(read_file(file, kMaxSheetBytes), folder / file.filename(), to_utf8(file));
  StyleSheet sheet;
  sheet.rules_ = std::move(rules);
  return sheet;
}

StyleSheet StyleSheet::parse(std::string_view css, const fs::path& shown_file,
                             const fs::path& folder, Diagnostics& diagnostics) {
  auto rules = std::make_shared<Rules>();
  SheetLoader(*rules, folder, {}, diagnostics)
      .load(css, folder / shown_file.filename(), to_utf8(shown_file));
  StyleSheet sheet;
  sheet.rules_ = std::move(rules);
  return sheet;
}

std::string StyleSheet::for_epub() const {
  return rules_->epub_css;
}

std::span<const FontFaceRule> StyleSheet::font_faces() const {
  return rules_->font_faces;
}

}  // namespace munjip
