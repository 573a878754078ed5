#include "pdf/cff.h"

#include <doctest/doctest.h>

#include <string>

using namespace munjip;
using namespace std::string_literals;

namespace {

// Header, Name INDEX ("A"), a Top DICT INDEX of `dict`, then what the charset offset points to.
std::string table(const std::string& dict, const std::string& charset) {
  const std::string head = "\1\0\4\1"s;
  const std::string names = "\0\1\1\1\2A"s;
  std::string top_dicts = "\0\1\1\1"s;
  top_dicts += static_cast<char>(1 + dict.size());
  return head + names + top_dicts + dict + charset;
}
// The offset of the charset in a table with a Top DICT of `size` bytes, as a DICT integer (5176,
// table 3: one byte for -107 ... 107).
char charset_offset(std::size_t size) {
  return static_cast<char>(4 + 6 + 5 + size + 139);
}
const std::string kRos = "\x8B\x8B\x8B\x0C\x1E"s;

}  // namespace

TEST_CASE("the CIDs of a CID-keyed font, in all three formats") {
  const std::string dict = kRos + charset_offset(kRos.size() + 2) + '\x0F';
  const auto list = read_cff_charset(table(dict, "\0\0\7\0\x21"s), 3);
  REQUIRE(list);
  CHECK(list->is_cid_keyed);
  CHECK(list->ids == std::vector<std::uint16_t>{0, 7, 33});
  const auto short_ranges = read_cff_charset(table(dict, "\1\0\7\1\1\0\0"s), 4);
  REQUIRE(short_ranges);
  CHECK(short_ranges->ids == std::vector<std::uint16_t>{0, 7, 8, 256});
  const auto long_ranges = read_cff_charset(table(dict, "\2\0\7\0\x09"s), 4);
  REQUIRE(long_ranges);
  CHECK(long_ranges->ids == std::vector<std::uint16_t>{0, 7, 8, 9});
}

TEST_CASE("a name-keyed font has no ROS") {
  const std::string dict = charset_offset(2) + "\x0F"s;
  const auto charset = read_cff_charset(table(dict, "\0\0\1"s), 2);
  REQUIRE(charset);
  CHECK_FALSE(charset->is_cid_keyed);
}

TEST_CASE("a broken table is refused, not read beyond its end") {
  const std::string dict = kRos + charset_offset(kRos.size() + 2) + '\x0F';
  const std::string whole = table(dict, "\0\0\7\0\x21"s);
  for (std::size_t size = 0; size < whole.size(); ++size) {
    CHECK_FALSE(read_cff_charset(whole.substr(0, size), 3));
  }
  CHECK_FALSE(read_cff_charset(table(kRos, ""), 3));               // a predefined charset
  CHECK_FALSE(read_cff_charset(table(dict, "\7\0\7\0\x21"s), 3));  // no such format
  CHECK_FALSE(read_cff_charset("\1\0\4\1\xFF\xFF\4\xFF\xFF\xFF\xFF"s, 3));
}
