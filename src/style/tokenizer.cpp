#include "style/tokenizer.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/ascii.h"
#include "base/utf8.h"

namespace munjip::css {

namespace {

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_hex(char c) {
  return is_digit(c) || (ascii_lower(c) >= 'a' && ascii_lower(c) <= 'f');
}
bool is_name_start(char c) {
  return (ascii_lower(c) >= 'a' && ascii_lower(c) <= 'z') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}
bool is_name(char c) {
  return is_name_start(c) || is_digit(c) || c == '-';
}

// Beyond this no length means anything; it keeps later arithmetic finite.
constexpr double kMaxNumber = 1e9;

}  // namespace

Token Tokenizer::token(TokenKind kind, std::size_t begin, std::string_view text, double number) {
  return {kind, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_), number, text};
}

bool Tokenizer::starts_escape(std::size_t ahead) const {
  return peek(ahead) == '\\' && at_ + ahead + 1 < sheet_.size() && peek(ahead + 1) != '\n';
}

bool Tokenizer::starts_name(std::size_t ahead) const {
  const char c = peek(ahead);
  if (c == '-') {
    const char d = peek(ahead + 1);
    return is_name_start(d) || d == '-' || starts_escape(ahead + 1);
  }
  return is_name_start(c) || starts_escape(ahead);
}

bool Tokenizer::starts_number() const {
  const std::size_t sign = peek() == '+' || peek() == '-' ? 1 : 0;
  return is_digit(peek(sign)) || (peek(sign) == '.' && is_digit(peek(sign + 1)));
}

// Section 4.3.7: up to six hexadecimal digits and one white space, or any other character.
void Tokenizer::read_escape(std::string& out) {
  ++at_;
  if (!is_hex(peek())) {
    append_utf8(out, next_code_point(sheet_, at_));
    return;
  }
  std::uint32_t value = 0;
  for (int i = 0; i < 6 && is_hex(peek()); ++i, ++at_) {
    const char c = ascii_lower(peek());
    value = value * 16 + static_cast<std::uint32_t>(is_digit(c) ? c - '0' : c - 'a' + 10);
  }
  if (is_space(peek())) ++at_;
  const bool is_scalar = value != 0 && value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF);
  append_utf8(out, is_scalar ? static_cast<char32_t>(value) : kReplacement);
}

std::string_view Tokenizer::read_name() {
  const std::size_t begin = at_;
  while (is_name(peek())) ++at_;
  if (!starts_escape()) return sheet_.substr(begin, at_ - begin);
  std::string& name = decoded_.emplace_back(sheet_.substr(begin, at_ - begin));
  while (true) {
    if (is_name(peek())) {
      name += sheet_[at_++];
    } else if (starts_escape()) {
      read_escape(name);
    } else {
      return name;
    }
  }
}

double Tokenizer::read_number() {
  if (peek() == '+') ++at_;
  const std::size_t begin = at_;
  if (peek() == '-') ++at_;
  while (is_digit(peek())) ++at_;
  if (peek() == '.' && is_digit(peek(1))) {
    ++at_;
    while (is_digit(peek())) ++at_;
  }
  const std::size_t sign = peek(1) == '+' || peek(1) == '-' ? 1 : 0;
  if (ascii_lower(peek()) == 'e' && is_digit(peek(1 + sign))) {
    at_ += 1 + sign;
    while (is_digit(peek())) ++at_;
  }
  double value = 0;
  const auto result = std::from_chars(sheet_.data() + begin, sheet_.data() + at_, value);
  if (result.ec == std::errc::result_out_of_range) {
    value = sheet_[begin] == '-' ? -kMaxNumber : kMaxNumber;
  }
  return std::clamp(value, -kMaxNumber, kMaxNumber);
}

Token Tokenizer::read_numeric() {
  const std::size_t begin = at_;
  const double value = read_number();
  if (starts_name()) {
    const std::string_view unit = read_name();
    return token(TokenKind::dimension, begin, unit, value);
  }
  if (peek() == '%') {
    ++at_;
    return token(TokenKind::percentage, begin, {}, value);
  }
  return token(TokenKind::number, begin, {}, value);
}

// A string that its line or the sheet ends before its quotation mark is bad; the line end is left
// for the next token.
Token Tokenizer::read_string(char quote) {
  const std::size_t begin = at_++;
  const std::size_t content = at_;
  std::string* decoded = nullptr;
  while (true) {
    if (at_ >= sheet_.size() || peek() == '\n') return token(TokenKind::bad_string, begin);
    const char c = peek();
    if (c == quote) break;
    if (c == '\\') {
      if (!decoded) decoded = &decoded_.emplace_back(sheet_.substr(content, at_ - content));
      if (peek(1) == '\n') {
        at_ += 2;
      } else if (starts_escape()) {
        read_escape(*decoded);
      } else {
        ++at_;
      }
      continue;
    }
    if (decoded) *decoded += c;
    ++at_;
  }
  const std::string_view text = decoded ? *decoded : sheet_.substr(content, at_ - content);
  ++at_;
  return token(TokenKind::string, begin, text);
}

// An unquoted url( ... ): section 4.3.6. What is left of a bad one is skipped to its bracket.
Token Tokenizer::read_url(std::size_t begin) {
  while (is_space(peek())) ++at_;
  std::string& url = decoded_.emplace_back();
  while (at_ < sheet_.size()) {
    const char c = peek();
    if (c == ')') {
      ++at_;
      return token(TokenKind::url, begin, url);
    }
    if (starts_escape()) {
      read_escape(url);
      continue;
    }
    if (is_space(c)) {
      while (is_space(peek())) ++at_;
      if (peek() != ')') break;
      continue;
    }
    if (c == '"' || c == '\'' || c == '(' || c == '\\' || static_cast<unsigned char>(c) < 0x20) {
      break;
    }
    url += c;
    ++at_;
  }
  while (at_ < sheet_.size() && peek() != ')') at_ += starts_escape() ? 2 : 1;
  if (at_ < sheet_.size()) ++at_;
  at_ = std::min(at_, sheet_.size());
  return token(TokenKind::bad_url, begin);
}

Token Tokenizer::read_name_like() {
  const std::size_t begin = at_;
  const std::string_view name = read_name();
  if (peek() != '(') return token(TokenKind::ident, begin, name);
  ++at_;
  if (equals_ignoring_case(name, "url")) {
    std::size_t ahead = 0;
    while (is_space(peek(ahead))) ++ahead;
    if (peek(ahead) != '"' && peek(ahead) != '\'') return read_url(begin);
  }
  return token(TokenKind::function, begin, name);
}

Token Tokenizer::read_comment() {
  const std::size_t begin = at_;
  const std::size_t close = sheet_.find("*/", at_ + 2);
  at_ = close == std::string_view::npos ? sheet_.size() : close + 2;
  return token(TokenKind::comment, begin);
}

// What starts with a character that is neither a letter, a digit nor a space.
Token Tokenizer::read_sign() {
  static constexpr std::pair<char, TokenKind> kSigns[] = {
      {':', TokenKind::colon},       {';', TokenKind::semicolon},    {',', TokenKind::comma},
      {'[', TokenKind::open_square}, {']', TokenKind::close_square}, {'(', TokenKind::open_paren},
      {')', TokenKind::close_paren}, {'{', TokenKind::open_brace},   {'}', TokenKind::close_brace},
  };
  const std::size_t begin = at_;
  for (const std::string_view mark : {"<!--", "-->"}) {
    if (sheet_.substr(at_, mark.size()) == mark) {
      at_ += mark.size();
      return token(TokenKind::html_comment, begin);
    }
  }
  ++at_;
  for (const auto& [sign, kind] : kSigns) {
    if (sheet_[begin] == sign) return token(kind, begin);
  }
  return token(TokenKind::delim, begin, sheet_.substr(begin, 1));
}

Token Tokenizer::next() {
  const std::size_t begin = at_;
  if (at_ >= sheet_.size()) return token(TokenKind::end, begin);
  const char c = peek();
  if (is_space(c)) {
    while (is_space(peek())) ++at_;
    return token(TokenKind::whitespace, begin);
  }
  if (c == '/' && peek(1) == '*') return read_comment();
  if (c == '"' || c == '\'') return read_string(c);
  if (starts_number()) return read_numeric();
  if (sheet_.substr(at_, 3) == "-->") return read_sign();
  if (starts_name()) return read_name_like();
  if (c == '#' && (is_name(peek(1)) || starts_escape(1))) {
    ++at_;
    const std::string_view name = read_name();
    return token(TokenKind::hash, begin, name);
  }
  if (c == '@' && starts_name(1)) {
    ++at_;
    const std::string_view name = read_name();
    return token(TokenKind::at_keyword, begin, name);
  }
  return read_sign();
}

}  // namespace munjip::css
