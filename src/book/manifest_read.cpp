// book.toml → Manifest.
#include <algorithm>
#include <array>
#include <utility>

#include "base/ascii.h"
#include "base/error.h"
#include "base/file_io.h"
#include "book/isbn.h"
#include "book/language.h"
#include "book/manifest_tables.h"

namespace munjip {

namespace fs = std::filesystem;

namespace {

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
    if (const auto code = relator_code(ascii_lower(trim_ascii(role->value)))) {
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
      person.name = trim_ascii(name->get());
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
  if (!isbn || trim_ascii(isbn->value).empty()) return;
  if (is_valid_isbn(isbn->value)) {
    info.isbn = trim_ascii(isbn->value);
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
  return "urn:uuid:" + ascii_lower(written);
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

void read_notes(TomlTable& book, Manifest& manifest) {
  NoteSettings& notes = manifest.notes;
  const auto position = one_of<NotePosition>(
      book, "notes",
      {{"foot", NotePosition::foot}, {"post", NotePosition::post}, {"book", NotePosition::book}});
  notes.position = position.value_or(notes.position);
  const auto numbering = one_of<NoteNumbering>(
      book, "note_numbers", {{"post", NoteNumbering::post}, {"page", NoteNumbering::page}});
  notes.numbering = numbering.value_or(notes.numbering);
  if (notes.numbering == NoteNumbering::post || notes.position == NotePosition::foot) return;
  book.file().diagnostics().warn(
      book.at("note_numbers"),
      message("쪽마다 새로 매기는 번호는 각주(notes = \"foot\")에만 쓰입니다",
              "numbers that begin anew on each page are for footnotes (notes = \"foot\") only"));
  notes.numbering = NoteNumbering::post;
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
  manifest.smart_punctuation = book.flag("smart_punctuation").value_or(true);
  read_keep(book, manifest);
  read_notes(book, manifest);
  return read_selection(book, "posts", outer);
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
  manifest.rules = read_rules(root);
  std::vector<OutputSpec> outputs;
  for (TomlTable& table : root.tables("output"))
    outputs.push_back(read_output(table, manifest.folder));
  if (!outputs.empty()) manifest.outputs = std::move(outputs);
  root.warn_unknown_keys(book.known_keys(), "[book]");
  add_in_order(found, diagnostics);
  return manifest;
}

}  // namespace munjip
