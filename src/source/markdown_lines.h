// Whole lines of Markdown that programs for sites and notes write otherwise than CommonMark.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace munjip {

// `*[HTML]: Hyper Text`: an abbreviation (PHP Markdown Extra, kramdown), shown where the pointer
// rests on it only. Of Latin letters and digits.
bool is_abbreviation(std::string_view line);

// A comment of Obsidian that is all of its line: `%% ... %%`.
bool is_note_comment(std::string_view line);

// Where the name of a block begins that Obsidian puts at its end (` ^a1b2c3`); the line's size
// where there is none.
std::size_t block_name_begin(std::string_view line);

// `##제목` with the space that CommonMark asks for: older programs did not. `#제목` is a tag.
std::string with_heading_space(std::string_view line);

// A line that opens a fence, with the language that its attributes name: ```` ```{.python} ````.
std::string with_plain_language(std::string_view fence);

// Keeps account of where lines are indented code (CommonMark 0.30, 4.4): by four columns, behind an
// empty line, in no list.
class IndentedCode {
 public:
  // Takes note of `line`; true where it is code.
  bool covers(std::string_view line);

 private:
  bool in_list_ = false, is_behind_gap_ = true, in_code_ = false;
};

// The same for elements of HTML whose inside is never Markdown: pre, script, style, textarea.
class VerbatimElements {
 public:
  bool covers(std::string_view line);

 private:
  std::string_view open_;  // the name of the open one
};

}  // namespace munjip
