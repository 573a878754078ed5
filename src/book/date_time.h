// A moment as blogs write it: a local date and time with the distance to UTC.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace munjip {

inline constexpr int kSeoulOffsetMinutes = 9 * 60;

struct DateTime {
  int year = 1970, month = 1, day = 1;  // proleptic Gregorian, year 1 ... 9999
  int hour = 0, minute = 0, second = 0;
  bool has_time = false;
  int utc_offset_minutes = kSeoulOffsetMinutes;

  bool operator==(const DateTime&) const = default;
};

// Seconds since 1970-01-01T00:00:00Z; orders moments across offsets.
std::int64_t unix_seconds(const DateTime& moment);
DateTime from_unix_seconds(std::int64_t seconds, int utc_offset_minutes = kSeoulOffsetMinutes);
bool is_valid(const DateTime& moment);

// A date as people and machines write it: `2025-01-31`, `2025. 1. 31.`, `2025/1/31`,
// `2025년 1월 31일`, each with an optional time `17:17`, `17:17:05`, and distance to UTC (`Z`,
// `+09:00`; Seoul's where there is none). Nothing where the text is anything else or no day of the
// calendar.
std::optional<DateTime> parse_date_time(std::string_view text);

// ISO 8601: `2025-01-31` or `2025-01-31T17:17:00+09:00`.
std::string iso_8601(const DateTime& moment);
// In UTC, `2025-01-31T08:17:00Z` (dcterms:modified, XMP).
std::string iso_8601_utc(const DateTime& moment);
// For readers: `2025년 1월 31일`, or `31 January 2025` where `lang` is English, `2025年1月31日` in
// Japanese.
std::string date_for_readers(const DateTime& moment, std::string_view lang);

}  // namespace munjip
