#include "fetch/post_lists.h"

#include <cstring>
#include <pugixml.hpp>

#include "source/date_text.h"
#include "source/encoding.h"

namespace munjip {

namespace {

constexpr std::size_t kMaxPosts = 10'000;

// An element's name without its prefix.
std::string_view local_name(const pugi::xml_node& node) {
  const std::string_view name = node.name();
  return name.substr(name.find(':') + 1);  // npos + 1 = 0
}

std::string text_of(const pugi::xml_node& node) {
  std::string text = node.text().get();
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

void take_date(std::optional<DateTime>& date, const pugi::xml_node& node) {
  if (!date) date = parse_date(text_of(node));
}

// RSS writes the address into `link`, Atom into an attribute of the alternate one.
ListedPost read_entry(const pugi::xml_node& entry) {
  ListedPost post;
  for (const pugi::xml_node child : entry.children()) {
    const std::string_view name = local_name(child);
    if (name == "link") {
      const std::string_view rel = child.attribute("rel").value();
      std::string address = child.attribute("href").value();
      if (address.empty()) address = text_of(child);
      if ((rel.empty() || rel == "alternate") && post.address.empty()) post.address = address;
    } else if (name == "pubDate" || name == "published" || name == "date" || name == "lastmod") {
      take_date(post.date, child);
    } else if (name == "loc") {
      post.address = text_of(child);
    }
  }
  return post;
}

void read_entries(const pugi::xml_node& parent, PostList& list) {
  for (const pugi::xml_node child : parent.children()) {
    const std::string_view name = local_name(child);
    if (name == "channel") {
      read_entries(child, list);
    } else if (name == "item" || name == "entry" || name == "url") {
      ListedPost post = read_entry(child);
      if (!post.address.empty() && list.posts.size() < kMaxPosts) {
        list.posts.push_back(std::move(post));
      }
    } else if (name == "sitemap") {
      list.sitemaps.push_back(read_entry(child).address);
    } else if (name == "title" && list.title.empty()) {
      list.title = text_of(child);
    }
  }
}

}  // namespace

std::optional<PostList> read_post_list(std::string_view bytes) {
  Diagnostics unheard;
  const std::string text = decode_to_utf8(bytes, {}, unheard);
  const std::size_t begin = text.find_first_not_of(" \n\t");
  if (begin == std::string::npos || text[begin] != '<') return std::nullopt;
  pugi::xml_document document;
  // What follows a mistake is lost, what came before it is not. Entities are never expanded.
  document.load_buffer(text.data() + begin, text.size() - begin, pugi::parse_default,
                       pugi::encoding_utf8);
  const pugi::xml_node root = document.document_element();
  const std::string_view name = local_name(root);
  if (name != "rss" && name != "RDF" && name != "feed" && name != "urlset" &&
      name != "sitemapindex") {
    return std::nullopt;
  }
  PostList list;
  read_entries(root, list);
  return list;
}

}  // namespace munjip
