#include "style/font_face_parser.h"

#include <algorithm>
#include <string>
#include <system_error>
#include <utility>

#include "base/ascii.h"
#include "base/file_io.h"
#include "style/property_values.h"
#include "style/value_reader.h"

namespace munjip::css {

namespace {

namespace fs = std::filesystem;

std::optional<fs::path> font_file(std::string_view address, std::uint32_t at,
                                  const fs::path& folder, SheetSource& source) {
  const fs::path file = (folder / path_from_utf8(address)).lexically_normal();
  const bool is_near = is_inside(folder, file) || is_inside(folder / ".." / "fonts", file);
  if (address.find("://") != std::string_view::npos || !is_near) {
    source.warn(at,
                message("글꼴 파일 `{}`: 스타일 폴더와 fonts/ 밖의 파일은 쓰지 않습니다",
                        "font file `{}`: only files in the style's folder and in fonts/ are used",
                        address));
    return {};
  }
  std::error_code error;
  if (fs::is_regular_file(file, error)) return file;
  source.warn(at, message("글꼴 파일 `{}`이(가) 없습니다", "no font file `{}`", address));
  return {};
}

// The text up to a function's bracket: one string, or words.
std::string take_argument(ValueReader& in) {
  std::string text;
  while (!in.at_end() && !in.take(TokenKind::close_paren)) {
    const Token token = in.take();
    if (!text.empty()) text += ' ';
    text += token.text;
  }
  return text;
}

// src: a list of url(...) with format hints, and local(...), in order of preference.
void read_sources(const RawDeclaration& raw, const fs::path& folder, SheetSource& source,
                  FontFaceRule& face) {
  ValueReader in(raw.value);
  while (!in.at_end()) {
    const Token token = in.take();
    const bool is_function = token.kind == TokenKind::function;
    if (is_function && equals_ignoring_case(token.text, "local")) {
      face.local_names.push_back(take_argument(in));
    } else if (token.kind == TokenKind::url ||
               (is_function && equals_ignoring_case(token.text, "url"))) {
      const std::string address = is_function ? take_argument(in) : std::string(token.text);
      if (std::optional<fs::path> file = font_file(address, token.begin, folder, source)) {
        face.files.push_back(std::move(*file));
      }
    } else if (is_function) {
      take_argument(in);  // format(), tech()
    }
  }
}

// One value; of a range (variable fonts) the lower end.
template <class T>
void read_descriptor(const RawDeclaration& raw, std::optional<Value> (*read)(ValueReader&),
                     T& field) {
  ValueReader in(raw.value);
  const std::optional<Value> value = read(in);
  if (const T* given = value ? std::get_if<T>(&*value) : nullptr) field = *given;
}

void read_descriptor_of_face(const RawDeclaration& raw, const fs::path& folder, SheetSource& source,
                             FontFaceRule& face) {
  if (raw.name == "font-family") {
    std::vector<std::string> families;
    read_descriptor(raw, read_families, families);
    if (!families.empty()) face.family = families.front();
  } else if (raw.name == "src") {
    read_sources(raw, folder, source, face);
  } else if (raw.name == "font-weight") {
    read_descriptor(raw, read_weight, face.weight);
  } else if (raw.name == "font-style") {
    read_descriptor(raw, read_font_style, face.italic);
  } else if (raw.name == "unicode-range") {
    source.warn(raw.begin,
                message("PDF는 `unicode-range`를 모릅니다: 글꼴 전체를 씁니다",
                        "the PDF does not know `unicode-range`: the whole font is used"));
  }
}

}  // namespace

std::optional<FontFaceRule> read_font_face(TokenWalker& walker, const fs::path& folder) {
  const TokenWalker::Mark mark = walker.mark();
  FontFaceRule face;
  const auto declaration = [&](const RawDeclaration& raw) {
    read_descriptor_of_face(raw, folder, walker.source(), face);
    return true;
  };
  walker.read_block(declaration, [&] { walker.reject_at_rule(); });
  if (!face.family.empty() && !(face.local_names.empty() && face.files.empty())) return face;
  walker.source().warn(mark.begin,
                       message("`@font-face`에 쓸 수 있는 `font-family`와 `src`가 없습니다",
                               "no usable `font-family` and `src` in `@font-face`"));
  return {};
}

}  // namespace munjip::css
