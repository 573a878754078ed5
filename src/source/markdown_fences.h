// Where a text of Markdown is fenced code.
#pragma once

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

 private:
  char open_character_ = '`';
  std::size_t open_length_ = 0;
};

}  // namespace munjip
