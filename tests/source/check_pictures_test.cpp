#include "source/check_pictures.h"

#include <doctest/doctest.h>

#include "media/image.h"
#include "source/temporary_folder.h"

using namespace munjip;

namespace {

// A book of one post, whose figure shows these resources in this order.
Book book_of(const std::vector<Resource>& resources) {
  Book book;
  Post post;
  post.shown_file = "글.md";
  Figure figure;
  for (const Resource& resource : resources) {
    Image image;
    image.resource = resource.name;
    figure.images.push_back(image);
    book.resources.emplace(resource.name, resource);
  }
  post.body.push_back({std::move(figure), {}, {}, {5, 1}});
  book.parts.emplace_back().posts.push_back(std::move(post));
  return book;
}

const Figure& figure_of(const Book& book) {
  return std::get<Figure>(book.parts[0].posts[0].body[0].is);
}

}  // namespace

TEST_CASE(
    "a broken picture is told once with its reason and loses its resource, a good one stays") {
  TemporaryFolder folder("check-pictures");
  const std::string png = encode_png({2, 1, 1, {0, 255}});
  folder.add("cut.png", png.substr(0, png.size() - 14));
  Resource good{.name = "good", .file = {}};
  good.bytes = png;
  Resource cut{.name = "cut", .file = folder.path() / "cut.png"};
  cut.shown_name = "cut.png";
  Resource gone{.name = "gone", .file = folder.path() / "gone.png"};
  gone.shown_name = "gone.png";
  Book book = book_of({good, cut, cut, gone});
  Diagnostics diagnostics;
  check_pictures(book, std::nullopt, 2, diagnostics);
  const Figure& figure = figure_of(book);
  CHECK(figure.images[0].resource == "good");
  CHECK(figure.images[1].resource.empty());
  CHECK(figure.images[1].source == "cut.png");
  CHECK(figure.images[2].resource.empty());
  CHECK(figure.images[3].resource.empty());
  CHECK(book.resources.size() == 1);
  REQUIRE(diagnostics.all().size() == 2);
  const Diagnostic& told = diagnostics.all()[0];
  CHECK(told.loss == Loss::content);
  CHECK(told.at == SourceSpan{"글.md", {5, 1}});
  CHECK(told.text.en.find("cut.png") != std::string::npos);
  CHECK(told.text.en.find(describe(ImageFault::damaged).en) != std::string::npos);
}

TEST_CASE("the decode that proves a picture whole gives its form for the EPUB") {
  Bitmap large{120, 90, 1, {}};
  large.samples.assign(std::size_t{120} * 90, 77);
  Resource too_large{.name = "large", .file = {}};
  too_large.bytes = encode_png(large);
  Resource small{.name = "small", .file = {}};
  small.bytes = encode_png({2, 1, 1, {0, 255}});
  Resource cut{.name = "cut", .file = {}};
  cut.bytes = too_large.bytes.substr(0, too_large.bytes.size() - 20);
  Book book = book_of({too_large, small, cut});
  Diagnostics diagnostics;
  const EpubImageLimits limits{60, 0};
  const EpubImages images = check_pictures(book, limits, 2, diagnostics);
  CHECK(images.limits == limits);
  // What goes in as it is was only checked; what is broken has no form, and is told.
  REQUIRE(images.by_name.size() == 1);
  CHECK(images.by_name.at("large").bytes == image_for_epub(too_large.bytes, limits)->bytes);
  CHECK(book.resources.size() == 2);
  CHECK(diagnostics.all().size() == 1);
}
