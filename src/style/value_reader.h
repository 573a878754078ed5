// A cursor over the tokens of one value, and the small grammars that values are made of (CSS
// Values 4). Every take_... function moves on only where it succeeds.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "style/tokenizer.h"
#include "style/value.h"

namespace munjip::css {

template <class E>
struct Named {
  std::string_view name;
  E value;
};

class ValueReader {
 public:
  // `tokens` without comments.
  explicit ValueReader(std::span<const Token> tokens) : tokens_(tokens) {}

  // Whether nothing but white space is left.
  bool at_end();
  // The token ahead, white space skipped; of kind `end` where there is none.
  const Token& peek();
  Token take();

  bool take_word(std::string_view word);
  bool take(TokenKind kind);
  bool take_delim(char c);
  std::optional<std::string> take_string();

  // One of a list of keywords.
  template <class E, std::size_t N>
  std::optional<E> take_named(const Named<E> (&names)[N]) {
    for (const Named<E>& named : names) {
      if (take_word(named.name)) return named.value;
    }
    return {};
  }

  // A length with its unit, or 0 without; percentages only where asked for.
  std::optional<Dimension> take_length(bool allow_percent = false);
  // A bare number, percentage or length (line-height).
  std::optional<Dimension> take_number_or_length();
  std::optional<double> take_number();
  std::optional<int> take_integer(int low, int high);

  // monostate for `transparent`.
  std::optional<Value> take_color();

  std::span<const Token> rest() const { return tokens_.subspan(at_); }

 private:
  std::optional<Value> take_color_function();

  std::span<const Token> tokens_;
  std::size_t at_ = 0;
};

}  // namespace munjip::css
