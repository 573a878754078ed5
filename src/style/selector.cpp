#include "style/selector.h"

#include <algorithm>

#include "base/ascii.h"

namespace munjip::css {

namespace {

bool contains(const std::vector<Symbol>& names, Symbol name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool matches_positively(const Compound& compound, const Subject& subject) {
  if (compound.name != kNoName && compound.name != subject.name) return false;
  if (compound.id != kNoName && compound.id != subject.id) return false;
  if ((subject.conditions & compound.conditions) != compound.conditions) return false;
  if (compound.previous == kOtherName && subject.previous == kNoName) return false;
  if (compound.previous > kOtherName && compound.previous != subject.previous) return false;
  return std::all_of(compound.classes.begin(), compound.classes.end(),
                     [&](Symbol name) { return contains(subject.classes, name); });
}

bool matches(const Compound& compound, const Subject& subject) {
  if (compound.never || !matches_positively(compound, subject)) return false;
  if ((subject.conditions & compound.not_conditions) != 0) return false;
  if (contains(compound.not_names, subject.name) || contains(compound.not_ids, subject.id)) {
    return false;
  }
  return std::none_of(compound.not_classes.begin(), compound.not_classes.end(),
                      [&](Symbol name) { return contains(subject.classes, name); });
}

}  // namespace

Symbol SymbolTable::intern(std::string_view name) {
  const auto found = symbols_.find(name);
  if (found != symbols_.end()) return found->second;
  const auto symbol = static_cast<Symbol>(size());
  symbols_.emplace(name, symbol);
  return symbol;
}

Symbol SymbolTable::find(std::string_view name) const {
  const auto found = symbols_.find(name);
  return found == symbols_.end() ? kOtherName : found->second;
}

bool is_nth(const Condition& condition, int index) {
  const int offset = index - condition.b;
  if (condition.a == 0) return offset == 0;
  return offset % condition.a == 0 && offset / condition.a >= 0;
}

bool matches_language(std::string_view lang, std::string_view range) {
  if (range.empty() || lang.size() < range.size()) return false;
  if (range == "*") return true;
  return equals_ignoring_case(lang.substr(0, range.size()), range) &&
         (lang.size() == range.size() || lang[range.size()] == '-');
}

// From the subject leftwards. Where a child combinator fails, the search goes on above the ancestor
// that the last descendant combinator had found; earlier descendant combinators need no second
// try, since each took the nearest ancestor that fits.
bool matches(const Selector& selector, const SubjectChain& element) {
  if (!matches(selector.compounds[0], element.subject)) return false;
  int ancestors_left = kMaxAncestors;
  const SubjectChain* at = &element;
  const SubjectChain* retry_from = nullptr;
  std::size_t retry_at = 0;
  for (std::size_t i = 0; i + 1 < selector.compounds.size();) {
    const bool is_child = selector.combinators[i] == Combinator::child;
    at = at->parent;
    while (at && !is_child && !matches(selector.compounds[i + 1], at->subject)) {
      at = --ancestors_left > 0 ? at->parent : nullptr;
    }
    if (!at && !is_child) return false;
    if (at && (!is_child || matches(selector.compounds[i + 1], at->subject))) {
      if (!is_child) {
        retry_from = at;
        retry_at = i;
      }
      ++i;
    } else {
      if (!retry_from) return false;
      at = retry_from;
      i = retry_at;
    }
    if (--ancestors_left <= 0) return false;
  }
  return true;
}

}  // namespace munjip::css
