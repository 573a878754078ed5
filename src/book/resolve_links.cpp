// The pass resolve_links: anchors get names that are unique in the book, links between posts lead
// to them, and what leads nowhere becomes plain text.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "book/labels.h"
#include "book/pass_functions.h"
#include "book/post_index.h"
#include "book/resolve_address.h"
#include "book/slug.h"
#include "book/walk.h"
#include "book/web_address.h"

namespace munjip {

namespace {

// The places of one post: what the author called them → what they are called in the book.
using Anchors = std::unordered_map<std::string, std::string>;

// Before the slug of a heading among the names; an id holds no white space (HTML, 3.2.6).
constexpr const char* kSlugPrefix = "heading ";

class LinkResolver {
 public:
  LinkResolver(Book& book, const Manifest& manifest, Diagnostics& diagnostics)
      : language_(book.info.language), index_(manifest.folder), diagnostics_(diagnostics) {
    for_each_post(book, [&](Post& post) { posts_.push_back(&post); });
  }

  void run() {
    for (std::size_t i = 0; i < posts_.size(); ++i) {
      index_.add(*posts_[i], i);
      anchors_.push_back(name_anchors(*posts_[i]));
      titles_.emplace(posts_[i]->id, posts_[i]->title);
    }
    for (current_ = 0; current_ < posts_.size(); ++current_) {
      for_each_body(*posts_[current_], [&](Blocks& body) {
        for_each_run(body, [&](Inlines& run) {
          for_each_inline_list(run, [&](Inlines& list) { resolve_list(list); });
        });
        for_each_block(body, [&](Block& block) {
          if (auto* box = std::get_if<LinkBox>(&block.is)) resolve_box(*box, block.at);
        });
      });
    }
    for (Post* post : posts_) drop_unused_anchors(*post);
  }

 private:
  // Headings are `post-3-h1`, other places `post-3-a1`, counted: names of the author's need not be
  // ASCII, nor unique. Of two places of one name the first is meant, as in HTML.
  Anchors name_anchors(Post& post) {
    Anchors names;
    Anchors slugs;
    std::string last_title = post.title;
    int headings = 0;
    int places = 0;
    const auto rename = [&](std::string& id, char kind, int number) {
      std::string name = fmt::format("{}-{}{}", post.id, kind, number);
      if (!id.empty()) names.emplace(id, name);
      id = std::move(name);
    };
    for_each_body(post, [&](Blocks& body) {
      for_each_block(body, [&](Block& block) {
        if (auto* heading = std::get_if<Heading>(&block.is)) {
          rename(heading->id, 'h', ++headings);
          std::string title = plain_text(heading->content);
          slugs.emplace(slug_key(title), heading->id);
          last_title = title;
          titles_.emplace(heading->id, std::move(title));
        }
        for_each_own_inlines(block, [&](Inlines& run) {
          for_each_inline(run, [&](Inline& in) {
            auto* anchor = std::get_if<Anchor>(&in.is);
            if (anchor == nullptr) return;
            rename(anchor->id, 'a', ++places);
            titles_.emplace(anchor->id, last_title);
          });
        });
      });
    });
    // A place without a name of its own is known by its heading, as Markdown renderers have it.
    for (auto& [slug, name] : slugs) names.emplace(kSlugPrefix + slug, std::move(name));
    names.emplace(kSlugPrefix + slug_key(post.title), post.id);
    return names;
  }

  // What the author's name leads to; empty where the post has no such place.
  std::string find_anchor(std::size_t index, const std::string& name) const {
    const Anchors& names = anchors_[index];
    if (const auto found = names.find(name); found != names.end()) return found->second;
    const std::string slug = slug_key(name);
    const auto found = slug.empty() ? names.end() : names.find(kSlugPrefix + slug);
    return found == names.end() ? std::string() : found->second;
  }

  const Post& post() const { return *posts_[current_]; }
  SourceSpan place(SourcePos at) const { return {post().shown_file, at}; }

  void resolve_list(Inlines& list) {
    const bool has_links = std::any_of(list.begin(), list.end(), [](const Inline& in) {
      return std::holds_alternative<Link>(in.is);
    });
    if (!has_links) return;
    Inlines resolved;
    resolved.reserve(list.size());
    for (Inline& in : list) {
      auto* link = std::get_if<Link>(&in.is);
      if (link == nullptr) {
        resolved.push_back(std::move(in));
        continue;
      }
      link->target = target_of(*link, in.at);
      if (!link->target.empty()) {
        if (std::exchange(link->names_title, false)) take_title(*link);
        resolved.push_back(std::move(in));
        continue;
      }
      Inlines children = std::move(link->children);
      resolved.insert(resolved.end(), std::make_move_iterator(children.begin()),
                      std::make_move_iterator(children.end()));
    }
    list = std::move(resolved);
  }

  std::string target_of(Link& link, SourcePos at) {
    if (std::exchange(link.names_post, false)) return target_of_name(link.target, at);
    return link.names_title ? named_target(link, at) : target_of(link.target, at);
  }

  std::string target_of_name(const std::string& name, SourcePos at) {
    if (name.starts_with('#')) return place_in_post(name, at);
    if (const auto index = index_.find_named(post(), name)) return place_in(*index, name);
    return relative_target(name, at);
  }

  // A title is looked for in the post, then in the whole book, from its beginning.
  std::string named_target(const Link& link, SourcePos at) {
    if (kind_of(link.target) != AddressKind::fragment) return target_of(link.target, at);
    const std::string name = fragment_of(link.target);
    if (const std::string anchor = find_anchor(current_, name); !anchor.empty()) return use(anchor);
    for (std::size_t i = 0; i < posts_.size(); ++i) {
      if (const std::string anchor = find_anchor(i, name); !anchor.empty()) return use(anchor);
    }
    return place_in_post(link.target, at);  // which tells
  }

  void take_title(Link& link) const {
    const auto title = titles_.find(link.target.substr(1));
    if (!link.target.starts_with('#') || title == titles_.end() || title->second.empty()) return;
    link.children = {{Text{title->second}, {}}};
  }

  // What `target` becomes; empty where the link is to become text.
  std::string target_of(const std::string& target, SourcePos at) {
    switch (kind_of(target)) {
      case AddressKind::empty:
        return {};
      case AddressKind::fragment:
        return place_in_post(target, at);
      case AddressKind::web:
        if (const auto index = index_.find_web(target)) return place_in(*index, target);
        return index_.is_page_of_blog(target) ? dead_target(target, at) : web_target(target, at);
      case AddressKind::contact:
        return clean_contact(target).value_or("");
      case AddressKind::relative:
        if (const auto index = index_.find_relative(post(), target)) {
          return place_in(*index, target);
        }
        return relative_target(target, at);
      case AddressKind::other:
        // Buttons (`javascript:`) lead nowhere on paper, and nobody would miss them.
        return {};
    }
    return {};
  }

  std::string web_target(const std::string& target, SourcePos at) {
    if (auto address = clean_web_address(target)) return *address;
    diagnostics_.warn(place(at),
                      message("주소가 잘못되어 링크를 뺐습니다: {}",
                              "this is no address, so the link was left out: {}", target));
    return {};
  }

  // A path within the author's own blog leads to its files there where the blog is known; other
  // posts of it are not in the book.
  std::string relative_target(const std::string& target, SourcePos at) {
    if (const auto whole = resolve_address(post().address, target)) {
      const auto address = clean_web_address(*whole);
      if (address && !index_.is_page_of_blog(*address)) return *address;
    }
    return dead_target(target, at);
  }

  std::string dead_target(const std::string& target, SourcePos at) {
    diagnostics_.warn(
        place(at),
        message("가리키는 글이 책에 없어 링크를 뺐습니다: {}",
                "what this links to is not in the book, so the link was left out: {}", target),
        {message("그 글을 책에 넣으세요", "put that post into the book")});
    return {};
  }

  std::string place_in_post(const std::string& target, SourcePos at) {
    const std::string name = fragment_of(target);
    if (const std::string anchor = find_anchor(current_, name); !anchor.empty()) {
      return use(anchor);
    }
    if (name == "top") return use(post().id);  // HTML 7.4.6.4
    diagnostics_.warn(place(at), message("이 글에 없는 곳을 가리켜 링크를 뺐습니다: {}",
                                         "this links to no place in the post, so the link was left "
                                         "out: {}",
                                         target));
    return {};
  }

  // A post, or the place in it that the fragment names; where there is no such place, the post.
  std::string place_in(std::size_t index, const std::string& target) {
    const std::string anchor = find_anchor(index, fragment_of(target));
    return use(anchor.empty() ? posts_[index]->id : anchor);
  }

  std::string use(const std::string& anchor) {
    used_.insert(anchor);
    return "#" + anchor;
  }

  void resolve_box(LinkBox& box, SourcePos at) {
    switch (kind_of(box.target)) {
      case AddressKind::web:
        // A box that leads to its own post shows what only the blog can: there it leads.
        box.target = index_.find_web(box.target) == current_ ? web_target(box.target, at)
                                                             : target_of(box.target, at);
        break;
      case AddressKind::fragment:
        box.target = place_in_post(box.target, at);
        break;
      case AddressKind::relative:
        box.target = index_.find_relative(post(), box.target) ? target_of(box.target, at)
                                                              : box_file(box, at);
        break;
      default:
        box.target.clear();
    }
    if (box.title.empty() && box.target.starts_with('#')) {
      const auto title = titles_.find(box.target.substr(1));
      if (title != titles_.end()) box.title = title->second;
    }
    if (box.title.empty() && box.target.empty()) box.title = std::move(box.description);
    if (!box.title.empty() || !box.target.empty()) return;
    box.title = label(label_of(box.kind), language_);
  }

  // A file beside the page. Of films and sounds the box says all that is known.
  std::string box_file(const LinkBox& box, SourcePos at) {
    if (box.kind == LinkBoxKind::video || box.kind == LinkBoxKind::audio) {
      const auto whole = resolve_address(post().address, box.target);
      return whole ? clean_web_address(*whole).value_or("") : std::string();
    }
    if (box.kind != LinkBoxKind::file) return relative_target(box.target, at);
    diagnostics_.lost(place(at),
                      message("첨부 파일은 책에 싣지 못합니다: {}",
                              "an attached file cannot stand in a book: {}", box.target));
    return {};
  }

  // An anchor that no link names only cuts the text in two.
  void drop_unused_anchors(Post& post) const {
    for_each_body(post, [&](Blocks& body) {
      for_each_run(body, [&](Inlines& run) {
        for_each_inline_list(run, [&](Inlines& list) {
          std::erase_if(list, [&](const Inline& in) {
            const auto* anchor = std::get_if<Anchor>(&in.is);
            return anchor != nullptr && !used_.contains(anchor->id);
          });
        });
      });
    });
  }

  std::string language_;
  std::vector<Post*> posts_;
  std::vector<Anchors> anchors_;  // of each post
  Anchors titles_;                // of posts and headings, by their names in the book
  std::size_t current_ = 0;
  PostIndex index_;
  std::unordered_set<std::string> used_;  // looked up only, never iterated
  Diagnostics& diagnostics_;
};

}  // namespace

void resolve_links(Book& book, const Manifest& manifest, Diagnostics& diagnostics) {
  LinkResolver(book, manifest, diagnostics).run();
}

}  // namespace munjip
