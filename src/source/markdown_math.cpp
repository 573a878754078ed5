#include "source/markdown_math.h"

#include <algorithm>
#include <optional>

#include "source/html_tree.h"
#include "source/markdown_fences.h"
#include "source/markdown_tokens.h"

namespace munjip {

namespace {

// The end of a formula is looked for no farther, so that a long line costs linear time.
constexpr std::size_t kMaxFormula = 1024;
constexpr std::uint32_t kMaxLines = 64;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_space(char c) {
  return c == ' ' || c == '\t';
}

bool is_formula(std::string_view inside) {
  if (inside.empty() || is_space(inside.front()) || is_space(inside.back())) return false;
  // Quotation marks: of strings in a program.
  if (inside.find_first_of("`\"") != std::string_view::npos) return false;
  if (inside.find('\\') != std::string_view::npos) return true;
  const bool is_ascii = std::all_of(inside.begin(), inside.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0x80) == 0;
  });
  if (!is_ascii) return false;
  const char first = inside.front();
  const bool is_letter = (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z');
  return inside.find_first_of("^_+-*/=<>") != std::string_view::npos ||
         (inside.size() == 1 && is_letter);
}

// `$` that no backslash escapes, from `at` on.
std::size_t find_dollar(std::string_view text, std::size_t at) {
  for (; at < text.size(); ++at) {
    if (text[at] == '\\') {
      ++at;
    } else if (text[at] == '$') {
      return at;
    }
  }
  return std::string_view::npos;
}

// `&lt;` at the text's start: `<`, in formulas too.
bool is_entity(std::string_view text) {
  constexpr std::size_t kMaxEntity = 32;
  const std::size_t end = text.substr(0, kMaxEntity).find_first_of("; ", 1);
  return text.starts_with('&') && end != std::string_view::npos && end > 1 && text[end] == ';';
}

void append_formula(std::string_view text, std::string& out) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (is_entity(text.substr(at))) {
      out += '&';
    } else {
      append_marked(text.substr(at, 1), out);
    }
  }
}

// Where the formula or code span ends that `rest` begins with, and what of it is marked.
struct Span {
  std::size_t end = 0, marked_from = 0, marked_to = 0;
};

std::optional<Span> between(std::string_view rest, std::string_view open, std::string_view close) {
  if (!rest.starts_with(open)) return std::nullopt;
  const std::size_t found = rest.substr(0, kMaxFormula).find(close, open.size());
  if (found == std::string_view::npos || found == open.size()) return std::nullopt;
  return Span{found + close.size(), open.size(), found};
}

std::optional<Span> code_span(std::string_view rest) {
  const std::size_t length = std::min(rest.find_first_not_of('`'), rest.size());
  const std::size_t close = rest.substr(0, kMaxFormula * 4).find(rest.substr(0, length), length);
  return Span{close == std::string_view::npos ? length : close + length, 0, 0};
}

std::optional<Span> dollars(std::string_view rest, bool in_table) {
  if (rest.starts_with("$$")) {
    if (auto span = between(rest, "$$", "$$")) return span;
    return Span{2, 0, 0};
  }
  const std::size_t close = find_dollar(rest.substr(0, kMaxFormula), 1);
  if (close == std::string_view::npos) return std::nullopt;
  const std::string_view inside = rest.substr(1, close - 1);
  if (close + 1 < rest.size() && is_digit(rest[close + 1])) return std::nullopt;
  // A row is cut into cells before anything else is read.
  if (in_table && inside.find('|') != std::string_view::npos) return std::nullopt;
  if (!is_formula(inside)) return std::nullopt;
  return Span{close + 1, 1, close};
}

std::optional<Span> span_at(std::string_view rest, bool in_table) {
  if (rest.front() == '`') return code_span(rest);
  if (rest.front() == '$') return dollars(rest, in_table);
  if (rest.front() != '\\') return std::nullopt;
  if (auto span = between(rest, "\\\\(", "\\\\)")) return span;
  if (auto span = between(rest, "\\\\[", "\\\\]")) return span;
  return Span{std::min<std::size_t>(2, rest.size()), 0, 0};  // an escape
}

std::string_view without_quotation_marks(std::string_view line) {
  return line.substr(std::min(line.find_first_not_of(" \t>"), line.size()));
}

}  // namespace

std::unordered_set<std::uint32_t> find_display_math(std::string_view markdown) {
  std::unordered_set<std::uint32_t> lines;
  if (markdown.find("$$") == std::string_view::npos) return lines;
  Fences fences;
  bool is_open = false;
  std::uint32_t opened = 0;  // the line, where one is open
  for (std::uint32_t number = 0; !markdown.empty(); ++number) {
    const std::size_t end = std::min(markdown.find('\n'), markdown.size());
    const std::string_view line = markdown.substr(0, end);
    markdown.remove_prefix(std::min(end + 1, markdown.size()));
    if (fences.covers(line)) {
      is_open = false;
      continue;
    }
    if (is_open && number - opened > kMaxLines) is_open = false;
    const std::string_view text = trim_ascii(without_quotation_marks(line));
    if (is_open) {
      if (!text.ends_with("$$")) continue;
      for (std::uint32_t inside = opened; inside <= number; ++inside) lines.insert(inside);
      is_open = false;
    } else if (text.starts_with("$$") && text.find("$$", 2) == std::string_view::npos) {
      is_open = true;
      opened = number;
    }
  }
  return lines;
}

std::string with_display_math_marks(std::string_view line) {
  const std::string_view text = without_quotation_marks(line);
  std::string out(line.substr(0, line.size() - text.size()));
  append_formula(text, out);
  return out;
}

std::string with_math_marks(std::string_view line) {
  const bool in_table = without_quotation_marks(line).starts_with('|');
  // In a block of HTML nothing needs a mark, and `<` is a tag's.
  if (without_quotation_marks(line).starts_with('<')) return std::string(line);
  std::string out;
  for (std::size_t at = 0; at < line.size();) {
    const std::string_view rest = line.substr(at);
    const auto span = span_at(rest, in_table);
    if (!span) {
      out.push_back(line[at++]);
      continue;
    }
    out += rest.substr(0, span->marked_from);
    append_formula(rest.substr(span->marked_from, span->marked_to - span->marked_from), out);
    out += rest.substr(span->marked_to, span->end - span->marked_to);
    at += span->end;
  }
  return out;
}

}  // namespace munjip
