// `name: value` → longhand declarations: shorthands, other names for the same thing, and names that
// the PDF passes over.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "style/value.h"
#include "style/value_reader.h"

namespace munjip::css {

// How a property's name is met. All functions here take names in lower case.
enum class NameKind {
  known,
  screen_only,  // silent: it says nothing about a printed page, or nothing that munjip leaves open
  not_in_pdf,   // a standard property that the PDF does not know
  set_elsewhere,  // trim size and the like: book.toml's business
  unknown,
};
NameKind name_kind(std::string_view name);

// The longhands that a property of kind `known` with this value stands for (none of them
// important); nothing where the PDF does not know the value.
std::optional<std::vector<Declaration>> read_declaration(std::string_view name,
                                                         std::span<const Token> value);

// Values that a known property takes, for hints.
std::string_view value_examples(std::string_view name);

// The name that a misspelt one was meant to be; empty where none is near.
std::string_view nearest_name(std::string_view name);

// Whether a property that the PDF does not know is asked only for what a printed page does anyway
// (max-width: 100%, float: none).
bool says_the_usual(std::string_view name, std::span<const Token> value);

}  // namespace munjip::css
