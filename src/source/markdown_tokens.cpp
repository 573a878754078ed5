#include "source/markdown_tokens.h"

#include <algorithm>
#include <array>

namespace munjip {

namespace {

constexpr std::string_view kOpen = "[##_", kClose = "_##]";

struct TokenMark {
  char sign;
  std::string_view mark, html;
};
// A colon, since addresses become links by it.
constexpr std::array<TokenMark, 20> kMarks = {
    {{'_', "\uFDD2", "_"}, {'*', "\uFDD3", "*"},     {'`', "\uFDD4", "`"},
     {'~', "\uFDD5", "~"}, {'<', "\uFDD6", "&lt;"},  {'[', "\uFDD7", "["},
     {']', "\uFDD8", "]"}, {'|', "\uFDD9", "|"},     {'\\', "\uFDDA", "\\"},
     {':', "\uFDDB", ":"}, {'&', "\uFDDC", "&amp;"}, {'{', "\uFDDD", "{"},
     {'}', "\uFDDE", "}"}, {'=', "\uFDDF", "="},     {'-', "\uFDE0", "-"},
     {'+', "\uFDE1", "+"}, {'#', "\uFDE2", "#"},     {'>', "\uFDE3", "&gt;"},
     {'.', "\uFDE4", "."}, {')', "\uFDE5", ")"}}};
// What all of them begin with in UTF-8.
constexpr std::string_view kMarkBegin = "\xEF\xB7";

template <class Fn>
std::string without_marks(std::string_view html, Fn sign_of) {
  std::string out;
  out.reserve(html.size());
  std::size_t from = 0;
  for (std::size_t at = html.find(kMarkBegin); at != std::string_view::npos;
       at = html.find(kMarkBegin, from)) {
    const std::string_view sign = html.substr(at, kMarks[0].mark.size());
    const auto* found = std::find_if(kMarks.begin(), kMarks.end(),
                                     [&](const TokenMark& mark) { return mark.mark == sign; });
    out += html.substr(from, at - from);
    out += found == kMarks.end() ? sign : sign_of(*found);
    from = at + sign.size();
  }
  return out.append(html.substr(from));
}

// In attributes, where no element can stand (the words of a picture), the mark just goes.
std::string with_code_elements(const std::string& html) {
  std::string out;
  out.reserve(html.size());
  bool in_tag = false;
  std::size_t from = 0;
  for (std::size_t at = html.find(kMarkBegin); at != std::string::npos;
       at = html.find(kMarkBegin, from)) {
    const std::string_view text = std::string_view(html).substr(from, at - from);
    const std::size_t bracket = text.find_last_of("<>");
    if (bracket != std::string_view::npos) in_tag = text[bracket] == '<';
    const std::string_view mark = std::string_view(html).substr(at, kCodeBegins.size());
    out += text;
    if (mark != kCodeBegins && mark != kCodeEnds) {
      out += mark;
    } else if (!in_tag) {
      out += mark == kCodeBegins ? "<code>" : "</code>";
    }
    from = at + mark.size();
  }
  return out.append(html, from);
}

bool is_mark(std::string_view sign) {
  return sign >= kMarks.front().mark && sign <= kCodeEnds;
}

}  // namespace

std::string without_marks_of_author(std::string_view text) {
  std::string out;
  std::size_t from = 0;
  for (std::size_t at = text.find(kMarkBegin); at != std::string_view::npos;
       at = text.find(kMarkBegin, at + 1)) {
    if (!is_mark(text.substr(at, kCodeEnds.size()))) continue;
    out += text.substr(from, at - from);
    from = at + kCodeEnds.size();
  }
  return out.append(text.substr(from));
}

void append_marked(std::string_view text, std::string& out) {
  for (const char c : text) {
    const auto* found = std::find_if(kMarks.begin(), kMarks.end(),
                                     [&](const TokenMark& mark) { return mark.sign == c; });
    if (found == kMarks.end()) {
      out += c;
    } else {
      out += found->mark;
    }
  }
}

std::string with_token_marks(std::string_view markdown) {
  std::string out;
  std::size_t from = 0;
  for (std::size_t at = markdown.find(kOpen); at != std::string_view::npos;
       at = markdown.find(kOpen, from)) {
    const std::size_t close = markdown.find(kClose, at + kOpen.size());
    if (close == std::string_view::npos) break;
    const std::size_t end = close + kClose.size();
    out += markdown.substr(from, at - from);
    // A token stands in one paragraph.
    if (markdown.substr(at, end - at).find("\n\n") == std::string_view::npos) {
      append_marked(markdown.substr(at, end - at), out);
    } else {
      out += markdown.substr(at, end - at);
    }
    from = end;
  }
  return out.append(markdown.substr(from));
}

std::string signs_of_marks(std::string_view text) {
  std::string out =
      without_marks(text, [](const TokenMark& mark) { return std::string_view(&mark.sign, 1); });
  return without_marks_of_author(out);
}

std::string without_token_marks(std::string_view html) {
  return with_code_elements(without_marks(html, [](const TokenMark& mark) { return mark.html; }));
}

}  // namespace munjip
