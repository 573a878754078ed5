#include "book/contents.h"

#include <fmt/format.h>

#include <map>

#include "book/walk.h"

namespace munjip {

namespace {

std::map<std::string, int> count_of_each(const std::vector<std::string>& titles) {
  std::map<std::string, int> counts;
  for (const std::string& title : titles) ++counts[title];
  return counts;
}

}  // namespace

std::vector<std::string> contents_titles(const Book& book) {
  std::vector<std::string> titles;
  for_each_post(book, [&](const Post& post) { titles.push_back(post.title); });

  const auto same_titles = count_of_each(titles);
  std::size_t i = 0;
  for_each_post(book, [&](const Post& post) {
    std::string& title = titles[i++];
    if (same_titles.at(title) == 1 || !post.published) return;
    title += fmt::format(" ({})", date_for_readers(*post.published, book.info.language));
  });

  const auto still_same = count_of_each(titles);
  std::map<std::string, int> seen;
  for (std::string& title : titles) {
    if (still_same.at(title) == 1) continue;
    const int number = ++seen[title];
    if (number > 1) title += fmt::format(" ({})", number);
  }
  return titles;
}

}  // namespace munjip
