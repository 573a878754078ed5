#include "source/date_text.h"

#include <doctest/doctest.h>

#include <string>

using namespace munjip;

namespace {

std::string iso(std::string_view text) {
  const auto moment = parse_date(text);
  return moment ? iso_8601(*moment) : "none";
}

}  // namespace

TEST_CASE("dates of front matter and feeds, in Seoul time unless they say otherwise") {
  CHECK(iso("2013-08-16") == "2013-08-16");
  CHECK(iso("2013-08-16 10:00:00") == "2013-08-16T10:00:00+09:00");
  CHECK(iso("2013-08-16 10:00:00 +0900") == "2013-08-16T10:00:00+09:00");
  CHECK(iso("2013-08-16 10:00:00 -0730") == "2013-08-16T10:00:00-07:30");
  CHECK(iso("2016-11-05T00:00:00Z") == "2016-11-05T00:00:00+00:00");
  CHECK(iso("2016-11-05T01:02:03.000Z") == "2016-11-05T01:02:03+00:00");
  CHECK(iso("2018-06-04T13:56:33+09:00") == "2018-06-04T13:56:33+09:00");
  CHECK(iso("05 June 2018") == "2018-06-05");
  CHECK(iso("June 5, 2018") == "2018-06-05");
  CHECK(iso("Fri, 31 Jan 2025 17:17:00 +0900") == "2025-01-31T17:17:00+09:00");
  CHECK(iso("2016-07-04 오후 10:16:38") == "2016-07-04T22:16:38+09:00");
  CHECK(iso("2016-07-04 오전 12:05") == "2016-07-04T00:05:00+09:00");
  CHECK(iso("2021-9-1") == "2021-09-01");
  CHECK(iso("20131026232137") == "2013-10-26T23:21:37+09:00");
}

TEST_CASE("dates of Korean page headers") {
  CHECK(iso("2025. 1. 31. 17:17") == "2025-01-31T17:17:00+09:00");
  CHECK(iso("2025.01.31") == "2025-01-31");
  CHECK(iso("2005/01/02 03:04") == "2005-01-02T03:04:00+09:00");
  CHECK(iso("2025년 1월 31일") == "2025-01-31");
  CHECK(iso("2025년 1월 31일 오후 5시 17분") == "2025-01-31T17:17:00+09:00");
}

TEST_CASE("seconds and milliseconds since 1970") {
  // 1738311420 is 2025-01-31T08:17:00Z (date -u -d @1738311420).
  CHECK(iso("1738311420") == "2025-01-31T17:17:00+09:00");
  CHECK(iso("1738311420000") == "2025-01-31T17:17:00+09:00");
}

TEST_CASE("what is no date, or a date that does not exist, is nothing") {
  for (const std::string_view text : {"", "어제", "2025", "2025-13-01", "2025-02-30", "31.12.2025",
                                      "2025-01-01 여행", "12345678", "3:45", "1.2.3"}) {
    CHECK_MESSAGE(iso(text) == "none", text);
  }
}

TEST_CASE("a leading date ends where the text glued to it begins") {
  const std::string text = "2025. 1. 31. 17:17카테고리 없음";
  const auto date = leading_date(text);
  REQUIRE(date.has_value());
  CHECK(text.substr(date->length) == "카테고리 없음");
  // Two digits of minutes: a category may begin with a number.
  const auto glued = leading_date("2025. 1. 31. 17:1730대 이야기");
  REQUIRE(glued.has_value());
  CHECK(glued->moment.minute == 17);
  CHECK(std::string("2025. 1. 31. 17:1730대 이야기").substr(glued->length) == "30대 이야기");
  CHECK(leading_date("2025. 1. 31. 여행기")->length == std::string("2025. 1. 31.").size());
}

TEST_CASE("weekdays, ordinals and names of zones around a date") {
  const auto iso = [](std::string_view text) {
    const auto date = parse_date(text);
    return date ? iso_8601(*date) : std::string("-");
  };
  // 31 January 2025 was a Friday.
  CHECK(iso("2025.01.31 (금) 17:17") == "2025-01-31T17:17:00+09:00");
  CHECK(iso("2025년 1월 31일 금요일") == "2025-01-31");
  CHECK(iso("2025년 1월 31일 (금요일) 오후 5:17") == "2025-01-31T17:17:00+09:00");
  CHECK(iso("January 31st, 2025") == "2025-01-31");
  CHECK(iso("2nd May 2024") == "2024-05-02");
  CHECK(iso("2025-01-31T17:17+09") == "2025-01-31T17:17:00+09:00");
  CHECK(iso("Fri Jan 31 2025 17:17:00 GMT+0900 (KST)") == "2025-01-31T17:17:00+09:00");
  CHECK(iso("Fri, 31 Jan 2025 08:17:00 GMT") == "2025-01-31T08:17:00+00:00");
  CHECK(iso("2025. 1. 31. 금") == "-");
}
