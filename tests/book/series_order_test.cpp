#include "book/series_order.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "book/order_posts.h"

using namespace munjip;

namespace {

// The titles in the order that posts with these titles and files have.
struct Titled {
  std::string title, path;
  std::optional<long> number = std::nullopt;
};

std::vector<std::string> ordered(const std::vector<Titled>& titled) {
  std::vector<Post> posts(titled.size());
  std::vector<OrderedPost> order;
  for (std::size_t i = 0; i < titled.size(); ++i) {
    posts[i].title = titled[i].title;
    posts[i].number = titled[i].number;
    order.push_back({i, 0, &posts[i], &titled[i].path});
  }
  order_posts(order, {});
  std::vector<std::string> titles;
  for (const OrderedPost& post : order) titles.push_back(post.post->title);
  return titles;
}

using Titles = std::vector<std::string>;

}  // namespace

TEST_CASE("a series is in the order of the numbers in its titles where nothing else says") {
  CHECK(ordered({{"연재 (10)", "a.md"}, {"연재 (2)", "b.md"}, {"연재 (1)", "c.md"}}) ==
        Titles{"연재 (1)", "연재 (2)", "연재 (10)"});
  CHECK(ordered({{"길 10편", "a.md"}, {"길 9편", "b.md"}}) == Titles{"길 9편", "길 10편"});
}

TEST_CASE("other posts keep their places, and the platform's numbers count more") {
  CHECK(ordered({{"연재 2", "a.md"}, {"머리말", "b.md"}, {"연재 1", "c.md"}, {"끝", "d.md"}}) ==
        Titles{"연재 1", "머리말", "연재 2", "끝"});
  CHECK(ordered({{"연재 2", "a.md", 1}, {"연재 1", "b.md", 2}}) == Titles{"연재 2", "연재 1"});
}
