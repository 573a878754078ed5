// The prelude of a rule → selectors (Selectors Level 4, the part that README.md lists).
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/message.h"
#include "style/selector.h"
#include "style/tokenizer.h"

namespace munjip::css {

// A selector that is good CSS but outside the subset: the PDF does without it.
struct SelectorProblem {
  std::uint32_t at = 0;  // byte offset in the sheet
  Message text;
};

struct SelectorList {
  bool is_valid = true;  // false: not CSS, and the rule is void everywhere
  std::vector<Selector> selectors;
  std::vector<SelectorProblem> problems;
};

// `prelude` without comments; `sheet` is the text its offsets are of. New names and conditions are
// added to `symbols` and `conditions`.
SelectorList parse_selectors(std::span<const Token> prelude, std::string_view sheet,
                             SymbolTable& symbols, std::vector<Condition>& conditions);

}  // namespace munjip::css
