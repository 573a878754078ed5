#include "markdown/names.h"

#include <fmt/format.h>

#include <set>

#include "base/file_names.h"
#include "base/utf8.h"
#include "book/walk.h"

namespace munjip {

namespace {

constexpr std::size_t kMaxTitleBytes = 60;

// Letters and digits with hyphens between them: a name that needs no quoting in links, shells and
// the patterns of book.toml.
std::string slug(std::string_view title) {
  std::string out;
  bool gap = false;
  for (const char c : title) {
    const bool is_ascii = static_cast<unsigned char>(c) < 0x80;
    const bool is_kept =
        !is_ascii || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (!is_kept) {
      gap = !out.empty();
      continue;
    }
    if (gap) out += '-';
    gap = false;
    out += c;
  }
  return safe_file_name(utf8_prefix(out, kMaxTitleBytes));
}

std::size_t digits_for(std::size_t count) {
  return std::max<std::size_t>(std::to_string(count).size(), 2);
}

// The names that lost pictures go by: none of ours may be taken for one of them.
std::set<std::string> lost_names(const Book& book) {
  std::set<std::string> names;
  for_each_post(book, [&](const Post& post) {
    for_each_body(post, [&](const Blocks& body) {
      for_each_image(body, [&](const Image& image, SourcePos) {
        if (!image.resource.empty()) return;
        names.insert(image.source.substr(image.source.rfind('/') + 1));  // npos + 1 = 0
      });
    });
  });
  return names;
}

}  // namespace

BookNames::BookNames(const Book& book, const std::map<std::string, std::string>& endings) {
  const std::size_t width = digits_for(book.post_count());
  const std::set<std::string> lost = lost_names(book);
  std::size_t number = 0;
  for_each_post(book, [&](const Post& post) {
    ++number;
    posts_[post.id] = fmt::format("{:0{}}-{}.md", number, width, slug(post.title));
    std::size_t picture = 0;
    for_each_body(post, [&](const Blocks& body) {
      for_each_image(body, [&](const Image& image, SourcePos) {
        const auto ending = endings.find(image.resource);
        if (ending == endings.end() || pictures_.contains(image.resource)) return;
        std::string name;
        do {
          name = fmt::format("{:0{}}-{:02}{}", number, width, ++picture, ending->second);
        } while (lost.contains(name));
        pictures_[image.resource] = "images/" + name;
      });
    });
  });
}

const std::string& BookNames::file_of_post(const std::string& post_id) const {
  return posts_.at(post_id);
}

std::string BookNames::file_of_picture(const std::string& resource) const {
  const auto found = pictures_.find(resource);
  return found == pictures_.end() ? std::string() : found->second;
}

std::string BookNames::link(const Post& post, std::string_view target) const {
  if (!target.starts_with('#')) return std::string(target);
  const std::string anchor(target.substr(1));
  if (anchor == post.id) return "#top";
  if (anchor.starts_with(post.id + "-")) return "#" + place_name(post, anchor);
  if (const auto whole = posts_.find(anchor); whole != posts_.end()) return whole->second;
  const std::size_t place = anchor.rfind('-');
  const auto found = posts_.find(anchor.substr(0, place));
  if (place == std::string::npos || found == posts_.end()) return std::string(target);
  return found->second + "#" + anchor.substr(place + 1);
}

std::string place_name(const Post& post, const std::string& anchor) {
  return anchor.starts_with(post.id + "-") ? anchor.substr(post.id.size() + 1) : anchor;
}

}  // namespace munjip
