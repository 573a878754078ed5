#include "book/series_order.h"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "book/natural_order.h"

namespace munjip {

namespace {

// The title with `#` for each number; empty where it holds none.
std::string without_numbers(const std::string& title) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  if (std::none_of(title.begin(), title.end(), is_digit)) return {};
  std::string out;
  for (std::size_t i = 0; i < title.size(); ++i) {
    if (!is_digit(title[i])) {
      out += title[i];
    } else if (i == 0 || !is_digit(title[i - 1])) {
      out += '#';
    }
  }
  return out;
}

void order_tied(std::span<OrderedPost> posts) {
  std::map<std::string, std::vector<std::size_t>> series;
  for (std::size_t i = 0; i < posts.size(); ++i) {
    const std::string name = without_numbers(posts[i].post->title);
    if (!name.empty()) series[name].push_back(i);
  }
  for (const auto& [name, places] : series) {
    std::vector<OrderedPost> members;
    for (const std::size_t place : places) members.push_back(posts[place]);
    std::stable_sort(members.begin(), members.end(),
                     [](const OrderedPost& a, const OrderedPost& b) {
                       return compare_natural(a.post->title, b.post->title) < 0;
                     });
    for (std::size_t i = 0; i < places.size(); ++i) posts[places[i]] = members[i];
  }
}

}  // namespace

void order_series(std::span<OrderedPost> posts,
                  const std::function<bool(const OrderedPost&, const OrderedPost&)>& ties) {
  for (std::size_t begin = 0; begin < posts.size();) {
    std::size_t end = begin + 1;
    while (end < posts.size() && ties(posts[begin], posts[end])) ++end;
    order_tied(posts.subspan(begin, end - begin));
    begin = end;
  }
}

}  // namespace munjip
