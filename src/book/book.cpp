#include "book/book.h"

namespace munjip {

std::string_view to_string(DropReason reason) {
  switch (reason) {
    case DropReason::chrome:
      return "blog chrome";
    case DropReason::script:
      return "script";
    case DropReason::comment:
      return "comments";
    case DropReason::related_posts:
      return "related posts";
    case DropReason::post_buttons:
      return "post buttons";
    case DropReason::advertisement:
      return "advertisement";
    case DropReason::tag_list:
      return "tag list";
    case DropReason::header:
      return "header";
    case DropReason::footer:
      return "footer";
    case DropReason::empty:
      return "empty";
    case DropReason::duplicate_title:
      return "duplicate title";
    case DropReason::hidden:
      return "hidden";
    case DropReason::embed:
      return "embed";
    case DropReason::unreadable:
      return "unreadable";
  }
  return "";
}

std::size_t Book::post_count() const {
  std::size_t count = 0;
  for (const Part& part : parts) count += part.posts.size();
  return count;
}

}  // namespace munjip
