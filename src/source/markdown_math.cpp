#include "source/markdown_math.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>

#include "base/ascii.h"
#include "base/letters.h"
#include "base/utf8.h"
#include "base/xml_escape.h"
#include "source/markdown_fences.h"
#include "source/markdown_tokens.h"

namespace munjip {

namespace {

// The end of a formula is looked for no farther, so that a long line costs linear time.
constexpr std::size_t kMaxFormula = 1024;
constexpr std::size_t kMaxCodeSpan = 4096;
constexpr std::uint32_t kMaxLines = 64;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_space(char c) {
  return c == ' ' || c == '\t';
}

// Letters of the languages that stand around a formula, not in it.
bool has_prose_letter(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (is_hangul(c) || is_kana(c) || is_hanja(c)) return true;
  }
  return false;
}

// `<b>`, `</td>`: what stands between two prices of a table.
bool has_tag(std::string_view text) {
  for (std::size_t at = 0; at + 1 < text.size(); ++at) {
    const char next = text[at + 1];
    if (text[at] == '<' && (next == '/' || is_letter(next))) {
      return text.find('>', at) != std::string_view::npos;
    }
  }
  return false;
}

// Words between spaces: `5/month or 10`.
bool has_word(std::string_view text) {
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    const std::string_view word = text.substr(begin, end - begin);
    if (word.size() > 1 && std::all_of(word.begin(), word.end(), is_letter)) return true;
    begin = end + 1;
  }
  return false;
}

// What stands between two dollars, and their neighbours (`\n` where there is none).
struct Inside {
  char before;
  std::string_view text;
  char behind;
};

// Signs that only formulas have: `×`, `÷`, `±`, arrows (U+2190 ...) and the mathematical operators
// (U+2200 ...).
bool has_math_sign(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (c == U'×' || c == U'÷' || c == U'±' || (c >= 0x2190 && c <= 0x22FF)) return true;
  }
  return false;
}

// `x`, `u, v, w`.
bool are_single_letters(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_letter(text[at])) return false;
    if (++at == text.size()) return true;
    if (text[at] != ',') return false;
    if (at + 1 < text.size() && text[at + 1] == ' ') ++at;
  }
  return false;
}

// Prices have these as well: `$5/월`, `10$-20$`, `A$/B$`, `$USD/$KRW`, `$5/month or 10$`.
bool is_formula_by_operator(const Inside& inside) {
  constexpr std::string_view kOperators = "+-*/=<>";
  const std::string_view text = inside.text;
  if (text.find_first_of(kOperators) == std::string_view::npos) return false;
  const bool ends_open = kOperators.find(text.back()) != std::string_view::npos;
  const bool stands_in_word = is_digit(inside.before) || is_letter(inside.before) ||
                              is_letter(inside.behind) || inside.behind == '$';
  const bool is_price = is_digit(text.front()) && has_word(text);
  return !stands_in_word && !is_price && (!ends_open || text.size() == 1);
}

bool is_formula(const Inside& inside) {
  const std::string_view text = inside.text;
  if (text.empty() || is_space(text.front()) || is_space(text.back())) return false;
  if (is_digit(inside.behind)) return false;
  // Quotation marks: of strings in a program.
  if (text.find_first_of("`\"") != std::string_view::npos) return false;
  if (text.find('\\') != std::string_view::npos) return true;
  if (has_prose_letter(text) || has_tag(text)) return false;
  return text.find_first_of("^_") != std::string_view::npos || has_math_sign(text) ||
         are_single_letters(text) || is_formula_by_operator(inside);
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

// fn(piece) for the pieces of `text`, entities as they are and all else by `fn`.
template <class Fn>
void append_by(std::string_view text, std::string& out, Fn fn) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (is_entity(text.substr(at))) {
      out += '&';
    } else {
      fn(text.substr(at, 1), out);
    }
  }
}

void append_formula(std::string_view text, std::string& out) {
  append_by(text, out, append_marked);
}

// What of a line is taken as a whole, and whether it is a formula.
struct Span {
  std::size_t end = 0;
  bool is_formula = false;
};

std::optional<Span> between(std::string_view rest, std::string_view open, std::string_view close) {
  if (!rest.starts_with(open)) return std::nullopt;
  const std::size_t found = rest.substr(0, kMaxFormula).find(close, open.size());
  if (found == std::string_view::npos || found == open.size()) return std::nullopt;
  return Span{found + close.size(), true};
}

std::optional<Span> dollars(std::string_view line, std::size_t at, bool in_table) {
  const std::string_view rest = line.substr(at);
  if (rest.starts_with("$$")) {
    if (auto span = between(rest, "$$", "$$")) return span;
    return Span{2};
  }
  const std::size_t close = find_dollar(rest.substr(0, kMaxFormula), 1);
  if (close == std::string_view::npos) return std::nullopt;
  const Inside inside{at == 0 ? '\n' : line[at - 1], rest.substr(1, close - 1),
                      close + 1 < rest.size() ? rest[close + 1] : '\n'};
  // A row is cut into cells before anything else is read.
  if (in_table && inside.text.find('|') != std::string_view::npos) return std::nullopt;
  if (!is_formula(inside)) return std::nullopt;
  return Span{close + 1, true};
}

// A tag with its attributes; `a<b` is none.
std::optional<Span> tag(std::string_view rest) {
  if (rest.size() < 2 || (!is_letter(rest[1]) && rest[1] != '/')) return std::nullopt;
  const std::size_t close = rest.substr(0, kMaxFormula).find('>');
  if (close == std::string_view::npos) return std::nullopt;
  return Span{close + 1};
}

// The address behind a link's words, or one that stands in the text.
std::optional<Span> address(std::string_view rest) {
  if (rest.starts_with("](")) {
    const std::size_t close = rest.substr(0, kMaxFormula).find(')');
    return Span{close == std::string_view::npos ? 2 : close + 1};
  }
  if (!rest.starts_with("://")) return std::nullopt;
  return Span{std::min(rest.find_first_of(" \t)<"), rest.size())};
}

std::optional<Span> span_at(std::string_view line, std::size_t at, bool in_table) {
  const std::string_view rest = line.substr(at);
  switch (rest.front()) {
    case '`':
      return Span{code_span_end(rest, 0, kMaxCodeSpan)};
    case '$':
      return dollars(line, at, in_table);
    case '<':
      return tag(rest);
    case ']':
    case ':':
      return address(rest);
    case '\\':
      break;
    default:
      return std::nullopt;
  }
  if (auto span = between(rest, "\\\\(", "\\\\)")) return span;
  if (auto span = between(rest, "\\\\[", "\\\\]")) return span;
  return Span{std::min<std::size_t>(2, rest.size())};  // an escape
}

std::size_t prefix_length(std::string_view line) {
  return std::min(line.find_first_not_of(" \t>"), line.size());
}

// ---- formulas of several lines ----

struct Delimiters {
  std::string_view open, close;
};
// MathJax asks for `\[`; Markdown takes one of the backslashes of `\\[`. The single one is an
// escaped bracket, unless it stands alone on its line.
constexpr std::array<Delimiters, 3> kDelimiters = {
    {{"$$", "$$"}, {"\\\\[", "\\\\]"}, {"\\[", "\\]"}}};

// Of the formula that `text`, trimmed, opens; nothing where it opens none.
struct Opening {
  std::string close;
  bool is_bare = false;   // its end stands alone on a line
  bool is_whole = false;  // it ends on the same line
};
std::optional<Opening> opening_of(std::string_view text) {
  if (text == kDelimiters.back().open) return Opening{std::string(kDelimiters.back().close), true};
  for (const Delimiters& delimiters : std::span(kDelimiters).first(2)) {
    if (!text.starts_with(delimiters.open)) continue;
    const std::size_t end = text.find(delimiters.close, delimiters.open.size());
    if (end == std::string_view::npos) return Opening{std::string(delimiters.close)};
    const std::size_t size = end + delimiters.close.size();
    if (size != text.size() || end == delimiters.open.size()) return std::nullopt;
    return Opening{std::string(delimiters.close), false, true};
  }
  constexpr std::string_view kBegin = "\\begin{";
  if (!text.starts_with(kBegin)) return std::nullopt;
  const std::size_t end = text.find('}');
  if (end == std::string_view::npos || end > kBegin.size() + 20) return std::nullopt;
  std::string close =
      "\\end" + std::string(text.substr(kBegin.size() - 1, end - kBegin.size() + 2));
  const bool is_whole = text.ends_with(close);
  return Opening{std::move(close), false, is_whole};
}

// A formula whose end is looked for.
struct OpenFormula {
  std::uint32_t first_line = 0;
  std::string close;
  bool is_bare = false;
  std::string_view prefix;  // the quotation marks and spaces before it
  bool is_aligned = true;   // all of its lines stand behind the same prefix

  void see(std::string_view line) {
    const bool is_blank = line.find_first_not_of(" \t") == std::string_view::npos;
    const bool is_quoted = prefix.find('>') != std::string_view::npos;
    if (!line.starts_with(prefix) && (is_quoted || !is_blank)) is_aligned = false;
  }
};

// Deeper, it may stand in code.
bool is_shallow(std::string_view prefix) {
  constexpr std::size_t kMaxIndent = 3;
  const std::size_t quoted = prefix.rfind('>');
  const std::size_t indent =
      quoted == std::string_view::npos ? prefix.size() : prefix.size() - quoted - 1;
  return indent <= kMaxIndent && prefix.find('\t') == std::string_view::npos;
}

void close_formula(const OpenFormula& formula, std::uint32_t last_line, DisplayMathLines& lines) {
  const bool is_code = formula.is_aligned && is_shallow(formula.prefix);
  for (std::uint32_t line = formula.first_line; line <= last_line; ++line) {
    lines[line] = is_code ? DisplayMath::inside : DisplayMath::loose;
  }
  if (!is_code) return;
  lines[formula.first_line] = DisplayMath::opens;
  lines[last_line] = DisplayMath::closes;
}

// `text` without the delimiter that it begins or ends with; an environment keeps its own.
std::string_view without_opening(std::string_view text) {
  for (const Delimiters& delimiters : kDelimiters) {
    if (text.starts_with(delimiters.open)) return text.substr(delimiters.open.size());
  }
  return text;
}

std::string_view without_closing(std::string_view text) {
  text = text.substr(0, text.find_last_not_of(" \t") + 1);
  for (const Delimiters& delimiters : kDelimiters) {
    if (text.ends_with(delimiters.close)) {
      return text.substr(0, text.size() - delimiters.close.size());
    }
  }
  return text;
}

}  // namespace

DisplayMathLines find_display_math(std::string_view markdown) {
  DisplayMathLines lines;
  const bool has_delimiter = markdown.find("$$") != std::string_view::npos ||
                             markdown.find("\\[") != std::string_view::npos ||
                             markdown.find("\\begin{") != std::string_view::npos;
  if (!has_delimiter) return lines;
  Fences fences;
  std::optional<OpenFormula> open;
  for (std::uint32_t number = 0; !markdown.empty(); ++number) {
    const std::size_t end = std::min(markdown.find('\n'), markdown.size());
    const std::string_view line = markdown.substr(0, end);
    markdown.remove_prefix(std::min(end + 1, markdown.size()));
    const bool is_fenced = fences.covers(line);
    if (is_fenced || (open && number - open->first_line > kMaxLines)) open.reset();
    if (is_fenced) continue;
    const std::string_view prefix = line.substr(0, prefix_length(line));
    const std::string_view text = trim_ascii(line.substr(prefix.size()));
    if (open) {
      open->see(line);
      if (!(open->is_bare ? text == open->close : text.ends_with(open->close))) continue;
      close_formula(*open, number, lines);
      open.reset();
    } else if (auto opening = opening_of(text)) {
      if (!opening->is_whole) {
        open = {number, std::move(opening->close), opening->is_bare, prefix};
      } else if (is_shallow(prefix)) {
        lines[number] = DisplayMath::whole;
      }
    }
  }
  return lines;
}

std::string display_math_line(std::string_view line, DisplayMath math) {
  const std::size_t begin = prefix_length(line);
  std::string out(line.substr(0, begin));
  std::string_view text = line.substr(begin);
  if (math == DisplayMath::loose) {
    append_formula(text, out);
    return out;
  }
  // A block of HTML that ends with `</pre>` (CommonMark 0.30, 4.6, kind 1).
  const bool opens = math == DisplayMath::opens || math == DisplayMath::whole;
  const bool closes = math == DisplayMath::closes || math == DisplayMath::whole;
  if (opens) text = without_opening(text);
  if (closes) text = without_closing(text);
  if (opens) out += "<pre><code class=\"language-tex\">";
  append_by(text, out,
            [](std::string_view piece, std::string& into) { append_xml_escaped(into, piece); });
  if (closes) out += "</code></pre>";
  return out;
}

std::string with_math_marks(std::string_view line) {
  const bool in_table = line.substr(prefix_length(line)).starts_with('|');
  std::string out;
  for (std::size_t at = 0; at < line.size();) {
    const auto span = span_at(line, at, in_table);
    if (!span) {
      out.push_back(line[at++]);
      continue;
    }
    const std::string_view text = line.substr(at, span->end);
    if (span->is_formula) {
      out += kCodeBegins;
      append_formula(text, out);
      out += kCodeEnds;
    } else {
      out += text;
    }
    at += span->end;
  }
  return out;
}

}  // namespace munjip
