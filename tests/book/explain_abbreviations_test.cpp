#include <doctest/doctest.h>

#include "book/build_posts.h"
#include "book/walk.h"

using namespace munjip;
using namespace munjip::testing;

namespace {

Inline abbreviation(std::string words, std::string title) {
  Phrase phrase{Element::abbreviation, {text(std::move(words))}};
  phrase.title = std::move(title);
  return {std::move(phrase)};
}

// Which of the abbreviations of all posts show what they stand for, in order.
std::vector<bool> shown(std::vector<Post> posts) {
  Diagnostics diagnostics;
  const Book book = book_of(std::move(posts), diagnostics);
  std::vector<bool> found;
  for_each_post(book, [&](const Post& post) {
    for_each_run(post.body, [&](const Inlines& run) {
      for_each_inline(run, [&](const Inline& in) {
        const auto* phrase = std::get_if<Phrase>(&in.is);
        if (phrase != nullptr && !phrase->title.empty()) found.push_back(phrase->shows_title);
      });
    });
  });
  return found;
}

}  // namespace

TEST_CASE("an abbreviation is written out where a post has it first, if its author has not") {
  const Inline ministry = abbreviation("문체부", "문화체육관광부");
  const Post first = post(
      "글", {paragraph({ministry, text("와 "), ministry}), paragraph({text("또 "), ministry})});
  CHECK(shown({first, first}) == std::vector<bool>{true, false, false, true, false, false});
  // In a phrase, before the one outside of it; and of two that mean different things both.
  CHECK(shown({post("글", {paragraph({phrase(Element::strong, {ministry}), text(" "), ministry,
                                      abbreviation("문체부", "문장 체 부록")})})}) ==
        std::vector<bool>{true, false, true});
  CHECK(shown({post("글", {paragraph({ministry, text("(문화체육관광부)는")})})}) ==
        std::vector<bool>{false});
  CHECK(shown({post("글", {paragraph({abbreviation("문화체육관광부", "문화체육관광부")})})}) ==
        std::vector<bool>{false});
}
