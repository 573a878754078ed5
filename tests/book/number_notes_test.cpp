#include <doctest/doctest.h>

#include <algorithm>

#include "book/build_posts.h"

using namespace munjip;
using namespace munjip::testing;

namespace {

Note note(std::string words) {
  return {{paragraph(std::move(words))}};
}

std::string body_with_notes(Blocks body, std::vector<Note> notes) {
  Diagnostics diagnostics;
  Post made = post("글", std::move(body));
  made.notes = std::move(notes);
  const Book book = book_of({made}, diagnostics);
  CHECK(fault_lines(book) == "");
  return body_of(book);
}

}  // namespace

TEST_CASE("notes come in the order of their marks") {
  CHECK(
      body_with_notes({paragraph({text("가"), mark(1), text("나"), mark(0), text("다"), mark(1)})},
                      {note("둘째"), note("첫째")}) ==
      "<p>가<a class=\"noteref\" href=\"#post-1-note-1\">1</a>나<a class=\"noteref\" "
      "href=\"#post-1-note-2\">2</a>다<a class=\"noteref\" href=\"#post-1-note-1\">1</a></p>\n"
      "<aside class=\"note\" id=\"post-1-note-1\">\n<p>첫째</p>\n</aside>\n"
      "<aside class=\"note\" id=\"post-1-note-2\">\n<p>둘째</p>\n</aside>\n");
}

TEST_CASE("the credit of a quotation comes after it, its note too") {
  Block cited = quote({paragraph({text("인용"), mark(1)})});
  std::get<Quote>(cited.is).credit = {text("출처"), mark(0)};
  const std::string body = body_with_notes({cited}, {note("출처의 주"), note("인용의 주")});
  CHECK(body.find("인용의 주") < body.find("출처의 주"));
}

TEST_CASE(
    "a note that nothing marks is kept at the post's end, with a warning unless there is one") {
  Diagnostics diagnostics;
  Post made = post("글", {paragraph({text("가"), mark(1)})});
  made.notes = {note("외톨이"), note("표시된 주"), note("또 외톨이")};
  made.notes[0].at = {12, 1};
  made.notes[2].at = {14, 1};
  diagnostics.warn({"글.html", {14, 1}}, message("각주", "told by the reader"));
  const Book book = book_of({made}, diagnostics);
  CHECK(body_of(book).starts_with(
      "<p>가<a class=\"noteref\" href=\"#post-1-note-1\">1</a></p>\n"
      "<p><a class=\"noteref\" href=\"#post-1-note-2\">2</a> <a class=\"noteref\" "
      "href=\"#post-1-note-3\">3</a></p>\n"));
  CHECK(english(diagnostics).find("글.html:12:1: warning: a note that nothing") !=
        std::string::npos);
  CHECK(diagnostics.count(Severity::warning) == 2);
  CHECK_FALSE(diagnostics.content_lost());
}

TEST_CASE("marks of notes that are empty or not there go") {
  CHECK(body_with_notes({paragraph({text("가 "), mark(0), mark(5)}), paragraph({mark(0)})},
                        {note(" ")}) == "<p>가</p>\n");
}

TEST_CASE("a note in a note follows its text; a mark of a numbered note becomes its number") {
  Note outer{{paragraph({text("바깥"), mark(1), text(", "), mark(2), text(", "), mark(0)})}};
  CHECK(body_with_notes({paragraph({text("가"), mark(0), mark(2)})},
                        {outer, note("안"), note("따로")}) ==
        "<p>가<a class=\"noteref\" href=\"#post-1-note-1\">1</a><a class=\"noteref\" "
        "href=\"#post-1-note-2\">2</a></p>\n"
        "<aside class=\"note\" id=\"post-1-note-1\">\n<p>바깥, "
        "<sup>2</sup>,</p>\n<p>안</p>\n</aside>\n"
        "<aside class=\"note\" id=\"post-1-note-2\">\n<p>따로</p>\n</aside>\n");
}

TEST_CASE("a ring of notes is still finite") {
  std::vector<Note> ring;
  for (std::size_t i = 0; i < 1000; ++i)
    ring.push_back({{paragraph({text("주"), mark((i + 1) % 1000)})}});
  const std::string body = body_with_notes({paragraph({text("가"), mark(500)})}, ring);
  CHECK(std::count(body.begin(), body.end(), '\n') == 1 + 1000 + 2);
}

TEST_CASE("links do not nest, and note marks stand behind the link") {
  CHECK(body_with_notes({paragraph({link("https://a.example/",
                                         {text("가"), link("https://b.example/", {text("나")}),
                                          phrase(Element::strong, {text("다"), mark(0)})}),
                                    text("라")})},
                        {note("주")})
            .starts_with("<p><a href=\"https://a.example/\">가나<strong>다</strong></a>"
                         "<a class=\"noteref\" href=\"#post-1-note-1\">1</a>라</p>\n"));
}
