#include "source/markdown_indented.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "base/ascii.h"
#include "base/xml_escape.h"
#include "book/role.h"
#include "source/markdown_fences.h"
#include "source/markdown_markup.h"
#include "source/markdown_tags.h"

namespace munjip {

namespace {

// A line that begins with an element of a block is a block of HTML; behind a span it is a paragraph
// with HTML in it, whose words are Markdown.
constexpr std::string_view kAsParagraph = "<span></span>";

constexpr std::size_t kMaxTerm = 256;
constexpr std::size_t kMaxTerms = 4;
constexpr std::size_t kTab = 4;

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

// The columns of white space before the text.
std::size_t indent_of(std::string_view line) {
  std::size_t columns = 0;
  for (const char c : line) {
    if (c == ' ') {
      ++columns;
    } else if (c == '\t') {
      columns += kTab - columns % kTab;
    } else {
      break;
    }
  }
  return columns;
}

// How many bytes make up `columns` of white space at most.
std::size_t bytes_of_indent(std::string_view line, std::size_t columns) {
  std::size_t at = 0;
  for (std::size_t column = 0; at < line.size() && column < columns; ++at) {
    if (line[at] == ' ') {
      ++column;
    } else if (line[at] == '\t') {
      column += kTab - column % kTab;
    } else {
      break;
    }
  }
  return at;
}

// A line of text that no other sign of Markdown begins.
bool may_be_term(std::string_view line) {
  if (is_blank(line) || line.size() > kMaxTerm || indent_of(line) > 0) return false;
  const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
  if (digits > 0 && digits < line.size() && (line[digits] == '.' || line[digits] == ')')) {
    return false;
  }
  return std::string_view("#>-*+|<:`~=![{").find(line.front()) == std::string_view::npos ||
         line.starts_with("**") || line.starts_with("[") ||
         (line.front() == '`' && !line.starts_with("```")) ||
         (line.front() == '*' && line.size() > 1 && line[1] != ' ');
}

// `: definition`: where its text begins; 0 where the line is none.
std::size_t definition_text(std::string_view line) {
  const std::size_t colon = std::min(line.find_first_not_of(' '), line.size());
  if (colon > 3 || colon + 1 >= line.size() || line[colon] != ':') return 0;
  const std::size_t text = line.find_first_not_of(" \t", colon + 1);
  if (text == std::string_view::npos || text == colon + 1) return 0;
  const std::string_view rest = line.substr(text);
  return rest.starts_with("```") || rest.starts_with("~~~") ? 0 : text;
}

class PassageFinder {
 public:
  explicit PassageFinder(std::string_view markdown) {
    Fences fences;
    while (!markdown.empty()) {
      const std::size_t end = std::min(markdown.find('\n'), markdown.size());
      lines_.push_back(markdown.substr(0, end));
      is_code_.push_back(fences.covers(lines_.back()));
      markdown.remove_prefix(std::min(end + 1, markdown.size()));
    }
  }

  IndentedLines run() {
    for (std::size_t at = 0; at < lines_.size();) {
      std::size_t next = box_end(at);
      if (next == at) next = definitions_end(at);
      at = std::max(next, at + 1);
    }
    return std::move(found_);
  }

 private:
  IndentedLine& how(std::size_t line) { return found_[static_cast<std::uint32_t>(line)]; }

  bool has(std::size_t line) const { return line < lines_.size() && !is_code_[line]; }

  std::size_t next_filled(std::size_t line) const {
    while (line < lines_.size() && is_blank(lines_[line])) ++line;
    return line;
  }

  // Closes what is open after the line before `end`: on an empty line, or before the text that
  // follows without one.
  void close_before(std::size_t end, std::string_view html) {
    const bool has_gap = end > 0 && end <= lines_.size() && is_blank(lines_[end - 1]);
    if (has_gap) {
      how(end - 1).before.insert(0, std::string(kOwnLine).append(html));
    } else if (end >= lines_.size()) {
      how(lines_.size()).before.insert(0, "\n" + std::string(kOwnLine).append(html));
    } else {
      how(end).before.insert(0, std::string(kAsParagraph).append(html));
    }
  }

  // Takes the lines from `at` on that are indented by `columns`; returns the line behind them.
  std::size_t take_indented(std::size_t at, std::size_t least, std::size_t columns) {
    while (at < lines_.size()) {
      const std::size_t filled = next_filled(at);
      if (filled >= lines_.size() || indent_of(lines_[filled]) < least) return at;
      for (; at <= filled; ++at) how(at).taken_off = bytes_of_indent(lines_[at], columns);
    }
    return at;
  }

  // ---- MkDocs' boxes ----

  std::size_t box_end(std::size_t at) {
    const std::string_view line = lines_[at];
    if (!has(at) || (!line.starts_with("!!! ") && !line.starts_with("???"))) return at;
    const std::size_t body = next_filled(at + 1);
    if (body >= lines_.size() || indent_of(lines_[body]) < kTab) return at;
    const std::string_view words = line.substr(line.find_first_not_of("!?+"));
    const std::string name = ascii_lower(first_word(words));
    const auto unnamed = unnamed_arguments(words);
    const auto role = role_named(name);
    how(at).taken_off = line.size();
    how(at).before =
        std::string(kOwnLine) + "<div" +
        tag_attribute("data-munjip-role",
                      role && is_callout(*role) ? std::string_view(name) : "callout") +
        tag_attribute("data-munjip-title", unnamed.size() > 1 ? unnamed[1] : std::string_view()) +
        ">";
    const std::size_t end = take_indented(at + 1, kTab, kTab);
    close_before(next_filled(end) > end ? end + 1 : end, "</div>");
    return end;
  }

  // ---- definitions ----

  // The lines from `at` on that are terms: a definition follows the last one. 0 where there is
  // none.
  std::size_t count_terms(std::size_t at) const {
    std::size_t count = 0;
    while (count <= kMaxTerms && has(at + count) && may_be_term(lines_[at + count])) ++count;
    if (count == 0 || count > kMaxTerms) return 0;
    std::size_t next = at + count;
    if (has(next) && is_blank(lines_[next])) ++next;
    return has(next) && definition_text(lines_[next]) > 0 ? count : 0;
  }

  std::size_t definitions_end(std::size_t at) {
    const bool begins = at == 0 || is_blank(lines_[at - 1]);
    std::size_t terms = begins ? count_terms(at) : 0;
    if (terms == 0) return at;
    bool is_first = true;
    while (terms > 0) {
      for (std::size_t i = 0; i < terms; ++i) {
        const bool opens = is_first && i == 0;
        how(at + i).before = std::string(kAsParagraph) + (opens ? "<dl><dt>" : "<dt>");
        how(at + i).behind = "</dt>";
      }
      is_first = false;
      at = take_definitions(at + terms);
      const std::size_t next = next_filled(at);
      terms = next > at ? count_terms(next) : 0;
      if (terms > 0) at = next;
    }
    close_before(next_filled(at) > at ? at + 1 : at, "</dd></dl>");
    return at;
  }

  // The definitions of one term from `at` on; returns the line behind them.
  std::size_t take_definitions(std::size_t at) {
    while (true) {
      const std::size_t filled = next_filled(at);
      const std::size_t text = has(filled) ? definition_text(lines_[filled]) : 0;
      if (text == 0) return at;
      how(filled).taken_off = text;
      how(filled).before = std::string(kAsParagraph) + "<dd>";
      at = filled + 1;
      // The paragraph goes on.
      while (has(at) && !is_blank(lines_[at]) && definition_text(lines_[at]) == 0) {
        how(at).taken_off = bytes_of_indent(lines_[at], kMaxIndent);
        ++at;
      }
      if (at < lines_.size() && is_blank(lines_[at])) {
        at = take_indented(at, 2, std::min<std::size_t>(indent_of_text(filled, text), kTab));
      }
    }
  }

  std::size_t indent_of_text(std::size_t line, std::size_t text) const {
    std::string blank(lines_[line].substr(0, text));
    std::replace(blank.begin(), blank.end(), ':', ' ');
    return indent_of(blank);
  }

  static constexpr std::size_t kMaxIndent = 16;

  std::vector<std::string_view> lines_;
  std::vector<bool> is_code_;
  IndentedLines found_;
};

}  // namespace

IndentedLines find_indented_passages(std::string_view markdown) {
  const bool may_have = markdown.find("\n: ") != std::string_view::npos ||
                        markdown.find("\n:\t") != std::string_view::npos ||
                        markdown.find(" : ") != std::string_view::npos ||
                        markdown.find("!!! ") != std::string_view::npos ||
                        markdown.find("???") != std::string_view::npos;
  return may_have ? PassageFinder(markdown).run() : IndentedLines();
}

std::string rewritten(std::string_view line, const IndentedLine& how) {
  std::string out(how.before);
  out += line.substr(std::min(how.taken_off, line.size()));
  return out.append(how.behind);
}

}  // namespace munjip
