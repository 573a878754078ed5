// Strings as PDF writes them (ISO 32000-1, 7.3.4 and 7.9.2).
#pragma once

#include <string>
#include <string_view>

namespace munjip {

// A literal string `(...)` of these bytes.
void append_literal(std::string& out, std::string_view bytes);

// One byte inside a literal string, escaped where it has to be.
inline void append_literal_byte(std::string& out, char byte) {
  switch (byte) {
    case '(':
    case ')':
    case '\\':
      out += '\\';
      out += byte;
      break;
    case '\r':  // a reader takes a bare CR for a line feed
      out += "\\r";
      break;
    default:
      out += byte;
  }
}

// UTF-16BE without byte order mark; U+FFFD for what is no scalar value.
std::string utf16be(std::string_view utf8);

// The bytes of a text string: ASCII as it is, anything else as UTF-16BE with byte order mark.
std::string text_string_bytes(std::string_view utf8);

// A text string as a literal, `(...)`.
void append_text_string(std::string& out, std::string_view utf8);

// Bytes as hexadecimal digits in upper case.
void append_hex(std::string& out, std::string_view bytes);

// A name `/...` with everything escaped that is not a regular character (7.3.5).
void append_name(std::string& out, std::string_view name);

}  // namespace munjip
