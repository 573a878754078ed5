// Patterns that name files: `2024/*.md`, `**/시리즈-[0-9]*.html`.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace munjip {

// A pattern over paths with `/` between folders. `*` is any run of characters within one name, `?`
// is one character, `[a-z]` one of a set (`[!...]` one that is not), `**/` any folders or none, a
// last `**` all that lies below; `\` takes the next character as it is. A leading `./` means
// nothing. A pattern without any of these is a plain path: of a file, or of a folder and all that
// lies below it. Hangul that a file system spelled in jamo (macOS) equals its syllables. Matching
// takes time in proportion to pattern × path, whatever the pattern.
class Glob {
 public:
  explicit Glob(std::string_view pattern);

  bool matches(std::string_view path) const;
  bool is_plain() const { return is_plain_; }
  // A plain pattern's path in the spelling that normal_path gives.
  std::string plain_path() const;

 private:
  enum class Kind : std::uint8_t { character, any_character, any_run, any_folders, set };
  struct Range {
    char32_t first, last;
  };
  struct Token {
    Kind kind;
    char32_t character = 0;
    bool is_negated = false;
    std::vector<Range> ranges = {};
  };

  std::size_t parse_set(const std::u32string& pattern, std::size_t at);
  static bool accepts(const Token& token, char32_t c);

  std::vector<Token> tokens_;
  bool is_plain_ = true;
};

// A path for comparison: `./` and repeated or closing slashes gone, jamo composed to syllables.
std::string normal_path(std::string_view path);

}  // namespace munjip
