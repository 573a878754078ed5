// The keys of [[output]] that say what is done to a finished PDF.
#include <algorithm>
#include <array>
#include <cmath>

#include "base/error.h"
#include "book/manifest_tables.h"

namespace munjip {

namespace {

constexpr double kThickestPaperMm = 1;
constexpr std::size_t kLongestPassword = 127;  // bytes (PDF 2.0, 7.6.4.3.3)

std::optional<Size> read_sheet(TomlTable& table) {
  const auto text = table.text("sheet");
  if (!text) return std::nullopt;
  const std::optional<Size> sheet = find_sheet(text->value);
  if (!sheet) {
    table.file().diagnostics().warn(
        text->at, message("모르는 종이 크기입니다: {}", "unknown sheet size: {}", text->value),
        {message("A3, A4, B4나 가로x세로(mm)로 적으세요", "write A3, A4, B4 or WxH in mm")});
  }
  return sheet;
}

int read_signature(TomlTable& table) {
  const std::optional<double> number = table.number("signature");
  if (!number) return 0;
  const bool is_possible = *number >= 4 && *number <= 32 && std::fmod(*number, 4) == 0;
  if (is_possible) return static_cast<int>(*number);
  table.file().diagnostics().warn(
      table.at("signature"),
      message("`signature`에 쓸 수 없는 값입니다: {}", "not a value of `signature`: {}", *number),
      {message("한데 접을 쪽수를 4에서 32 사이의 4의 배수로 쓰세요",
               "write how many pages are folded together: a multiple of 4 from 4 to 32")});
  return 0;
}

Length read_creep(TomlTable& table) {
  const auto text = table.text("creep");
  if (!text) return {};
  const std::optional<Length> creep = find_length(text->value);
  if (creep && *creep >= Length() && *creep <= Length::mm(kThickestPaperMm)) return *creep;
  table.file().diagnostics().warn(
      text->at,
      message("`creep`에 쓸 수 없는 값입니다: {}", "not a value of `creep`: {}", text->value),
      {message("종이의 두께를 \"0.1mm\"처럼 쓰세요",
               "write the thickness of the paper, as in \"0.1mm\"")});
  return {};
}

// A file that was meant to be protected must never come out unprotected, so these mistakes end the
// job.
std::string read_password(TomlTable& table, const char* key) {
  if (!table.has(key)) return {};
  const auto text = table.text(key);
  if (text && !text->value.empty() && text->value.size() <= kLongestPassword) return text->value;
  throw Error(ExitCode::usage, table.at(key),
              message("`{}`에 쓸 수 없는 값입니다", "not a value of `{}`", key),
              {message("따옴표 안에 1에서 {}바이트까지 적으세요",
                       "write 1 to {} bytes between quotation marks", kLongestPassword)});
}

void read_permissions(TomlTable& table, Protection& protection) {
  protection.may_print = protection.may_copy = protection.may_change = protection.may_annotate =
      false;
  const std::array<std::pair<std::string, bool*>, 4> words = {
      {{"print", &protection.may_print},
       {"copy", &protection.may_copy},
       {"change", &protection.may_change},
       {"annotate", &protection.may_annotate}}};
  for (const auto& allowed : table.texts("allow")) {
    const std::string word = ascii_lower(trim_ascii(allowed.value));
    const auto found = std::find_if(words.begin(), words.end(),
                                    [&](const auto& entry) { return entry.first == word; });
    if (found != words.end()) {
      *found->second = true;
      continue;
    }
    table.file().diagnostics().warn(
        allowed.at,
        message("`allow`에 쓸 수 없는 값입니다: {}", "not a value of `allow`: {}", word),
        {suggestion(word, {"print", "copy", "change", "annotate"})});
  }
}

SheetOptions read_sheet_options(TomlTable& table) {
  SheetOptions options;
  options.imposition = one_of<Imposition>(table, "imposition",
                                          {{"none", Imposition::none},
                                           {"booklet", Imposition::booklet},
                                           {"2-up", Imposition::two_up},
                                           {"4-up", Imposition::four_up}})
                           .value_or(Imposition::none);
  options.sheet = read_sheet(table);
  options.signature = read_signature(table);
  options.creep = read_creep(table);
  options.duplex = one_of<DuplexEdge>(
      table, "duplex", {{"short", DuplexEdge::short_edge}, {"long", DuplexEdge::long_edge}});
  return options;
}

std::optional<Protection> read_protection(TomlTable& table, OutputFormat format) {
  Protection protection;
  protection.password = read_password(table, "password");
  protection.owner_password = read_password(table, "owner_password");
  const bool is_limited = table.has("allow");
  if (is_limited) read_permissions(table, protection);
  const bool has_password = !protection.password.empty() || !protection.owner_password.empty();
  if (!has_password && !is_limited) return std::nullopt;
  if (format == OutputFormat::epub) {
    throw Error(ExitCode::usage, table.at(),
                message("EPUB은 비밀번호로 지킬 수 없습니다", "an EPUB cannot have a password"));
  }
  if (is_limited && protection.owner_password.empty()) {
    throw Error(
        ExitCode::usage, table.at("allow"),
        message("`allow`에는 `owner_password`가 필요합니다", "`allow` needs `owner_password`"),
        {message("허용한 일 밖의 것을 할 수 있는 사람의 비밀번호를 적으세요",
                 "write the password of who may do more than is allowed")});
  }
  return protection;
}

}  // namespace

void read_pdf_finish(TomlTable& table, OutputSpec& output) {
  output.sheets = read_sheet_options(table);
  output.compact = table.flag("compact").value_or(false);
  output.pdf_a = table.flag("pdf_a").value_or(true);
  output.protection = read_protection(table, output.format);
  if (output.format == OutputFormat::pdf) return;
  for (const char* key :
       {"imposition", "sheet", "signature", "creep", "duplex", "compact", "pdf_a"}) {
    if (!table.has(key)) continue;
    table.file().diagnostics().warn(
        table.at(key), message("`{}`는 PDF에만 쓰입니다", "`{}` is for PDFs only", key));
  }
}

}  // namespace munjip
