#include "style/selector_parser.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <utility>

#include "base/ascii.h"
#include "base/utf8.h"

namespace munjip::css {

namespace {

constexpr std::size_t kMaxCompounds = 32;
constexpr std::size_t kMaxSelectorTokens = 500;  // so that no weight spills into the next
constexpr std::uint32_t kIdWeight = 1 << 20, kClassWeight = 1 << 10, kTypeWeight = 1;

// How far a piece of a selector was understood.
enum class Outcome { good, outside_subset, invalid };

struct Nth {
  int a = 0, b = 0;
};

std::optional<Pseudo> pseudo_element(std::string_view name) {
  if (name == "before") return Pseudo::before;
  if (name == "after") return Pseudo::after;
  if (name == "first-letter") return Pseudo::first_letter;
  return {};
}

// An+B (CSS Syntax 3, 6) from its source text without white space.
std::optional<Nth> parse_nth(std::string_view text) {
  if (text == "odd") return Nth{2, 1};
  if (text == "even") return Nth{2, 0};
  const auto number = [](std::string_view digits) -> std::optional<int> {
    if (digits.starts_with('+')) digits.remove_prefix(1);
    int value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc() || end != digits.data() + digits.size()) return {};
    return std::clamp(value, -1'000'000, 1'000'000);
  };
  const std::size_t n = text.find('n');
  if (n == std::string_view::npos) {
    const std::optional<int> b = number(text);
    return b ? std::optional(Nth{0, *b}) : std::nullopt;
  }
  const std::string_view before = text.substr(0, n), after = text.substr(n + 1);
  std::optional<int> a = number(before), b = 0;
  if (before.empty() || before == "+") a = 1;
  if (before == "-") a = -1;
  if (!after.empty())
    b = after.front() == '+' || after.front() == '-' ? number(after) : std::nullopt;
  if (!a || !b) return {};
  return Nth{*a, *b};
}

// Pseudo-classes of what a reader does: on paper nothing is ever so.
bool is_of_screens(std::string_view name) {
  static constexpr std::string_view kNames[] = {
      "visited",      "hover",  "active",  "focus",    "focus-visible",
      "focus-within", "target", "checked", "disabled", "enabled"};
  return std::find(std::begin(kNames), std::end(kNames), name) != std::end(kNames);
}

class SelectorParser {
 public:
  SelectorParser(std::span<const Token> tokens, std::string_view sheet, SymbolTable& symbols,
                 std::vector<Condition>& conditions)
      : tokens_(tokens), sheet_(sheet), symbols_(symbols), conditions_(conditions) {}

  SelectorList parse();

 private:
  const Token& peek(std::size_t ahead = 0) const {
    static const Token kEnd;
    return at_ + ahead < tokens_.size() ? tokens_[at_ + ahead] : kEnd;
  }
  bool take(TokenKind kind) {
    if (peek().kind != kind) return false;
    ++at_;
    return true;
  }
  void skip_space() {
    while (take(TokenKind::whitespace)) {
    }
  }
  void skip_to_comma();
  Outcome outside(std::uint32_t at, Message text) {
    problem_ = {at, std::move(text)};
    return Outcome::outside_subset;
  }
  Outcome unknown(const Token& from);

  Outcome read_selector();
  Outcome read_combinator(char& combinator);
  Outcome read_compound(Compound& compound);
  Outcome read_type(Compound& compound);
  Outcome read_attribute(Compound& compound);
  Outcome read_pseudo_class(Compound& compound);
  Outcome read_pseudo_function(Compound& compound, const Token& function);
  Outcome read_pseudo_element(const Token& name);
  Outcome read_not(Compound& compound);
  Outcome add_negation(Compound& compound, const Compound& inner, const Token& at);
  std::string read_arguments();
  Outcome add_condition(Compound& compound, Condition condition, const Token& at);
  Outcome build();

  std::span<const Token> tokens_;
  std::string_view sheet_;
  SymbolTable& symbols_;
  std::vector<Condition>& conditions_;
  std::size_t at_ = 0;

  // the selector being read, in source order
  std::vector<Compound> compounds_;
  std::string combinators_;
  Selector selector_;
  SelectorProblem problem_;
};

void SelectorParser::skip_to_comma() {
  int depth = 0;
  for (; at_ < tokens_.size(); ++at_) {
    const TokenKind kind = peek().kind;
    if (kind == TokenKind::comma && depth == 0) return;
    if (kind == TokenKind::function || kind == TokenKind::open_paren ||
        kind == TokenKind::open_square) {
      ++depth;
    }
    if (kind == TokenKind::close_paren || kind == TokenKind::close_square) --depth;
  }
}

Outcome SelectorParser::unknown(const Token& from) {
  const std::uint32_t end = std::max(peek().begin, from.end);
  std::string_view source = utf8_prefix(sheet_.substr(from.begin, end - from.begin), 40);
  while (source.ends_with(' ')) source.remove_suffix(1);
  return outside(from.begin, message("PDF는 선택자의 `{}`를 모릅니다",
                                     "the PDF does not know `{}` in a selector", source));
}

Outcome SelectorParser::add_condition(Compound& compound, Condition condition, const Token& at) {
  std::size_t bit = 0;
  while (bit < conditions_.size() && !(conditions_[bit] == condition)) ++bit;
  if (bit == kMaxConditions) {
    return outside(at.begin, message("위치와 언어를 묻는 조건이 {}가지를 넘습니다",
                                     "more than {} different conditions of place and language",
                                     kMaxConditions));
  }
  if (bit == conditions_.size()) conditions_.push_back(std::move(condition));
  compound.conditions |= ConditionBits{1} << bit;
  selector_.specificity += kClassWeight;
  return Outcome::good;
}

Outcome SelectorParser::read_type(Compound& compound) {
  const Token name = peek();
  ++at_;
  if (peek().is_delim('|')) {
    at_ += 2;
    return unknown(name);
  }
  if (name.kind == TokenKind::ident) {
    compound.name = symbols_.intern(ascii_lower(name.text));
    selector_.specificity += kTypeWeight;
  }
  return Outcome::good;
}

// [lang], [lang=ko], [lang|=ko], [class~=x], [id=x].
Outcome SelectorParser::read_attribute(Compound& compound) {
  const Token open = peek();
  ++at_;
  skip_space();
  const Token name = peek();
  if (name.kind != TokenKind::ident && !name.is_delim('*') && !name.is_delim('|')) {
    return Outcome::invalid;
  }
  std::string sign;
  std::string_view value;
  for (++at_; !take(TokenKind::close_square); ++at_) {
    const Token& token = peek();
    if (token.kind == TokenKind::end) return Outcome::invalid;
    if (token.kind == TokenKind::delim) sign += token.text;
    if (token.kind == TokenKind::ident || token.kind == TokenKind::string) value = token.text;
  }
  const std::string attribute = ascii_lower(name.text);
  if (attribute == "lang" && sign.empty()) {
    return add_condition(compound, {Condition::Kind::has_lang, 0, 0, {}}, open);
  }
  if (attribute == "lang" && (sign == "=" || sign == "|=")) {
    const auto kind = sign == "=" ? Condition::Kind::lang_is : Condition::Kind::lang_attribute;
    return add_condition(compound, {kind, 0, 0, ascii_lower(value)}, open);
  }
  if ((attribute == "class" && sign == "~=") || (attribute == "id" && sign == "=")) {
    selector_.specificity += kClassWeight;
    if (attribute == "id") {
      compound.id = symbols_.intern(value);
    } else {
      compound.classes.push_back(symbols_.intern(value));
    }
    return Outcome::good;
  }
  return unknown(open);
}

// The source of a function's arguments up to its bracket, without white space and quotes, in lower
// case.
std::string SelectorParser::read_arguments() {
  std::string text;
  int depth = 0;
  for (; at_ < tokens_.size(); ++at_) {
    const Token& token = peek();
    if (token.kind == TokenKind::close_paren && depth-- == 0) {
      ++at_;
      break;
    }
    if (token.kind == TokenKind::function || token.kind == TokenKind::open_paren) ++depth;
    if (token.kind == TokenKind::whitespace) continue;
    text += token.kind == TokenKind::string ? token.text
                                            : sheet_.substr(token.begin, token.end - token.begin);
  }
  return ascii_lower(text);
}

// One simple selector inside :not(). What never matches on paper forbids nothing.
Outcome SelectorParser::add_negation(Compound& compound, const Compound& inner, const Token& at) {
  const auto parts = static_cast<std::size_t>(inner.name != kNoName) + (inner.id != kNoName) +
                     inner.classes.size() + (inner.conditions != 0);
  if (inner.never && parts == 0) return Outcome::good;
  const bool has_one_bit = (inner.conditions & (inner.conditions - 1)) == 0;
  if (parts != 1 || !has_one_bit || inner.not_conditions != 0 || selector_.pseudo != Pseudo::none) {
    return outside(
        at.begin, message("`:not()`에는 단순 선택자(`.이름`, `p`, `:first-child`)만 쓸 수 있습니다",
                          "`:not()` takes simple selectors only (`.name`, `p`, `:first-child`)"));
  }
  if (inner.name != kNoName) compound.not_names.push_back(inner.name);
  if (inner.id != kNoName) compound.not_ids.push_back(inner.id);
  if (!inner.classes.empty()) compound.not_classes.push_back(inner.classes.front());
  compound.not_conditions |= inner.conditions;
  return Outcome::good;
}

// Its weight is that of its heaviest argument (Selectors 4, 17).
Outcome SelectorParser::read_not(Compound& compound) {
  const std::uint32_t before = selector_.specificity;
  std::uint32_t heaviest = 0;
  do {
    skip_space();
    const Token first = peek();
    Compound inner;
    selector_.specificity = 0;
    Outcome outcome = read_compound(inner);
    if (outcome == Outcome::good) outcome = add_negation(compound, inner, first);
    if (outcome != Outcome::good) return outcome;
    heaviest = std::max(heaviest, selector_.specificity);
    skip_space();
  } while (take(TokenKind::comma));
  selector_.specificity = before + heaviest;
  return take(TokenKind::close_paren) ? Outcome::good : Outcome::invalid;
}

Outcome SelectorParser::read_pseudo_function(Compound& compound, const Token& function) {
  const std::string name = ascii_lower(function.text);
  if (name == "not") return read_not(compound);
  const std::string arguments = read_arguments();
  if (name == "nth-child") {
    const std::optional<Nth> nth = parse_nth(arguments);
    if (!nth) return unknown(function);
    return add_condition(compound, {Condition::Kind::nth_child, nth->a, nth->b, {}}, function);
  }
  if (name == "lang" && arguments.find(',') == std::string::npos) {
    return add_condition(compound, {Condition::Kind::lang, 0, 0, arguments}, function);
  }
  return unknown(function);
}

Outcome SelectorParser::read_pseudo_element(const Token& token) {
  const std::optional<Pseudo> pseudo = pseudo_element(ascii_lower(token.text));
  if (!pseudo) return unknown(token);
  selector_.pseudo = *pseudo;
  selector_.specificity += kTypeWeight;
  return Outcome::good;
}

Outcome SelectorParser::read_pseudo_class(Compound& compound) {
  ++at_;
  const bool is_element = take(TokenKind::colon);
  const Token token = peek();
  if (token.kind != TokenKind::ident && token.kind != TokenKind::function) return Outcome::invalid;
  ++at_;
  if (is_element)
    return token.kind == TokenKind::ident ? read_pseudo_element(token) : unknown(token);
  if (token.kind == TokenKind::function) return read_pseudo_function(compound, token);
  const std::string name = ascii_lower(token.text);
  using Kind = Condition::Kind;
  if (pseudo_element(name)) return read_pseudo_element(token);
  if (name == "root") return add_condition(compound, {Kind::root, 0, 0, {}}, token);
  if (name == "first-child") return add_condition(compound, {Kind::nth_child, 0, 1, {}}, token);
  if (name == "last-child") return add_condition(compound, {Kind::last_child, 0, 0, {}}, token);
  if (name == "only-child") {
    const Outcome first = add_condition(compound, {Kind::nth_child, 0, 1, {}}, token);
    if (first != Outcome::good) return first;
    selector_.specificity -= kClassWeight;
    return add_condition(compound, {Kind::last_child, 0, 0, {}}, token);
  }
  if (name == "link" || name == "any-link") {
    const Symbol link = symbols_.intern("a");
    compound.never = compound.never || (compound.name != kNoName && compound.name != link);
    compound.name = link;
    selector_.specificity += kClassWeight;
    return Outcome::good;
  }
  if (!is_of_screens(name)) return unknown(token);
  compound.never = true;
  return Outcome::good;
}

Outcome SelectorParser::read_compound(Compound& compound) {
  const std::size_t start = at_;
  Outcome outcome = Outcome::good;
  if (peek().kind == TokenKind::ident || peek().is_delim('*')) outcome = read_type(compound);
  while (outcome == Outcome::good) {
    const Token& token = peek();
    if (selector_.pseudo != Pseudo::none && token.kind == TokenKind::colon) {
      return unknown(token);
    }
    if (token.kind == TokenKind::hash) {
      compound.id = symbols_.intern(token.text);
      selector_.specificity += kIdWeight;
      ++at_;
    } else if (token.is_delim('.') && peek(1).kind == TokenKind::ident) {
      compound.classes.push_back(symbols_.intern(peek(1).text));
      selector_.specificity += kClassWeight;
      at_ += 2;
    } else if (token.kind == TokenKind::open_square) {
      outcome = read_attribute(compound);
    } else if (token.kind == TokenKind::colon) {
      outcome = read_pseudo_class(compound);
    } else {
      break;
    }
  }
  if (outcome == Outcome::good && at_ == start) return Outcome::invalid;
  return outcome;
}

// In `combinator`: ' ', '>', '+', or '\0' at the selector's end.
Outcome SelectorParser::read_combinator(char& combinator) {
  const bool had_space = peek().kind == TokenKind::whitespace;
  skip_space();
  const Token& token = peek();
  combinator = '\0';
  if (token.kind == TokenKind::end || token.kind == TokenKind::comma) return Outcome::good;
  if (token.is_delim('>') || token.is_delim('+') || token.is_delim('~')) {
    combinator = token.text.front();
    ++at_;
    skip_space();
    return combinator == '~' ? unknown(token) : Outcome::good;
  }
  combinator = ' ';
  return had_space ? Outcome::good : Outcome::invalid;
}

// Source order → subject first; `a + b` becomes a demand on b.
Outcome SelectorParser::build() {
  for (std::size_t i = compounds_.size(); i-- > 0;) {
    Compound& compound = compounds_[i];
    const char before = i > 0 ? combinators_[i - 1] : '\0';
    if (i + 1 < compounds_.size() && combinators_[i] == '+') {
      const bool is_plain = compound.id == kNoName && compound.classes.empty() &&
                            compound.conditions == 0 && compound.not_conditions == 0 &&
                            compound.not_names.empty() && compound.not_classes.empty() &&
                            compound.not_ids.empty() && !compound.never && before != '+';
      if (!is_plain) {
        return outside(tokens_[0].begin,
                       message("`+` 앞에는 요소 이름 하나만 쓸 수 있습니다(`h2 + p`)",
                               "only one element name may stand before `+` (`h2 + p`)"));
      }
      selector_.compounds.back().previous = compound.name == kNoName ? kOtherName : compound.name;
    } else {
      selector_.compounds.push_back(std::move(compound));
    }
    if (before != '\0' && before != '+') {
      selector_.combinators.push_back(before == '>' ? Combinator::child : Combinator::descendant);
    }
  }
  return Outcome::good;
}

Outcome SelectorParser::read_selector() {
  compounds_.clear();
  combinators_.clear();
  selector_ = {};
  while (true) {
    const Outcome outcome = read_compound(compounds_.emplace_back());
    if (outcome != Outcome::good) return outcome;
    char combinator = '\0';
    const Token next = peek();
    const Outcome link = read_combinator(combinator);
    if (link != Outcome::good) return link;
    if (combinator == '\0') return build();
    if (selector_.pseudo != Pseudo::none || compounds_.size() == kMaxCompounds) {
      return unknown(next);
    }
    combinators_ += combinator;
  }
}

SelectorList SelectorParser::parse() {
  SelectorList list;
  do {
    skip_space();
    const std::size_t start = at_;
    Outcome outcome = read_selector();
    if (outcome == Outcome::good && at_ - start > kMaxSelectorTokens) {
      outcome = outside(tokens_[start].begin, message("선택자가 너무 깁니다", "selector too long"));
    }
    if (outcome == Outcome::invalid) return {false, {}, {}};
    if (outcome == Outcome::outside_subset) {
      list.problems.push_back(std::move(problem_));
      at_ = start;
      skip_to_comma();
    } else if (std::none_of(selector_.compounds.begin(), selector_.compounds.end(),
                            [](const Compound& c) { return c.never; })) {
      list.selectors.push_back(std::move(selector_));
    }
    skip_space();
  } while (take(TokenKind::comma));
  list.is_valid = at_ == tokens_.size();
  return list;
}

}  // namespace

SelectorList parse_selectors(std::span<const Token> prelude, std::string_view sheet,
                             SymbolTable& symbols, std::vector<Condition>& conditions) {
  return SelectorParser(prelude, sheet, symbols, conditions).parse();
}

}  // namespace munjip::css
