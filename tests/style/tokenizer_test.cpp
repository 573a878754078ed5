// CSS Syntax Module Level 3, section 4.
#include "style/tokenizer.h"

#include <doctest/doctest.h>

#include <string>

namespace {

using namespace munjip::css;

std::string name_of(const Token& token) {
  const std::string text(token.text);
  switch (token.kind) {
    case TokenKind::ident:
      return "ident:" + text;
    case TokenKind::function:
      return "function:" + text;
    case TokenKind::at_keyword:
      return "at:" + text;
    case TokenKind::hash:
      return "hash:" + text;
    case TokenKind::string:
      return "string:" + text;
    case TokenKind::bad_string:
      return "bad-string";
    case TokenKind::url:
      return "url:" + text;
    case TokenKind::bad_url:
      return "bad-url";
    case TokenKind::delim:
      return "delim:" + text;
    case TokenKind::number:
      return "number";
    case TokenKind::percentage:
      return "percentage";
    case TokenKind::dimension:
      return "dimension:" + text;
    case TokenKind::whitespace:
      return "_";
    case TokenKind::comment:
      return "comment";
    case TokenKind::html_comment:
      return "html-comment";
    default:
      return "sign";
  }
}

std::string tokens(std::string_view css) {
  Tokenizer tokenizer(css);
  std::string out;
  for (Token t = tokenizer.next(); t.kind != TokenKind::end; t = tokenizer.next()) {
    out += (out.empty() ? "" : " ") + name_of(t);
  }
  return out;
}

double number(std::string_view css) {
  return Tokenizer(css).next().number;
}

}  // namespace

TEST_CASE("names, with hyphens, Hangul and escapes") {
  CHECK(tokens("margin-left") == "ident:margin-left");
  CHECK(tokens("--x") == "ident:--x");
  CHECK(tokens("-") == "delim:-");
  CHECK(tokens("-1x") == "dimension:x");
  CHECK(tokens("본문") == "ident:본문");
  // 4.3.7: hexadecimal, one white space belongs to it; any other character stands for itself.
  CHECK(tokens("\\61 b") == "ident:ab");
  CHECK(tokens("\\C815 본") == "ident:정본");
  CHECK(tokens("a\\.b") == "ident:a.b");
  CHECK(tokens("\\0 ") == "ident:\uFFFD");
  CHECK(tokens("\\110000 ") == "ident:\uFFFD");
  CHECK(tokens("rgb(") == "function:rgb");
  CHECK(tokens("@page") == "at:page");
  CHECK(tokens("#a1") == "hash:a1");
  CHECK(tokens("# a") == "delim:# _ ident:a");
}

TEST_CASE("numbers") {
  CHECK(tokens("1 1% 1em +.5 -2e3") == "number _ percentage _ dimension:em _ number _ number");
  CHECK(number("1.25em") == 1.25);
  CHECK(number("+.5") == 0.5);
  CHECK(number("-2e3") == -2000);
  CHECK(number("1e-2") == 0.01);
  CHECK(tokens("1e") == "dimension:e");
  CHECK(tokens("1.") == "number delim:.");
  // Whatever its size, a number stays finite.
  CHECK(number("1e999") == 1e9);
  CHECK(number("-1e999") == -1e9);
  CHECK(number(std::string(5000, '9')) == 1e9);
}

TEST_CASE("strings") {
  CHECK(tokens("'a b'") == "string:a b");
  CHECK(tokens("\"it's\"") == "string:it's");
  CHECK(tokens("'a\\'b'") == "string:a'b");
  CHECK(tokens("'a\\\nb'") == "string:ab");
  CHECK(tokens("'\\2002 '") == "string:\u2002");
  // A line end inside ends a bad string, and so does the end of the sheet.
  CHECK(tokens("'a\nb") == "bad-string _ ident:b");
  CHECK(tokens("'a") == "bad-string");
  CHECK(tokens("'a\\") == "bad-string");
}

TEST_CASE("addresses") {
  CHECK(tokens("url(a.png)") == "url:a.png");
  CHECK(tokens("url( a.png )") == "url:a.png");
  CHECK(tokens("url()") == "url:");
  CHECK(tokens("url('a b')") == "function:url string:a b sign");
  CHECK(tokens("url(a b) x") == "bad-url _ ident:x");
  CHECK(tokens("url(a(b) x") == "bad-url _ ident:x");
  CHECK(tokens("url(a\\)b)") == "url:a)b");
  CHECK(tokens("url(a") == "bad-url");
}

TEST_CASE("comments") {
  CHECK(tokens("a/* b */c") == "ident:a comment ident:c");
  CHECK(tokens("/* never closed") == "comment");
  CHECK(tokens("/**/") == "comment");
  CHECK(tokens("/*/") == "comment");
  CHECK(tokens("<!-- a -->") == "html-comment _ ident:a _ html-comment");
  CHECK(tokens("/ *") == "delim:/ _ delim:*");
}

TEST_CASE("every token knows its place") {
  Tokenizer tokenizer("p { }");
  CHECK(tokenizer.next().end == 1);
  CHECK(tokenizer.next().kind == TokenKind::whitespace);
  const Token brace = tokenizer.next();
  CHECK(brace.begin == 2);
  CHECK(brace.end == 3);
}
