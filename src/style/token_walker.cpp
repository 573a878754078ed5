#include "style/token_walker.h"

#include <algorithm>
#include <utility>

#include "base/ascii.h"

namespace munjip::css {

namespace {

// The bracket that closes an opening one; `end` for all else.
TokenKind closer_of(TokenKind kind) {
  switch (kind) {
    case TokenKind::function:
    case TokenKind::open_paren:
      return TokenKind::close_paren;
    case TokenKind::open_square:
      return TokenKind::close_square;
    case TokenKind::open_brace:
      return TokenKind::close_brace;
    default:
      return TokenKind::end;
  }
}

bool closes(TokenKind kind) {
  return kind == TokenKind::close_paren || kind == TokenKind::close_square ||
         kind == TokenKind::close_brace;
}

// Takes `! important` off the end of a value. False where a `!` stands for anything else.
bool take_importance(std::span<const Token>& value, bool& important) {
  const auto last_is = [&](auto test) {
    while (!value.empty() && value.back().kind == TokenKind::whitespace) {
      value = value.first(value.size() - 1);
    }
    if (value.empty() || !test(value.back())) return false;
    value = value.first(value.size() - 1);
    return true;
  };
  const std::span<const Token> whole = value;
  important = last_is([](const Token& t) {
                return t.kind == TokenKind::ident && equals_ignoring_case(t.text, "important");
              }) &&
              last_is([](const Token& t) { return t.is_delim('!'); });
  if (!important) value = whole;
  return std::none_of(value.begin(), value.end(), [](const Token& t) { return t.is_delim('!'); });
}

bool is_blank(std::span<const Token> value) {
  return std::all_of(value.begin(), value.end(),
                     [](const Token& t) { return t.kind == TokenKind::whitespace; });
}

}  // namespace

void TokenWalker::advance() {
  last_end_ = token_.end;
  do {
    token_ = tokenizer_.next();
  } while (token_.kind == TokenKind::comment);
}

void TokenWalker::skip_space() {
  while (at(TokenKind::whitespace)) advance();
}

bool TokenWalker::collect(std::vector<Token>& passed, std::initializer_list<TokenKind> stops) {
  passed.clear();
  open_.clear();
  bool is_good = true;
  for (; !at(TokenKind::end); advance()) {
    const TokenKind kind = token_.kind;
    if (open_.empty() && std::find(stops.begin(), stops.end(), kind) != stops.end()) break;
    if (const TokenKind closer = closer_of(kind); closer != TokenKind::end) {
      open_.push_back(closer);
    } else if (!open_.empty() && kind == open_.back()) {
      open_.pop_back();
    } else if (closes(kind) || kind == TokenKind::bad_string || kind == TokenKind::bad_url) {
      is_good = false;
    }
    if (passed.size() < kMaxTokens) {
      passed.push_back(token_);
    } else {
      is_good = false;
    }
  }
  return is_good && open_.empty();
}

bool TokenWalker::skip_block() {
  advance();
  std::vector<Token> passed;
  const bool is_good = collect(passed, {TokenKind::close_brace}) && at(TokenKind::close_brace);
  close_block();
  return is_good && std::none_of(passed.begin(), passed.end(),
                                 [](const Token& t) { return t.kind == TokenKind::url; });
}

void TokenWalker::close_block() {
  if (at(TokenKind::close_brace)) {
    advance();
  } else {
    ++unclosed_blocks_;
  }
}

void TokenWalker::cut_since(const Mark& mark, std::string replacement) {
  while (!cuts_.empty() && cuts_.back().begin >= mark.begin) cuts_.pop_back();
  cuts_.push_back({mark.begin, last_end_, std::move(replacement)});
  unclosed_blocks_ = mark.unclosed_blocks;
}

void TokenWalker::reject_declaration(const Mark& from) {
  cut_since(from);
  source_.warn(from.begin,
               message("CSS 선언이 아니어서 건너뜁니다", "not a CSS declaration: skipped"),
               {message("`속성: 값;` 꼴이어야 합니다", "it should read `property: value;`")});
}

void TokenWalker::reject_at_rule() {
  const Mark from = mark();
  const std::string name(token_.text);
  collect(value_, {TokenKind::semicolon, TokenKind::open_brace, TokenKind::close_brace});
  if (at(TokenKind::open_brace)) {
    skip_block();
  } else if (at(TokenKind::semicolon)) {
    advance();
  }
  cut_since(from);
  source_.warn(from.begin, message("여기에는 `@{}` 규칙을 쓸 수 없습니다",
                                   "no `@{}` rule may stand here", name));
}

void TokenWalker::read_declaration(const DeclarationReader& declaration) {
  const Mark from = mark();
  RawDeclaration raw;
  raw.begin = from.begin;
  const Token name = token_;
  bool is_good = at(TokenKind::ident);
  if (is_good) advance();
  skip_space();
  is_good = is_good && at(TokenKind::colon);
  if (is_good) advance();
  is_good = collect(value_, {TokenKind::semicolon, TokenKind::close_brace}) && is_good;
  if (at(TokenKind::semicolon)) advance();
  raw.value = value_;
  const bool is_custom = name.text.starts_with("--");
  is_good = is_good && take_importance(raw.value, raw.important) &&
            (is_custom || !is_blank(raw.value)) &&
            std::none_of(raw.value.begin(), raw.value.end(),
                         [](const Token& t) { return t.kind == TokenKind::open_brace; });
  if (!is_good) return reject_declaration(from);
  raw.name = is_custom ? std::string(name.text) : ascii_lower(name.text);
  if (!declaration(raw)) cut_since(from);
}

void TokenWalker::read_block(const DeclarationReader& declaration,
                             const std::function<void()>& at_rule) {
  while (true) {
    switch (token_.kind) {
      case TokenKind::whitespace:
      case TokenKind::semicolon:
        advance();
        break;
      case TokenKind::close_brace:
      case TokenKind::end:
        close_block();
        return;
      case TokenKind::at_keyword:
        at_rule();
        break;
      default:
        read_declaration(declaration);
    }
  }
}

}  // namespace munjip::css
