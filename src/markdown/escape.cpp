#include "markdown/escape.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/utf8.h"
#include "book/list_marker.h"

namespace munjip {

namespace {

// Keeps two characters apart where no escape does: nothing to a reader of HTML.
constexpr std::string_view kNothing = "<!-- -->";

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_alphanumeric(char c) {
  return is_letter(c) || is_digit(c);
}

// Before the `@` of an address (GitHub Flavored Markdown, 6.9).
bool is_mailbox_character(char c) {
  return is_alphanumeric(c) || c == '.' || c == '-' || c == '_' || c == '+';
}

char at_or_nul(std::string_view text, std::size_t i) {
  return i < text.size() ? text[i] : '\0';
}

// `{` opens a dialect's tag before these; at the end of the text what follows is not known.
bool opens_tag(char next) {
  return next == '\0' || std::string_view(":{%#.<").find(next) != std::string_view::npos;
}

// `{漢字|한자}`, which would be read as ruby.
bool opens_ruby(std::string_view rest) {
  constexpr std::size_t kMaxRuby = 260;
  rest = rest.substr(0, kMaxRuby);
  return rest.find('|') < rest.find('}');
}

// `:smile:`, which would be read as an emoji.
bool is_emoji_name(std::string_view rest) {
  constexpr std::size_t kLongest = 34;
  const std::size_t end = rest.substr(0, kLongest).find(':', 1);
  if (!rest.starts_with(':') || end == std::string_view::npos || end == 1) return false;
  return std::all_of(rest.begin() + 1, rest.begin() + static_cast<std::ptrdiff_t>(end), [](char c) {
    return (c >= 'a' && c <= 'z') || is_digit(c) || c == '_' || c == '+' || c == '-';
  });
}

// The tokens of Tistory that the reader looks for in text, however it is written.
bool is_token(std::string_view rest) {
  return rest.starts_with("[##_") || rest.starts_with("[#M_") || rest.starts_with("_M#]");
}

// Whether the scheme of an address that GitHub makes links of ends before `colon`.
bool ends_scheme(std::string_view text, std::size_t colon) {
  const std::string_view before = text.substr(0, colon);
  return text.substr(colon).starts_with("://") &&
         std::any_of(before.begin(), before.end(), is_letter) && is_letter(before.back());
}

// The bytes of `①` or `㉮` at the text's start.
std::size_t circled_size(std::string_view text) {
  std::size_t end = 0;
  const char32_t c = text.empty() ? U'\0' : next_code_point(text, end);
  return (c >= U'①' && c <= U'⑳') || (c >= U'㉮' && c <= U'㉻') ? end : 0;
}

// The bytes of `가.`, `ㄱ)` at the text's start, before a space.
std::size_t hangul_mark_size(std::string_view text) {
  std::size_t end = 0;
  const char32_t c = text.empty() ? U'\0' : next_code_point(text, end);
  const bool counts = kCountingSyllables.find(c) != std::u32string_view::npos ||
                      kCountingJamo.find(c) != std::u32string_view::npos;
  if (!counts) return 0;
  const char sign = at_or_nul(text, end);
  return (sign == '.' || sign == ')') && at_or_nul(text, end + 1) == ' ' ? end + 1 : 0;
}

// How many characters at a line's start make a mark of a block; the last of them is to be escaped.
std::size_t block_mark_length(std::string_view text) {
  const char next = at_or_nul(text, 1);
  const bool ends = next == ' ' || next == '\0';
  switch (at_or_nul(text, 0)) {
    case '>':
    case '=':
    case '|':
      return 1;
    case '#':
      return next == '#' || text.find_first_not_of('#') == std::string_view::npos ||
                     text[text.find_first_not_of('#')] == ' '
                 ? 1
                 : 0;
    case '-':
      return ends || next == '-' || next == '|' || next == ':' ? 1 : 0;
    case ':':  // of a table's delimiter row; of a definition; of a division
      return next == '-' || next == ' ' || text.starts_with(":::") ? 1 : 0;
    case '%':
      return next == '%' ? 1 : 0;
    case '+':
      return ends ? 1 : 0;
    case '(':
      return is_digit(next) || hangul_mark_size(text.substr(1)) > 0 ? 1 : 0;
    default:
      break;
  }
  if (const std::size_t size = hangul_mark_size(text); size > 0) return size;
  const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
  const char mark = at_or_nul(text, digits);
  const char behind = at_or_nul(text, digits + 1);
  const bool is_number = digits > 0 && digits <= 9 && (mark == '.' || mark == ')') &&
                         (behind == ' ' || behind == '\0');
  return is_number ? digits + 1 : 0;
}

class Escaper {
 public:
  Escaper(std::string_view text, const TextPlace& place) : text_(text), place_(place) {
    out_.reserve(text.size() + text.size() / 8);
  }

  std::string run() {
    if (place_.at_line_start) escape_block_mark();
    while (at_ < text_.size()) write(text_[at_]);
    return std::move(out_);
  }

 private:
  char next() const { return at_or_nul(text_, at_ + 1); }
  char previous() const { return at_ == 0 ? '\0' : text_[at_ - 1]; }
  bool is_last() const { return at_ + 1 == text_.size(); }

  void plain() { out_ += text_[at_++]; }
  void escaped() {
    out_ += '\\';
    plain();
  }
  void escaped_if(bool condition) {
    if (condition) out_ += '\\';
    plain();
  }
  void replaced(std::string_view by) {
    out_ += by;
    ++at_;
  }

  void escape_block_mark() {
    if (const std::size_t size = circled_size(text_); size > 0) {
      std::size_t end = 0;
      out_ += "&#" + std::to_string(static_cast<std::uint32_t>(next_code_point(text_, end))) + ";";
      at_ = size;
      return;
    }
    const std::size_t length = block_mark_length(text_);
    if (length == 0) return;
    out_.append(text_.substr(0, length - 1));
    at_ = length - 1;
    escaped();
  }

  void write(char c) {
    switch (c) {
      case '\\':
      case '*':
      case '<':
        escaped();
        break;
      case '`':
        replaced("&#96;");  // an escape would still pair with a later one in the dialects' eyes
        break;
      case '_':
        write_underscore();
        break;
      case '&':
        escaped_if(next() == '#' || is_letter(next()));
        break;
      case '[':
        if (is_token(text_.substr(at_))) {
          replaced("\\[");
          out_ += kNothing;
        } else {
          escaped();
        }
        break;
      case ']':
        escaped_if(place_.in_link || is_last() || next() == '(' || next() == '[' || next() == ':' ||
                   next() == '{');
        break;
      case '!':
        escaped_if(is_last() || next() == '[');
        break;
      case '$':  // of a formula, which keeps its signs as they are
        escaped_if(next() != ' ');
        break;
      case '(':
        escaped_if(previous() == '\\');
        break;
      case '~':
        escaped_if(at_ == 0 || is_last() || next() == '~' || previous() == '~' ||
                   is_letter(previous()) || previous() == ')');
        break;
      case '=':
        escaped_if(next() == '=' || (is_last() && at_ == 0));
        break;
      case '^':
        escaped_if(is_last() || next() == '[' || is_alphanumeric(next()));
        break;
      case '|':
        escaped_if(place_.in_cell);
        break;
      case '#':
        escaped_if(is_last());  // would close a heading
        break;
      case '{':
        if (opens_tag(next()) || opens_ruby(text_.substr(at_))) {
          replaced("&#123;");
        } else {
          plain();
        }
        break;
      default:
        write_address_mark(c);
    }
  }

  void write_underscore() {
    if (is_token(text_.substr(at_))) {
      escaped();
      out_ += kNothing;
      return;
    }
    escaped_if(!is_alphanumeric(previous()) || !is_alphanumeric(next()));
  }

  // What GitHub's extension would make a link of.
  void write_address_mark(char c) {
    if (c == ':' && (ends_scheme(text_, at_) || is_emoji_name(text_.substr(at_)))) {
      escaped();
    } else if (c == '@' && !place_.in_link && is_mailbox_character(previous()) &&
               is_alphanumeric(next())) {
      out_ += kNothing;
      plain();
    } else if (c == 'w' && text_.substr(at_).starts_with("www.") && !is_alphanumeric(previous())) {
      out_ += "www\\.";
      at_ += 4;
    } else {
      plain();
    }
  }

  std::string_view text_;
  TextPlace place_;
  std::string out_;
  std::size_t at_ = 0;
};

// The reference that stands for `c` in HTML within Markdown; empty where it may stand as it is.
std::string_view reference_for(std::string_view text, std::size_t at) {
  switch (text[at]) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '`':  // a fence of code at the beginning of a line
      return "&#96;";
    case '~':
      return "&#126;";
    case '|':  // a cell's end where a table's row holds the tag
      return "&#124;";
    case '$':
      return at_or_nul(text, at + 1) == ' ' ? "" : "&#36;";
    case '=':
      return at_or_nul(text, at + 1) == '=' ? "&#61;" : "";
    case '^':
      return "&#94;";
    case ':':
      return is_emoji_name(text.substr(at)) ? "&#58;" : "";
    case '{':
      return opens_tag(at_or_nul(text, at + 1)) ? "&#123;" : "";
    default:
      return "";
  }
}

void append_html(std::string& out, std::string_view text, std::size_t at) {
  const std::string_view reference = reference_for(text, at);
  if (reference.empty()) {
    out += text[at];
  } else {
    out += reference;
  }
}

}  // namespace

std::string markdown_text(std::string_view text, const TextPlace& place) {
  return Escaper(text, place).run();
}

std::string html_text(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    append_html(out, text, at);
    if (is_token(text.substr(at))) out += kNothing;
  }
  return out;
}

std::string html_attribute(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) append_html(out, text, at);
  return out;
}

std::string html_code(std::string_view code) {
  if (code.ends_with('\n')) code.remove_suffix(1);
  std::string out;
  for (std::size_t at = 0; at < code.size(); ++at) {
    if (code[at] != '\n') {
      append_html(out, code, at);
      continue;
    }
    // A line of blanks is empty as well.
    const std::size_t text = code.find_first_not_of(" \t", at + 1);
    const bool is_before_empty_line = text != std::string_view::npos && code[text] == '\n';
    out += is_before_empty_line ? "&#10;" : "\n";
  }
  return out;
}

bool is_markdown_address(std::string_view address) {
  constexpr std::string_view kSafe = "-_.+!*,%#@?=;:/&$~";
  const bool is_safe = std::all_of(address.begin(), address.end(), [&](char c) {
    return is_alphanumeric(c) || kSafe.find(c) != std::string_view::npos;
  });
  if (!is_safe || address.empty()) return false;
  // `&name;` would be read as a character.
  const std::size_t ampersand = address.find('&');
  return ampersand == std::string_view::npos ||
         address.find(';', ampersand) == std::string_view::npos;
}

}  // namespace munjip
