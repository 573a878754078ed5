#include <doctest/doctest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <thread>

#include "base/error.h"
#include "base/file_io.h"
#include "test_fonts.h"
#include "text/catalogue.h"
#include "text/font.h"
#include "text/font_match.h"

using namespace munjip;
namespace fs = std::filesystem;

namespace {

// A folder that is gone after the test.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    static int count = 0;
    path_ = fs::temp_directory_path() /
            ("munjip-fonts-" + std::to_string(::getpid()) + "-" + std::to_string(count++));
    fs::create_directories(path_);
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

const fs::path kFonts = MUNJIP_SOURCE_DIR "/fonts";

Catalogue project_catalogue() {
  Catalogue catalogue;
  Diagnostics diagnostics;
  read_catalogue(kFonts / "catalogue.toml", catalogue, diagnostics);
  REQUIRE(diagnostics.empty());
  return catalogue;
}

Style with_families(std::vector<std::string> families) {
  Style style;
  style.font_families = std::move(families);
  return style;
}

}  // namespace

TEST_CASE("the lists of the catalogue name families of the catalogue") {
  const Catalogue catalogue = project_catalogue();
  std::set<std::string> names;
  for (const CatalogueFamily& family : catalogue.families) names.insert(family.name);
  CHECK(names.size() == catalogue.families.size());
  for (const auto* lists : {&catalogue.generic, &catalogue.fallback}) {
    for (const auto& [name, families] : *lists) {
      for (const std::string& family : families) CHECK_MESSAGE(names.contains(family), family);
    }
  }
}

TEST_CASE("only fonts under the OFL stand in for others, and Symbola for emoji") {
  const Catalogue catalogue = project_catalogue();
  for (const auto* lists : {&catalogue.generic, &catalogue.fallback}) {
    for (const auto& [name, families] : *lists) {
      for (const std::string& family : families) {
        const auto entry = std::find_if(catalogue.families.begin(), catalogue.families.end(),
                                        [&](const CatalogueFamily& f) { return f.name == family; });
        REQUIRE(entry != catalogue.families.end());
        CHECK_MESSAGE((entry->licence == "OFL-1.1" || family == "Symbola"), family);
      }
    }
  }
}

TEST_CASE("what the catalogue says wrongly is a warning with its line") {
  const TemporaryFolder folder;
  write_file(folder.path() / "catalogue.toml", "[[family]]\nkind = \"serif\"\n");
  Catalogue catalogue;
  Diagnostics diagnostics;
  read_catalogue(folder.path() / "catalogue.toml", catalogue, diagnostics);
  REQUIRE(diagnostics.count(Severity::warning) == 1);
  CHECK(diagnostics.all()[0].at.pos.line == 1);
  write_file(folder.path() / "catalogue.toml", "[[family]\n");
  read_catalogue(folder.path() / "catalogue.toml", catalogue, diagnostics);
  CHECK(diagnostics.count(Severity::warning) == 2);
}

TEST_CASE("the nearest face: slope, then weight (CSS Fonts 4, 5.2)") {
  const FaceLook faces[] = {{300, false}, {400, false}, {700, false}, {400, true}};
  const auto nearest = [&](int weight, bool italic) {
    return *nearest_face(faces, {weight, italic});
  };
  CHECK(nearest(400, false) == 1);
  CHECK(nearest(500, false) == 1);  // no 500: down first
  CHECK(nearest(600, false) == 2);  // above 500: up first
  CHECK(nearest(350, false) == 0);  // below 400: down first
  CHECK(nearest(100, false) == 0);
  CHECK(nearest(900, false) == 2);
  CHECK(nearest(700, true) == 3);
  CHECK_FALSE(nearest_face({}, {400, false}).has_value());
}

TEST_CASE("families are found by any spelling of their name, in Korean too") {
  const FontLibrary& fonts = test::library();
  const FontRef font = fonts.find("Nanum Myeongjo", 400, false);
  REQUIRE(font != nullptr);
  CHECK(font->postscript_name() == "NanumMyeongjo");
  CHECK(fonts.find("NanumMyeongjo", 400, false) == font);
  CHECK(fonts.find("nanum-myeongjo", 400, false) == font);
  CHECK(fonts.find("나눔명조", 400, false) == font);
  CHECK(fonts.find("Nanum Myeongjo", 700, false)->postscript_name() == "NanumMyeongjoBold");
  CHECK(fonts.find("No Such Family", 400, false) == nullptr);
}

TEST_CASE("a face of a collection is the one that the catalogue names") {
  const FontRef font = test::library().find("Noto Serif CJK KR", 400, false);
  REQUIRE(font != nullptr);
  CHECK(font->postscript_name() == "NotoSerifCJKkr-Regular");
  CHECK(font->face_index() == 1);
  CHECK(font->outlines() == OutlineKind::cff_cid_keyed);
  CHECK(font->embedding() == Embedding::allowed);
  CHECK(font->licence() == "OFL-1.1");
  const FontRef bold = test::library().find("serif", 700, false);
  CHECK(bold->postscript_name() == "NotoSerifCJKkr-Bold");
  CHECK(bold->id() != font->id());
}

TEST_CASE("metrics are the font's own (typography.md 2.1 and 5.3)") {
  const FontMetrics& nanum = test::library().find("Nanum Myeongjo", 400, false)->metrics();
  CHECK(nanum.units_per_em == 1024);
  CHECK(nanum.space == doctest::Approx(0.300).epsilon(0.01));
  CHECK(nanum.hangul_top == doctest::Approx(0.801).epsilon(0.05));
  CHECK(nanum.hangul_bottom == doctest::Approx(-0.082).epsilon(0.05));
  const FontMetrics& noto = test::library().find("Noto Serif CJK KR", 400, false)->metrics();
  CHECK(noto.units_per_em == 1000);
  CHECK(noto.ascender == doctest::Approx(0.880));
  CHECK(noto.descender == doctest::Approx(-0.120));
  CHECK(noto.cap_height == doctest::Approx(0.733).epsilon(0.01));
  CHECK(test::library().find("Nanum Myeongjo", 400, false)->outlines() == OutlineKind::truetype);
}

TEST_CASE("a chain begins with the style's families and covers what they lack") {
  const auto chain = test::library().chain(with_families({"Nanum Myeongjo", "Nanum Gothic"}));
  REQUIRE(chain.size() > 4);
  CHECK(chain[0]->family() == "Nanum Myeongjo");
  CHECK(chain[1]->family() == "Nanum Myeongjo YetHangul");
  CHECK(chain[2]->family() == "Nanum Gothic");
  CHECK(chain[3]->family() == "Noto Serif CJK KR");
  const auto is_symbola = [](FontRef font) { return font->family() == "Symbola"; };
  CHECK(std::any_of(chain.begin(), chain.end(), is_symbola));
  // Bold Hanja do not come from a face that has only the regular weight.
  Style bold = with_families({"Nanum Myeongjo"});
  bold.font_weight = 700;
  CHECK(test::library().chain(bold)[1]->postscript_name() == "NotoSerifCJKkr-Bold");
}

TEST_CASE("the same style gives the same chain, from any thread") {
  Diagnostics diagnostics;
  const FontLibrary fonts({kFonts}, diagnostics);
  const Style style = with_families({"serif"});
  std::vector<std::span<const FontRef>> chains(4);
  {
    std::vector<std::jthread> threads;
    threads.reserve(chains.size());
    for (auto& chain : chains) {
      threads.emplace_back([&] {
        chain = fonts.chain(style);
        for (const FontRef font : chain) font->has_glyph(U'가');
      });
    }
  }
  for (const auto& chain : chains) CHECK(chain.data() == chains[0].data());
  CHECK(diagnostics.empty());
}

TEST_CASE("files in a fonts folder come first, and need no catalogue") {
  const TemporaryFolder folder;
  fs::copy("/usr/share/fonts/truetype/nanum/NanumPen.ttf", folder.path() / "my.ttf");
  Diagnostics diagnostics;
  const FontLibrary fonts({folder.path(), kFonts}, diagnostics);
  const FontRef font = fonts.find("나눔손글씨 펜", 400, false);
  REQUIRE(font != nullptr);
  CHECK(font->file() == folder.path() / "my.ttf");
  CHECK(font->id() == 0);
  CHECK(fonts.find("Nanum Pen Script", 400, false) == font);
}

TEST_CASE("a damaged file is told and left out, whatever is in it") {
  const TemporaryFolder folder;
  const std::string whole = read_file("/usr/share/fonts/truetype/nanum/NanumPen.ttf");
  write_file(folder.path() / "cut.ttf", whole.substr(0, 5000));
  write_file(folder.path() / "empty.otf", "");
  write_file(folder.path() / "text.ttc", "no font at all");
  Diagnostics diagnostics;
  const FontLibrary fonts({folder.path(), kFonts}, diagnostics);
  CHECK(diagnostics.count(Severity::warning) == 3);
  CHECK_FALSE(diagnostics.content_lost());
  CHECK(fonts.find("serif", 400, false) != nullptr);
}

TEST_CASE("a font that forbids embedding is not used (OS/2 fsType 2)") {
  const TemporaryFolder folder;
  std::string font = read_file("/usr/share/fonts/truetype/nanum/NanumPen.ttf");
  // The table directory: 16 bytes a table after 12; fsType stands at byte 8 of OS/2.
  const auto u32 = [&](std::size_t at) {
    std::size_t value = 0;
    for (std::size_t i = 0; i < 4; ++i) {
      value = value << 8 | static_cast<unsigned char>(font[at + i]);
    }
    return value;
  };
  std::size_t entry = 12;
  while (font.compare(entry, 4, "OS/2") != 0) entry += 16;
  font[u32(entry + 8) + 9] = 2;
  write_file(folder.path() / "restricted.ttf", font);
  Diagnostics diagnostics;
  const FontLibrary fonts({folder.path()}, diagnostics);
  REQUIRE(diagnostics.count(Severity::warning) == 1);
  CHECK(diagnostics.all()[0].text.en.find("fsType") != std::string::npos);
}

TEST_CASE("@font-face gives a family of the sheet's: by file, by local name, else a warning") {
  Diagnostics diagnostics;
  FontLibrary fonts({kFonts}, diagnostics);
  FontFaceRule by_file{"Mine", 400, false, {}, {}};
  by_file.files = {"/no/such.ttf", "/usr/share/fonts/truetype/nanum/NanumGothic.ttf"};
  const FontFaceRule by_name{"Mine", 700, false, {"NotoSansCJKkr-Bold"}, {}};
  const FontFaceRule heavy{"Mine", 900, false, {"NotoSansCJKkr-Bold"}, {}};
  const FontFaceRule missing{"Theirs", 400, false, {"No Such"}, {"/no/such.ttf"}};
  const FontFaceRule rules[] = {by_file, by_name, heavy, missing};
  fonts.add_font_faces(rules, diagnostics);
  CHECK(diagnostics.count(Severity::warning) == 1);
  CHECK(fonts.find("Mine", 400, false)->postscript_name() == "NanumGothic");
  CHECK(fonts.find("Mine", 700, false)->postscript_name() == "NotoSansCJKkr-Bold");
  CHECK(fonts.find("Mine", 900, false)->weight() == 900);
  CHECK(fonts.find("Theirs", 400, false) == nullptr);
}

TEST_CASE("a family that is not on this machine is a note, with the package that brings it") {
  Diagnostics diagnostics;
  const FontLibrary fonts({kFonts}, diagnostics);
  fonts.chain(with_families({"Baekmuk Batang", "serif"}));
  if (fonts.find("Baekmuk Batang", 400, false) != nullptr) return;
  Diagnostics found;
  fonts.report_problems(found);
  REQUIRE(found.all().size() == 1);
  CHECK(found.all()[0].severity == Severity::note);
  CHECK(found.all()[0].hints.at(0).en.find("fonts-baekmuk") != std::string::npos);
}

TEST_CASE("a machine without Korean fonts ends the job and says how to mend it") {
  const TemporaryFolder folder;
  Diagnostics diagnostics;
  const FontLibrary fonts({folder.path()}, diagnostics);
  try {
    fonts.chain(with_families({"No Such Family"}));
    FAIL("no error");
  } catch (const Error& error) {
    CHECK(error.code() == ExitCode::usage);
    CHECK(error.diagnostic().hints.at(0).ko.find("fonts-noto-cjk") != std::string::npos);
  }
}

TEST_CASE("the list of families tells what is installed") {
  const std::vector<FontLibrary::Family> families = test::library().families();
  const auto named = [&](std::string_view name) {
    return *std::find_if(families.begin(), families.end(),
                         [&](const FontLibrary::Family& f) { return f.name == name; });
  };
  CHECK(named("Noto Serif CJK KR").installed);
  CHECK(named("Noto Serif CJK KR").package == "fonts-noto-cjk");
  CHECK(named("Nanum Gothic").files.size() >= 2);
  CHECK(std::is_sorted(families.begin(), families.end(),
                       [](const auto& a, const auto& b) { return a.name < b.name; }));
}

TEST_CASE("only what was used is opened") {
  Diagnostics diagnostics;
  const FontLibrary fonts({kFonts}, diagnostics);
  CHECK(fonts.opened().empty());
  fonts.chain(with_families({"serif"}));
  REQUIRE(fonts.opened().size() == 1);
  CHECK(fonts.opened()[0]->postscript_name() == "NotoSerifCJKkr-Regular");
}
