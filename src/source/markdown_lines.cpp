#include "source/markdown_lines.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"

namespace munjip {

namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_alphanumeric(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// `- `, `* `, `1. `, `1) ` at the beginning of `text`.
bool is_list_item(std::string_view text) {
  const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
  const std::size_t mark = digits > 0 && digits < 10 ? digits : 0;
  if (mark >= text.size()) return false;
  const std::string_view signs = mark > 0 ? ".)" : "-*+";
  if (signs.find(text[mark]) == std::string_view::npos) return false;
  return mark + 1 == text.size() || text[mark + 1] == ' ' || text[mark + 1] == '\t';
}

}  // namespace

bool is_abbreviation(std::string_view line) {
  constexpr std::size_t kMaxLength = 32;
  if (!line.starts_with("*[")) return false;
  const std::size_t close = line.substr(0, kMaxLength).find("]:");
  if (close == std::string_view::npos || close == 2) return false;
  return std::all_of(
      line.begin() + 2, line.begin() + static_cast<std::ptrdiff_t>(close), [](char c) {
        return is_alphanumeric(c) || c == '-' || c == '.' || c == '+' || c == '/' || c == ' ';
      });
}

bool is_note_comment(std::string_view line) {
  line = trim_ascii(line);
  return line.size() > 4 && line.starts_with("%%") && line.ends_with("%%") &&
         line.find("%%", 2) == line.size() - 2;
}

std::size_t block_name_begin(std::string_view line) {
  constexpr std::size_t kLeast = 4;
  const std::size_t begin = line.rfind(" ^");
  if (begin == std::string_view::npos || begin == 0) return line.size();
  const std::string_view name = line.substr(begin + 2);
  const bool is_name = name.size() >= kLeast && std::all_of(name.begin(), name.end(), [](char c) {
                         return is_alphanumeric(c) || c == '-';
                       });
  return is_name ? begin : line.size();
}

std::string with_heading_space(std::string_view line) {
  constexpr std::size_t kLongest = 200;
  constexpr std::size_t kLevels = 6;
  const std::size_t level = std::min(line.find_first_not_of('#'), line.size());
  const bool is_heading = level > 1 && level <= kLevels && level < line.size() &&
                          line.size() <= kLongest && line[level] != ' ' && line[level] != '\t' &&
                          line.find(" #", level) == std::string_view::npos;
  if (!is_heading) return std::string(line);
  return std::string(line.substr(0, level)).append(" ").append(line.substr(level));
}

std::string with_plain_language(std::string_view fence) {
  const std::size_t begin = fence.find('{');
  const std::size_t signs = fence.find_last_of("`~", begin);
  if (begin == std::string_view::npos || signs == std::string_view::npos ||
      !trim_ascii(fence.substr(signs + 1, begin - signs - 1)).empty()) {
    return std::string(fence);
  }
  std::string_view name = trim_ascii(fence.substr(begin + 1));
  if (name.starts_with('.')) name.remove_prefix(1);
  name = name.substr(0, name.find_first_of(" ,}"));
  const bool is_name = std::all_of(name.begin(), name.end(), [](char c) {
    return is_alphanumeric(c) || c == '+' || c == '-' || c == '#';
  });
  std::string out(fence.substr(0, signs + 1));
  return is_name ? out.append(name) : std::string(fence);
}

bool IndentedCode::covers(std::string_view line) {
  constexpr std::size_t kIndent = 4;
  const std::size_t begin = line.find_first_not_of(" \t");
  if (begin == std::string_view::npos) {
    is_behind_gap_ = true;
    return false;
  }
  const bool is_indented =
      begin >= kIndent || line.substr(0, begin).find('\t') != std::string::npos;
  const bool is_code = is_indented && !in_list_ && (is_behind_gap_ || in_code_);
  // What belongs to a note is indented too.
  const bool begins_note = line.substr(begin).starts_with("[^");
  if (!is_code && (begins_note || is_list_item(line.substr(begin)))) {
    in_list_ = true;
  } else if (begin == 0 && is_behind_gap_) {
    in_list_ = false;
  }
  in_code_ = is_code;
  is_behind_gap_ = false;
  return is_code;
}

bool VerbatimElements::covers(std::string_view line) {
  constexpr std::array<std::string_view, 4> kNames = {"pre", "script", "style", "textarea"};
  if (open_.empty()) {
    const std::string_view text = trim_ascii(line);
    if (!text.starts_with('<')) return false;
    const auto* name = std::find_if(kNames.begin(), kNames.end(), [&](std::string_view one) {
      const std::string_view rest = text.substr(1);
      return equals_ignoring_case(rest.substr(0, one.size()), one) &&
             (rest.size() == one.size() || !is_alphanumeric(rest[one.size()]));
    });
    if (name == kNames.end()) return false;
    open_ = *name;
  }
  if (ascii_lower(line).find("</" + std::string(open_)) != std::string::npos) open_ = {};
  return true;
}

}  // namespace munjip
