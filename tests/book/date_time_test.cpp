#include "book/date_time.h"

#include <doctest/doctest.h>

using namespace munjip;

namespace {

DateTime seoul(int year, int month, int day, int hour, int minute, int second) {
  return {year, month, day, hour, minute, second, true, kSeoulOffsetMinutes};
}

}  // namespace

TEST_CASE("seconds since 1970 are those of the system clock") {
  CHECK(unix_seconds({1970, 1, 1, 0, 0, 0, true, 0}) == 0);
  CHECK(unix_seconds({1970, 1, 1}) == -9 * 3600);  // midnight in Seoul
  // date -d '2025-01-31T17:17:00+09:00' +%s
  CHECK(unix_seconds(seoul(2025, 1, 31, 17, 17, 0)) == 1738311420);
  // date -d '2000-02-29T00:00:00Z' +%s, and the years at the ends of the range
  CHECK(unix_seconds({2000, 2, 29, 0, 0, 0, true, 0}) == 951782400);
  CHECK(unix_seconds({1, 1, 1, 0, 0, 0, true, 0}) == -62135596800);
  CHECK(unix_seconds({9999, 12, 31, 23, 59, 59, true, 0}) == 253402300799);
}

TEST_CASE("seconds turn back into the same moment") {
  for (const std::int64_t seconds :
       {std::int64_t{0}, std::int64_t{-1}, std::int64_t{951782400}, std::int64_t{1738311420},
        std::int64_t{-62135596800}, std::int64_t{253402300799}}) {
    for (const int offset : {0, kSeoulOffsetMinutes, -300}) {
      const DateTime moment = from_unix_seconds(seconds, offset);
      CHECK(unix_seconds(moment) == seconds);
      CHECK(moment.utc_offset_minutes == offset);
    }
  }
}

TEST_CASE("only days of the calendar are valid") {
  CHECK(is_valid({2024, 2, 29}));
  CHECK_FALSE(is_valid({2023, 2, 29}));
  CHECK_FALSE(is_valid({1900, 2, 29}));
  CHECK(is_valid({2000, 2, 29}));
  CHECK_FALSE(is_valid({2025, 4, 31}));
  CHECK_FALSE(is_valid({0, 1, 1}));
  CHECK_FALSE(is_valid({2025, 1, 1, 24, 0, 0, true}));
}

TEST_CASE("dates are printed as ISO 8601") {
  CHECK(iso_8601({2025, 1, 31}) == "2025-01-31");
  CHECK(iso_8601(seoul(2025, 1, 31, 17, 17, 0)) == "2025-01-31T17:17:00+09:00");
  CHECK(iso_8601({987, 6, 5, 4, 3, 2, true, -330}) == "0987-06-05T04:03:02-05:30");
  CHECK(iso_8601_utc(seoul(2025, 1, 31, 17, 17, 0)) == "2025-01-31T08:17:00Z");
  CHECK(iso_8601_utc(seoul(2025, 1, 1, 3, 0, 0)) == "2024-12-31T18:00:00Z");
}

TEST_CASE("readers see dates in the book's language") {
  const DateTime day{2025, 1, 31};
  CHECK(date_for_readers(day, "ko") == "2025년 1월 31일");
  CHECK(date_for_readers(day, "ko-KR") == "2025년 1월 31일");
  CHECK(date_for_readers(day, "en-GB") == "31 January 2025");
  CHECK(date_for_readers(day, "ja") == "2025年1月31日");
  CHECK(date_for_readers(day, "fr") == "31 January 2025");
}

TEST_CASE("dates are read as people write them") {
  for (const char* text : {"2025-01-31", "2025-1-31", "2025/1/31", "2025. 1. 31.", "2025.01.31",
                           "2025년 1월 31일", "2025年1月31日", " 2025-01-31 "}) {
    CAPTURE(text);
    REQUIRE(parse_date_time(text));
    CHECK(*parse_date_time(text) == DateTime{2025, 1, 31});
  }
  CHECK(parse_date_time("2025. 1. 31. 17:17") == seoul(2025, 1, 31, 17, 17, 0));
  CHECK(parse_date_time("2025-01-31T08:17:05Z") == DateTime{2025, 1, 31, 8, 17, 5, true, 0});
  CHECK(parse_date_time("2025-01-31 08:17:05.123 -0500") ==
        DateTime{2025, 1, 31, 8, 17, 5, true, -300});
  for (const char* text : {"", "2025", "2025-01", "2025-02-30", "31-01-2025x", "2025-01-31 25:00",
                           "2025-01-31 noon", "20250131"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_date_time(text));
  }
}
