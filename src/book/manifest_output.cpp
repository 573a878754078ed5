// [[output]] of book.toml.
#include "base/ascii.h"
#include "base/file_io.h"
#include "book/manifest_tables.h"

namespace munjip {

namespace fs = std::filesystem;

namespace {

std::optional<TrimSize> read_trim(TomlTable& table) {
  const auto text = table.text("trim");
  if (!text) return std::nullopt;
  std::optional<TrimSize> trim = find_trim(text->value);
  if (!trim) {
    std::vector<std::string> names = trim_names();
    names.emplace_back("148x210mm");
    table.file().diagnostics().warn(
        text->at, message("모르는 판형입니다: {}", "unknown trim size: {}", text->value),
        {suggestion(text->value, names)});
  }
  return trim;
}

// A name that would be a path is only its last part: outputs stay where `-o` says.
std::string read_output_name(TomlTable& table) {
  const auto text = table.text("name");
  if (!text) return {};
  std::string name(trim_ascii(text->value));
  const std::string last = to_utf8(path_from_utf8(name).filename());
  if (last == name && name != "." && name != "..") return name;
  table.file().diagnostics().warn(text->at,
                                  message("`name`은 폴더 없는 파일 이름입니다: {}",
                                          "`name` is a file name without folders: {}", name),
                                  {message("폴더는 -o로 고르세요", "choose the folder with -o")});
  return last == "." || last == ".." ? std::string() : last;
}

// A number that is not negative; anything else is a warning and leaves `value` as it is.
template <class T>
void read_limit(TomlTable& table, std::string_view key, double most, T& value) {
  const std::optional<double> number = table.number(key);
  if (!number) return;
  if (*number >= 0 && *number <= most) {
    value = static_cast<T>(*number);
    return;
  }
  table.file().diagnostics().warn(
      table.at(key),
      message("`{}`에 쓸 수 없는 값입니다: {}", "not a value of `{}`: {}", key, *number),
      {message("0(제한 없음)에서 {} 사이의 수를 쓰세요", "write a number from 0 (no limit) to {}",
               most)});
}

// Which limits a PDF's table gives is of no use: its pictures go by the size they are printed at.
PictureLimits read_picture_limits(TomlTable& table, OutputFormat format) {
  PictureLimits limits;
  read_limit(table, "picture_side", 1e6, limits.max_side);
  read_limit(table, "picture_megapixels", 1e4, limits.max_megapixels);
  if (table.flag("original_pictures").value_or(false)) limits = {0, 0};
  for (const char* key : {"picture_side", "picture_megapixels", "original_pictures"}) {
    if (format == OutputFormat::epub || !table.has(key)) continue;
    table.file().diagnostics().warn(
        table.at(key), message("`{}`는 EPUB에만 쓰입니다", "`{}` is for EPUBs only", key),
        {message("PDF의 그림은 인쇄되는 크기에 300dpi로 맞춥니다",
                 "a PDF's pictures are fitted to 300 dpi at the size they are printed at")});
  }
  return limits;
}

}  // namespace

OutputSpec read_output(TomlTable& table, const fs::path& folder) {
  OutputSpec output;
  const auto format = one_of<OutputFormat>(
      table, "format", {{"pdf", OutputFormat::pdf}, {"epub", OutputFormat::epub}});
  const auto profile = one_of<PdfProfile>(table, "profile",
                                          {{"screen", PdfProfile::screen},
                                           {"print", PdfProfile::print},
                                           {"handout", PdfProfile::handout}});
  output.format = format.value_or(OutputFormat::pdf);
  output.profile = profile.value_or(PdfProfile::screen);
  output.trim = read_trim(table);
  output.name = read_output_name(table);
  output.style = read_style(table, folder);
  output.pictures = read_picture_limits(table, output.format);
  read_pdf_finish(table, output);
  table.warn_unknown_keys();
  if (!table.has("format")) {
    table.file().diagnostics().warn(
        table.at(), message("`format`이 없어 PDF로 만듭니다", "no `format` here: a PDF is made"),
        {message("format = \"pdf\" 또는 format = \"epub\"을 쓰세요",
                 "write format = \"pdf\" or format = \"epub\"")});
  }
  if (output.format == OutputFormat::epub && (output.trim || profile)) {
    table.file().diagnostics().warn(
        table.at(output.trim ? "trim" : "profile"),
        message("`trim`과 `profile`은 PDF에만 쓰입니다", "`trim` and `profile` are for PDFs only"));
  }
  return output;
}

}  // namespace munjip
