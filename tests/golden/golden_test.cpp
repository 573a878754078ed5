// Golden dumps: each folder of tests/cases but faults/ holds a small book, and the folder of the
// same name beside this file what `munjip dump` prints of it at every seam. MUNJIP_UPDATE=1 writes
// them anew; read the difference before you commit it.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "judges/command.h"

using namespace judges;
namespace fs = std::filesystem;

namespace {

std::string bytes_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// The first line in which two texts differ, with its number.
std::string first_difference(const std::string& expected, const std::string& actual) {
  std::size_t line = 1, start = 0;
  const std::size_t common = std::min(expected.size(), actual.size());
  for (std::size_t i = 0; i <= common; ++i) {
    if (i == common || expected[i] != actual[i]) break;
    if (expected[i] == '\n') {
      ++line;
      start = i + 1;
    }
  }
  const auto line_at = [&](const std::string& text) {
    return start < text.size() ? text.substr(start, text.find('\n', start) - start)
                               : std::string("(end)");
  };
  return "line " + std::to_string(line) + "\n  expected: " + line_at(expected) +
         "\n  actual:   " + line_at(actual);
}

std::vector<fs::path> cases() {
  std::vector<fs::path> folders;
  for (const auto& entry : fs::directory_iterator(source_folder() + "/tests/cases")) {
    const bool is_book = entry.is_directory() && entry.path().filename() != "faults";
    if (is_book) folders.push_back(entry.path());
  }
  std::sort(folders.begin(), folders.end());
  return folders;
}

void check_seam(const fs::path& folder, const std::string& seam) {
  const fs::path expected_file =
      fs::path(source_folder()) / "tests/golden" / folder.filename() / (seam + ".txt");
  const Outcome outcome =
      run({munjip_program(), "dump", seam, folder.string(), "--lang", "en"}, false);
  REQUIRE(outcome.exit_code == 0);
  if (std::getenv("MUNJIP_UPDATE") != nullptr) {
    fs::create_directories(expected_file.parent_path());
    std::ofstream(expected_file, std::ios::binary) << outcome.output;
    return;
  }
  const std::string expected = bytes_of(expected_file);
  CHECK_MESSAGE((expected == outcome.output),
                expected_file << ", " << first_difference(expected, outcome.output));
}

}  // namespace

TEST_CASE("what each stage hands on is what the golden dumps say") {
  ::setenv("SOURCE_DATE_EPOCH", "1738281600", 1);  // 2025-01-31T00:00:00Z
  REQUIRE(!cases().empty());
  for (const fs::path& folder : cases()) {
    for (const char* seam : {"book", "text", "pages", "tags", "package"}) check_seam(folder, seam);
  }
}
