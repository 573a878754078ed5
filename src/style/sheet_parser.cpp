#include "style/sheet_parser.h"

#include <algorithm>
#include <utility>

#include "base/ascii.h"
#include "style/epub_css.h"
#include "style/font_face_parser.h"
#include "style/media_query.h"
#include "style/page_parser.h"
#include "style/selector_parser.h"
#include "style/value_reader.h"

namespace munjip::css {

namespace {

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

class SheetParser {
 public:
  SheetParser(SheetSource& source, ParseTarget& target) : walker_(source), target_(target) {}

  void read_rules(Audience audience, int depth);
  std::string epub_css() const {
    return css::epub_css(walker_.source_text(), walker_.cuts(), walker_.unclosed_blocks());
  }

 private:
  using Mark = TokenWalker::Mark;
  SheetSource& source() { return walker_.source(); }

  void read_style_rule(Audience audience);
  void add_rule(SelectorList list, std::vector<Declaration> declarations, std::uint32_t at);
  void drop_rule(const Mark& mark, Message text);

  void read_at_rule(Audience audience, int depth);
  void read_import(const Mark& mark, Audience audience, int depth);
  void read_namespace(const Mark& mark, Audience audience);
  void read_conditional(std::string_view name, const Mark& mark, Audience audience, int depth);
  void read_page(const Mark& mark, Audience audience);
  void read_font_face(const Mark& mark, Audience audience);
  void read_foreign(std::string_view name, const Mark& mark, Audience audience);

  TokenWalker walker_;
  ParseTarget& target_;
  std::vector<Token> prelude_;
  bool imports_allowed_ = true;  // no style rule has come yet
};

// At the start of the sheet, or behind the `{` of a conditional rule (depth > 0), whose `}` is
// left for the caller.
void SheetParser::read_rules(Audience audience, int depth) {
  while (true) {
    switch (walker_.token().kind) {
      case TokenKind::end:
        return;
      case TokenKind::whitespace:
      case TokenKind::html_comment:
        walker_.advance();
        break;
      case TokenKind::at_keyword:
        read_at_rule(audience, depth);
        break;
      case TokenKind::close_brace: {
        if (depth > 0) return;
        const Mark mark = walker_.mark();
        while (walker_.at(TokenKind::close_brace)) walker_.advance();
        drop_rule(mark, message("짝이 없는 `}}`", "a `}}` that closes nothing"));
        break;
      }
      default:
        imports_allowed_ = false;
        read_style_rule(audience);
    }
  }
}

void SheetParser::drop_rule(const Mark& mark, Message text) {
  walker_.cut_since(mark);
  source().warn(mark.begin, std::move(text));
}

void SheetParser::read_style_rule(Audience audience) {
  const Mark mark = walker_.mark();
  const bool is_good = walker_.collect(prelude_, {TokenKind::open_brace, TokenKind::close_brace});
  if (!walker_.at(TokenKind::open_brace)) {
    return drop_rule(
        mark, message("`{{`가 없어 규칙으로 읽을 수 없습니다", "not a rule: its `{{` is missing"));
  }
  SelectorList list;
  list.is_valid = is_good;
  if (is_good) {
    list =
        parse_selectors(prelude_, source().text(), target_.rules.symbols, target_.rules.conditions);
  }
  if (!list.is_valid) {
    walker_.skip_block();
    return drop_rule(
        mark, message("선택자를 읽을 수 없어 규칙을 건너뜁니다", "not a selector: rule skipped"));
  }
  walker_.advance();
  std::vector<Declaration> declarations;
  const bool is_of_first_letters =
      !list.selectors.empty() &&
      std::all_of(list.selectors.begin(), list.selectors.end(),
                  [](const Selector& selector) { return selector.pseudo == Pseudo::first_letter; });
  const auto place =
      is_of_first_letters ? DeclarationPlace::first_letter : DeclarationPlace::element;
  const auto declaration = [&](const RawDeclaration& raw) {
    return read_declaration(raw, place, audience, source(), declarations);
  };
  walker_.read_block(declaration, [&] { walker_.reject_at_rule(); });
  if (audience.pdf) add_rule(std::move(list), std::move(declarations), mark.begin);
}

void SheetParser::add_rule(SelectorList list, std::vector<Declaration> declarations,
                           std::uint32_t at) {
  for (SelectorProblem& problem : list.problems) {
    source().warn(problem.at, std::move(problem.text));
  }
  if (declarations.empty() || list.selectors.empty()) return;
  StyleSheet::Rules& rules = target_.rules;
  if (rules.selectors.size() + list.selectors.size() > kMaxSelectors) {
    source().warn(at,
                  message("선택자가 {}개를 넘어 이 규칙은 PDF에 쓰지 않습니다",
                          "more than {} selectors: the PDF does without this rule", kMaxSelectors));
    return;
  }
  for (Selector& selector : list.selectors) {
    selector.rule = static_cast<std::uint32_t>(rules.rules.size());
    rules.selectors.push_back(std::move(selector));
  }
  rules.rules.push_back(std::move(declarations));
}

void SheetParser::read_at_rule(Audience audience, int depth) {
  const Mark mark = walker_.mark();
  const std::string name = ascii_lower(walker_.token().text);
  walker_.advance();
  if (name == "import") return read_import(mark, audience, depth);
  if (name == "namespace") return read_namespace(mark, audience);
  if (name != "charset" && name != "layer") imports_allowed_ = false;
  if (name == "page") return read_page(mark, audience);
  if (name == "font-face") return read_font_face(mark, audience);
  if (is_one_of(name, {"media", "supports", "layer", "container", "scope"})) {
    return read_conditional(name, mark, audience, depth);
  }
  read_foreign(name, mark, audience);
}

void SheetParser::read_import(const Mark& mark, Audience audience, int depth) {
  walker_.collect(prelude_, {TokenKind::semicolon, TokenKind::open_brace, TokenKind::close_brace});
  if (walker_.at(TokenKind::semicolon)) walker_.advance();
  ValueReader in(prelude_);
  Token address = in.take();
  if (address.kind == TokenKind::function && equals_ignoring_case(address.text, "url")) {
    address = in.take();
    in.take(TokenKind::close_paren);
  }
  if (address.kind != TokenKind::string && address.kind != TokenKind::url) {
    return drop_rule(mark, message("`@import`에 파일 이름이 없습니다", "`@import` without a file"));
  }
  if (!imports_allowed_ || depth > 0) {
    return drop_rule(mark, message("`@import`는 스타일 맨 앞에 있어야 합니다",
                                   "`@import` must stand at the beginning of a style"));
  }
  const Token first = in.peek();
  const MediaMatch media = match_media(in.rest());
  const Audience inner{audience.pdf && media.pdf, audience.epub && !media.print_only};
  std::string text = target_.import(address.text, mark.begin, inner);
  if (!text.empty() && text.back() == '\n') text.pop_back();
  if (!text.empty() && first.kind != TokenKind::end) {
    const std::uint32_t end = prelude_.back().end;
    text = fmt::format("@media {} {{\n{}\n}}",
                       source().text().substr(first.begin, end - first.begin), text);
  }
  walker_.cut_since(mark, inner.epub ? std::move(text) : std::string());
}

void SheetParser::read_namespace(const Mark& mark, Audience audience) {
  const bool is_good = walker_.collect(
      prelude_, {TokenKind::semicolon, TokenKind::open_brace, TokenKind::close_brace});
  if (is_good && walker_.at(TokenKind::semicolon) && audience.epub && imports_allowed_) {
    const std::uint32_t end = walker_.token().end;
    target_.namespaces += source().text().substr(mark.begin, end - mark.begin) + "\n";
  }
  if (walker_.at(TokenKind::semicolon)) walker_.advance();
  walker_.cut_since(mark);
}

// @media, and the rules with conditions that only reading systems know.
void SheetParser::read_conditional(std::string_view name, const Mark& mark, Audience audience,
                                   int depth) {
  const bool is_good = walker_.collect(
      prelude_, {TokenKind::semicolon, TokenKind::open_brace, TokenKind::close_brace});
  if (!walker_.at(TokenKind::open_brace)) {
    if (walker_.at(TokenKind::semicolon)) walker_.advance();
    if (name != "layer" || !is_good) {
      drop_rule(mark, message("`@{}`에 `{{ }}`가 없습니다", "`@{}` without `{{ }}`", name));
    }
    return;
  }
  if (!is_good || depth >= kMaxNesting) {
    walker_.skip_block();
    return drop_rule(mark, message("`@{}` 규칙을 읽을 수 없어 건너뜁니다",
                                   "`@{}` rule cannot be read: skipped", name));
  }
  Audience inner{false, audience.epub};
  if (name == "media") {
    const MediaMatch media = match_media(prelude_);
    inner = {audience.pdf && media.pdf, audience.epub && !media.print_only};
  } else if (audience.pdf) {
    source().warn(mark.begin,
                  message("PDF는 `@{}` 규칙을 모릅니다(EPUB에는 그대로 갑니다)",
                          "the PDF does not know `@{}` (the EPUB gets it as it is)", name));
  }
  walker_.advance();
  read_rules(inner, depth + 1);
  walker_.close_block();
  if (!inner.epub) walker_.cut_since(mark);
}

void SheetParser::read_page(const Mark& mark, Audience audience) {
  std::optional<PageRule> page = read_page_rule(walker_);
  if (page && audience.pdf) target_.rules.pages.push_back(std::move(*page));
  walker_.cut_since(mark);
}

void SheetParser::read_font_face(const Mark& mark, Audience audience) {
  walker_.collect(prelude_, {TokenKind::open_brace, TokenKind::semicolon, TokenKind::close_brace});
  if (!walker_.at(TokenKind::open_brace)) {
    return drop_rule(mark,
                     message("`@font-face`에 `{{ }}`가 없습니다", "`@font-face` without `{{ }}`"));
  }
  walker_.advance();
  std::optional<FontFaceRule> face = css::read_font_face(walker_, source().file().parent_path());
  if (face && audience.pdf) target_.rules.font_faces.push_back(std::move(*face));
  walker_.cut_since(mark);
}

// At-rules that munjip does not look into.
void SheetParser::read_foreign(std::string_view name, const Mark& mark, Audience audience) {
  bool is_good = walker_.collect(
      prelude_, {TokenKind::semicolon, TokenKind::open_brace, TokenKind::close_brace});
  if (walker_.at(TokenKind::open_brace)) {
    is_good = walker_.skip_block() && is_good;
  } else if (walker_.at(TokenKind::semicolon)) {
    walker_.advance();
  } else {
    is_good = false;
  }
  if (name == "charset") return walker_.cut_since(mark);
  if (!is_good) {
    return drop_rule(mark, message("`@{}` 규칙을 읽을 수 없어 건너뜁니다",
                                   "`@{}` rule cannot be read: skipped", name));
  }
  const bool is_for_screens =
      name.starts_with('-') ||
      is_one_of(name, {"keyframes", "viewport", "counter-style", "font-feature-values",
                       "font-palette-values", "property", "view-transition"});
  if (audience.pdf && !is_for_screens) {
    source().warn(mark.begin,
                  message("PDF는 `@{}` 규칙을 모릅니다(EPUB에는 그대로 갑니다)",
                          "the PDF does not know `@{}` (the EPUB gets it as it is)", name));
  }
}

void put(std::vector<std::vector<std::uint32_t>>& index, Symbol symbol, std::uint32_t selector) {
  if (index.size() <= symbol) index.resize(symbol + 1);
  index[symbol].push_back(selector);
}

}  // namespace

std::string parse_sheet(SheetSource& source, Audience audience, ParseTarget& target) {
  SheetParser parser(source, target);
  parser.read_rules(audience, 0);
  return audience.epub ? parser.epub_css() : std::string();
}

void finish(StyleSheet::Rules& rules) {
  // They stand in source order: of equal weight, the later stays last.
  std::stable_sort(
      rules.selectors.begin(), rules.selectors.end(),
      [](const Selector& a, const Selector& b) { return a.specificity < b.specificity; });
  for (std::uint32_t i = 0; i < rules.selectors.size(); ++i) {
    const Selector& selector = rules.selectors[i];
    const Compound& subject = selector.compounds.front();
    SelectorIndex& index = rules.by_pseudo[static_cast<std::size_t>(selector.pseudo)];
    if (subject.id != kNoName) {
      put(index.by_id, subject.id, i);
    } else if (!subject.classes.empty()) {
      put(index.by_class, subject.classes.front(), i);
    } else if (subject.name != kNoName) {
      put(index.by_name, subject.name, i);
    } else {
      index.others.push_back(i);
    }
    for (const Compound& compound : selector.compounds) {
      rules.asks_previous = rules.asks_previous || compound.previous != kNoName;
    }
  }
}

}  // namespace munjip::css
