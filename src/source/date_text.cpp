#include "source/date_text.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

#include "source/date_scanner.h"

namespace munjip {

namespace {

constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                                      "jul", "aug", "sep", "oct", "nov", "dec"};
constexpr std::array<std::string_view, 7> kWeekdays = {"mon", "tue", "wed", "thu",
                                                       "fri", "sat", "sun"};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
// `2025-01-31`, `2025. 1. 31.`, `2025/1/31`, `2025년 1월 31일`.
bool take_year_first(DateScanner& s, DateTime& out) {
  const auto year = s.digits_ahead() == 4 ? s.number(4, 4) : std::nullopt;
  if (!year) return false;
  s.skip_spaces();
  std::string_view after_month;
  std::string_view after_day;
  if (s.take("년")) {
    after_month = "월";
    after_day = "일";
  } else if (s.take(".")) {
    after_month = after_day = ".";
  } else if (s.take("-")) {
    after_month = "-";
  } else if (s.take("/")) {
    after_month = "/";
  } else {
    return false;
  }
  s.skip_spaces();
  const auto month = s.number(1, 2);
  s.skip_spaces();
  if (!month || !s.take(after_month)) return false;
  s.skip_spaces();
  const auto day = s.number(1, 2);
  if (!day) return false;
  const std::size_t before = s.at();
  s.skip_spaces();
  if (!s.take(after_day)) s.go_back(before);
  out.year = *year;
  out.month = *month;
  out.day = *day;
  return true;
}

// `20131026232137`, `20131026` and what lies between: only as a run of 8, 12 or 14 digits.
bool take_compact(DateScanner& s, DateTime& out) {
  const std::size_t digits = s.digits_ahead();
  if (digits != 8 && digits != 12 && digits != 14) return false;
  out.year = *s.number(4, 4);
  out.month = *s.number(2, 2);
  out.day = *s.number(2, 2);
  out.has_time = digits > 8;
  if (digits >= 12) {
    out.hour = *s.number(2, 2);
    out.minute = *s.number(2, 2);
  }
  if (digits == 14) out.second = *s.number(2, 2);
  return true;
}

// `5th`, `31st`.
void take_ordinal(DateScanner& s) {
  for (const std::string_view ending : {"st", "nd", "rd", "th"}) {
    if (s.take(ending)) return;
  }
}

// `(금)`, `금요일`, `(금요일)` behind a date.
void take_korean_weekday(DateScanner& s) {
  const std::size_t before = s.at();
  s.skip_spaces();
  const bool is_in_brackets = s.take("(");
  for (const std::string_view day : {"월", "화", "수", "목", "금", "토", "일"}) {
    if (!s.take(day)) continue;
    const bool is_whole = s.take("요일");
    if (is_in_brackets ? s.take(")") : is_whole) return;
    break;
  }
  s.go_back(before);
}

// `05 June 2018`, `Fri, 31 Jan 2025`.
bool take_day_first(DateScanner& s, DateTime& out) {
  if (s.name(kWeekdays)) {
    s.take(",");
    s.skip_spaces();
  }
  const auto day = s.number(1, 2);
  if (day) take_ordinal(s);
  s.skip_spaces();
  const auto month = day ? s.name(kMonths) : std::nullopt;
  s.skip_spaces();
  const auto year = month ? s.number(4, 4) : std::nullopt;
  if (!year) return false;
  out.year = *year;
  out.month = *month + 1;
  out.day = *day;
  return true;
}

// `June 5, 2018`, `June 5th, 2018`, `Tue Jun 05 2018`.
bool take_month_first(DateScanner& s, DateTime& out) {
  if (s.name(kWeekdays)) {
    s.take(",");
    s.skip_spaces();
  }
  const auto month = s.name(kMonths);
  s.skip_spaces();
  const auto day = month ? s.number(1, 2) : std::nullopt;
  if (day) take_ordinal(s);
  s.take(",");
  s.skip_spaces();
  const auto year = day ? s.number(4, 4) : std::nullopt;
  if (!year) return false;
  out.year = *year;
  out.month = *month + 1;
  out.day = *day;
  return true;
}

enum class HalfDay { none, morning, afternoon };

HalfDay take_half_day(DateScanner& s) {
  s.skip_spaces();
  for (const std::string_view word : {"오전", "AM", "am", "a.m."}) {
    if (s.take(word)) return HalfDay::morning;
  }
  for (const std::string_view word : {"오후", "PM", "pm", "p.m."}) {
    if (s.take(word)) return HalfDay::afternoon;
  }
  return HalfDay::none;
}

// The hour on a 24-hour clock; 12 at night is 0, 12 at noon is 12.
int hour_of_day(int hour, HalfDay half) {
  if (half == HalfDay::none || hour > 12) return hour;
  return hour % 12 + (half == HalfDay::afternoon ? 12 : 0);
}

// `17:17`, `17:17:00.000`, `오후 10:16:38`, `오후 5시 17분`, `5:17 PM`. Two digits for the minute:
// what is glued to them may begin with a digit.
bool take_time(DateScanner& s, DateTime& out) {
  HalfDay half = take_half_day(s);
  s.skip_spaces();
  const auto hour = s.number(1, 2);
  if (!hour || *hour > 23) return false;
  if (s.take(":")) {
    const auto minute = s.number(2, 2);
    if (!minute || *minute > 59) return false;
    out.minute = *minute;
    const std::size_t before = s.at();
    const auto second = s.take(":") ? s.number(2, 2) : std::nullopt;
    if (second && *second <= 60) {
      out.second = std::min(*second, 59);
      if (s.take(".") || s.take(",")) s.number(0, 9);
    } else {
      s.go_back(before);
    }
  } else if (s.take("시")) {
    const std::size_t before = s.at();
    s.skip_spaces();
    const auto minute = s.number(1, 2);
    if (minute && *minute <= 59 && s.take("분")) {
      out.minute = *minute;
    } else {
      s.go_back(before);
    }
  } else {
    return false;
  }
  const std::size_t before = s.at();
  if (half == HalfDay::none) half = take_half_day(s);
  if (half == HalfDay::none) s.go_back(before);
  out.hour = hour_of_day(*hour, half);
  out.has_time = true;
  return true;
}

// ` (KST)`, the zone's name behind its offset.
void take_zone_name(DateScanner& s) {
  const std::size_t before = s.at();
  s.skip_spaces();
  for (const std::string_view name : {"(KST)", "(GMT)", "(UTC)", "(한국 표준시)",
                                      "(Korean Standard Time)", "(Korea Standard Time)"}) {
    if (s.take(name)) return;
  }
  s.go_back(before);
}

// `Z`, `+09:00`, ` +0900`, `+09`, ` KST`, ` GMT`, ` GMT+0900 (KST)`.
void take_offset(DateScanner& s, DateTime& out) {
  const std::size_t before = s.at();
  if (s.take("Z")) {
    out.utc_offset_minutes = 0;
    return;
  }
  s.skip_spaces();
  if (s.take("KST")) return;
  const bool is_named = s.take("GMT") || s.take("UTC");
  if (is_named) out.utc_offset_minutes = 0;
  const std::size_t before_sign = is_named ? s.at() : before;
  const int sign = s.take("+") ? 1 : s.take("-") ? -1 : 0;
  const auto hours = sign != 0 ? s.number(2, 2) : std::nullopt;
  const bool has_minutes = s.take(":") || s.digits_ahead() > 0;
  const auto minutes = !hours ? std::nullopt : has_minutes ? s.number(2, 2) : std::optional(0);
  if (minutes && *hours <= 14 && *minutes <= 59) {
    out.utc_offset_minutes = sign * (*hours * 60 + *minutes);
    take_zone_name(s);
  } else {
    s.go_back(before_sign);
  }
}

bool take_date(DateScanner& s, DateTime& out) {
  for (const auto form : {take_compact, take_year_first, take_day_first, take_month_first}) {
    if (form(s, out) && is_valid(out)) return true;
    s.go_back(0);
    out = {};
  }
  return false;
}

std::optional<DateTime> from_epoch(std::string_view digits) {
  const bool is_number = !digits.empty() && std::all_of(digits.begin(), digits.end(),
                                                        [](char c) { return is_digit(c); });
  if (!is_number || (digits.size() != 9 && digits.size() != 10 && digits.size() != 13)) {
    return std::nullopt;
  }
  std::int64_t value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  DateTime moment = from_unix_seconds(digits.size() == 13 ? value / 1000 : value);
  moment.has_time = true;
  return moment;
}

}  // namespace

std::optional<LeadingDate> leading_date(std::string_view text) {
  DateScanner s(text);
  DateTime moment;
  if (!take_date(s, moment)) return std::nullopt;
  if (!moment.has_time) take_korean_weekday(s);
  const std::size_t date_end = s.at();
  if (!moment.has_time) {
    const DateTime date = moment;
    if (!s.take("T")) s.take(",");
    if (!take_time(s, moment)) {
      s.go_back(date_end);
      moment = date;
    }
  }
  if (moment.has_time) take_offset(s, moment);
  return LeadingDate{moment, s.at()};
}

std::optional<DateTime> parse_date(std::string_view text) {
  const auto is_blank = [](char c) { return c == ' ' || c == '\t' || c == '\n'; };
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  if (const auto epoch = from_epoch(text)) return epoch;
  const auto date = leading_date(text);
  if (!date || date->length != text.size()) return std::nullopt;
  return date->moment;
}

}  // namespace munjip
