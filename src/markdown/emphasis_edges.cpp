#include "markdown/emphasis_edges.h"

#include "base/letters.h"
#include "base/overloaded.h"
#include "base/utf8.h"

namespace munjip {

Edge edge_of(char32_t c) {
  if (c == U' ' || c == U'\n') return Edge::space;
  if (c == U'*' || c == U'_' || c == U'~') return Edge::delimiter;
  if (c < 0x80) {
    const bool is_letter =
        (c >= U'0' && c <= U'9') || (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
    return is_letter ? Edge::letter : Edge::punctuation;
  }
  return is_hangul(c) || is_kana(c) || is_hanja(c) ? Edge::cjk : Edge::other;
}

bool turns_inside(Edge outside, Edge inside) {
  if (outside == Edge::delimiter) return false;
  if (inside == Edge::letter || inside == Edge::cjk) return true;
  if (inside != Edge::punctuation && inside != Edge::other) return false;
  return outside == Edge::space || outside == Edge::cjk || outside == Edge::punctuation;
}

char32_t first_character(const Inline& in) {
  return std::visit(overloaded{
                        [](const Text& is) {
                          std::size_t at = 0;
                          return is.text.empty() ? U' ' : next_code_point(is.text, at);
                        },
                        [](const Phrase&) { return U'*'; },
                        [](const InlineCode&) { return U'`'; },
                        [](const Link&) { return U'['; },
                        [](const NoteMark&) { return U'['; },
                        [](const LineBreak&) { return U'\n'; },
                        [](const auto&) { return U'<'; },
                    },
                    in.is);
}

char32_t last_character(std::string_view text) {
  std::size_t at = text.size();
  return text.empty() ? U' ' : previous_code_point(text, at);
}

char32_t last_character(const Inline& in) {
  return std::visit(overloaded{
                        [](const Text& is) { return last_character(is.text); },
                        [](const Phrase&) { return U'*'; },
                        [](const InlineCode&) { return U'`'; },
                        [](const Link&) { return U')'; },
                        [](const NoteMark&) { return U']'; },
                        [](const LineBreak&) { return U'\n'; },
                        [](const auto&) { return U'>'; },
                    },
                    in.is);
}

char32_t first_character(const Inlines& inlines) {
  return inlines.empty() ? U' ' : first_character(inlines.front());
}

char32_t last_character(const Inlines& inlines) {
  return inlines.empty() ? U' ' : last_character(inlines.back());
}

}  // namespace munjip
