// Short ways to write content in tests.
#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "book/assemble.h"
#include "book/check.h"
#include "book/dump.h"

namespace munjip::testing {

inline Inline text(std::string words) {
  return {Text{std::move(words)}};
}
inline Inline phrase(Element element, Inlines children) {
  return {Phrase{element, std::move(children)}};
}
inline Inline link(std::string target, Inlines children) {
  return {Link{std::move(children), std::move(target)}};
}
inline Inline mark(std::size_t note) {
  return {NoteMark{note}};
}
inline Inline line_break() {
  return {LineBreak{}};
}
inline Inline anchor(std::string id) {
  return {Anchor{std::move(id)}};
}

inline Block paragraph(Inlines content) {
  return {Paragraph{std::move(content)}};
}
inline Block paragraph(std::string words) {
  return paragraph(Inlines{text(std::move(words))});
}
inline Block heading(int level, std::string words, std::string id = {}) {
  return {Heading{level, {text(std::move(words))}, std::move(id)}};
}
inline Block quote(Blocks children) {
  return {Quote{std::move(children)}};
}
inline Block divider() {
  return {Divider{}};
}

inline Post post(std::string title, Blocks body) {
  Post made;
  made.title = std::move(title);
  made.file = made.title + ".html";
  made.shown_file = made.file.string();
  made.body = std::move(body);
  return made;
}

inline Post dated(std::string title, int year, int month, int day) {
  Post made = post(title, {paragraph("본문 " + title)});
  made.published = DateTime{year, month, day};
  return made;
}

// A post whose title is its path.
inline Post in_file(std::string path) {
  Post made = post(path, {paragraph("본문 " + path)});
  made.file = path;
  return made;
}

inline std::vector<std::string> titles(const Book& book) {
  std::vector<std::string> found;
  for (const Part& part : book.parts) {
    for (const Post& one : part.posts) found.push_back(one.title);
  }
  return found;
}
using Titles = std::vector<std::string>;

// A book of all posts in the folder, in the order of their dates.
inline Manifest folder_manifest() {
  Manifest manifest = manifest_for_folder(".");
  manifest.info.title = "책";
  return manifest;
}

// All messages, in English.
inline std::string english(const Diagnostics& diagnostics) {
  std::string out;
  for (const Diagnostic& d : diagnostics.all()) out += to_string(d, Language::english);
  return out;
}

// What check_book finds, a line each.
inline std::string fault_lines(const Book& book) {
  std::string out;
  for (const std::string& fault : check_book(book)) out += fault + "\n";
  return out;
}

// The book of `posts` in the order in which they are given.
inline Book book_of(std::vector<Post> posts, Diagnostics& diagnostics,
                    bool smart_punctuation = false) {
  Manifest manifest = manifest_for_folder(".");
  manifest.info.title = "책";
  manifest.parts.front().posts.order = PostOrder::as_listed;
  manifest.smart_punctuation = smart_punctuation;
  return assemble_book(manifest, std::move(posts), diagnostics);
}

inline Book book_of(Blocks body) {
  Diagnostics diagnostics;
  return book_of({post("글", std::move(body))}, diagnostics);
}

inline const Post& only_post(const Book& book) {
  return book.parts.front().posts.front();
}

// The lines of dump_book from the post's title on, without indentation: what the passes made of a
// single post.
inline std::string body_of(const Book& book) {
  const std::string dump = dump_book(book);
  std::string out;
  bool inside = false;
  for (std::size_t at = 0; at < dump.size();) {
    std::size_t end = dump.find('\n', at);
    const std::string line = dump.substr(at, end - at);
    at = end + 1;
    const std::string bare = line.substr(std::min(line.find_first_not_of(' '), line.size()));
    if (bare.starts_with("<section class=\"post\"")) inside = true;
    if (bare == "</section>" && inside) break;
    if (inside && !bare.starts_with("<section") && !bare.starts_with("<h1>")) out += bare + "\n";
  }
  return out;
}

inline std::string body_of(Blocks blocks) {
  const Book book = book_of(std::move(blocks));
  return body_of(book);
}

}  // namespace munjip::testing
