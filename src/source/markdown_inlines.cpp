#include "source/markdown_inlines.h"

#include <algorithm>
#include <optional>

#include "base/ascii.h"
#include "source/emoji_names.h"
#include "source/markdown_fences.h"
#include "source/markdown_markup.h"

namespace munjip {

namespace {

// The end of anything is looked for no farther, so that a long line costs linear time.
constexpr std::size_t kMaxLookAhead = 1024;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_alphanumeric(char c) {
  return is_digit(c) || is_letter(c);
}

bool is_ascii(char c) {
  return (static_cast<unsigned char>(c) & 0x80) == 0;
}

char before(std::string_view line, std::size_t at) {
  return at == 0 ? '\n' : line[at - 1];
}

char behind(std::string_view line, std::size_t at) {
  return at < line.size() ? line[at] : '\n';
}

// What stands between the sign at line[at] and the next one, if that is near.
std::optional<std::string_view> between(std::string_view line, std::size_t at,
                                        std::string_view sign) {
  const std::size_t begin = at + sign.size();
  const std::size_t end = line.substr(0, begin + kMaxLookAhead).find(sign, begin);
  if (end == std::string_view::npos || end == begin) return std::nullopt;
  return line.substr(begin, end - begin);
}

std::optional<RewrittenMarkup> mark(std::string_view line, std::size_t at) {
  constexpr std::string_view kSign = "==";
  if (!line.substr(at).starts_with(kSign) || behind(line, at + 2) == '=') return std::nullopt;
  const char left = before(line, at);
  if (left == '=' || left == '!' || is_alphanumeric(left)) return std::nullopt;
  const auto inside = between(line, at, kSign);
  if (!inside || inside->front() == ' ' || inside->back() == ' ') return std::nullopt;
  const std::size_t end = at + 2 * kSign.size() + inside->size();
  if (behind(line, end) == '=' || is_alphanumeric(behind(line, end))) return std::nullopt;
  return RewrittenMarkup{"<mark>" + std::string(*inside) + "</mark>", end};
}

// `H~2~O`: numbers and signs behind a letter.
std::optional<RewrittenMarkup> subscript(std::string_view line, std::size_t at) {
  constexpr std::size_t kMaxLength = 3;
  const char left = before(line, at);
  if (!is_letter(left) && left != ')') return std::nullopt;
  const auto inside = between(line, at, "~");
  if (!inside || inside->size() > kMaxLength ||
      !std::all_of(inside->begin(), inside->end(), [](char c) {
        return is_digit(c) || c == '+' || c == '-' || c == 'n' || c == 'x';
      })) {
    return std::nullopt;
  }
  return RewrittenMarkup{"<sub>" + std::string(*inside) + "</sub>", at + inside->size() + 2};
}

// `x^2^`, `1^st^`.
std::optional<RewrittenMarkup> superscript(std::string_view line, std::size_t at) {
  constexpr std::size_t kMaxLength = 8;
  const char left = before(line, at);
  if (!is_alphanumeric(left) && left != ')' && is_ascii(left)) return std::nullopt;
  const auto inside = between(line, at, "^");
  if (!inside || inside->size() > kMaxLength ||
      !std::all_of(inside->begin(), inside->end(),
                   [](char c) { return is_alphanumeric(c) || c == '+' || c == '-'; })) {
    return std::nullopt;
  }
  return RewrittenMarkup{"<sup>" + std::string(*inside) + "</sup>", at + inside->size() + 2};
}

// `:smile:`; `10:30:20` and `a:b:c` are none.
std::optional<RewrittenMarkup> emoji(std::string_view line, std::size_t at) {
  if (is_alphanumeric(before(line, at)) || before(line, at) == ':') return std::nullopt;
  const std::size_t end = line.substr(0, at + kMaxEmojiName + 2).find(':', at + 1);
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view found = emoji_named(line.substr(at + 1, end - at - 1));
  if (found.empty() || is_alphanumeric(behind(line, end + 1))) return std::nullopt;
  return RewrittenMarkup{std::string(found), end + 1};
}

// ---- addresses ----

// The end of `(address)` at line[at], whose parentheses come in pairs; npos where there is none.
std::size_t closing_parenthesis(std::string_view line, std::size_t at) {
  if (line.substr(at, kMaxLookAhead).find(')') == std::string_view::npos) {
    return std::string_view::npos;
  }
  int depth = 0;
  const std::size_t end = std::min(line.size(), at + kMaxLookAhead);
  for (; at < end; ++at) {
    if (line[at] == '\\') {
      ++at;
    } else if (line[at] == '(') {
      ++depth;
    } else if (line[at] == ')' && --depth == 0) {
      return at;
    }
  }
  return std::string_view::npos;
}

// ` =300x200`, ` =300x` at the end of a picture's address (HackMD, markdown-it-imsize).
std::string_view without_size(std::string_view address) {
  const std::size_t equals = address.rfind(" =");
  if (equals == std::string_view::npos) return address;
  const std::string_view size = address.substr(equals + 2);
  const bool is_size = size.find_first_not_of("0123456789x%") == std::string_view::npos &&
                       size.find('x') != std::string_view::npos;
  return is_size ? trim_ascii(address.substr(0, equals)) : address;
}

// The title behind an address, with the space before it; empty where there is none.
std::string_view title_of(std::string_view inside) {
  if (!inside.ends_with('"') && !inside.ends_with('\'')) return {};
  const std::size_t open = inside.find(std::string(" ") + inside.back());
  return open == std::string_view::npos || open + 2 >= inside.size() ? std::string_view()
                                                                     : inside.substr(open);
}

// `내 그림.png`, `내 글.md#마디`, `./내 글`, `https://...`; not `표 1.2`.
bool is_path(std::string_view address) {
  constexpr std::size_t kLongest = 5;
  if (address.starts_with("./") || address.starts_with("../") || address.starts_with("http")) {
    return true;
  }
  const std::string_view file = address.substr(0, address.find('#'));
  const std::size_t dot = file.rfind('.');
  if (dot == std::string_view::npos || dot == 0) return false;
  const std::string_view extension = file.substr(dot + 1);
  return extension.size() > 1 && extension.size() <= kLongest && is_letter(extension.front()) &&
         std::all_of(extension.begin(), extension.end(), is_alphanumeric);
}

// An address that Markdown would not take for one: with a space in it, or a size behind it.
std::optional<RewrittenMarkup> mended_address(std::string_view line, std::size_t at) {
  const std::size_t close = closing_parenthesis(line, at + 1);
  if (close == std::string_view::npos) return std::nullopt;
  const std::string_view inside = line.substr(at + 2, close - at - 2);
  if (inside.find_first_of("<>\n") != std::string_view::npos) return std::nullopt;
  const std::string_view title = title_of(inside);
  const std::string_view written = trim_ascii(inside.substr(0, inside.size() - title.size()));
  const std::string_view address = without_size(written);
  const bool has_space = address.find(' ') != std::string_view::npos;
  // Words in parentheses behind words in brackets are no link.
  if (has_space ? !is_path(address) : address.size() == written.size()) return std::nullopt;
  std::string out("](<");
  return RewrittenMarkup{out.append(address).append(">").append(title).append(")"), close + 1};
}

// A tag or an address between angle brackets.
std::size_t tag_end(std::string_view line, std::size_t at) {
  const char next = behind(line, at + 1);
  if (!is_letter(next) && next != '/' && next != '!') return at;
  const std::size_t close = line.substr(0, at + kMaxLookAhead).find('>', at);
  return close == std::string_view::npos ? at : close + 1;
}

// What begins at line[at] and is one of these signs.
std::optional<RewrittenMarkup> sign_at(std::string_view line, std::size_t at) {
  if (before(line, at) == '\\') return std::nullopt;
  switch (line[at]) {
    case '=':
      return mark(line, at);
    case '~':
      return subscript(line, at);
    case '^':
      return superscript(line, at);
    case ':':
      return emoji(line, at);
    case ']':
      return behind(line, at + 1) == '(' ? mended_address(line, at) : std::nullopt;
    default:
      return std::nullopt;
  }
}

// Behind the code, tag, address or words for a picture that begin at line[at], whose signs mean
// nothing; `at` where none does.
std::size_t verbatim_end(std::string_view line, std::size_t at) {
  if (line[at] == '`') return code_span_end(line, at, kMaxLookAhead);
  if (line[at] == '<') return tag_end(line, at);
  // The words for a picture are no Markdown.
  if (line[at] == '!' && behind(line, at + 1) == '[') {
    const std::size_t close = line.substr(0, at + kMaxLookAhead).find("](", at);
    return close == std::string_view::npos ? at : close;
  }
  if (line[at] == ':' && line.substr(at).starts_with("://")) {
    return std::min(line.find_first_of(" \t)<>", at), line.size());
  }
  if (line[at] != ']' || behind(line, at + 1) != '(') return at;
  const std::size_t close = closing_parenthesis(line, at + 1);
  return close == std::string_view::npos ? at : close + 1;
}

// A note written where its mark stands; `text` is its words.
std::optional<RewrittenMarkup> inline_note(std::string_view line, std::size_t at) {
  if (!line.substr(at).starts_with("^[")) return std::nullopt;
  const char left = before(line, at);
  if (left == '\n' || left == ' ' || left == '\\' || left == '(' || left == '/') {
    return std::nullopt;
  }
  if (line.substr(at, 2 * kMaxLookAhead).find(']') == std::string_view::npos) return std::nullopt;
  int depth = 0;
  const std::size_t end = std::min(line.size(), at + 2 * kMaxLookAhead);
  for (std::size_t i = at + 1; i < end; ++i) {
    if (line[i] == '\\') {
      ++i;
    } else if (line[i] == '[') {
      ++depth;
    } else if (line[i] == ']' && --depth == 0) {
      const std::string_view words = trim_ascii(line.substr(at + 2, i - at - 2));
      const bool is_prose =
          std::any_of(words.begin(), words.end(), [](char c) { return c == ' ' || !is_ascii(c); });
      return is_prose ? std::optional(RewrittenMarkup{std::string(words), i + 1}) : std::nullopt;
    }
  }
  return std::nullopt;
}

}  // namespace

std::string note_label(std::size_t number) {
  return "[^munjip-" + std::to_string(number) + "]";
}

std::string with_inline_signs(std::string_view line, std::vector<std::string>& notes) {
  std::string out;
  out.reserve(line.size());
  for (std::size_t at = 0; at < line.size();) {
    if (const auto sign = sign_at(line, at)) {
      out += sign->text;
      at = sign->end;
    } else if (const auto note = inline_note(line, at)) {
      notes.push_back(note->text);
      out += note_label(notes.size());
      at = note->end;
    } else {
      const std::size_t end = std::max(verbatim_end(line, at), at + 1);
      out += line.substr(at, end - at);
      at = end;
    }
  }
  return out;
}

}  // namespace munjip
