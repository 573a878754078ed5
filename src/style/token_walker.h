// A walk over the tokens of one sheet (CSS Syntax 3, section 5): comments are passed over, brackets
// are kept in balance, and what an EPUB must not get is noted as it goes by.
#pragma once

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <span>
#include <string>
#include <vector>

#include "style/sheet_source.h"
#include "style/tokenizer.h"

namespace munjip::css {

// A piece of the sheet that the EPUB does not get, and what stands there instead.
struct Cut {
  std::uint32_t begin = 0, end = 0;
  std::string replacement = {};
};

// `name: value` as it stands in the sheet.
struct RawDeclaration {
  std::string name;              // in lower case; custom properties as written
  std::span<const Token> value;  // without `!important`; valid during the call only
  bool important = false;
  std::uint32_t begin = 0;  // byte offset in the sheet
};

class TokenWalker {
 public:
  explicit TokenWalker(SheetSource& source) : source_(source), tokenizer_(source.text()) {
    advance();
  }

  SheetSource& source() { return source_; }
  const std::string& source_text() const { return source_.text(); }
  const Token& token() const { return token_; }
  bool at(TokenKind kind) const { return token_.kind == kind; }
  void advance();
  void skip_space();

  // Moves on to the next of `stops` outside all brackets, or to the end; what is passed over is in
  // `passed`, up to kMaxTokens. False where it is no CSS (a bad string or URL, a bracket that
  // closes nothing or is never closed) or is longer than that.
  bool collect(std::vector<Token>& passed, std::initializer_list<TokenKind> stops);
  static constexpr std::size_t kMaxTokens = 20'000;

  // At `{`: moves behind its `}`. False as for collect.
  bool skip_block();

  // At the first token of a block's content: calls `declaration` for each declaration, which is
  // cut where that returns false, and `at_rule` with the walker at an at-keyword, which must move
  // it behind that rule. Ends behind the block's `}`. What is neither is cut, with a warning.
  using DeclarationReader = std::function<bool(const RawDeclaration&)>;
  void read_block(const DeclarationReader& declaration, const std::function<void()>& at_rule);
  // At an at-keyword that has no business here: cut, with a warning.
  void reject_at_rule();

  // A place to cut from.
  struct Mark {
    std::uint32_t begin = 0;
    std::size_t unclosed_blocks = 0;
  };
  Mark mark() const { return {token_.begin, unclosed_blocks_}; }
  // Cuts everything from `mark` to the token before this one, earlier cuts in it included.
  void cut_since(const Mark& mark, std::string replacement = {});
  const std::vector<Cut>& cuts() const { return cuts_; }

  // At a block's end: moves behind its brace, or counts it as left open at the sheet's end (where
  // CSS closes it, and the EPUB's text must).
  void close_block();
  std::size_t unclosed_blocks() const { return unclosed_blocks_; }

 private:
  void read_declaration(const DeclarationReader& declaration);
  void reject_declaration(const Mark& mark);

  SheetSource& source_;
  Tokenizer tokenizer_;
  Token token_;
  std::uint32_t last_end_ = 0;  // of the token before token_
  std::vector<TokenKind> open_;
  std::vector<Token> value_;
  std::vector<Cut> cuts_;
  std::size_t unclosed_blocks_ = 0;
};

}  // namespace munjip::css
