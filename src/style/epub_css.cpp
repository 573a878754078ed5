#include "style/epub_css.h"

#include <algorithm>

namespace munjip::css {

namespace {

// Whether two tokens would read as one if nothing stood between them (CSS Syntax 3, 9).
bool would_merge(TokenKind left, TokenKind right) {
  switch (left) {
    case TokenKind::ident:
    case TokenKind::at_keyword:
    case TokenKind::hash:
    case TokenKind::dimension:
    case TokenKind::number:
      return right == TokenKind::ident || right == TokenKind::function || right == TokenKind::url ||
             right == TokenKind::number || right == TokenKind::percentage ||
             right == TokenKind::dimension;
    default:
      return false;
  }
}

// Text with white space held back until something follows it.
class CssText {
 public:
  void add(std::string_view text) {
    if (text.empty()) return;
    if (!out_.empty()) out_ += space_;
    out_ += text;
    space_ = {};
  }
  // Of two runs that meet where something was left out, the one with fewer line ends goes.
  void add_space(std::string_view space) {
    const auto lines = [](std::string_view s) { return std::count(s.begin(), s.end(), '\n'); };
    if (space_.empty() || lines(space) >= lines(space_)) space_ = space;
  }
  bool has_space() const { return !space_.empty(); }
  std::string take() {
    if (!out_.empty()) out_ += '\n';
    return std::move(out_);
  }

 private:
  std::string out_;
  std::string_view space_;
};

}  // namespace

std::string epub_css(std::string_view sheet, std::span<const Cut> cuts,
                     std::size_t unclosed_blocks) {
  CssText out;
  Tokenizer tokenizer(sheet);
  TokenKind before = TokenKind::whitespace;
  for (Token token = tokenizer.next(); token.kind != TokenKind::end; token = tokenizer.next()) {
    while (!cuts.empty() && cuts.front().end <= token.begin) cuts = cuts.subspan(1);
    if (!cuts.empty() && cuts.front().begin <= token.begin) {
      if (cuts.front().begin == token.begin) out.add(cuts.front().replacement);
      before = TokenKind::semicolon;
      continue;
    }
    const std::string_view text = sheet.substr(token.begin, token.end - token.begin);
    if (token.kind == TokenKind::whitespace) {
      out.add_space(text);
    } else if (token.kind != TokenKind::comment && token.kind != TokenKind::html_comment) {
      if (!out.has_space() && would_merge(before, token.kind)) out.add_space(" ");
      out.add(text);
    }
    if (token.kind != TokenKind::comment) before = token.kind;
  }
  for (std::size_t i = 0; i < unclosed_blocks; ++i) out.add(" }");
  return out.take();
}

}  // namespace munjip::css
