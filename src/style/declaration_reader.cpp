#include "style/declaration_reader.h"

#include <algorithm>
#include <string>
#include <utility>

#include "base/ascii.h"
#include "base/spelling.h"
#include "style/declarations.h"
#include "style/properties.h"

namespace munjip::css {

namespace {

Message did_you_mean(std::string_view name) {
  return message("혹시 `{}`인가요?", "did you mean `{}`?", name);
}

// url(...) of anything but the sheet's own bytes (data:) or a place in a document (#...).
bool needs_file(const RawDeclaration& raw) {
  const auto is_file = [](std::string_view address) {
    return !address.starts_with('#') && !equals_ignoring_case(address.substr(0, 5), "data:");
  };
  for (std::size_t i = 0; i < raw.value.size(); ++i) {
    const Token& token = raw.value[i];
    if (token.kind == TokenKind::url && is_file(token.text)) return true;
    const bool takes_address =
        token.kind == TokenKind::function &&
        (equals_ignoring_case(token.text, "url") || equals_ignoring_case(token.text, "src") ||
         equals_ignoring_case(token.text, "image-set") ||
         equals_ignoring_case(token.text, "-webkit-image-set"));
    if (takes_address && i + 1 < raw.value.size() && is_file(raw.value[i + 1].text)) return true;
  }
  return false;
}

bool is_for_epub(const RawDeclaration& raw, SheetSource& source) {
  if (raw.name == "direction" || raw.name == "unicode-bidi") {
    source.warn(raw.begin,
                message("`{}`: EPUB 스타일에 쓸 수 없어 뺍니다",
                        "`{}` is not allowed in the style of an EPUB: left out", raw.name));
    return false;
  }
  if (needs_file(raw)) {
    source.warn(
        raw.begin,
        message("`{}`: 스타일이 가리키는 파일은 EPUB에 담지 않으므로 이 선언을 뺍니다",
                "`{}`: an EPUB holds no files that a style names: declaration left out", raw.name));
    return false;
  }
  return true;
}

void warn_value(const RawDeclaration& raw, SheetSource& source) {
  const std::string_view examples = value_examples(raw.name);
  std::vector<Message> hints;
  const auto word = std::find_if(raw.value.begin(), raw.value.end(),
                                 [](const Token& t) { return t.kind == TokenKind::ident; });
  if (word != raw.value.end()) {
    std::vector<std::string_view> words;
    for (std::size_t at = 0; at < examples.size();) {
      const std::size_t end = std::min(examples.find_first_of(", ", at), examples.size());
      if (end > at) words.push_back(examples.substr(at, end - at));
      at = end + 1;
    }
    const std::string_view near = nearest_word(ascii_lower(word->text), words);
    if (!near.empty() && !equals_ignoring_case(near, word->text))
      hints.push_back(did_you_mean(near));
  }
  hints.push_back(message("예: {}", "for example: {}", examples));
  const bool has_unit_less = std::any_of(raw.value.begin(), raw.value.end(), [](const Token& t) {
    return t.kind == TokenKind::number && t.number != 0;
  });
  if (has_unit_less && examples.find("em") != std::string_view::npos) {
    hints.push_back(message("길이에는 단위(pt, mm, em)가 있어야 합니다",
                            "a length needs its unit (pt, mm, em)"));
  }
  source.warn(raw.begin,
              message("`{}`의 이 값을 PDF는 모릅니다", "the PDF does not know this value of `{}`",
                      raw.name),
              std::move(hints));
}

void warn_name(const RawDeclaration& raw, NameKind kind, SheetSource& source) {
  if (kind == NameKind::set_elsewhere) {
    source.warn(raw.begin,
                message("`{}`: 스타일이 정하지 않습니다", "`{}` is not set by a style", raw.name),
                {message("판형은 book.toml의 `trim`이나 `--trim`으로 정합니다",
                         "the trim size is set by `trim` in book.toml or by `--trim`")});
    return;
  }
  std::vector<Message> hints;
  if (kind == NameKind::unknown) {
    const std::string_view near = nearest_name(raw.name);
    if (!near.empty()) hints.push_back(did_you_mean(near));
  }
  source.warn(raw.begin,
              kind == NameKind::unknown
                  ? message("모르는 속성: `{}`", "unknown property: `{}`", raw.name)
                  : message("PDF는 `{}` 속성을 모릅니다(EPUB에는 그대로 갑니다)",
                            "the PDF does not know `{}` (the EPUB gets it as it is)", raw.name),
              std::move(hints));
}

// Percentages of a measure that only layout knows; page margins are of the trim size.
bool is_percentage(const Declaration& declaration) {
  const auto* length = std::get_if<Dimension>(&declaration.value);
  return length && length->unit == Unit::percent && declaration.property >= Property::margin_top &&
         declaration.property <= Property::padding_left;
}

bool belongs_to(const Declaration& declaration, DeclarationPlace place) {
  if (declaration.property == Property::side_notes) return place == DeclarationPlace::page;
  return place != DeclarationPlace::page || (declaration.property >= Property::margin_top &&
                                             declaration.property <= Property::margin_left);
}

void add(std::vector<Declaration>& declarations, Declaration declaration) {
  const auto same = std::find_if(declarations.begin(), declarations.end(), [&](const auto& d) {
    return d.property == declaration.property && d.important == declaration.important;
  });
  if (same == declarations.end()) {
    declarations.push_back(std::move(declaration));
  } else {
    *same = std::move(declaration);
  }
}

void read_for_pdf(const RawDeclaration& raw, DeclarationPlace place, SheetSource& source,
                  std::vector<Declaration>& declarations) {
  const NameKind kind = name_kind(raw.name);
  if (kind == NameKind::screen_only) return;
  if (place == DeclarationPlace::first_letter && raw.name == "float") return;
  if (kind != NameKind::known) {
    if (source.tells_warnings() && !says_the_usual(raw.name, raw.value)) {
      warn_name(raw, kind, source);
    }
    return;
  }
  std::optional<std::vector<Declaration>> longhands = read_declaration(raw.name, raw.value);
  if (!longhands) {
    if (source.tells_warnings()) warn_value(raw, source);
    return;
  }
  for (Declaration& longhand : *longhands) {
    if (!belongs_to(longhand, place)) {
      source.warn(raw.begin,
                  place == DeclarationPlace::page
                      ? message("`@page`에는 여백(margin)과 방주 자리(-munjip-side-notes)만 쓸 수 "
                                "있습니다",
                                "`@page` takes margins and -munjip-side-notes only")
                      : message("`{}`: `@page`에만 쓸 수 있습니다",
                                "`{}` belongs into `@page` only", raw.name));
      return;
    }
    if (place != DeclarationPlace::page && is_percentage(longhand)) {
      source.warn(raw.begin,
                  message("`{}`: PDF는 여백의 백분율을 모릅니다",
                          "`{}`: the PDF knows no percentages of the measure here", raw.name),
                  {message("em이나 mm로 적어 주세요", "write it in em or mm")});
      return;
    }
    longhand.important = raw.important;
    add(declarations, std::move(longhand));
  }
}

}  // namespace

bool read_declaration(const RawDeclaration& raw, DeclarationPlace place, Audience audience,
                      SheetSource& source, std::vector<Declaration>& declarations) {
  if (audience.pdf) read_for_pdf(raw, place, source, declarations);
  return !audience.epub || is_for_epub(raw, source);
}

}  // namespace munjip::css
