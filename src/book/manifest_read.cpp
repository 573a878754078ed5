// book.toml → Manifest.
#include <algorithm>
#include <array>
#include <utility>

#include "base/error.h"
#include "base/file_io.h"
#include "book/isbn.h"
#include "book/language.h"
#include "book/manifest.h"
#include "book/toml_table.h"

namespace munjip {

namespace fs = std::filesystem;

namespace {

template <class T>
using Names = std::vector<std::pair<std::string, T>>;

std::string trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\n");
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(" \t\n") - first + 1));
}

std::string lower_case(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

std::string text_or_empty(TomlTable& table, std::string_view key) {
  const auto text = table.text(key);
  return text ? trimmed(text->value) : std::string();
}

// One of a list of words, in any case; any other is a warning.
template <class T>
std::optional<T> one_of(TomlTable& table, std::string_view key, const Names<T>& names) {
  const auto text = table.text(key);
  if (!text) return std::nullopt;
  const std::string word = lower_case(trimmed(text->value));
  std::vector<std::string> words;
  for (const auto& [name, value] : names) {
    if (name == word) return value;
    words.push_back(name);
  }
  table.file().diagnostics().warn(
      text->at, message("`{}`에 쓸 수 없는 값입니다: {}", "not a value of `{}`: {}", key, word),
      {suggestion(word, words)});
  return std::nullopt;
}

// A path relative to the book's folder that does not lead out of it.
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

// ---- selections ----

// A pattern that leads out of the folder is kept: it matches nothing, which is not the same as
// having been given none.
std::vector<std::string> patterns(TomlTable& table, std::string_view key) {
  std::vector<std::string> found;
  for (const Placed<std::string>& pattern : table.texts(key)) {
    if (!stays_inside(path_from_utf8(pattern.value))) {
      warn_outside(table, pattern.at, pattern.value);
    }
    if (!pattern.value.empty()) found.push_back(pattern.value);
  }
  return found;
}

std::vector<std::string> words(TomlTable& table, std::string_view key) {
  std::vector<std::string> found;
  for (const Placed<std::string>& text : table.texts(key)) found.push_back(trimmed(text.value));
  return found;
}

// `files` is the key of the patterns. What the table does not say is as in `outer`.
Selection read_selection(TomlTable& table, std::string_view files, const Selection& outer) {
  Selection selection = outer;
  selection.at = table.at();
  if (table.has(files)) {
    selection.at = table.at(files);
    selection.patterns = patterns(table, files);
  } else {
    table.node(files);
  }
  for (std::string& pattern : patterns(table, "exclude")) {
    selection.exclude.push_back(std::move(pattern));
  }
  if (auto categories = words(table, "category"); !categories.empty()) {
    selection.categories = std::move(categories);
  }
  if (auto tags = words(table, "tag"); !tags.empty()) selection.tags = std::move(tags);
  if (const auto from = table.date("from")) selection.from = from;
  if (const auto to = table.date("to")) selection.to = to;
  const auto order = one_of<PostOrder>(
      table, "order",
      {{"date", PostOrder::date}, {"name", PostOrder::name}, {"listed", PostOrder::as_listed}});
  selection.order = order.value_or(selection.order);
  selection.newest_first = table.flag("newest_first").value_or(selection.newest_first);
  return selection;
}

// `posts` outside of every table, or the table [posts].
Selection read_outer_selection(TomlTable& root) {
  Selection selection;
  const toml::node* posts = root.node("posts");
  if (posts == nullptr) return selection;
  if (posts->is_table()) {
    TomlTable table(root.file(), *posts->as_table(), "[posts]");
    selection = read_selection(table, "files", selection);
    table.warn_unknown_keys();
  } else {
    selection.patterns = patterns(root, "posts");
    selection.at = root.at("posts");
  }
  return selection;
}

void read_parts(TomlTable& root, const Selection& outer, Manifest& manifest) {
  for (TomlTable& table : root.tables("part")) {
    PartSpec part;
    part.title = text_or_empty(table, "title");
    part.posts = read_selection(table, "posts", outer);
    table.warn_unknown_keys();
    manifest.parts.push_back(std::move(part));
  }
  if (manifest.parts.empty()) manifest.parts.push_back({"", outer});
}

// ---- [book] ----

// MARC relator codes (id.loc.gov/vocabulary/relators), and the words that people write for them.
std::optional<std::string> relator_code(std::string_view role) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 28> kWords = {
      {{"aut", "aut"},         {"author", "aut"},       {"지은이", "aut"}, {"글", "aut"},
       {"edt", "edt"},         {"editor", "edt"},       {"엮은이", "edt"}, {"편집", "edt"},
       {"trl", "trl"},         {"translator", "trl"},   {"옮긴이", "trl"}, {"번역", "trl"},
       {"ill", "ill"},         {"illustrator", "ill"},  {"그린이", "ill"}, {"그림", "ill"},
       {"pht", "pht"},         {"photographer", "pht"}, {"사진", "pht"},   {"ctb", "ctb"},
       {"contributor", "ctb"}, {"aui", "aui"},          {"com", "com"},    {"compiler", "com"},
       {"bkd", "bkd"},         {"designer", "bkd"},     {"디자인", "bkd"}, {"clb", "clb"}}};
  for (const auto& [word, code] : kWords) {
    if (word == role) return std::string(code);
  }
  return std::nullopt;
}

Person read_person(TomlTable& table) {
  Person person;
  person.name = text_or_empty(table, "name");
  person.file_as = text_or_empty(table, "file_as");
  if (const auto role = table.text("role")) {
    if (const auto code = relator_code(lower_case(trimmed(role->value)))) {
      person.role = *code;
    } else {
      table.file().diagnostics().warn(
          role->at, message("모르는 역할입니다: {}", "unknown role: {}", role->value),
          {message(
              "지은이, 엮은이, 옮긴이, 그림, 사진 가운데 하나나 MARC 기호를 쓰세요",
              "write author, editor, translator, illustrator, photographer or their MARC code")});
    }
  }
  table.warn_unknown_keys();
  return person;
}

// A name, a table, or a list of both.
void read_people(TomlTable& book, std::string_view key, std::vector<Person>& people) {
  const toml::node* written = book.node(key);
  if (written == nullptr) return;
  const auto add = [&](const toml::node& item) {
    Person person;
    if (const auto* name = item.as_string()) {
      person.name = trimmed(name->get());
    } else if (const toml::table* table = item.as_table()) {
      TomlTable reader(book.file(), *table, fmt::format("{}", key));
      person = read_person(reader);
    } else {
      book.warn_wrong_type(key, item,
                           message("이름이나 {{ name = \"이름\" }}으로 쓰세요",
                                   "write a name or {{ name = \"a name\" }}"));
    }
    if (!person.name.empty()) people.push_back(std::move(person));
  };
  if (const toml::array* items = written->as_array()) {
    for (const toml::node& item : *items) add(item);
  } else {
    add(*written);
  }
}

void read_series(TomlTable& book, BookInfo& info) {
  const toml::node* series = book.node("series");
  if (series == nullptr) return;
  if (const toml::table* table = series->as_table()) {
    TomlTable reader(book.file(), *table, "series");
    info.series = text_or_empty(reader, "name");
    info.series_position = reader.number("position");
    reader.warn_unknown_keys();
  } else {
    info.series = text_or_empty(book, "series");
  }
}

void read_language(TomlTable& book, BookInfo& info) {
  const auto language = book.text("language");
  if (!language) return;
  if (is_language_tag(language->value)) {
    info.language = language->value;
    return;
  }
  book.file().diagnostics().warn(
      language->at, message("언어 기호가 아닙니다: {}", "not a language tag: {}", language->value),
      {message("ko, en, ja처럼 쓰세요", "write ko, en, ja or the like")});
}

void read_isbn(TomlTable& book, BookInfo& info) {
  const auto isbn = book.text("isbn");
  if (!isbn || trimmed(isbn->value).empty()) return;
  if (is_valid_isbn(isbn->value)) {
    info.isbn = trimmed(isbn->value);
    return;
  }
  book.file().diagnostics().warn(
      isbn->at,
      message("ISBN의 검사 숫자가 맞지 않아 쓰지 않았습니다: {}",
              "the check digit of this ISBN is wrong, so it was left out: {}", isbn->value),
      {message("숫자 13자리(또는 10자리)를 다시 확인하세요", "check its 13 (or 10) digits again")});
}

// A bare UUID becomes a URN, as dc:identifier wants it (EPUB 3.3, 5.5.3.1).
std::string identifier(std::string written) {
  constexpr std::string_view kForm = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
  if (written.size() != kForm.size()) return written;
  for (std::size_t i = 0; i < kForm.size(); ++i) {
    const bool fits =
        kForm[i] == '-'
            ? written[i] == '-'
            : std::string_view("0123456789abcdefABCDEF").find(written[i]) != std::string_view::npos;
    if (!fits) return written;
  }
  return "urn:uuid:" + lower_case(std::move(written));
}

void read_cover(TomlTable& book, Manifest& manifest) {
  const auto cover = book.text("cover");
  if (!cover || cover->value.empty()) return;
  const fs::path path = path_from_utf8(cover->value);
  const fs::path file = manifest.folder / path;
  std::error_code error;
  if (!stays_inside(path) || !is_inside(manifest.folder, file)) {
    warn_outside(book, cover->at, cover->value);
  } else if (!fs::is_regular_file(file, error)) {
    book.file().diagnostics().lost(
        cover->at, message("표지 그림이 없습니다: {}", "the cover is not there: {}", cover->value),
        {message("경로를 확인하세요. 표지는 제목으로 조판합니다",
                 "check the path; a cover is set in type from the title instead")});
  } else {
    manifest.info.cover = file;
  }
}

// A path in the book's folder, or the name of one of munjip's own styles.
fs::path read_style(TomlTable& table, const fs::path& folder) {
  const auto style = table.text("style");
  if (!style) return {};
  fs::path path = path_from_utf8(trimmed(style->value));
  if (stays_inside(path) && is_inside(folder, folder / path)) return path;
  warn_outside(table, style->at, style->value);
  return {};
}

// What of the pages around the posts belongs to the book.
void read_keep(TomlTable& book, Manifest& manifest) {
  for (const auto& text : book.texts("keep")) {
    if (text.value == "comments") {
      manifest.keep_comments = true;
    } else {
      book.file().diagnostics().warn(
          text.at,
          message("남길 수 있는 것이 아닙니다: {}", "nothing that can be kept: {}", text.value),
          {suggestion(text.value, {"comments"})});
    }
  }
}

Selection read_book_table(TomlTable& book, const Selection& outer, Manifest& manifest) {
  BookInfo& info = manifest.info;
  if (std::string title = text_or_empty(book, "title"); !title.empty()) info.title = title;
  info.subtitle = text_or_empty(book, "subtitle");
  read_people(book, "author", info.authors);
  read_people(book, "authors", info.authors);
  info.publisher = text_or_empty(book, "publisher");
  info.description = text_or_empty(book, "description");
  info.rights = text_or_empty(book, "rights");
  info.identifier = identifier(text_or_empty(book, "identifier"));
  info.date = book.date("date");
  read_isbn(book, info);
  read_language(book, info);
  read_series(book, info);
  read_cover(book, manifest);
  manifest.style = read_style(book, manifest.folder);
  manifest.smart_punctuation = book.flag("smart_punctuation").value_or(false);
  read_keep(book, manifest);
  return read_selection(book, "posts", outer);
}

// ---- [[output]] ----

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
  std::string name = trimmed(text->value);
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

// The warnings in the order of the lines that they are about.
void add_in_order(const Diagnostics& found, Diagnostics& diagnostics) {
  std::vector<Diagnostic> ordered(found.all().begin(), found.all().end());
  std::stable_sort(ordered.begin(), ordered.end(),
                   [](const Diagnostic& a, const Diagnostic& b) { return a.at.pos < b.at.pos; });
  for (Diagnostic& diagnostic : ordered) diagnostics.add(std::move(diagnostic));
}

}  // namespace

Manifest read_manifest(const fs::path& file, Diagnostics& diagnostics) {
  Diagnostics found;
  const TomlFile toml(to_utf8(file), read_file(file), found);
  const fs::path folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
  Manifest manifest = manifest_for_folder(folder);
  manifest.file = file;
  manifest.parts.clear();

  TomlTable root(toml, toml.root(), "");
  const toml::node* written = root.node("book");
  if (written != nullptr && !written->is_table()) {
    root.warn_wrong_type("book", *written,
                         message("[book] 아래에 쓰세요", "write it under [book]"));
  }
  const toml::table no_table;
  const bool has_table = written != nullptr && written->is_table();
  TomlTable book(toml, has_table ? *written->as_table() : no_table, "[book]");
  const Selection selection = read_book_table(book, read_outer_selection(root), manifest);
  book.warn_unknown_keys();
  read_parts(root, selection, manifest);
  std::vector<OutputSpec> outputs;
  for (TomlTable& table : root.tables("output"))
    outputs.push_back(read_output(table, manifest.folder));
  if (!outputs.empty()) manifest.outputs = std::move(outputs);
  root.warn_unknown_keys(book.known_keys(), "[book]");
  add_in_order(found, diagnostics);
  return manifest;
}

}  // namespace munjip
