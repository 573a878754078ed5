#include "source/quote_credit.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "book/credit_line.h"
#include "source/inline_builder.h"

namespace munjip {

namespace {

bool is_break(const Inline& in) {
  return std::holds_alternative<LineBreak>(in.is);
}

bool is_all_cite(const Inlines& line) {
  const auto* phrase = line.size() == 1 ? std::get_if<Phrase>(&line.front().is) : nullptr;
  return phrase != nullptr && phrase->element == Element::cite;
}

// Where speech is opened by dashes the last line is speech too.
bool other_lines_begin_so(const Inlines& content, Inlines::const_iterator last) {
  Inlines line;
  for (auto in = content.begin(); in != last; ++in) {
    if (!is_break(*in)) {
      line.push_back(*in);
      continue;
    }
    if (begins_credit(plain_text(line))) return true;
    line.clear();
  }
  return begins_credit(plain_text(line));
}

}  // namespace

Inlines take_credit(Blocks& children) {
  if (children.empty()) return {};
  auto* paragraph = std::get_if<Paragraph>(&children.back().is);
  if (paragraph == nullptr) return {};
  Inlines& content = paragraph->content;
  const auto last_break = std::find_if(content.rbegin(), content.rend(), is_break);
  const auto line = last_break.base();  // behind the break, or the beginning
  const bool is_whole = line == content.begin();
  if (is_whole && children.size() == 1) return {};
  Inlines credit(line, content.end());
  if (!is_all_cite(credit) && !is_credit_line(plain_text(credit))) return {};
  if (!is_whole && other_lines_begin_so(content, std::prev(line))) return {};
  const auto* before =
      is_whole ? std::get_if<Paragraph>(&children[children.size() - 2].is) : nullptr;
  if (before != nullptr && begins_credit(plain_text(before->content))) return {};
  if (is_whole) {
    children.pop_back();
  } else {
    content.erase(std::prev(line), content.end());
    trim_end(content);
  }
  return credit;
}

void set_credit_apart(Blocks& children, SourcePos at) {
  Inlines credit = take_credit(children);
  if (credit.empty()) return;
  children.push_back({Paragraph{std::move(credit)}, {"credit"}, {}, at});
}

}  // namespace munjip
