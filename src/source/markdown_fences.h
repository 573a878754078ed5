// Where a text of Markdown is code: between fences, and within a line.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "source/markup_text.h"

namespace munjip {

// A code fence: ``` or ~~~, three or more (CommonMark 0.30, 4.5).
class Fences {
 public:
  // Takes note of `line`; true where it is a fence or stands in fenced code.
  bool covers(std::string_view line) {
    const std::size_t begin = line.find_first_not_of(" \t>");
    const char c = begin == std::string_view::npos ? '\0' : line[begin];
    std::size_t length = 0;
    if (c == '`' || c == '~') {
      while (begin + length < line.size() && line[begin + length] == c) ++length;
    }
    const std::string_view rest =
        length == 0 ? std::string_view() : trim_ascii(line.substr(begin + length));
    if (open_length_ == 0) {
      if (length < 3 || (c == '`' && rest.find('`') != std::string_view::npos)) return false;
      open_character_ = c;
      open_length_ = length;
      return true;
    }
    if (c == open_character_ && length >= open_length_ && rest.empty()) open_length_ = 0;
    return true;
  }
  bool is_open() const { return open_length_ > 0; }

 private:
  char open_character_ = '`';
  std::size_t open_length_ = 0;
};

// Behind the code span whose backticks begin at line[at], or behind those backticks where nothing
// closes them within `look_ahead` bytes: a run of the same length does (CommonMark 0.30, 6.1).
inline std::size_t code_span_end(std::string_view line, std::size_t at, std::size_t look_ahead) {
  const auto run_end = [&](std::size_t from) {
    return std::min(line.find_first_not_of('`', from), line.size());
  };
  const std::size_t begin = run_end(at);
  const std::size_t length = begin - at;
  const std::string_view within = line.substr(0, begin + look_ahead);
  for (std::size_t next = within.find('`', begin); next != std::string_view::npos;) {
    const std::size_t end = run_end(next);
    if (end - next == length) return end;
    next = within.find('`', end);
  }
  return begin;
}

}  // namespace munjip
