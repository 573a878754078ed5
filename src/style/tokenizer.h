// CSS text → tokens (CSS Syntax Module Level 3, section 4), one at a time, in linear time and
// without recursion.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>

namespace munjip::css {

enum class TokenKind : std::uint8_t {
  ident,
  function,  // the name; its opening bracket is part of the token
  at_keyword,
  hash,
  string,
  bad_string,
  url,
  bad_url,
  delim,
  number,
  percentage,
  dimension,
  whitespace,
  comment,
  html_comment,  // <!-- and -->, ignored between rules
  colon,
  semicolon,
  comma,
  open_square,
  close_square,
  open_paren,
  close_paren,
  open_brace,
  close_brace,
  end,
};

struct Token {
  TokenKind kind = TokenKind::end;
  std::uint32_t begin = 0, end = 0;  // byte range in the sheet
  double number = 0;                 // number, percentage, dimension; finite
  // Names without `@`, `#` and `(`; the content of strings and URLs; a dimension's unit; a delim's
  // character. Escapes are decoded. Lives as long as the tokenizer and its sheet.
  std::string_view text;

  bool is_delim(char c) const { return kind == TokenKind::delim && text.front() == c; }
  bool is_bracket() const { return kind >= TokenKind::open_square; }
};

class Tokenizer {
 public:
  // `sheet` is valid UTF-8 with '\n' line ends, under 4 GiB, and outlives the tokenizer.
  explicit Tokenizer(std::string_view sheet) : sheet_(sheet) {}

  // After the last token: `end`, again and again. Comments are tokens here.
  Token next();

 private:
  char peek(std::size_t ahead = 0) const {
    return at_ + ahead < sheet_.size() ? sheet_[at_ + ahead] : '\0';
  }
  bool starts_escape(std::size_t ahead = 0) const;
  bool starts_name(std::size_t ahead = 0) const;
  bool starts_number() const;
  Token token(TokenKind kind, std::size_t begin, std::string_view text = {}, double number = 0);

  void read_escape(std::string& out);
  std::string_view read_name();
  double read_number();
  Token read_string(char quote);
  Token read_url(std::size_t begin);
  Token read_name_like();
  Token read_numeric();
  Token read_comment();
  Token read_sign();

  std::string_view sheet_;
  std::size_t at_ = 0;
  std::deque<std::string> decoded_;  // names and strings that held escapes
};

}  // namespace munjip::css
