// Finds the post that an address means: by its own address, by its number or file, as the author's
// links name it.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "book/book.h"

namespace munjip {

class PostIndex {
 public:
  explicit PostIndex(std::filesystem::path folder) : folder_(std::move(folder)) {}

  // `index` is what the look-ups return. Of two posts that an address could mean the first added is
  // it.
  void add(const Post& post, std::size_t index);

  // Titles count as the posts' own names at `/entry/title` where no two of them are alike.
  // An absolute web address, as the author wrote it.
  std::optional<std::size_t> find_web(std::string_view address) const;
  // Whether an absolute web address is a page of a blog that a post in the book is of: neither the
  // blog's front page nor a file that it offers.
  bool is_page_of_blog(std::string_view address) const;
  // A path, relative to the file of the post that holds the link or, with a leading slash, to the
  // blog.
  std::optional<std::size_t> find_relative(const Post& from, std::string_view address) const;
  // What a wiki would call it: a path as above, or the name of its file, its title, the end of its
  // address. Spaces, punctuation and the date before the name of a file count for nothing.
  std::optional<std::size_t> find_named(const Post& from, std::string_view name) const;

 private:
  void add_names(const Post& post, std::size_t index);
  std::optional<std::size_t> find(const std::string& key) const;
  // By the title in a Tistory address: of a blog that a post in the book is of.
  std::optional<std::size_t> find_title(std::string_view host, std::string_view path) const;

  std::filesystem::path folder_;
  // Looked up only, never iterated. Keys: `host/path` of web addresses, `/path` within the blog,
  // `file:path` of files in the book's folder.
  std::unordered_map<std::string, std::size_t> posts_;
  // By slug_key; nothing where several posts have it. A page may call itself otherwise than the
  // heading that it opens with, which its address is made of.
  std::unordered_map<std::string, std::optional<std::size_t>> titles_, opening_headings_;
  std::unordered_map<std::string, std::size_t> names_;  // by slug_key, of files and addresses
  std::unordered_set<std::string> hosts_;
  std::unordered_set<std::string> blogs_;  // see blog_of_key
};

}  // namespace munjip
