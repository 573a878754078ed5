#include "style/page_parser.h"

#include <string>
#include <utility>

#include "base/ascii.h"
#include "style/declaration_reader.h"
#include "style/value_reader.h"

namespace munjip::css {

namespace {

constexpr Named<MarginPlace> kPlaces[] = {
    {"top-left", MarginPlace::top_left},           {"top-center", MarginPlace::top_center},
    {"top-right", MarginPlace::top_right},         {"bottom-left", MarginPlace::bottom_left},
    {"bottom-center", MarginPlace::bottom_center}, {"bottom-right", MarginPlace::bottom_right},
};

std::optional<MarginPlace> margin_place(std::string_view name) {
  for (const Named<MarginPlace>& named : kPlaces) {
    if (equals_ignoring_case(named.name, name)) return named.value;
  }
  return {};
}

// string(name) or counter(page).
std::optional<RunningText> running_text(std::string_view function, ValueReader& in) {
  static constexpr Named<RunningText> kStrings[] = {
      {"book-title", RunningText::book_title},
      {"chapter-title", RunningText::chapter_title},
      {"part-title", RunningText::part_title},
      {"author", RunningText::author},
  };
  std::optional<RunningText> text;
  if (equals_ignoring_case(function, "string")) text = in.take_named(kStrings);
  if (equals_ignoring_case(function, "counter") && in.take_word("page")) text = RunningText::folio;
  if (text && in.take(TokenKind::comma))
    in.take(TokenKind::ident);  // counter style, string position
  if (!text || !in.take(TokenKind::close_paren)) return {};
  return text;
}

std::optional<std::vector<MarginPiece>> read_pieces(std::span<const Token> value) {
  ValueReader in(value);
  std::vector<MarginPiece> pieces;
  if (in.take_word("none") || in.take_word("normal")) {
    return in.at_end() ? std::optional(pieces) : std::nullopt;
  }
  while (!in.at_end()) {
    if (std::optional<std::string> text = in.take_string()) {
      pieces.push_back({RunningText::literal, std::move(*text)});
      continue;
    }
    const Token function = in.take();
    if (function.kind != TokenKind::function) return {};
    const std::optional<RunningText> kind = running_text(function.text, in);
    if (!kind) return {};
    pieces.push_back({*kind});
  }
  return pieces;
}

void read_content(const RawDeclaration& raw, SheetSource& source, MarginBoxRule& box) {
  std::optional<std::vector<MarginPiece>> pieces = read_pieces(raw.value);
  if (pieces) {
    box.content = std::move(pieces);
    return;
  }
  source.warn(raw.begin,
              message("여백 상자의 이 내용을 PDF는 모릅니다",
                      "the PDF does not know this content of a margin box"),
              {message("쓸 수 있는 것: '글', counter(page), string(book-title), "
                       "string(chapter-title), string(part-title), string(author), none",
                       "known: 'text', counter(page), string(book-title), string(chapter-title), "
                       "string(part-title), string(author), none")});
}

void read_margin_box(TokenWalker& walker, PageRule& page) {
  const std::optional<MarginPlace> place = margin_place(walker.token().text);
  if (!place) return walker.reject_at_rule();
  const TokenWalker::Mark mark = walker.mark();
  walker.advance();
  walker.skip_space();
  if (!walker.at(TokenKind::open_brace)) {
    std::vector<Token> passed;
    walker.collect(passed, {TokenKind::semicolon, TokenKind::close_brace});
    walker.source().warn(mark.begin,
                         message("여백 상자에 `{{ }}`가 없습니다", "a margin box without `{{ }}`"));
    return;
  }
  walker.advance();
  MarginBoxRule box{*place, {}, {}};
  const auto declaration = [&](const RawDeclaration& raw) {
    if (raw.name == "content") {
      read_content(raw, walker.source(), box);
    } else {
      read_declaration(raw, DeclarationPlace::margin_box, {true, false}, walker.source(),
                       box.declarations);
    }
    return true;
  };
  walker.read_block(declaration, [&] { walker.reject_at_rule(); });
  page.boxes.push_back(std::move(box));
}

// `:left`, `:right`, `:first` and `:blank` in any combination. False where anything else stands
// there.
bool read_page_selector(std::span<const Token> prelude, PageRule& page) {
  ValueReader in(prelude);
  while (in.take(TokenKind::colon)) {
    if (in.take_word("left")) {
      page.side = PageSide::verso;
    } else if (in.take_word("right")) {
      page.side = PageSide::recto;
    } else if (in.take_word("first")) {
      page.is_first = true;
    } else if (in.take_word("blank")) {
      page.is_blank = true;
    } else {
      return false;
    }
  }
  return in.at_end();
}

}  // namespace

std::optional<PageRule> read_page_rule(TokenWalker& walker) {
  const TokenWalker::Mark mark = walker.mark();
  std::vector<Token> prelude;
  walker.collect(prelude, {TokenKind::open_brace, TokenKind::semicolon});
  if (!walker.at(TokenKind::open_brace)) return {};
  walker.advance();
  PageRule page;
  const bool is_known = read_page_selector(prelude, page);
  const auto declaration = [&](const RawDeclaration& raw) {
    return read_declaration(raw, DeclarationPlace::page, {is_known, false}, walker.source(),
                            page.declarations);
  };
  walker.read_block(declaration, [&] { read_margin_box(walker, page); });
  if (is_known) return page.is_blank ? std::nullopt : std::optional(page);
  walker.source().warn(mark.begin,
                       message("`@page`의 이 선택자를 PDF는 모릅니다",
                               "the PDF does not know this selector of `@page`"),
                       {message("쓸 수 있는 것: :left, :right, :first, :blank",
                                "known: :left, :right, :first, :blank")});
  return {};
}

}  // namespace munjip::css
