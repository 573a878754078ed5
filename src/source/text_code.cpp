// Code that was pasted into a text: lines of a program, told by their punctuation.
#include <algorithm>
#include <array>

#include "book/blank.h"
#include "source/text_blocks.h"

namespace munjip {

namespace {

constexpr std::size_t kMinLines = 3;

bool begins_with_any(std::string_view text, std::initializer_list<std::string_view> beginnings) {
  return std::any_of(beginnings.begin(), beginnings.end(),
                     [&](std::string_view begin) { return text.starts_with(begin); });
}

// Without a comment at the end of the line, which may be in any language.
std::string_view without_comment(std::string_view line) {
  const std::size_t slashes = line.find("//");
  if (slashes != std::string_view::npos && (slashes == 0 || line[slashes - 1] != ':')) {
    return line.substr(0, slashes);
  }
  const std::size_t hash = line.find(" # ");
  return hash == std::string_view::npos ? line : line.substr(0, hash);
}

bool is_comment(std::string_view line) {
  return begins_with_any(line, {"//", "/*", "*/", "#!", "<!--"});
}

// Certainly of a program.
bool is_code_line(std::string_view line) {
  if (is_comment(line)) return true;
  std::string_view code = without_comment(line);
  while (!code.empty() && code.back() == ' ') code.remove_suffix(1);
  if (code.empty()) return false;
  if (std::string_view(";{}").find(code.back()) != std::string_view::npos) return true;
  if (begins_with_any(code,
                      {"#include", "#define", "import ", "from ",  "using ", "package ", "public ",
                       "private ", "def ",    "class ",  "const ", "let ",   "var ",     "return ",
                       "if(",      "if (",    "for(",    "for (",  "while(", "while (",  "else",
                       "switch",   "@",       "$ ",      "sudo ",  "npm ",   "git "})) {
    return !contains_hangul(code);
  }
  for (const std::string_view sign : {"==", "!=", "->", "=>", "::", "();", "+=", "&&", "||"}) {
    if (code.find(sign) != std::string_view::npos) return !contains_hangul(code);
  }
  return false;
}

// May stand between lines of a program: no sentence.
bool may_be_code(std::string_view line) {
  return is_code_line(line) || !contains_hangul(without_comment(line));
}

struct Run {
  std::size_t end = 0, lines = 0, certain = 0;
};

// The chunks from `at` on that may be one program: parted by single empty lines only.
Run run_at(Chunks chunks, std::size_t at) {
  Run run;
  run.end = at;
  for (std::size_t i = at; i < chunks.size(); ++i) {
    const TextChunk& chunk = chunks[i];
    if (i > at && (chunk.gap != 1 || chunk.after_spacer)) break;
    std::size_t certain = 0;
    const bool all = std::all_of(chunk.lines.begin(), chunk.lines.end(), [&](const TextLine& line) {
      certain += is_code_line(line.text) ? 1 : 0;
      return may_be_code(line.text);
    });
    if (!all || certain * 2 < chunk.lines.size()) break;
    run.end = i + 1;
    run.lines += chunk.lines.size();
    run.certain += certain;
  }
  return run;
}

// The line as it stood, no-break spaces as the spaces that they were in the program.
std::string code_text(std::string_view raw) {
  std::string out;
  for (std::size_t at = 0; at < raw.size();) {
    const std::size_t length = space_length(raw, at);
    if (length > 0) {
      out.push_back(raw[at] == '\t' ? '\t' : ' ');
      at += length;
    } else {
      out.push_back(raw[at++]);
    }
  }
  while (!out.empty() && (out.back() == ' ' || out.back() == '\t')) out.pop_back();
  return out;
}

}  // namespace

std::optional<TakenBlock> take_code(Chunks chunks, std::size_t at) {
  const Run run = run_at(chunks, at);
  if (run.lines < kMinLines || run.certain < kMinLines) return std::nullopt;
  CodeBlock code;
  for (std::size_t i = at; i < run.end; ++i) {
    if (i > at) code.text += '\n';
    for (const TextLine& line : chunks[i].lines) code.text += code_text(line.raw) + '\n';
  }
  return TakenBlock{{std::move(code), {}, {}, chunks[at].at()}, run.end};
}

}  // namespace munjip
