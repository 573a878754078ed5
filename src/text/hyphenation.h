// Where words of alphabetic languages may be divided: the patterns that Debian's hyphen-*
// packages bring, read by libhyphen. Belongs to one thread.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace munjip {

// Loads a language's patterns when a word of it is asked for the first time, and keeps them; a
// language that has none on this machine is asked for in vain.
class Hyphenation {
 public:
  Hyphenation();
  ~Hyphenation();
  Hyphenation(Hyphenation&&) noexcept;

  // Byte offsets into `word` (letters only, UTF-8) at which it may be divided, in order. `lang` is
  // a BCP 47 tag. Empty where the language has no patterns. In time linear in the word.
  std::vector<std::uint32_t> divide(std::string_view word, std::string_view lang);

 private:
  struct Patterns;
  Patterns& patterns_of(std::string_view lang);

  std::vector<std::pair<std::string, std::unique_ptr<Patterns>>> loaded_;
};

}  // namespace munjip
