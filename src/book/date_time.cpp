#include "book/date_time.h"

#include <fmt/format.h>

#include <array>

#include "book/language.h"

namespace munjip {

namespace {

constexpr std::int64_t kDaySeconds = 86400;

constexpr std::array<std::string_view, 12> kEnglishMonths = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

bool is_leap_year(int year) {
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int days_in_month(int year, int month) {
  constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap_year(year) ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

// Days from 1970-01-01 in the proleptic Gregorian calendar. Years are counted from March, so that
// the leap day is a year's last, in eras of 400 years (146,097 days).
std::int64_t days_from_civil(int year, int month, int day) {
  const std::int64_t y = month <= 2 ? year - 1 : year;
  const std::int64_t era = (y >= 0 ? y : y - 399) / 400;
  const std::int64_t year_of_era = y - era * 400;
  const std::int64_t day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
  const std::int64_t day_of_era =
      year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;  // 1970-01-01 is day 719,468 from 0000-03-01
}

// The inverse of days_from_civil.
void set_date(DateTime& moment, std::int64_t days) {
  days += 719468;
  const std::int64_t era = (days >= 0 ? days : days - 146096) / 146097;
  const std::int64_t day_of_era = days - era * 146097;
  const std::int64_t year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const std::int64_t day_of_year =
      day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t month_from_march = (5 * day_of_year + 2) / 153;
  moment.day = static_cast<int>(day_of_year - (153 * month_from_march + 2) / 5 + 1);
  moment.month =
      static_cast<int>(month_from_march < 10 ? month_from_march + 3 : month_from_march - 9);
  moment.year = static_cast<int>(year_of_era + era * 400 + (moment.month <= 2 ? 1 : 0));
}

// The number that `text` begins with, 1 to `max_digits` digits, taken off `text`.
std::optional<int> take_number(std::string_view& text, std::size_t max_digits) {
  int value = 0;
  std::size_t digits = 0;
  while (digits < text.size() && digits < max_digits && text[digits] >= '0' &&
         text[digits] <= '9') {
    value = value * 10 + (text[digits++] - '0');
  }
  if (digits == 0) return std::nullopt;
  text.remove_prefix(digits);
  return value;
}

bool take(std::string_view& text, std::string_view what) {
  if (!text.starts_with(what)) return false;
  text.remove_prefix(what.size());
  return true;
}

void take_spaces(std::string_view& text) {
  while (take(text, " ")) {
  }
}

// What stands between year, month and day: `-`, `/`, `.` or the Korean and Japanese words.
bool take_separator(std::string_view& text, std::string_view word, std::string_view hanja) {
  take_spaces(text);
  const bool found = take(text, "-") || take(text, "/") || take(text, ".") || take(text, word) ||
                     take(text, hanja);
  take_spaces(text);
  return found;
}

// `hh:mm` or `hh:mm:ss` with an optional fraction, which is dropped, and an optional `Z` or
// `+hh:mm`.
bool take_time(std::string_view& text, DateTime& moment) {
  const auto hour = take_number(text, 2);
  if (!hour || !take(text, ":")) return false;
  const auto minute = take_number(text, 2);
  if (!minute) return false;
  moment.has_time = true;
  moment.hour = *hour;
  moment.minute = *minute;
  if (take(text, ":")) {
    const auto second = take_number(text, 2);
    if (!second) return false;
    moment.second = *second;
    if (take(text, ".")) take_number(text, 9);
  }
  take_spaces(text);
  if (take(text, "Z") || take(text, "z")) {
    moment.utc_offset_minutes = 0;
  } else if (text.starts_with("+") || text.starts_with("-")) {
    const int sign = text[0] == '+' ? 1 : -1;
    text.remove_prefix(1);
    const auto hours = take_number(text, 2);
    take(text, ":");
    const auto minutes = take_number(text, 2);
    if (!hours) return false;
    moment.utc_offset_minutes = sign * (*hours * 60 + minutes.value_or(0));
  }
  return true;
}

}  // namespace

std::int64_t unix_seconds(const DateTime& moment) {
  return days_from_civil(moment.year, moment.month, moment.day) * kDaySeconds + moment.hour * 3600 +
         moment.minute * 60 + moment.second - std::int64_t{moment.utc_offset_minutes} * 60;
}

DateTime from_unix_seconds(std::int64_t seconds, int utc_offset_minutes) {
  seconds += std::int64_t{utc_offset_minutes} * 60;
  std::int64_t days = seconds / kDaySeconds;
  std::int64_t rest = seconds % kDaySeconds;
  if (rest < 0) {
    rest += kDaySeconds;
    --days;
  }
  DateTime moment;
  set_date(moment, days);
  moment.hour = static_cast<int>(rest / 3600);
  moment.minute = static_cast<int>(rest / 60 % 60);
  moment.second = static_cast<int>(rest % 60);
  moment.has_time = true;
  moment.utc_offset_minutes = utc_offset_minutes;
  return moment;
}

bool is_valid(const DateTime& moment) {
  return moment.year >= 1 && moment.year <= 9999 && moment.month >= 1 && moment.month <= 12 &&
         moment.day >= 1 && moment.day <= days_in_month(moment.year, moment.month) &&
         moment.hour >= 0 && moment.hour <= 23 && moment.minute >= 0 && moment.minute <= 59 &&
         moment.second >= 0 && moment.second <= 59 && moment.utc_offset_minutes > -24 * 60 &&
         moment.utc_offset_minutes < 24 * 60;
}

std::optional<DateTime> parse_date_time(std::string_view text) {
  DateTime moment;
  take_spaces(text);
  const auto year = take_number(text, 4);
  if (!year || !take_separator(text, "년", "年")) return std::nullopt;
  const auto month = take_number(text, 2);
  if (!month || !take_separator(text, "월", "月")) return std::nullopt;
  const auto day = take_number(text, 2);
  if (!day) return std::nullopt;
  moment.year = *year;
  moment.month = *month;
  moment.day = *day;
  if (!take(text, "일") && !take(text, "日")) take(text, ".");
  if (!take(text, "T")) take_spaces(text);
  if (!text.empty() && !take_time(text, moment)) return std::nullopt;
  take_spaces(text);
  return text.empty() && is_valid(moment) ? std::optional(moment) : std::nullopt;
}

std::string iso_8601(const DateTime& moment) {
  std::string out = fmt::format("{:04}-{:02}-{:02}", moment.year, moment.month, moment.day);
  if (!moment.has_time) return out;
  const int offset = moment.utc_offset_minutes;
  const int distance = offset < 0 ? -offset : offset;
  return out + fmt::format("T{:02}:{:02}:{:02}{}{:02}:{:02}", moment.hour, moment.minute,
                           moment.second, offset < 0 ? '-' : '+', distance / 60, distance % 60);
}

std::string iso_8601_utc(const DateTime& moment) {
  const DateTime utc = from_unix_seconds(unix_seconds(moment), 0);
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", utc.year, utc.month, utc.day, utc.hour,
                     utc.minute, utc.second);
}

std::string date_for_readers(const DateTime& moment, std::string_view lang) {
  switch (printed_language(lang)) {
    case PrintedLanguage::korean:
      return fmt::format("{}년 {}월 {}일", moment.year, moment.month, moment.day);
    case PrintedLanguage::japanese:
      return fmt::format("{}年{}月{}日", moment.year, moment.month, moment.day);
    case PrintedLanguage::english:
      break;
  }
  return fmt::format("{} {} {}", moment.day,
                     kEnglishMonths[static_cast<std::size_t>(moment.month - 1) % 12], moment.year);
}

}  // namespace munjip
