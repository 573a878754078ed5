#include "book/check.h"

#include <doctest/doctest.h>

#include "book/build_posts.h"

using namespace munjip;
using namespace munjip::testing;

namespace {

Book sound_book() {
  Diagnostics diagnostics;
  Post made = post("글", {heading(2, "절"), paragraph({text("본문"), mark(0)})});
  made.notes = {{{paragraph("주")}}};
  return book_of({made}, diagnostics);
}

// The faults of a sound book that `spoil` was let at.
template <class Spoil>
std::string faults(Spoil spoil) {
  Book book = sound_book();
  spoil(book.parts.front().posts.front(), book);
  return fault_lines(book);
}

bool found(const std::string& faults, const char* rule) {
  return faults.find(rule) != std::string::npos;
}

Inlines& content_of(Block& block) {
  return std::get<Paragraph>(block.is).content;
}

}  // namespace

TEST_CASE("a sound book has no faults") {
  CHECK(check_book(sound_book()).empty());
}

TEST_CASE("faults of text are found") {
  const auto with = [](Inlines content) {
    return faults([&](Post& post, Book&) {
      post.body[1] = paragraph(content);
      post.notes.clear();
    });
  };
  CHECK(found(with({text("가"), text("나")}), "no two texts stand side by side"));
  CHECK(found(with({text(" 가")}), "no space stands at the edges"));
  CHECK(found(with({text("가  나")}), "text is single-spaced"));
  CHECK(found(with({text("가\x01")}), "no control characters"));
  CHECK(found(with({text("\xFF")}), "valid UTF-8"));
  CHECK(found(with({}), "no block is empty"));
  CHECK(found(with({phrase(Element::strong, {}), text("가")}), "a phrase has content"));
  CHECK(found(with({text("가"), line_break()}), "no space stands at the edges"));
  CHECK(found(with({link("https://a.example/", {link("https://b.example/", {text("가")})})}),
              "links do not nest"));
  CHECK(found(with({link("없는.html", {text("가")})}), "leads somewhere"));
  CHECK(found(with({link("#post-9", {text("가")})}), "is in the book"));
}

TEST_CASE("faults of structure are found") {
  CHECK(found(faults([](Post& post, Book&) { std::get<Heading>(post.body[0].is).level = 3; }),
              "no heading level is skipped"));
  CHECK(found(faults([](Post& post, Book&) { post.body.push_back(divider()); }),
              "no divider comes last"));
  CHECK(found(faults([](Post& post, Book&) { post.notes.clear(); }), "a note mark has a note"));
  CHECK(found(faults([](Post& post, Book&) { content_of(post.body[1]).pop_back(); }),
              "every note has its mark"));
  CHECK(
      found(faults([](Post& post, Book&) { content_of(post.notes[0].body[0]).push_back(mark(0)); }),
            "no note mark stands in a note"));
  CHECK(
      found(faults([](Post& post, Book&) { post.body.push_back({List{}}); }), "a list has items"));
  CHECK(found(faults([](Post& post, Book& book) { book.parts[0].posts.push_back(post); }),
              "is unique"));
  CHECK(
      found(faults([](Post&, Book& book) { book.info.identifier.clear(); }), "has an identifier"));
  CHECK(found(faults([](Post& post, Book&) {
                Table table;
                table.body.resize(2);
                table.body[0].cells.resize(2);
                table.body[1].cells.resize(1);
                table.body[0].cells[0].children = {paragraph("가")};
                post.body.push_back({table});
              }),
              "without holes"));
}
