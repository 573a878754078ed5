// Declarations that matched an element → its computed style (CSS Cascade 4, sections 4 and 6).
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "style/rules.h"

namespace munjip::css {

// A style with what its children need beside it: a line height that was given as a bare number is
// inherited as that number.
struct Computed {
  Style style;
  std::optional<double> line_factor;
};

// What lengths in rem and rlh are measured by.
struct RootMetrics {
  Length font_size, leading;
};

// For each property the declaration that wins; null where none matched.
using Winners = std::array<const Declaration*, kPropertyCount>;
Winners find_winners(const StyleSheet::Rules& rules, Pseudo pseudo, const SubjectChain& element);

// Lets the declarations of one rule win over those before it.
void add_winners(Winners& winners, std::span<const Declaration> declarations);

// What stands where no sheet says anything.
Style initial_style(const PageDefaults& defaults);

// `html_name` decides between block, line and list item where no declaration does.
Computed compute(const Winners& winners, std::string_view html_name, const Computed& parent,
                 const Style& initial, const RootMetrics& root);

// html and body, outermost of all, and what the rest is computed against.
struct Root {
  Subject html_subject, body_subject;
  Style initial;
  RootMetrics metrics;  // of html
  Computed html, body;
};
Root compute_root(const StyleSheet::Rules& rules, const PageDefaults& defaults,
                  std::string_view lang = {});

// The element's bits of Subject::conditions.
struct Place {
  int index = 1;
  bool is_last = false, is_root = false;
  std::string_view lang, own_lang;  // in force, and on the element itself
};
ConditionBits conditions_of(const StyleSheet::Rules& rules, const Place& place);

}  // namespace munjip::css
