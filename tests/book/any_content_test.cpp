// Content of every kind and with every fault, as no reader should give it: the passes mend it all.
#include <doctest/doctest.h>

#include <random>

#include "book/build_posts.h"
#include "book/walk.h"

using namespace munjip;
using namespace munjip::testing;

namespace {

// Grows content of every kind, with every fault that the passes are to mend.
class Wilderness {
 public:
  explicit Wilderness(unsigned seed) : random_(seed) {}

  Post post() {
    Post made;
    made.title = pick({"글", "글 (1)", "", " 제목\n둘 ", "😀"});
    made.file = pick({"a.html", "b/c.md", "12/12-글.html"});
    made.shown_file = made.file.string();
    made.address = pick({"", "https://example.com/1", "https://b.tistory.com/entry/글", "/글/"});
    made.lang = pick({"", "ko", "쓸 수 없음"});
    if (chance(2)) made.number = static_cast<long>(below(20));
    if (chance(2)) made.published = DateTime{2025, 1, 1 + static_cast<int>(below(28))};
    note_count_ = below(5);
    made.body = blocks(0);
    for (std::size_t i = 0; i < note_count_; ++i) made.notes.push_back({blocks(3)});
    if (chance(2)) made.resources.push_back({"img-1", {}, "bytes"});
    return made;
  }

 private:
  std::size_t below(std::size_t n) { return random_() % n; }
  bool chance(std::size_t n) { return below(n) == 0; }
  std::string pick(std::vector<std::string> texts) { return texts[below(texts.size())]; }

  std::string words() {
    return pick({"", " ", "가", " 나 ", "다\n\n라", "\u00A0", "\u200B", "a\x02b", "\xFF",
                 "긴 글이 이어진다 ", "\u3000들여", "\"따옴표\"", "끝..."});
  }

  Inlines inlines(int depth) {
    Inlines list;
    for (std::size_t n = below(5); n > 0; --n) list.push_back(in(depth));
    return list;
  }

  Inline in(int depth) {
    switch (below(depth > 5 ? 7 : 10)) {
      case 0:
        return text(words());
      case 1:
        return line_break();
      case 2:
        return mark(below(7));
      case 3:
        return {Anchor{pick({"a", "b", "절", ""})}};
      case 4:
        return {InlineCode{words()}};
      case 5:
        return {Ruby{words(), words()}};
      case 6:
        return {InlineImage{image()}};
      case 7:
        return link(
            pick({"", "#a", "#b", "#절", "#", "javascript:x", "https://example.com/1",
                  "https://a b/", "b/c.md", "/entry/글", "http://x.y/ z", "mailto:", "mailto:a@b"}),
            inlines(depth + 1));
      default:
        return phrase(chance(5) ? Element::paragraph : Element::strong, inlines(depth + 1));
    }
  }

  Image image() {
    Image made;
    made.resource = pick({"", "img-1", "img-2"});
    made.source = words();
    made.alt = words();
    made.width_px = static_cast<int>(below(3)) - 1;
    return made;
  }

  Blocks blocks(int depth) {
    Blocks list;
    for (std::size_t n = below(6); n > 0; --n) {
      list.push_back(block(depth));
      list.back().lang = pick({"", "en", "x y"});
      if (chance(4)) list.back().classes = {pick({"a", "b c", ""})};
    }
    return list;
  }

  Block block(int depth) {
    switch (below(depth > 4 ? 6 : 11)) {
      case 0:
        return {Heading{static_cast<int>(below(8)), inlines(0), pick({"", "a", "절"})}};
      case 1:
        return paragraph(inlines(0));
      case 2:
        return divider();
      case 3:
        return {CodeBlock{pick({"", "\n", "a\n\tb", "\x01"}), words()}};
      case 4:
        return {LinkBox{LinkBoxKind::card, words(), pick({"", "a.zip", "https://a.b/c", "x:y"}),
                        words(), inlines(0)}};
      case 5:
        return {Figure{chance(2) ? std::vector<Image>{} : std::vector<Image>{image()}, inlines(0)}};
      case 6:
        return {Quote{blocks(depth + 1), inlines(0)}};
      case 7:
        return {Group{blocks(depth + 1)}};
      case 8:
        return {list(depth)};
      case 9:
        return {definitions(depth)};
      default:
        return {table(depth)};
    }
  }

  List list(int depth) {
    List made;
    made.marker = chance(2) ? ListMarker::decimal : ListMarker::bullet;
    for (std::size_t n = below(4); n > 0; --n) made.items.push_back({blocks(depth + 1)});
    return made;
  }

  DefinitionList definitions(int depth) {
    DefinitionList made;
    for (std::size_t n = below(4); n > 0; --n) {
      DefinitionItem& item = made.items.emplace_back();
      for (std::size_t t = below(3); t > 0; --t) item.terms.push_back(inlines(0));
      for (std::size_t d = below(3); d > 0; --d) item.definitions.push_back(blocks(depth + 1));
    }
    return made;
  }

  Table table(int depth) {
    Table made;
    made.caption = inlines(0);
    for (auto* rows : {&made.head, &made.body}) {
      for (std::size_t n = below(4); n > 0; --n) {
        Row& row = rows->emplace_back();
        for (std::size_t c = below(4); c > 0; --c) {
          Cell& cell = row.cells.emplace_back();
          cell.children = blocks(depth + 1);
          cell.colspan = static_cast<int>(below(5)) - 1;
          cell.rowspan = static_cast<int>(below(5)) - 1;
        }
      }
    }
    return made;
  }

  std::mt19937 random_;
  std::size_t note_count_ = 0;
};

// How often the sign stands in what a reader of the post sees.
std::size_t count_sign(const Post& post, std::string_view sign) {
  std::string seen;
  for_each_body(post, [&](const Blocks& body) {
    for_each_run(body, [&](const Inlines& run) { seen += plain_text(run) + "\n"; });
    for_each_block(body, [&](const Block& block) {
      if (const auto* box = std::get_if<LinkBox>(&block.is)) {
        seen += box->title + "\n" + box->description + "\n";
      }
    });
  });
  for (const Dropped& dropped : post.dropped) seen += dropped.text + "\n";
  std::size_t count = 0;
  for (std::size_t at = seen.find(sign); at != std::string::npos; at = seen.find(sign, at + 1)) {
    ++count;
  }
  return count;
}

}  // namespace

TEST_CASE("whatever readers give, the invariants hold") {
  for (unsigned seed = 0; seed < 1500; ++seed) {
    CAPTURE(seed);
    Wilderness wilderness(seed);
    std::vector<Post> posts;
    for (unsigned n = 0; n <= seed % 3; ++n) posts.push_back(wilderness.post());
    Diagnostics diagnostics;
    const Book book = book_of(std::move(posts), diagnostics, seed % 2 == 0);
    REQUIRE(fault_lines(book) == "");
    REQUIRE_FALSE(dump_book(book).empty());
  }
}

TEST_CASE("the passes come to rest: a finished book passes through them unchanged") {
  Diagnostics diagnostics;
  const auto pass_again = [&](const Book& book) {
    Post again = only_post(book);
    for (const auto& [name, resource] : book.resources) again.resources.push_back(resource);
    return book_of({again}, diagnostics);
  };
  for (unsigned seed = 0; seed < 300; ++seed) {
    CAPTURE(seed);
    const Book once = book_of({Wilderness(seed).post()}, diagnostics);
    const Book twice = pass_again(once);
    REQUIRE(book_text(twice) == book_text(once));
    REQUIRE(body_of(pass_again(twice)) == body_of(twice));  // anchors are numbered anew once
  }
}

TEST_CASE("no text is lost on the way") {
  for (unsigned seed = 0; seed < 500; ++seed) {
    CAPTURE(seed);
    const Post before = Wilderness(seed).post();
    Diagnostics diagnostics;
    const Book book = book_of({before}, diagnostics);
    for (const char* sign : {"가", "나", "이어진다", "들여", "끝..."}) {
      CAPTURE(sign);
      REQUIRE(count_sign(only_post(book), sign) == count_sign(before, sign));
    }
  }
}
