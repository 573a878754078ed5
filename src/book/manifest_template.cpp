// A commented book.toml: what `munjip init` writes, and what teaches the keys.
#include <fmt/format.h>

#include <string>
#include <string_view>

#include "base/file_io.h"
#include "book/manifest.h"

namespace munjip {

namespace {

// A TOML basic string (TOML 1.0, "String").
std::string toml_string(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out.push_back('\\');
      out.push_back(c);
    } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
      out += fmt::format("\\u{:04X}", static_cast<unsigned>(c));
    } else {
      out.push_back(c);
    }
  }
  return out + '"';
}

std::string toml_list(const std::vector<std::string>& texts) {
  std::string out = "[";
  for (const std::string& text : texts) out += (out.size() > 1 ? ", " : "") + toml_string(text);
  return out + "]";
}

// One a line where they are many.
std::string toml_lines(const std::vector<std::string>& texts) {
  constexpr std::size_t kMostInLine = 3;
  if (texts.size() <= kMostInLine) return toml_list(texts);
  std::string out = "[\n";
  for (const std::string& text : texts) out += "  " + toml_string(text) + ",\n";
  return out + "]";
}

std::string_view to_string(PostOrder order) {
  switch (order) {
    case PostOrder::date:
      return "date";
    case PostOrder::name:
      return "name";
    case PostOrder::as_listed:
      return "listed";
  }
  return "";
}

std::string_view to_string(PdfProfile profile) {
  switch (profile) {
    case PdfProfile::screen:
      return "screen";
    case PdfProfile::print:
      return "print";
    case PdfProfile::handout:
      return "handout";
  }
  return "";
}

std::string person(const Person& person) {
  if (person.role == "aut" && person.file_as.empty()) return toml_string(person.name);
  std::string out = "{ name = " + toml_string(person.name) + ", role = " + toml_string(person.role);
  if (!person.file_as.empty()) out += ", file_as = " + toml_string(person.file_as);
  return out + " }";
}

std::string people(const std::vector<Person>& authors) {
  if (authors.size() == 1) return person(authors.front());
  std::string out = "[";
  for (const Person& author : authors) out += (out.size() > 1 ? ", " : "") + person(author);
  return out + "]";
}

class Template {
 public:
  Template(const Manifest& manifest, Language language)
      : manifest_(manifest), language_(language) {}

  std::string write() {
    comment(message("munjip build로 책을 만듭니다. #로 시작하는 줄은 설명이거나 꺼 둔 설정입니다.",
                    "Make the book with munjip build. Lines that begin with # are explanations, or "
                    "settings that are off."));
    book();
    parts();
    for (const OutputSpec& output : manifest_.outputs) this->output(output);
    return std::move(out_);
  }

 private:
  void comment(const Message& text) { out_ += "# " + text.in(language_) + "\n"; }
  void blank_line() { out_ += "\n"; }
  void key(std::string_view name, std::string_view value) {
    out_ += fmt::format("{} = {}\n", name, value);
  }
  // The value, or a commented example where there is none.
  void key_or_example(std::string_view name, const std::string& text, std::string_view example) {
    if (text.empty()) {
      out_ += fmt::format("# {} = {}\n", name, example);
    } else {
      key(name, toml_string(text));
    }
  }

  void book() {
    const BookInfo& info = manifest_.info;
    const bool korean = language_ == Language::korean;
    blank_line();
    out_ += "[book]\n";
    key("title", toml_string(info.title));
    key_or_example("subtitle", info.subtitle, korean ? "\"부제\"" : "\"A subtitle\"");
    if (info.authors.empty()) {
      out_ += korean ? "# author = \"지은이\"\n" : "# author = \"Name\"\n";
    } else {
      key("author", people(info.authors));
    }
    comment(
        message("여럿이면 [\"가\", \"나\"], 역할이 있으면 {{ name = \"다\", role = \"옮긴이\" }}",
                "several: [\"A\", \"B\"]; with a role: {{ name = \"C\", role = \"translator\" }}"));
    key_or_example("publisher", info.publisher, korean ? "\"펴낸곳\"" : "\"Publisher\"");
    date("date", info.date, "2025-01-31");
    key("language", toml_string(info.language));
    comment(
        message("책마다 하나인 이름표. 다시 만들어도 같은 책으로 알아보게 하니 바꾸지 마세요.",
                "The book's own mark: leave it, so that a new edition is known as the same book."));
    key_or_example("identifier", info.identifier, "\"urn:uuid:...\"");
    key_or_example("isbn", info.isbn, "\"978-...\"");
    key_or_example("rights", info.rights, korean ? "\"ⓒ 2025 지은이\"" : "\"© 2025 Name\"");
    key_or_example("description", info.description,
                   korean ? "\"책을 소개하는 글\"" : "\"What the book is about\"");
    const std::string cover = cover_path();
    key_or_example("cover", cover, "\"cover.jpg\"");
    if (cover.empty()) {
      comment(message("표지 그림이 없으면 제목과 지은이로 표지를 조판합니다.",
                      "Without a picture a cover is set in type from title and author."));
    }
    series();
    comment(
        message("스타일: essay.css(책), handout.css(A4 유인물), 또는 직접 쓴 CSS 파일.",
                "Style: essay.css (book), handout.css (A4 handout), or a CSS file of your own."));
    key_or_example("style", to_utf8(manifest_.style), "\"essay.css\"");
    comment(message(
        "곧은따옴표를 “굽은따옴표”로, ...을 …로, 전각 문장 부호를 반각으로 바꿉니다.",
        "Turns straight quotation marks into “curly” ones, ... into …, full-width marks into "
        "narrow ones."));
    key("smart_punctuation", manifest_.smart_punctuation ? "true" : "false");
    notes();
    comment(message("저장한 페이지의 댓글을 글 뒤에 싣습니다.",
                    "Puts the comments of saved pages after their posts."));
    key_or_example("keep", manifest_.keep_comments ? "comments" : "", "\"comments\"");
  }

  void notes() {
    const NoteSettings& notes = manifest_.notes;
    comment(message("주의 자리: foot(쪽 아래), post(글 뒤), book(책 뒤). PDF에만 쓰입니다.",
                    "Where notes stand in the PDF: foot (of the page), post (after it), book (its "
                    "end)."));
    key_or_example("notes",
                   notes.position == NotePosition::post   ? "post"
                   : notes.position == NotePosition::book ? "book"
                                                          : "",
                   "\"foot\"");
    comment(message("각주 번호를 글마다(post) 또는 쪽마다(page) 1부터 매깁니다.",
                    "Footnotes count from 1 in each post, or on each page."));
    key_or_example("note_numbers", notes.numbering == NoteNumbering::page ? "page" : "",
                   "\"post\"");
  }

  std::string cover_path() const {
    const auto& cover = manifest_.info.cover;
    if (cover.empty()) return {};
    return to_utf8(cover.lexically_relative(manifest_.folder));
  }

  void series() {
    const BookInfo& info = manifest_.info;
    if (info.series.empty() && !info.series_position) {
      out_ += language_ == Language::korean ? "# series = { name = \"총서\", position = 1 }\n"
                                            : "# series = { name = \"A series\", position = 1 }\n";
      return;
    }
    std::string value = "{ name = " + toml_string(info.series);
    if (info.series_position) value += fmt::format(", position = {}", *info.series_position);
    key("series", value + " }");
  }

  void date(std::string_view name, const std::optional<DateTime>& moment,
            std::string_view example) {
    if (moment) {
      key(name, iso_8601(*moment));
    } else {
      out_ += fmt::format("# {} = {}\n", name, example);
    }
  }

  void parts() {
    if (manifest_.parts.size() == 1 && manifest_.parts.front().title.empty()) {
      blank_line();
      comment(message("실을 글. posts가 없으면 이 폴더의 모든 글입니다.",
                      "The posts; without `posts`, all of this folder."));
      selection(manifest_.parts.front().posts);
      blank_line();
      comment(message("부를 나누려면 위의 줄들을 지우고 이렇게 씁니다.",
                      "For a book in parts, take the lines above away and write:"));
      out_ += language_ == Language::korean
                  ? "# [[part]]\n# title = \"1부\"\n# posts = [\"2024/*\", \"2025/01-*.html\"]\n"
                  : "# [[part]]\n# title = \"Part one\"\n# posts = [\"2024/*\", "
                    "\"2025/01-*.html\"]\n";
      return;
    }
    for (const PartSpec& part : manifest_.parts) {
      blank_line();
      out_ += "[[part]]\n";
      key("title", toml_string(part.title));
      selection(part.posts);
    }
  }

  void list(std::string_view name, const std::vector<std::string>& texts,
            std::string_view example) {
    if (!texts.empty()) {
      key(name, toml_lines(texts));
    } else {
      out_ += fmt::format("# {} = {}\n", name, example);
    }
  }

  void selection(const Selection& posts) {
    const bool korean = language_ == Language::korean;
    list("posts", posts.patterns, "[\"*.html\", \"**/*.md\"]");
    list("exclude", posts.exclude, "[\"drafts\"]");
    list("category", posts.categories, korean ? "[\"경제\"]" : "[\"Economy\"]");
    list("tag", posts.tags, korean ? "[\"연재\"]" : "[\"serial\"]");
    date("from", posts.from, "2024-01-01");
    date("to", posts.to, "2024-12-31");
    comment(message("순서: \"date\"(날짜), \"name\"(파일 이름), \"listed\"(posts에 적은 차례)",
                    "order: \"date\", \"name\" (of the files), \"listed\" (as in `posts`)"));
    key("order", toml_string(to_string(posts.order)));
    key("newest_first", posts.newest_first ? "true" : "false");
  }

  void output(const OutputSpec& output) {
    blank_line();
    out_ += "[[output]]\n";
    key("format", output.format == OutputFormat::pdf ? "\"pdf\"" : "\"epub\"");
    if (output.format == OutputFormat::pdf) {
      comment(message("screen(화면), print(인쇄소), handout(A4 유인물)",
                      "screen, print (for a printer), handout (A4)"));
      key("profile", toml_string(to_string(output.profile)));
      std::string names;
      for (const std::string& name : trim_names()) names += (names.empty() ? "" : ", ") + name;
      comment(message("판형: {}, 또는 148x210처럼 가로x세로(mm)",
                      "trim size: {}, or width x height in mm as in 148x210", names));
      key_or_example("trim", output.trim ? output.trim->name : std::string(), "\"A5\"");
    }
    key_or_example("name", output.name,
                   language_ == Language::korean ? "\"파일이름\"" : "\"file-name\"");
    key_or_example("style", to_utf8(output.style), "\"essay.css\"");
    if (output.format == OutputFormat::epub) pictures(output.pictures);
  }

  void pictures(const PictureLimits& limits) {
    comment(message("그림의 긴 변(화소)과 화소 수(백만)의 한도, 0이면 제한 없음",
                    "limits of a picture: longer side in pixels, millions of pixels; 0 for none"));
    const PictureLimits usual;
    const auto limit = [&](std::string_view name, double value, double usual_value) {
      out_ += fmt::format("{}{} = {}\n", value == usual_value ? "# " : "", name, value);
    };
    limit("picture_side", limits.max_side, usual.max_side);
    limit("picture_megapixels", limits.max_megapixels, usual.max_megapixels);
  }

  const Manifest& manifest_;
  Language language_;
  std::string out_;
};

}  // namespace

std::string manifest_template(const Manifest& manifest, Language language) {
  return Template(manifest, language).write();
}

}  // namespace munjip
