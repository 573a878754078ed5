// Selectors as the cascade matches them, and the elements as selectors see them: names are numbers,
// and what depends on an element's place or language is a bit, so that two elements which no
// selector can tell apart are equal.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace munjip::css {

// A name that some selector mentions. All other names are kOtherName; no name is kNoName.
using Symbol = std::uint32_t;
inline constexpr Symbol kNoName = 0;
inline constexpr Symbol kOtherName = 1;

class SymbolTable {
 public:
  Symbol intern(std::string_view name);
  Symbol find(std::string_view name) const;  // kOtherName where it was never interned
  std::size_t size() const { return symbols_.size() + 2; }  // symbols are below this

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view name) const {
      return std::hash<std::string_view>()(name);
    }
  };
  std::unordered_map<std::string, Symbol, Hash, std::equal_to<>> symbols_;
};

// Something about an element's place or language that a selector asks. A sheet may ask
// kMaxConditions different things; each is a bit of Subject::conditions.
struct Condition {
  enum class Kind : std::uint8_t {
    nth_child,  // a, b: of the sequence a*n + b, n >= 0 (Selectors 4, 12.1)
    last_child,
    root,
    lang,            // :lang(range): the element's language, inherited
    lang_attribute,  // [lang|="range"]
    lang_is,         // [lang="range"]
    has_lang,        // [lang]
  };
  Kind kind = Kind::nth_child;
  int a = 0, b = 1;
  std::string range = {};
  bool operator==(const Condition&) const = default;
};
inline constexpr std::size_t kMaxConditions = 64;
using ConditionBits = std::uint64_t;

bool is_nth(const Condition& condition, int index);
// Basic filtering (RFC 4647, 3.3.1): equal, or beginning with `range` and a hyphen; in any case.
bool matches_language(std::string_view lang, std::string_view range);

struct Subject {
  Symbol name = kNoName, id = kNoName;
  Symbol previous = kNoName;  // name of the sibling before it
  ConditionBits conditions = 0;
  std::vector<Symbol> classes;
  bool operator==(const Subject&) const = default;
};

// Everything that stands between two combinators. kNoName: not asked for.
struct Compound {
  Symbol name = kNoName, id = kNoName;
  Symbol previous = kNoName;  // `previous + this`; kOtherName: any element before
  bool never = false;         // :hover and the like
  ConditionBits conditions = 0, not_conditions = 0;
  std::vector<Symbol> classes;
  std::vector<Symbol> not_names, not_classes, not_ids;
};

enum class Pseudo : std::uint8_t { none, before, after, first_letter };
inline constexpr std::size_t kPseudoCount = 4;
enum class Combinator : std::uint8_t { descendant, child };

struct Selector {
  std::vector<Compound> compounds;      // the subject's first, then leftwards
  std::vector<Combinator> combinators;  // [i] stands between compounds [i + 1] and [i]
  Pseudo pseudo = Pseudo::none;
  std::uint32_t specificity = 0;  // Selectors 4, 17, a, b and c in ten bits each
  std::uint32_t rule = 0;         // index into the sheet's rules
};

// An element with its ancestors.
struct SubjectChain {
  const Subject& subject;
  const SubjectChain* parent = nullptr;
};

// Pseudo-elements are the caller's business. Looks at no more than kMaxAncestors ancestors, and at
// each of them a bounded number of times.
inline constexpr int kMaxAncestors = 512;
bool matches(const Selector& selector, const SubjectChain& element);

}  // namespace munjip::css
