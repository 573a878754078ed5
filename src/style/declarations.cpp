#include "style/declarations.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "base/ascii.h"
#include "base/spelling.h"
#include "style/properties.h"
#include "style/shorthands.h"

namespace munjip::css {

namespace {

// Screens, readers' settings, and what the layout decides by itself.
constexpr std::string_view kScreenOnly[] = {
    "accent-color",
    "animation",
    "appearance",
    "backface-visibility",
    "box-sizing",
    "caret-color",
    "clip",
    "clip-path",
    "color-scheme",
    "column-fill",
    "column-rule",
    "column-width",
    "contain",
    "cursor",
    "font-display",
    "font-feature-settings",
    "font-kerning",
    "font-optical-sizing",
    "font-stretch",
    "font-synthesis",
    "font-variant",
    "font-size-adjust",
    "hanging-punctuation",
    "hyphenate-character",
    "image-rendering",
    "line-break",
    "object-fit",
    "object-position",
    "outline",
    "overflow",
    "overflow-anchor",
    "overflow-wrap",
    "overflow-x",
    "overflow-y",
    "overscroll-behavior",
    "perspective",
    "pointer-events",
    "print-color-adjust",
    "quotes",
    "resize",
    "ruby-align",
    "ruby-position",
    "scroll-behavior",
    "speak",
    "speak-as",
    "tab-size",
    "text-autospace",
    "text-decoration-thickness",
    "text-emphasis-position",
    "text-justify",
    "text-rendering",
    "text-size-adjust",
    "text-spacing",
    "text-spacing-trim",
    "text-underline-offset",
    "text-underline-position",
    "touch-action",
    "transition",
    "unicode-range",
    "user-select",
    "will-change",
    "word-wrap",
    "z-index",
    "zoom",
};
constexpr std::string_view kScreenOnlyPrefixes[] = {
    "-",  // vendors' own and custom properties
    "adobe-", "animation-", "font-variant-", "outline-", "scroll-", "transition-",
};

constexpr std::string_view kNotInPdf[] = {
    "align-content",
    "align-items",
    "align-self",
    "all",
    "aspect-ratio",
    "background-attachment",
    "background-blend-mode",
    "background-clip",
    "background-image",
    "background-origin",
    "background-position",
    "background-repeat",
    "background-size",
    "bookmark-label",
    "bookmark-level",
    "border-collapse",
    "border-image",
    "border-radius",
    "border-spacing",
    "bottom",
    "box-decoration-break",
    "box-shadow",
    "caption-side",
    "clear",
    "counter-increment",
    "counter-reset",
    "counter-set",
    "empty-cells",
    "filter",
    "flex",
    "flex-direction",
    "flex-flow",
    "flex-wrap",
    "float",
    "footnote-display",
    "gap",
    "grid",
    "grid-area",
    "grid-template",
    "grid-template-columns",
    "grid-template-rows",
    "height",
    "inset",
    "justify-content",
    "left",
    "list-style-image",
    "list-style-position",
    "mask",
    "max-height",
    "max-width",
    "min-height",
    "min-width",
    "mix-blend-mode",
    "opacity",
    "order",
    "page",
    "place-items",
    "position",
    "right",
    "rotate",
    "scale",
    "shape-outside",
    "string-set",
    "table-layout",
    "text-align-last",
    "text-combine-upright",
    "text-decoration-color",
    "text-decoration-style",
    "text-emphasis-color",
    "text-orientation",
    "text-overflow",
    "text-shadow",
    "text-transform",
    "top",
    "transform",
    "translate",
    "unicode-bidi",
    "visibility",
    "word-spacing",
    "writing-mode",
};

constexpr std::string_view kSetElsewhere[] = {"bleed", "marks", "size"};

struct Usual {
  std::string_view name, word;
};
constexpr Usual kUsual[] = {
    {"border-collapse", "collapse"},
    {"caption-side", "top"},
    {"clear", "both"},
    {"clear", "none"},
    {"empty-cells", "show"},
    {"float", "none"},
    {"height", "auto"},
    {"list-style-image", "none"},
    {"list-style-position", "outside"},
    {"max-height", "none"},
    {"max-width", "none"},
    {"position", "static"},
    {"table-layout", "auto"},
    {"text-align-last", "auto"},
    {"text-shadow", "none"},
    {"text-transform", "none"},
    {"visibility", "visible"},
    {"word-spacing", "normal"},
    {"writing-mode", "horizontal-tb"},
};

template <std::size_t N>
bool contains(const std::string_view (&names)[N], std::string_view name) {
  return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

const PropertyInfo* find_longhand(std::string_view name) {
  const auto known = known_properties();
  const auto found = std::find_if(known.begin(), known.end(),
                                  [&](const PropertyInfo& p) { return p.name == name; });
  return found == known.end() ? nullptr : &*found;
}

}  // namespace

NameKind name_kind(std::string_view name) {
  if (find_longhand(name) != nullptr || is_shorthand(name)) return NameKind::known;
  if (contains(kSetElsewhere, name)) return NameKind::set_elsewhere;
  if (contains(kNotInPdf, name)) return NameKind::not_in_pdf;
  const bool has_prefix =
      std::any_of(std::begin(kScreenOnlyPrefixes), std::end(kScreenOnlyPrefixes),
                  [&](std::string_view prefix) { return name.starts_with(prefix); });
  return has_prefix || contains(kScreenOnly, name) ? NameKind::screen_only : NameKind::unknown;
}

std::string_view nearest_name(std::string_view name) {
  std::vector<std::string_view> names(std::begin(kScreenOnly), std::end(kScreenOnly));
  names.insert(names.end(), std::begin(kNotInPdf), std::end(kNotInPdf));
  for (const PropertyInfo& property : known_properties()) names.push_back(property.name);
  const std::vector<std::string_view> shorthands = shorthand_names();
  names.insert(names.end(), shorthands.begin(), shorthands.end());
  return nearest_word(name, names);
}

bool says_the_usual(std::string_view name, std::span<const Token> value) {
  ValueReader in(value);
  const Token first = in.take();
  if (!in.at_end()) return false;
  if ((name == "max-width" || name == "max-height") && first.kind == TokenKind::percentage) {
    return first.number >= 100;
  }
  return std::any_of(std::begin(kUsual), std::end(kUsual), [&](const Usual& usual) {
    return usual.name == name && first.kind == TokenKind::ident &&
           equals_ignoring_case(usual.word, first.text);
  });
}

std::string_view value_examples(std::string_view name) {
  const PropertyInfo* property = find_longhand(name);
  return property ? property->examples : shorthand_examples(name);
}

std::optional<std::vector<Declaration>> read_declaration(std::string_view name,
                                                         std::span<const Token> value) {
  static constexpr Named<WideKeyword> kWideKeywords[] = {
      {"inherit", WideKeyword::inherit},    {"initial", WideKeyword::initial},
      {"unset", WideKeyword::unset},        {"revert", WideKeyword::unset},
      {"revert-layer", WideKeyword::unset},
  };
  ValueReader in(value);
  const PropertyInfo* property = find_longhand(name);
  std::optional<std::vector<Declaration>> declarations;
  if (const std::optional<WideKeyword> wide = in.take_named(kWideKeywords)) {
    const std::span<const Property> longhands =
        property ? std::span(&property->property, 1) : longhands_of(name);
    declarations.emplace();
    for (const Property longhand : longhands) declarations->push_back({longhand, *wide});
  } else if (!property) {
    declarations = expand_shorthand(name, in);
  } else if (std::optional<Value> read = property->read(in)) {
    declarations.emplace().push_back({property->property, std::move(*read)});
  }
  if (!in.at_end()) return {};
  return declarations;
}

}  // namespace munjip::css
