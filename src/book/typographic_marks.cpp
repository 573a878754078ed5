// The pass typographic_marks: what stands in full width or as a stray dot in horizontal Korean text
// becomes the mark that type has for it (typography.md 3.2, 3.4). Never in code, in Japanese or
// Chinese, and no dots in what is quoted.
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "book/pass_functions.h"
#include "book/walk.h"

namespace munjip {

namespace {

// What the text at hand stands in.
struct Around {
  bool is_korean = true;
  bool is_quoted = false;

  Around with_lang(std::string_view lang) const {
    if (lang.empty()) return *this;
    const bool is_other = lang.starts_with("ja") || lang.starts_with("zh");
    return {!is_other, is_quoted};
  }
};

bool is_between_words(char32_t c) {
  return (c >= U'가' && c <= U'힣') || (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') ||
         (c >= U'0' && c <= U'9') || (c >= 0x4E00 && c <= 0x9FFF);
}

bool is_stray_dot(char32_t c) {
  return c == 0x318D || c == 0x30FB || c == 0x2027 || c == 0x2022;
}

// U+FF01 ... U+FF5E are ASCII in full width, in its order (Unicode, Halfwidth and Fullwidth Forms).
char32_t proportional(char32_t c) {
  if (c >= 0xFF01 && c <= 0xFF5E) return c - 0xFF01 + U'!';
  return c == 0xFFE6 ? U'₩' : c;
}

bool has_marks(std::string_view text) {
  return text.find_first_of("\xE2\xE3\xEF") != std::string_view::npos;
}

void set_text(std::string& text, const Around& around) {
  if (!around.is_korean || !has_marks(text)) return;
  const std::u32string before = to_utf32(text);
  std::string after;
  for (std::size_t i = 0; i < before.size(); ++i) {
    const bool is_inside = i > 0 && i + 1 < before.size() && is_between_words(before[i - 1]) &&
                           is_between_words(before[i + 1]);
    const bool is_dot = is_stray_dot(before[i]) && is_inside && !around.is_quoted;
    append_utf8(after, is_dot ? U'·' : proportional(before[i]));
  }
  text = std::move(after);
}

void set_inlines(Inlines& inlines, const Around& around) {
  for (Inline& in : inlines) {
    if (auto* text = std::get_if<Text>(&in.is)) set_text(text->text, around);
    Around inner = around;
    if (const auto* phrase = std::get_if<Phrase>(&in.is)) {
      inner = around.with_lang(phrase->lang);
      inner.is_quoted = inner.is_quoted || phrase->element == Element::quotation;
    }
    if (Inlines* children = children_of(in)) set_inlines(*children, inner);
  }
}

void set_blocks(Blocks& blocks, const Around& around) {
  for (Block& block : blocks) {
    Around inner = around.with_lang(block.lang);
    for_each_own_inlines(block, [&](Inlines& run) { set_inlines(run, inner); });
    inner.is_quoted = inner.is_quoted || std::holds_alternative<Quote>(block.is);
    for_each_child_list(block, [&](Blocks& children) { set_blocks(children, inner); });
  }
}

}  // namespace

void typographic_marks(Book& book, const Manifest& manifest, Diagnostics&) {
  if (!manifest.smart_punctuation) return;
  const Around in_book = Around().with_lang(book.info.language);
  set_text(book.info.title, in_book);
  set_text(book.info.subtitle, in_book);
  for (Part& part : book.parts) {
    set_text(part.title, in_book);
    for (Post& post : part.posts) {
      const Around in_post = in_book.with_lang(post.lang);
      set_text(post.title, in_post);
      for_each_body(post, [&](Blocks& body) { set_blocks(body, in_post); });
    }
  }
}

}  // namespace munjip
