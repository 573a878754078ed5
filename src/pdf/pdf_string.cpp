#include "pdf/pdf_string.h"

#include <algorithm>

#include "base/utf8.h"

namespace munjip {

namespace {

void append_unit(std::string& out, char32_t unit) {
  out += static_cast<char>(unit >> 8 & 0xFF);
  out += static_cast<char>(unit & 0xFF);
}

// PDFDocEncoding agrees with ASCII in this range; below it, only tab and the line ends do.
bool is_plain(char c) {
  return (c >= 0x20 && c < 0x7F) || c == '\t' || c == '\n';
}

}  // namespace

void append_literal(std::string& out, std::string_view bytes) {
  out += '(';
  for (const char byte : bytes) append_literal_byte(out, byte);
  out += ')';
}

std::string utf16be(std::string_view utf8) {
  std::string units;
  units.reserve(utf8.size());
  for (std::size_t at = 0; at < utf8.size();) {
    const char32_t code_point = next_code_point(utf8, at);
    if (code_point < 0x10000) {
      append_unit(units, code_point);
    } else {
      append_unit(units, 0xD800 + ((code_point - 0x10000) >> 10));
      append_unit(units, 0xDC00 + ((code_point - 0x10000) & 0x3FF));
    }
  }
  return units;
}

std::string text_string_bytes(std::string_view utf8) {
  if (std::all_of(utf8.begin(), utf8.end(), is_plain)) return std::string(utf8);
  return "\xFE\xFF" + utf16be(utf8);
}

void append_text_string(std::string& out, std::string_view utf8) {
  append_literal(out, text_string_bytes(utf8));
}

void append_hex(std::string& out, std::string_view bytes) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  for (const char byte : bytes) {
    const auto value = static_cast<unsigned char>(byte);
    out += kDigits[value >> 4];
    out += kDigits[value & 0xF];
  }
}

void append_name(std::string& out, std::string_view name) {
  constexpr std::string_view kDelimiters = "()<>[]{}/%#";
  out += '/';
  for (const char c : name) {
    if (c > 0x20 && c < 0x7F && kDelimiters.find(c) == std::string_view::npos) {
      out += c;
    } else {
      out += '#';
      append_hex(out, std::string_view(&c, 1));
    }
  }
}

}  // namespace munjip
