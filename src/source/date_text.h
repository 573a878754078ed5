// Dates as blogs write them, in page headers, front matter, feeds and file names.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "book/date_time.h"

namespace munjip {

struct LeadingDate {
  DateTime moment;
  std::size_t length = 0;  // bytes of the text that the date and time take
};

// The date at the beginning of `text`, with the time of day that follows it: `2025. 1. 31. 17:17`,
// `2025-01-31T17:17:00.000Z`, `2016-07-04 오후 10:16:38`, `2025년 1월 31일 오후 5시 17분`,
// `2025. 1. 31. (금) 17:17`, `05 June 2018`, `Fri, 31 Jan 2025 17:17:00 +0900`, `June 5, 2018`,
// `20131026232137`. What is glued to it (`17:17카테고리 없음`) is not part of it. In Seoul time
// where the text names no offset.
std::optional<LeadingDate> leading_date(std::string_view text);

// A text that is a date and nothing else; also seconds (9 or 10 digits) and milliseconds (13) since
// 1970.
std::optional<DateTime> parse_date(std::string_view text);

}  // namespace munjip
