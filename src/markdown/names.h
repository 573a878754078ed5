// What the files of a book's folder are called, and how they name each other.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "book/book.h"

namespace munjip {

class BookNames {
 public:
  // Posts are `001-title.md`, counted through the book; pictures `images/001-02.jpg`, by the post
  // that shows them first. `formats` are the endings (`.jpg`) of the pictures' names by
  // Resource::name; pictures without one have no file.
  BookNames(const Book& book, const std::map<std::string, std::string>& endings);

  const std::string& file_of_post(const std::string& post_id) const;
  // Empty where there is none.
  std::string file_of_picture(const std::string& resource) const;
  // What a link in `post` to a place in the book is written as: `#h2`, `003-title.md#a1`.
  std::string link(const Post& post, std::string_view target) const;

 private:
  std::unordered_map<std::string, std::string> posts_, pictures_;
};

// The name of a place within its post: `post-12-h3` → `h3`.
std::string place_name(const Post& post, const std::string& anchor);

}  // namespace munjip
