#include "book/content.h"

#include <string_view>

#include "base/overloaded.h"

namespace munjip {

namespace {

void append_plain(std::string& out, const Inlines& inlines) {
  for (const Inline& in : inlines) {
    std::visit(overloaded{
                   [&](const Text& text) { out += text.text; },
                   [&](const Phrase& phrase) { append_plain(out, phrase.children); },
                   [&](const InlineCode& code) { out += code.text; },
                   [&](const Link& link) { append_plain(out, link.children); },
                   [&](const Ruby& ruby) { out += ruby.base + "(" + ruby.reading + ")"; },
                   [&](const LineBreak&) { out += ' '; },
                   [](const NoteMark&) {},
                   [](const InlineImage&) {},
                   [](const Anchor&) {},
                   [](const IndexTerm&) {},
               },
               in.is);
  }
}

}  // namespace

std::string plain_text(const Inlines& inlines) {
  std::string out;
  append_plain(out, inlines);
  return out;
}

}  // namespace munjip
