// Loading sheets: what the EPUB gets, imports, media, and hostile input.
#include "style/style_sheet.h"

#include <doctest/doctest.h>

#include <unistd.h>

#include <ctime>
#include <filesystem>
#include <fstream>

#include "base/error.h"
#include "style_fixture.h"

namespace {

using namespace munjip;
using namespace munjip::test;
namespace fs = std::filesystem;

std::string epub(const std::string& css) {
  return Sheet(css).sheet.for_epub();
}

// A folder that is there as long as the test.
class Folder {
 public:
  Folder()
      : path_(fs::temp_directory_path() / ("munjip-style-test-" + std::to_string(::getpid()))) {
    fs::remove_all(path_);
    fs::create_directories(path_);
  }
  ~Folder() {
    std::error_code error;
    fs::remove_all(path_, error);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  fs::path write(const std::string& name, const std::string& text) const {
    fs::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name) << text;
    return path_ / name;
  }
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

std::string warnings(const Diagnostics& diagnostics, const Folder& folder) {
  std::string out;
  for (const Diagnostic& d : diagnostics.all()) {
    std::string text = to_string(d, Language::english);
    const std::string root = folder.path().string() + "/";
    for (std::size_t at = 0; (at = text.find(root, at)) != std::string::npos;) {
      text.erase(at, root.size());
    }
    out += text.substr(0, text.find('\n') + 1);
  }
  return out;
}

}  // namespace

TEST_CASE("the EPUB gets the author's text, untouched") {
  const std::string css =
      "@media screen and (min-width: 40em) { p { columns: 2 } }\n\n"
      "H1 , h2>em{COLOR:RED;float:left}\n"
      "p::first-letter { font-size : 2em }\n"
      "@supports (display: grid) { p { margin: 0 } }\n"
      ".여백 { content: '\\201C' }\n";
  CHECK(epub(css) == css);
}

TEST_CASE("the EPUB gets no @page, @media print, @font-face, @charset and comments") {
  CHECK(epub("@charset 'utf-8';\n/* one */\np { margin: 0 /* two */ }\n"
             "@page { margin: 1cm; @top-left { content: 'x' } }\n"
             "@media print { p { color: red } }\n@media print, print and (color) { q { top: 0 } }\n"
             "@font-face { font-family: A; src: local(A) }\n"
             "<!-- h1 { margin: 0 } -->") == "p { margin: 0 }\nh1 { margin: 0 }\n");
  // Media that are more than print alone stay.
  CHECK(epub("@media print, screen { p { margin: 0 } }") ==
        "@media print, screen { p { margin: 0 } }\n");
  // No two words become one where a comment stood between them.
  CHECK(epub("p { margin: 1px/**/2px }") == "p { margin: 1px 2px }\n");
  CHECK(epub("p/**/.a { margin: 0 }") == "p.a { margin: 0 }\n");
}

TEST_CASE("the EPUB gets nothing that would make it invalid") {
  // Faulty CSS (EPUBCheck CSS-008).
  CHECK(epub("p { margin: 0; *zoom: 1; color: } q { }") == "p { margin: 0; } q { }\n");
  CHECK(epub("p { content: 'a\n; } q { margin: 0 }") == "p { } q { margin: 0 }\n");
  CHECK(epub("} p { margin: 0 }") == "p { margin: 0 }\n");
  CHECK(epub("p] { margin: 0 } q { margin: 0 }") == "q { margin: 0 }\n");
  CHECK(epub("p { margin: 0") == "p { margin: 0 }\n");
  CHECK(epub("@media screen { p { margin: 0") == "@media screen { p { margin: 0 } }\n");
  CHECK(epub("p, { margin: 0 } q { }") == "q { }\n");
  CHECK(epub("p") == "");
  // Files that it does not hold (RSC-007), and what EPUB 3.3 (6.3.1.3) forbids.
  CHECK(epub("p { background: url(a.png); margin: 0 }") == "p { margin: 0 }\n");
  CHECK(epub("p { background: url('http://example.org/a.png') }") == "p { }\n");
  CHECK(epub("p { background: url(data:image/png;base64,AA) }") ==
        "p { background: url(data:image/png;base64,AA) }\n");
  CHECK(epub("p { direction: rtl; unicode-bidi: embed }") == "p { }\n");
  CHECK(epub("@import url(http://example.org/a.css); p { }") == "p { }\n");
  // @namespace must stand before all rules.
  CHECK(epub("@namespace epub 'http://www.idpf.org/2007/ops';\np { }") ==
        "@namespace epub 'http://www.idpf.org/2007/ops';\np { }\n");
}

TEST_CASE("media: what the PDF follows") {
  const auto follows = [](const std::string& media) {
    return style_of("@media " + media + " { p { text-indent: 1pt } }", {"p"}).text_indent ==
           Length::pt(1);
  };
  for (const char* media :
       {"print", "all", "", "PRINT", "only print", "screen, print", "not screen", "not tv"}) {
    CHECK_MESSAGE(follows(media), media);
  }
  for (const char* media : {"screen", "not print", "not all", "amzn-kf8", "speech",
                            "(min-width: 10em)", "print and (min-width: 10em)"}) {
    CHECK_MESSAGE(!follows(media), media);
  }
  CHECK(style_of("@media all { @media print { p { text-indent: 1pt } } }", {"p"}).text_indent ==
        Length::pt(1));
  CHECK(style_of("@media screen { @media print { p { text-indent: 1pt } } }", {"p"}).text_indent ==
        Length());
}

TEST_CASE("imports") {
  const Folder folder;
  folder.write("sub/deep.css", "p { text-indent: 3pt; color: red }");
  folder.write("base.css", "@import 'sub/deep.css'; p { text-indent: 2pt } h1 { margin: 0 }");
  folder.write("print.css", "p { font-weight: bold }");
  const fs::path main = folder.write(
      "main.css", "@import url(\"base.css\");\n@import 'print.css' print;\np { orphans: 3 }\n");
  Diagnostics diagnostics;
  const StyleSheet sheet = StyleSheet::load(main, diagnostics);
  CHECK(diagnostics.empty());
  const StyleRef style = style_of(sheet, {"p"});
  CHECK(style->text_indent == Length::pt(2));
  CHECK(style->color == Color{255, 0, 0});
  CHECK(style->font_weight == 700);
  CHECK(style->orphans == 3);
  CHECK(sheet.for_epub() ==
        "p { text-indent: 3pt; color: red } p { text-indent: 2pt } h1 { margin: 0 }\n"
        "p { orphans: 3 }\n");
}

TEST_CASE("an import for screens only keeps its condition") {
  const Folder folder;
  folder.write("screen.css", "p { text-indent: 3pt }");
  const fs::path main = folder.write("main.css", "@import 'screen.css' screen;");
  Diagnostics diagnostics;
  const StyleSheet sheet = StyleSheet::load(main, diagnostics);
  CHECK(style_of(sheet, {"p"})->text_indent == Length());
  CHECK(sheet.for_epub() == "@media screen {\np { text-indent: 3pt }\n}\n");
}

TEST_CASE("imports that are not followed are told") {
  const Folder folder;
  folder.write("outside.css", "p { text-indent: 1pt }");
  folder.write("book/a.css", "@import 'main.css'; p { text-indent: 2pt }");
  const fs::path main = folder.write(
      "book/main.css",
      "@import '../outside.css';\n@import 'none.css';\n@import 'a.css';\n"
      "@import 'https://example.org/a.css';\n@import;\np { orphans: 3 }\n@import 'a.css';\n");
  Diagnostics diagnostics;
  const StyleSheet sheet = StyleSheet::load(main, diagnostics);
  CHECK(warnings(diagnostics, folder) ==
        "book/main.css:1:1: warning: no style to import: ../outside.css\n"
        "book/main.css:2:1: warning: no style to import: none.css\n"
        "book/a.css:1:1: warning: a style that imports itself: main.css\n"
        "book/main.css:4:1: warning: no style to import: https://example.org/a.css\n"
        "book/main.css:5:1: warning: `@import` without a file\n"
        "book/main.css:7:1: warning: `@import` must stand at the beginning of a style\n");
  CHECK(style_of(sheet, {"p"})->text_indent == Length::pt(2));
  CHECK_THROWS_AS(StyleSheet::load(folder.path() / "none.css", diagnostics), Error);
}

TEST_CASE("imports that multiply are bounded") {
  const Folder folder;
  for (int i = 0; i < 12; ++i) {
    const std::string next = "'" + std::to_string(i + 1) + ".css';";
    folder.write(std::to_string(i) + ".css", "@import " + next + "@import " + next);
  }
  folder.write("12.css", "p { orphans: 3 }");
  Diagnostics diagnostics;
  const StyleSheet sheet = StyleSheet::load(folder.path() / "0.css", diagnostics);
  CHECK_FALSE(diagnostics.empty());
  CHECK(sheet.for_epub().size() < 2000);
}

TEST_CASE("munjip's own styles: found by name, and base.css below every sheet") {
  const Folder folder;
  folder.write("styles/base.css", "p { text-indent: 1pt; orphans: 4 } #x { text-indent: 9pt }");
  folder.write("styles/essay.css", "@import 'base.css'; p { text-indent: 2pt }");
  const std::vector<fs::path> library = {folder.path() / "styles"};
  const auto indent = [&](const std::string& css, const Path& element) {
    Diagnostics diagnostics;
    const StyleSheet sheet =
        StyleSheet::load(folder.write("book/my.css", css), diagnostics, library);
    CHECK(diagnostics.empty());
    const StyleRef style = style_of(sheet, {element});
    CHECK(style->orphans == 4);
    CHECK(sheet.for_epub().starts_with("p { text-indent: 1pt"));
    return style->text_indent.pt();
  };
  CHECK(indent("", "p") == 1);
  CHECK(indent("@import 'essay.css';", "p") == 2);
  CHECK(indent("@import 'essay.css'; p { text-indent: 3pt }", "p") == 3);
  CHECK(indent("p { text-indent: 3pt }", "p") == 3);
  CHECK(indent("p { text-indent: 3pt }", "p#x") == 9);  // below in order, not in weight
  CHECK(indent("#x { text-indent: 3pt }", "p#x") == 3);
}

TEST_CASE("@font-face") {
  const Folder folder;
  folder.write("styles/own.ttf", "x");
  folder.write("fonts/shared.ttf", "x");
  folder.write("secret.ttf", "x");
  const fs::path main =
      folder.write("styles/main.css",
                   "@font-face { font-family: 'A B'; font-weight: bold; font-style: italic;\n"
                   " src: local('A B Bold'), local(A B), url(own.ttf) format('truetype'),\n"
                   " url('../fonts/shared.ttf') }\n"
                   "@font-face { font-family: C; src: url(../secret.ttf), url(none.ttf), "
                   "url(http://example.org/x.ttf) }\n");
  Diagnostics diagnostics;
  const StyleSheet sheet = StyleSheet::load(main, diagnostics);
  REQUIRE(sheet.font_faces().size() == 1);
  const FontFaceRule& face = sheet.font_faces()[0];
  CHECK(face.family == "A B");
  CHECK(face.weight == 700);
  CHECK(face.italic);
  CHECK(face.local_names == std::vector<std::string>{"A B Bold", "A B"});
  REQUIRE(face.files.size() == 2);
  CHECK(fs::equivalent(face.files[0], folder.path() / "styles/own.ttf"));
  CHECK(fs::equivalent(face.files[1], folder.path() / "fonts/shared.ttf"));
  CHECK(diagnostics.all().size() == 4);
}

TEST_CASE("text of any kind: byte order mark, line ends, broken UTF-8") {
  CHECK(epub("\xEF\xBB\xBFp { margin: 0 }\r\nq { margin: 0 }\r") ==
        "p { margin: 0 }\nq { margin: 0 }\n");
  CHECK(epub(".\xFF { margin: 0 }") == ".\uFFFD { margin: 0 }\n");
  CHECK(epub(std::string("p { margin: 0 }\0", 16)) == "p { margin: 0 }\n");
}

TEST_CASE("hostile sheets cost no more than their length") {
  const auto repeated = [](const std::string& part, std::size_t bytes) {
    std::string out;
    while (out.size() < bytes) out += part;
    return out;
  };
  constexpr std::size_t kSize = 400'000;
  std::string classes;
  for (int i = 0; i < 30'000; ++i) classes += ".c" + std::to_string(i) + "{margin:0}";
  const std::string sheets[] = {
      classes,
      repeated("{", kSize),
      repeated("(", kSize),
      repeated("a{b:(", kSize),
      repeated("@media print{", kSize),
      repeated("@x ", kSize),
      repeated("a>", kSize) + "b{margin:0}",
      repeated(".a", kSize) + "{margin:0}",
      repeated("a,", kSize) + "b{margin:0}",
      repeated(":not(", kSize) + "{margin:0}",
      repeated("colour:red;", kSize),
      "p{" + repeated("colour:red;", kSize),
      "p{" + repeated("margin:0;", kSize),
      "p{margin:" + repeated("0 ", kSize),
      "p{font-family:" + repeated("a,", kSize),
      repeated("/*", kSize),
      repeated("\\", kSize),
      repeated("url(", kSize),
      repeated("'", kSize),
      repeated("}", kSize),
      repeated("p:nth-child(3){margin:0}", kSize),
      repeated("* * * * > *{margin:0}", kSize),
  };
  for (const std::string& css : sheets) {
    const std::clock_t start = std::clock();
    const Sheet sheet(css);
    std::vector<Path> path(12, Path("a.c1"));
    (void)style_of(sheet.sheet, path);
    (void)sheet.sheet.for_epub();
    // A fifth of a second, and more with sanitizers; quadratic work would take minutes.
    CHECK_MESSAGE(std::clock() - start < 8 * CLOCKS_PER_SEC, css.substr(0, 40));
    CHECK(sheet.diagnostics.all().size() <= 201);
  }
}
