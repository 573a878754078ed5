#include "base/file_names.h"

#include <doctest/doctest.h>

using namespace munjip;

TEST_CASE("a file name keeps Hangul and drops what some file system forbids") {
  CHECK(safe_file_name("딥시크, 그리고 AI") == "딥시크, 그리고 AI");
  CHECK(safe_file_name("a/b\\c:d*e?f\"g<h>i|j") == "a b c d e f g h i j");
  CHECK(safe_file_name("  ..글. .") == "글");
  CHECK(safe_file_name("줄\n바꿈\t탭") == "줄 바꿈 탭");
  CHECK(safe_file_name("../../etc/passwd") == "etc passwd");
  CHECK(safe_file_name("").compare("untitled") == 0);
  CHECK(safe_file_name("???") == "untitled");
  // Windows device names, with any extension
  CHECK(safe_file_name("CON") == "_CON");
  CHECK(safe_file_name("com1.글") == "_com1.글");
  CHECK(safe_file_name("console") == "console");
}

TEST_CASE("a long name is cut on a syllable") {
  std::string title;
  for (int i = 0; i < 240; ++i) title += "가";
  const std::string name = safe_file_name(title);
  CHECK(name.size() == 120);  // 40 syllables of 3 bytes
  CHECK(name == title.substr(0, 120));
}

TEST_CASE("names that differ in case only are told apart too") {
  FileNames names;
  CHECK(names.unique("일기") == "일기");
  CHECK(names.unique("일기") == "일기-2");
  CHECK(names.unique("일기") == "일기-3");
  CHECK(names.unique("Index") == "Index");
  CHECK(names.unique("index") == "index-2");
}
