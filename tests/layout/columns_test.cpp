// Columns in a book, from its style to the pages (CSS Multi-column Layout 1).
#include <algorithm>
#include <set>

#include "layout/set_book.h"

using namespace munjip;
using namespace munjip::sample;

namespace {

PagedBook set_with(const Book& book, const char* css, const char* base = "handout.css") {
  Diagnostics ignored;
  const auto folder = std::filesystem::path(MUNJIP_SOURCE_DIR) / "styles";
  const StyleSheet sheet = StyleSheet::parse(std::string("@import \"") + base + "\";\n" + css,
                                             "test.css", folder, ignored);
  Diagnostics diagnostics;
  PagedBook paged =
      lay_out(book, sheet, fonts(), options_for("A5", PdfProfile::handout), diagnostics);
  CHECK(diagnostics.empty());
  return paged;
}

struct Run {
  std::size_t page = 0;
  Length x, y, size;
  TagId tag = kArtifact;
  std::string text;
};

// The pieces of text that are read, page by page.
std::vector<Run> runs_of(const PagedBook& paged) {
  std::vector<Run> runs;
  for (std::size_t p = 0; p < paged.pages.size(); ++p) {
    for (const PageItem& item : paged.pages[p].items) {
      const auto* run = std::get_if<GlyphRun>(&item.is);
      if (run == nullptr || item.tag == kArtifact) continue;
      runs.push_back({p, item.at.x, item.at.y, run->size, item.tag, run->text});
    }
  }
  return runs;
}

std::string text_in_order(const std::vector<Run>& runs) {
  std::string text;
  for (const Run& run : runs) text += run.text;
  return text;
}

Book two_posts(std::size_t paragraphs) {
  std::vector<Post> posts;
  for (unsigned i = 1; i <= 2; ++i) {
    Blocks body;
    for (unsigned p = 0; p < paragraphs; ++p) body.push_back(paragraph(prose(90, i * 100 + p)));
    posts.push_back(post("post-" + std::to_string(i), "둘째 모임의 글", std::move(body)));
  }
  return book(std::move(posts));
}

constexpr const char* kTwoColumns = ".post { column-count: 2; column-gap: 20pt }";

}  // namespace

TEST_CASE("the text of columns reads as that of one column, whatever the style") {
  const Book book = two_posts(14);
  CHECK(text_in_order(runs_of(set_with(book, kTwoColumns))) ==
        text_in_order(runs_of(set_with(book, ".post { column-count: 2; column-gap: 90pt }"))));
  const PagedBook one = set_with(book, ""), two = set_with(book, kTwoColumns);
  REQUIRE(one.tags.size() == two.tags.size());
  for (std::size_t tag = 0; tag < one.tags.size(); ++tag) {
    CHECK(one.tags[tag].element == two.tags[tag].element);
    CHECK(one.tags[tag].children == two.tags[tag].children);
  }
}

TEST_CASE("lines stand in two columns, titles above them both") {
  const TrimSize a5 = find_trim("A5").value();
  const Length inner = a5.margin.left, measure = a5.size.width - a5.margin.left - a5.margin.right;
  const Length second = inner + (measure - Length::pt(20)) / 2 + Length::pt(20);
  const PagedBook paged = set_with(two_posts(6), kTwoColumns);
  std::set<Length> lefts;
  std::size_t titles = 0;
  for (const Run& run : runs_of(paged)) {
    const bool is_title = run.size > Length::pt(12);
    if (is_title) ++titles;
    lefts.insert(is_title || !paged.pages[run.page].is_recto ? inner : run.x);
  }
  CHECK(titles == 2);
  CHECK(lefts.contains(inner));
  CHECK(std::any_of(lefts.begin(), lefts.end(),
                    [&](Length left) { return std::abs((left - second).pt()) < 0.01; }));
}

TEST_CASE("the columns above a title and at the end are as high as each other, by one line") {
  const PagedBook paged = set_with(two_posts(5), kTwoColumns);
  const Length half = paged.pages[0].trim.width / 2;
  // By page: how low the text of the last post stands in either column.
  Length left, right;
  const std::size_t last = paged.pages.size() - 1;
  for (const Run& run : runs_of(paged)) {
    if (run.page != last) continue;
    Length& low = run.x < half ? left : right;
    low = std::max(low, run.y);
  }
  REQUIRE(right > Length());
  CHECK(std::abs((left - right).pt()) <= 2 * 17);
}

TEST_CASE("a division of an essay stands in columns, what is around it does not") {
  Block division;
  division.is = Group{{paragraph(prose(120, 3)), paragraph(prose(110, 4))}};
  division.classes = {"text-columns"};
  const Book one = book(
      {post("post-1", "낱말", {paragraph(prose(150, 1)), division, paragraph(prose(150, 2))})});
  const PagedBook paged = set_with(one, "", "essay.css");
  const Length half = paged.pages[0].trim.width / 2;
  std::size_t in_second = 0;
  for (const Run& run : runs_of(paged)) {
    if (run.x > half + Length::pt(5)) ++in_second;
  }
  CHECK(in_second >= 4);
}

TEST_CASE("too many columns for the measure become as many as hold eight em") {
  const Book book = two_posts(4);
  const auto pages = [&](const char* css) { return runs_of(set_with(book, css)); };
  const auto eight = pages(".post { column-count: 8; column-gap: 1em }");
  const auto three = pages(".post { column-count: 3; column-gap: 1em }");
  REQUIRE(eight.size() == three.size());
  CHECK(eight.back().x == three.back().x);
}
