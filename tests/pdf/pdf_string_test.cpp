#include "pdf/pdf_string.h"

#include <doctest/doctest.h>

using namespace munjip;
using namespace std::string_literals;

namespace {
std::string text(std::string_view utf8) {
  std::string out;
  append_text_string(out, utf8);
  return out;
}
std::string name(std::string_view utf8) {
  std::string out;
  append_name(out, utf8);
  return out;
}
}  // namespace

TEST_CASE("ASCII text strings are literals with escapes") {
  CHECK(text("Title (2)") == "(Title \\(2\\))");
  CHECK(text("a\\b") == "(a\\\\b)");
}

// ISO 32000-1, 7.9.2.2: UTF-16BE with byte order mark; beyond the BMP as surrogates.
TEST_CASE("other text is UTF-16BE") {
  CHECK(text("가") == "(\xFE\xFF\xAC\x00)"s);
  CHECK(utf16be("😀") == "\xD8\x3D\xDE\x00"s);
  // U+5C29 ends in the byte of `)`, and begins with that of `\`.
  CHECK(text("尩") == "(\xFE\xFF\\\\\\))");
}

// 7.3.4.2: a bare carriage return would be read as a line feed.
TEST_CASE("a carriage return in a string is escaped") {
  std::string out;
  append_literal(out, "a\rb");
  CHECK(out == "(a\\rb)");
}

// 7.3.5
TEST_CASE("names escape what is no regular character") {
  CHECK(name("NotoSerif-Regular") == "/NotoSerif-Regular");
  CHECK(name("A B#(") == "/A#20B#23#28");
  CHECK(name("나") == "/#EB#82#98");
}
