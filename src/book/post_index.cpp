#include "book/post_index.h"

#include <algorithm>
#include <array>
#include <variant>

#include "base/ascii.h"
#include "base/file_io.h"
#include "book/glob.h"
#include "book/post_path.h"
#include "book/slug.h"
#include "book/web_address.h"

namespace munjip {

namespace {

const std::string kFilePrefix = "file:";

bool are_digits(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string without_extension(const std::string& path) {
  const std::size_t dot = path.rfind('.');
  const std::size_t slash = path.rfind('/');
  const bool has_dot = dot != std::string::npos && (slash == std::string::npos || dot > slash);
  return has_dot ? path.substr(0, dot) : path;
}

// Of Jekyll's `2024-01-31-` at the beginning of a file's name; 0 where there is none.
std::size_t date_length(std::string_view stem) {
  constexpr std::size_t kLength = 11;
  const bool has_date = stem.size() > kLength && are_digits(stem.substr(0, 4)) && stem[4] == '-' &&
                        are_digits(stem.substr(5, 2)) && stem[7] == '-' &&
                        are_digits(stem.substr(8, 2)) && stem[10] == '-';
  return has_date ? kLength : 0;
}

std::string_view without_text_extension(std::string_view name) {
  for (const std::string_view extension : {".md", ".markdown", ".mdx", ".html", ".txt"}) {
    if (name.ends_with(extension)) return name.substr(0, name.size() - extension.size());
  }
  return name;
}

// Where the file's name tells a path within the blog: Jekyll's `2024-01-31-title` stands at
// `/2024/01/31/title` by default, `12-title` of a Tistory backup at `/entry/title`.
std::string path_from_name(std::string_view stem, bool has_number) {
  if (date_length(stem) > 0) {
    std::string path = "/" + std::string(stem);
    path[5] = path[8] = path[11] = '/';
    return path;
  }
  const std::size_t dash = stem.find('-');
  if (has_number && dash != std::string_view::npos && are_digits(stem.substr(0, dash))) {
    return "/entry/" + std::string(stem.substr(dash + 1));
  }
  return {};
}

// The beginning of an address_key that all pages of a blog have: the host, and on hosts that many
// blogs share the first part of the path.
std::string_view blog_of_key(std::string_view key) {
  constexpr std::array<std::string_view, 8> kShared = {
      "blog.naver.com", "post.naver.com", "brunch.co.kr", "velog.io",
      "medium.com",     "blog.daum.net",  "github.com",   "dev.to"};
  const std::string_view host = host_of_key(key);
  if (std::find(kShared.begin(), kShared.end(), host) == kShared.end()) return host;
  const std::size_t end = key.find_first_of("/?", std::min(host.size() + 1, key.size()));
  return key.substr(0, end);
}

// `a.pdf` is a file, `a.html` and `버전-1.2` are pages.
bool is_file(std::string_view path) {
  constexpr std::array<std::string_view, 9> kPages = {"html", "htm", "php",   "jsp", "asp",
                                                      "aspx", "do",  "naver", "nhn"};
  path = path.substr(0, path.find('?'));
  const std::size_t dot = path.rfind('.');
  if (path.starts_with("/attachment") || dot == std::string_view::npos) {
    return path.starts_with("/attachment");
  }
  const std::string ending = ascii_lower(path.substr(dot + 1));
  const bool is_ending = ending.size() >= 2 && ending.size() <= 4 &&
                         std::all_of(ending.begin(), ending.end(), [](char c) {
                           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
                         });
  return is_ending && !are_digits(ending) &&
         std::find(kPages.begin(), kPages.end(), ending) == kPages.end();
}

}  // namespace

bool PostIndex::is_page_of_blog(std::string_view address) const {
  const std::string key = address_key(address);
  const std::string_view blog = blog_of_key(key);
  const std::string_view path = std::string_view(key).substr(blog.size());
  return blogs_.contains(std::string(blog)) && !path.empty() && !is_file(path);
}

void PostIndex::add(const Post& post, std::size_t index) {
  std::string host;
  if (kind_of(post.address) == AddressKind::web) {
    const std::string key = address_key(post.address);
    host = host_of_key(key);
    hosts_.insert(host);
    blogs_.emplace(blog_of_key(key));
    if (key.size() > host.size()) {  // the blog's front page is no post's own address
      posts_.emplace(key, index);
      posts_.emplace(key.substr(host.size()), index);
    }
  } else if (post.address.starts_with('/')) {
    posts_.emplace(path_key(without_fragment(post.address)), index);
  }
  if (post.number) {
    // Tistory: a post at `/entry/title` is at `/number` as well.
    const std::string path = "/" + std::to_string(*post.number);
    if (!host.empty()) posts_.emplace(host + path, index);
    posts_.emplace(path, index);
  }
  const std::string file = path_in_book(folder_, post.file);
  posts_.emplace(kFilePrefix + file, index);
  posts_.emplace(kFilePrefix + without_extension(file), index);
  if (const std::string path = path_from_name(to_utf8(post.file.stem()), post.number.has_value());
      !path.empty()) {
    posts_.emplace(path, index);
  }
  add_names(post, index);
  const auto add_unique = [&](auto& names, const std::string& name) {
    const auto [entry, is_new] = names.try_emplace(slug_key(name), index);
    if (!is_new) entry->second.reset();
  };
  add_unique(titles_, post.title);
  if (post.body.empty()) return;
  if (const auto* heading = std::get_if<Heading>(&post.body.front().is)) {
    add_unique(opening_headings_, plain_text(heading->content));
  }
}

void PostIndex::add_names(const Post& post, std::size_t index) {
  std::string stem = to_utf8(post.file.stem());
  // Hugo's `my-post/index.md`.
  if (stem == "index" || stem == "_index") stem = to_utf8(post.file.parent_path().filename());
  names_.emplace(slug_key(stem), index);
  names_.emplace(slug_key(std::string_view(stem).substr(date_length(stem))), index);
  const std::string path = path_key(without_fragment(post.address));
  const std::string_view last = std::string_view(path).substr(path.rfind('/') + 1);
  names_.emplace(slug_key(without_text_extension(last)), index);
}

std::optional<std::size_t> PostIndex::find(const std::string& key) const {
  const auto found = posts_.find(key);
  if (found == posts_.end()) return std::nullopt;
  return found->second;
}

std::optional<std::size_t> PostIndex::find_title(std::string_view host,
                                                 std::string_view path) const {
  constexpr std::string_view kEntry = "/entry/";
  if (!path.starts_with(kEntry)) return std::nullopt;
  // A post that does not know its blog may be of any.
  if (!hosts_.empty() && !host.empty() && !hosts_.contains(std::string(host))) return std::nullopt;
  const std::string key = slug_key(path.substr(kEntry.size()));
  for (const auto* names : {&titles_, &opening_headings_}) {
    const auto found = names->find(key);
    if (!key.empty() && found != names->end()) return found->second;
  }
  return std::nullopt;
}

std::optional<std::size_t> PostIndex::find_web(std::string_view address) const {
  const std::string key = address_key(address);
  if (const auto found = find(key)) return found;
  const std::string_view host = host_of_key(key);
  return find_title(host, std::string_view(key).substr(host.size()));
}

std::optional<std::size_t> PostIndex::find_named(const Post& from, std::string_view name) const {
  const std::string_view place = without_fragment(name);
  if (const auto found = find_relative(from, place)) return found;
  const std::size_t slash = place.find_last_not_of('/') == std::string_view::npos
                                ? std::string_view::npos
                                : place.rfind('/', place.find_last_not_of('/'));
  const std::string_view last =
      place.substr(slash == std::string_view::npos ? 0 : slash + 1);  // of a path
  const std::string key = slug_key(without_text_extension(last));
  if (key.empty()) return std::nullopt;
  if (const auto found = names_.find(key); found != names_.end()) return found->second;
  for (const std::string& title : {slug_key(place), key}) {
    const auto found = titles_.find(title);
    if (found != titles_.end()) return found->second;
  }
  return std::nullopt;
}

std::optional<std::size_t> PostIndex::find_relative(const Post& from,
                                                    std::string_view address) const {
  const std::string_view place = without_fragment(address);
  if (place.starts_with('/')) {
    const std::string path = path_key(place);
    if (kind_of(from.address) == AddressKind::web) {
      if (const auto found = find(std::string(host_of_key(address_key(from.address))) + path)) {
        return found;
      }
    }
    if (const auto found = find(path)) return found;
    if (const auto found = find(without_extension(path))) return found;
    return find_title({}, path);
  }
  const std::string written = percent_decoded(place.substr(0, place.find('?')));
  if (written.empty()) return std::nullopt;
  const std::filesystem::path target = from.file.parent_path() / path_from_utf8(written);
  const std::string file = path_in_book(folder_, target);
  if (const auto found = find(kFilePrefix + file)) return found;
  // A page is linked to as it will be (`next.html`), and stands here as its source (`next.md`).
  return find(kFilePrefix + without_extension(file));
}

}  // namespace munjip
