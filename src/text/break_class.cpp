#include "text/break_class.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <iterator>

#include "text/decode.h"
#include "text/graphemes.h"

namespace munjip {

namespace {

using Class = BreakClass;

struct ClassRange {
  char32_t first, last;
  BreakClass is;
};

// Ordered by code point. What stands here is what Korean typesetting has a rule for (KLREQ appendix
// A; the Korean rules of typography.md 1.1 - 1.3); the rest goes by Unicode's properties.
constexpr ClassRange kRanges[] = {
    {0x00A0, 0x00A0, Class::glue},         {0x00A1, 0x00A1, Class::opening},
    {0x00A2, 0x00A2, Class::suffix},       {0x00A3, 0x00A5, Class::prefix},
    {0x00AB, 0x00AB, Class::opening},      {0x00AD, 0x00AD, Class::ignorable},
    {0x00B0, 0x00B0, Class::suffix},       {0x00B2, 0x00B3, Class::suffix},
    {0x00B7, 0x00B7, Class::middle_dot},   {0x00B9, 0x00B9, Class::suffix},
    {0x00BB, 0x00BB, Class::closing},      {0x00BF, 0x00BF, Class::opening},
    {0x1100, 0x11FF, Class::syllable},     {0x1680, 0x1680, Class::space},
    {0x2000, 0x2006, Class::space},        {0x2007, 0x2007, Class::glue},
    {0x2008, 0x200A, Class::space},        {0x200B, 0x200B, Class::zero_width},
    {0x200C, 0x200F, Class::ignorable},    {0x2010, 0x2010, Class::hyphen},
    {0x2011, 0x2011, Class::glue},         {0x2012, 0x2013, Class::hyphen},
    {0x2014, 0x2015, Class::dash},         {0x2018, 0x2018, Class::opening},
    {0x2019, 0x2019, Class::closing},      {0x201A, 0x201A, Class::opening},
    {0x201B, 0x201C, Class::opening},      {0x201D, 0x201D, Class::closing},
    {0x201E, 0x201F, Class::opening},      {0x2022, 0x2022, Class::middle_dot},
    {0x2025, 0x2026, Class::ellipsis},     {0x2027, 0x2027, Class::middle_dot},
    {0x2028, 0x2029, Class::newline},      {0x202A, 0x202E, Class::ignorable},
    {0x202F, 0x202F, Class::glue},         {0x2030, 0x2034, Class::suffix},
    {0x2039, 0x2039, Class::opening},      {0x203A, 0x203A, Class::closing},
    {0x203C, 0x203C, Class::sentence_end}, {0x2044, 0x2044, Class::slash},
    {0x2045, 0x2045, Class::opening},      {0x2046, 0x2046, Class::closing},
    {0x2047, 0x2049, Class::sentence_end}, {0x205F, 0x205F, Class::space},
    {0x2060, 0x2060, Class::glue},         {0x2061, 0x2064, Class::ignorable},
    {0x2066, 0x206F, Class::ignorable},    {0x2070, 0x208E, Class::suffix},
    {0x20A0, 0x20CF, Class::prefix},       {0x2103, 0x2103, Class::suffix},
    {0x2109, 0x2109, Class::suffix},       {0x2116, 0x2116, Class::prefix},
    {0x22EF, 0x22EF, Class::ellipsis},     {0x2E80, 0x2FDF, Class::syllable},
    {0x3000, 0x3000, Class::space},        {0x3001, 0x3001, Class::comma},
    {0x3002, 0x3002, Class::sentence_end}, {0x3003, 0x3003, Class::follower},
    {0x3005, 0x3005, Class::follower},     {0x3006, 0x3007, Class::syllable},
    {0x3008, 0x3008, Class::opening},      {0x3009, 0x3009, Class::closing},
    {0x300A, 0x300A, Class::opening},      {0x300B, 0x300B, Class::closing},
    {0x300C, 0x300C, Class::opening},      {0x300D, 0x300D, Class::closing},
    {0x300E, 0x300E, Class::opening},      {0x300F, 0x300F, Class::closing},
    {0x3010, 0x3010, Class::opening},      {0x3011, 0x3011, Class::closing},
    {0x3014, 0x3014, Class::opening},      {0x3015, 0x3015, Class::closing},
    {0x3016, 0x3016, Class::opening},      {0x3017, 0x3017, Class::closing},
    {0x3018, 0x3018, Class::opening},      {0x3019, 0x3019, Class::closing},
    {0x301A, 0x301A, Class::opening},      {0x301B, 0x301B, Class::closing},
    {0x301C, 0x301C, Class::tilde},        {0x301D, 0x301D, Class::opening},
    {0x301E, 0x301F, Class::closing},      {0x302E, 0x302F, Class::follower},
    {0x3031, 0x3035, Class::follower},     {0x303B, 0x303B, Class::follower},
    {0x3041, 0x3096, Class::syllable},     {0x309D, 0x309E, Class::follower},
    {0x30A0, 0x30A0, Class::hyphen},       {0x30A1, 0x30FA, Class::syllable},
    {0x30FB, 0x30FB, Class::middle_dot},   {0x30FC, 0x30FE, Class::follower},
    {0x3131, 0x318C, Class::jamo},         {0x318D, 0x318D, Class::middle_dot},
    {0x318E, 0x318E, Class::jamo},         {0x31F0, 0x31FF, Class::follower},
    {0x3400, 0x4DBF, Class::syllable},     {0x4E00, 0x9FFF, Class::syllable},
    {0xA960, 0xA97C, Class::syllable},     {0xAC00, 0xD7A3, Class::syllable},
    {0xD7B0, 0xD7FB, Class::syllable},     {0xF900, 0xFAFF, Class::syllable},
    {0xFE19, 0xFE19, Class::ellipsis},     {0xFEFF, 0xFEFF, Class::glue},
    {0xFF01, 0xFF01, Class::sentence_end}, {0xFF03, 0xFF04, Class::prefix},
    {0xFF05, 0xFF05, Class::suffix},       {0xFF08, 0xFF08, Class::opening},
    {0xFF09, 0xFF09, Class::closing},      {0xFF0C, 0xFF0C, Class::comma},
    {0xFF0D, 0xFF0D, Class::hyphen},       {0xFF0E, 0xFF0E, Class::sentence_end},
    {0xFF0F, 0xFF0F, Class::slash},        {0xFF10, 0xFF19, Class::digit},
    {0xFF1A, 0xFF1B, Class::colon},        {0xFF1F, 0xFF1F, Class::sentence_end},
    {0xFF3B, 0xFF3B, Class::opening},      {0xFF3D, 0xFF3D, Class::closing},
    {0xFF5B, 0xFF5B, Class::opening},      {0xFF5D, 0xFF5D, Class::closing},
    {0xFF5E, 0xFF5E, Class::tilde},        {0xFF5F, 0xFF5F, Class::opening},
    {0xFF60, 0xFF60, Class::closing},      {0xFF61, 0xFF61, Class::sentence_end},
    {0xFF62, 0xFF62, Class::opening},      {0xFF63, 0xFF63, Class::closing},
    {0xFF64, 0xFF64, Class::comma},        {0xFF65, 0xFF65, Class::middle_dot},
    {0xFFA0, 0xFFDC, Class::jamo},         {0xFFE0, 0xFFE0, Class::suffix},
    {0xFFE1, 0xFFE1, Class::prefix},       {0xFFE5, 0xFFE6, Class::prefix},
    {0xFFFC, 0xFFFC, Class::object},
};

BreakClass ascii_class(char c) {
  if (c >= '0' && c <= '9') return Class::digit;
  switch (c) {
    case ' ':
    case '\t':
      return Class::space;
    case '\n':
    case '\r':
    case '\v':
    case '\f':
      return Class::newline;
    case '(':
    case '[':
    case '{':
      return Class::opening;
    case ')':
    case ']':
    case '}':
      return Class::closing;
    case '"':
    case '\'':
      return Class::straight_quote;
    case '.':
    case '?':
    case '!':
      return Class::sentence_end;
    case ',':
      return Class::comma;
    case ':':
    case ';':
      return Class::colon;
    case '-':
      return Class::hyphen;
    case '~':
      return Class::tilde;
    case '/':
      return Class::slash;
    case '$':
    case '#':
      return Class::prefix;
    case '%':
      return Class::suffix;
    default:
      return Class::letter;
  }
}

constexpr char32_t kAsciiEnd = 0x80;

std::array<BreakClass, kAsciiEnd> make_ascii_classes() {
  std::array<BreakClass, kAsciiEnd> classes{};
  for (std::size_t c = 0; c < classes.size(); ++c) {
    classes.at(c) = ascii_class(static_cast<char>(c));
  }
  return classes;
}

// Small Kana (UAX #14 class CJ) stand in the middle of the Kana blocks.
bool is_small_kana(char32_t c) {
  constexpr std::u32string_view kSmall =
      U"\u3041\u3043\u3045\u3047\u3049\u3063\u3083\u3085\u3087\u308E\u3095\u3096"
      U"\u30A1\u30A3\u30A5\u30A7\u30A9\u30C3\u30E3\u30E5\u30E7\u30EE\u30F5\u30F6";
  return kSmall.find(c) != std::u32string_view::npos;
}

BreakClass class_by_properties(char32_t c) {
  const auto code = static_cast<UChar32>(c);
  switch (u_getIntPropertyValue(code, UCHAR_LINE_BREAK)) {
    case U_LB_COMPLEX_CONTEXT:
      return Class::complex;
    case U_LB_IDEOGRAPHIC:
      return u_hasBinaryProperty(code, UCHAR_IDEOGRAPHIC) != 0 ? Class::syllable : Class::symbol;
    case U_LB_E_BASE:
    case U_LB_E_MODIFIER:
    case U_LB_REGIONAL_INDICATOR:
      return Class::symbol;
    case U_LB_OPEN_PUNCTUATION:
      return Class::opening;
    case U_LB_CLOSE_PUNCTUATION:
    case U_LB_CLOSE_PARENTHESIS:
      return Class::closing;
    case U_LB_NEXT_LINE:
    case U_LB_MANDATORY_BREAK:
      return Class::newline;
    case U_LB_ZWJ:
      return Class::ignorable;
    default:
      break;
  }
  if (u_hasBinaryProperty(code, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0) return Class::ignorable;
  return u_hasBinaryProperty(code, UCHAR_EXTENDED_PICTOGRAPHIC) != 0 ? Class::symbol
                                                                     : Class::letter;
}

// Two of these beside each other are two clusters.
bool is_never_joined(char32_t c) {
  return (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0x20 && c < 0x7F);
}

bool opens_after(BreakClass before) {
  return before == Class::space || before == Class::newline || before == Class::opening ||
         before == Class::zero_width || before == Class::glue;
}

}  // namespace

BreakClass break_class_of(char32_t c) {
  static const std::array<BreakClass, kAsciiEnd> kAscii = make_ascii_classes();
  if (c >= 0xAC00 && c <= 0xD7A3) return Class::syllable;
  if (c < kAsciiEnd) return kAscii.at(c);
  const auto* range = std::upper_bound(
      std::begin(kRanges), std::end(kRanges), c,
      [](char32_t code, const ClassRange& candidate) { return code < candidate.first; });
  if (range == std::begin(kRanges) || std::prev(range)->last < c) return class_by_properties(c);
  if (c >= 0x3041 && c <= 0x30FA && is_small_kana(c)) return Class::follower;
  return std::prev(range)->is;
}

void read_break_units(std::string_view text, std::vector<BreakUnit>& units) {
  units.clear();
  units.reserve(text.size() / 2);
  BreakClass before = Class::space;
  std::size_t after_base = 0;
  char32_t next = text.empty() ? 0 : decode_next(text, after_base);
  for (std::size_t at = 0; at < text.size();) {
    BreakUnit unit;
    unit.begin = static_cast<std::uint32_t>(at);
    unit.base = next;
    unit.is = break_class_of(unit.base);
    if (unit.is == Class::straight_quote) {
      unit.is = opens_after(before) ? Class::opening : Class::closing;
    }
    std::size_t end = after_base;
    next = end < text.size() ? decode_next(text, after_base) : U' ';
    if (!is_never_joined(unit.base) || !is_never_joined(next)) {
      end = grapheme_end(text, at);
      after_base = end;
      next = end < text.size() ? decode_next(text, after_base) : U' ';
    }
    at = end;
    before = unit.is;
    units.push_back(unit);
  }
}

}  // namespace munjip
