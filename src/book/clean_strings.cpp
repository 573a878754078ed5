// The pass clean_strings: what XML 1.0 (2.2) forbids, and what no page can show, leaves every
// string here, so that no writer has to think of it again.
#include <algorithm>
#include <string>
#include <string_view>

#include "base/overloaded.h"
#include "base/utf8.h"
#include "book/blank.h"
#include "book/labels.h"
#include "book/language.h"
#include "book/pass_functions.h"
#include "book/walk.h"

namespace munjip {

namespace {

enum class LineEnds { spaces, kept };

constexpr char32_t kRemoved = 0xFFFFFFFF;

// What stands for `c`, or kRemoved.
char32_t cleaned(char32_t c, LineEnds line_ends) {
  if (c == U'\n' || c == U'\t') return line_ends == LineEnds::kept ? c : U' ';
  if (c < 0x20 || (c >= 0x7F && c < 0xA0)) return kRemoved;
  switch (c) {
    case 0x00AD:  // soft hyphen, byte order mark: hints of editors for screens; on paper they are
    case 0xFEFF:  // nothing, and in copied text they are noise
      return kRemoved;
    case 0x2028:  // line and paragraph separator
    case 0x2029:
      return line_ends == LineEnds::kept ? U'\n' : U' ';
    default:
      break;
  }
  const bool is_noncharacter = (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE;
  return is_noncharacter ? kRemoved : c;
}

constexpr char32_t kZeroWidthSpace = U'\u200B';

// Whether a zero width space at `begin` ... `end` lets a line end within a long name or address.
// Elsewhere it is an editor's placeholder, and between Hangul, where a line may end anyway, it
// would hide words from a search.
bool is_break_in_name(std::string_view text, std::size_t begin, std::size_t end) {
  const auto is_of_name = [](char c) { return c > ' ' && c < 0x7F; };
  return begin > 0 && end < text.size() && is_of_name(text[begin - 1]) && is_of_name(text[end]);
}

// What stands for the code point `c` that was read from `begin` ... `end`, or kRemoved.
char32_t cleaned_at(std::string_view text, std::size_t begin, std::size_t end, char32_t c,
                    LineEnds line_ends) {
  if (c != kZeroWidthSpace) return cleaned(c, line_ends);
  const bool is_kept = line_ends == LineEnds::spaces && is_break_in_name(text, begin, end);
  return is_kept ? c : kRemoved;
}

bool is_clean(std::string_view text, LineEnds line_ends) {
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte >= 0x20 && byte < 0x7F) {
      ++at;
      continue;
    }
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    // A replacement character in the text is three bytes; a broken sequence may be as long.
    const bool is_broken = c == kReplacement && text.substr(begin, at - begin) != "\uFFFD";
    if (is_broken || cleaned_at(text, begin, at, c, line_ends) != c) return false;
  }
  return true;
}

void clean(std::string& text, LineEnds line_ends = LineEnds::spaces) {
  if (is_clean(text, line_ends)) return;
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    const char32_t kept = cleaned_at(text, begin, at, c, line_ends);
    if (kept != kRemoved) append_utf8(out, kept);
  }
  text = std::move(out);
}

// A string of its own line: single spaces, none at the ends.
void clean_line(std::string& text) {
  clean(text);
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = space_length(text, at);
    if (length == 0) {
      out.push_back(text[at++]);
      continue;
    }
    at += length;
    if (!out.empty() && out.back() != ' ') out.push_back(' ');
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  text = std::move(out);
}

void clean_language(std::string& tag) {
  if (!is_language_tag(tag)) tag.clear();
}

void clean_classes(std::vector<std::string>& classes) {
  for (std::string& name : classes) clean(name);
  classes.erase(std::remove_if(classes.begin(), classes.end(),
                               [](const std::string& name) {
                                 return name.empty() || name.find(' ') != std::string::npos;
                               }),
                classes.end());
}

void clean_image(Image& image) {
  clean_line(image.source);
  clean_line(image.lost_name);
  clean_line(image.alt);
  image.width_px = std::max(image.width_px, 0);
  image.height_px = std::max(image.height_px, 0);
}

void clean_inline(Inline& in) {
  std::visit(overloaded{
                 [](Text& text) { clean(text.text); },
                 [](Phrase& phrase) {
                   clean_language(phrase.lang);
                   clean_classes(phrase.classes);
                   clean_line(phrase.title);
                   if (is_block(phrase.element)) phrase.element = Element::span;
                 },
                 [](InlineCode& code) { clean_line(code.text); },
                 [](Link& link) { clean_line(link.target); },
                 [](Ruby& ruby) {
                   clean_line(ruby.base);
                   clean_line(ruby.reading);
                 },
                 [](InlineImage& picture) { clean_image(picture.image); },
                 [](Anchor& anchor) { clean(anchor.id); },
                 [](IndexTerm& term) {
                   clean_line(term.term);
                   clean_line(term.reading);
                 },
                 [](NoteMark&) {},
                 [](LineBreak&) {},
             },
             in.is);
  // Ruby with one half is plain text.
  if (const auto* ruby = std::get_if<Ruby>(&in.is)) {
    if (ruby->base.empty() || ruby->reading.empty()) in.is = Text{ruby->base + ruby->reading};
  }
  if (const auto* code = std::get_if<InlineCode>(&in.is)) {
    if (code->text.empty()) in.is = Text{" "};
  }
}

// Lines end with '\n', the last one too, and no blank lines stand around the code.
void clean_code(CodeBlock& code) {
  clean(code.text, LineEnds::kept);
  clean_line(code.language);
  std::size_t begin = 0;
  for (std::size_t end = code.text.find('\n');
       end != std::string::npos && is_blank(std::string_view(code.text).substr(begin, end - begin));
       end = code.text.find('\n', begin)) {
    begin = end + 1;
  }
  const std::size_t last = code.text.find_last_not_of(" \t\n");
  if (last == std::string::npos) {
    code.text.clear();
    return;
  }
  const std::size_t end = std::min(code.text.find('\n', last), code.text.size());
  code.text = code.text.substr(begin, end - begin) + '\n';
}

void clean_block(Block& block) {
  clean_language(block.lang);
  clean_classes(block.classes);
  if (auto* code = std::get_if<CodeBlock>(&block.is)) clean_code(*code);
  if (auto* heading = std::get_if<Heading>(&block.is)) clean(heading->id);
  if (auto* figure = std::get_if<Figure>(&block.is)) {
    for (Image& image : figure->images) clean_image(image);
  }
  if (auto* box = std::get_if<LinkBox>(&block.is)) {
    clean_line(box->title);
    clean_line(box->target);
    clean_line(box->description);
  }
  for_each_own_inlines(block, [](Inlines& run) { for_each_inline(run, clean_inline); });
}

void clean_post(Post& post, std::string_view book_language) {
  for (std::string* line : {&post.title, &post.author, &post.category, &post.address}) {
    clean_line(*line);
  }
  for (std::string& tag : post.tags) clean_line(tag);
  clean_language(post.lang);
  if (post.title.empty()) {
    post.title = label(Label::untitled, book_language);
    post.title_is_guessed = true;
  }
  for_each_body(post, [](Blocks& body) { for_each_block(body, clean_block); });
}

void clean_info(BookInfo& info) {
  for (std::string* line : {&info.title, &info.subtitle, &info.publisher, &info.description,
                            &info.rights, &info.isbn, &info.identifier, &info.series}) {
    clean_line(*line);
  }
  for (Person& person : info.authors) {
    clean_line(person.name);
    clean_line(person.file_as);
  }
  info.authors.erase(std::remove_if(info.authors.begin(), info.authors.end(),
                                    [](const Person& person) { return person.name.empty(); }),
                     info.authors.end());
  if (!is_language_tag(info.language)) info.language = "ko";
}

}  // namespace

void clean_strings(Book& book, const Manifest&, Diagnostics&) {
  clean_info(book.info);
  for (Part& part : book.parts) {
    clean_line(part.title);
    for (Post& post : part.posts) clean_post(post, book.info.language);
  }
  for (auto& [name, resource] : book.resources) clean_line(resource.shown_name);
}

}  // namespace munjip
