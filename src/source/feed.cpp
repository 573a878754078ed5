// Feeds → Posts: RSS 0.9 to 2.0, RDF (RSS 1.0), Atom, and Blogger's backups, which are Atom.
#include <algorithm>

#include "source/body_markup.h"
#include "source/date_text.h"
#include "source/html_content.h"
#include "source/left_out.h"
#include "source/markup_text.h"
#include "source/reader.h"
#include "source/xml_document.h"

namespace munjip {

namespace {

constexpr std::string_view kBloggerKind = "http://schemas.google.com/blogger/2008/kind#";

// `someone@example.com (이름)`, as RSS wants it, is shown as the name.
std::string person_name(std::string text) {
  const std::size_t open = text.find('(');
  if (text.find('@') < open && open != std::string::npos && text.ends_with(')')) {
    return text.substr(open + 1, text.size() - open - 2);
  }
  return text;
}

std::string author_of(pugi::xml_node element) {
  std::string creator = plain_child_text(element, {"dc:creator"});
  if (!creator.empty()) return creator;
  const pugi::xml_node author = child_named(element, "author");
  std::string name = plain_child_text(author, {"name"});
  return name.empty() ? person_name(plain_child_text(element, {"author"})) : name;
}

// Atom's link to the page of the post; RSS's is the element's text.
std::string address_of(pugi::xml_node item) {
  std::string address = child_text(item, {"feedburner:origLink", "link"});
  if (!address.empty()) return address;
  for (const pugi::xml_node link : item.children()) {
    const std::string_view rel = link.attribute("rel").value();
    if (!is_named(link, "link") || (!rel.empty() && rel != "alternate")) continue;
    address = link.attribute("href").value();
    if (!address.empty()) return address;
  }
  const pugi::xml_node guid = child_named(item, "guid");
  std::string id = child_text(item, {"guid"});
  const bool is_address =
      id.starts_with("http") && std::string_view(guid.attribute("isPermaLink").value()) != "false";
  return is_address ? id : std::string();
}

// RSS holds a category's name as text, Atom in attributes. The first is the post's category, as
// Tistory, Naver and WordPress write it; the others are tags.
void read_categories(pugi::xml_node item, Post& post) {
  for (const pugi::xml_node category : item.children()) {
    if (!is_named(category, "category") && !is_named(category, "dc:subject")) continue;
    std::string name = text_of_title(category.attribute("label").value());
    if (name.empty()) name = text_of_title(category.attribute("term").value());
    if (name.empty()) name = text_of_title(xml_text(category));
    if (name.empty() || name.starts_with(kBloggerKind)) continue;
    if (post.category.empty()) {
      post.category = std::move(name);
    } else if (name != post.category) {
      post.tags.push_back(std::move(name));
    }
  }
}

// What Blogger's backup says an entry is: `post`, `page`, `comment`, `settings`, `template`; empty
// in any other feed.
std::string_view blogger_kind(pugi::xml_node item) {
  for (const pugi::xml_node category : item.children()) {
    const std::string_view term = category.attribute("term").value();
    if (is_named(category, "category") && term.starts_with(kBloggerKind)) {
      return term.substr(kBloggerKind.size());
    }
  }
  return {};
}

bool is_draft(pugi::xml_node item) {
  return child_text(child_named(item, "app:control"), {"app:draft"}) == "yes";
}

struct FeedBody {
  pugi::xml_node element;
  std::string text;
  bool is_summary = false;  // by the element's meaning
};

FeedBody body_of(pugi::xml_node item) {
  for (const std::string_view name : {"content:encoded", "content", "description", "summary"}) {
    const pugi::xml_node element = child_named(item, name);
    std::string text = xml_text(element);
    if (trim_ascii(text).empty()) continue;
    return {element, std::move(text), name == "summary"};
  }
  return {};
}

class FeedReader {
 public:
  FeedReader(const SourceText& source, Diagnostics& diagnostics)
      : source_(source), diagnostics_(diagnostics), document_(source, diagnostics) {}

  std::vector<Post> run() {
    std::vector<Post> posts;
    std::vector<pugi::xml_node> items = elements_named(document_.top(), "item");
    if (items.empty()) items = elements_named(document_.top(), "entry");
    const std::string blog_author =
        items.empty() ? std::string() : author_of(items.front().parent());
    for (const pugi::xml_node item : items) {
      if (is_left_out(item)) continue;
      posts.push_back(read_item(item));
      if (posts.back().author.empty()) posts.back().author = blog_author;
    }
    left_out_.tell(source_.shown_file, !posts.empty(), diagnostics_);
    return posts;
  }

 private:
  bool is_left_out(pugi::xml_node item) {
    const std::string_view kind = blogger_kind(item);
    if (!kind.empty() && kind != "post") {
      left_out_.add(kind == "page"      ? LeftOutKind::page
                    : kind == "comment" ? LeftOutKind::comment
                                        : LeftOutKind::other);
      return true;
    }
    if (!is_draft(item)) return false;
    left_out_.add(LeftOutKind::unpublished);
    return true;
  }

  SourceSpan span_of(pugi::xml_node node) const {
    return {source_.shown_file, {document_.line_of(node), 0}};
  }

  Post read_item(pugi::xml_node item) {
    Post post;
    post.title = plain_child_text(item, {"title", "dc:title"});
    post.address = address_of(item);
    post.author = author_of(item);
    read_categories(item, post);
    read_dates(item, post);
    const FeedBody body = body_of(item);
    const bool is_beginning = !body.text.empty() && (body.is_summary || is_shortened(body.text));
    std::string html = html_of_body(body.text);
    if (is_beginning && post.address.starts_with("http")) {
      // A box with the post's address takes its place.
      std::string link = take_closing_link(html);
      if (!link.empty()) post.dropped.push_back({DropReason::post_buttons, std::move(link)});
    }
    read_html_content(html, source_, {document_.line_of(body.element)}, post, diagnostics_);
    read_enclosures(item, post);
    if (is_beginning) tell_shortened(item, post);
    return post;
  }

  void read_dates(pugi::xml_node item, Post& post) {
    const std::string published =
        child_text(item, {"pubDate", "published", "issued", "dc:date", "created", "updated"});
    post.published = date_in_feed(published);
    post.modified = date_in_feed(child_text(item, {"updated", "atom:updated", "modified"}));
    if (published.empty() || post.published) return;
    diagnostics_.warn(span_of(item), message("날짜를 읽을 수 없습니다: {}",
                                             "the date cannot be read: {}", published));
  }

  // What follows a date and is no known time zone does not matter.
  static std::optional<DateTime> date_in_feed(std::string_view text) {
    if (const auto whole = parse_date(text)) return whole;
    const auto beginning = leading_date(trim_ascii(text));
    return beginning ? std::optional(beginning->moment) : std::nullopt;
  }

  // A recording that the body does not show.
  void read_enclosures(pugi::xml_node item, Post& post) {
    for (const pugi::xml_node enclosure : item.children("enclosure")) {
      const std::string_view type = enclosure.attribute("type").value();
      const bool is_video = type.starts_with("video/");
      if (!is_video && !type.starts_with("audio/")) continue;
      LinkBox box{is_video ? LinkBoxKind::video : LinkBoxKind::audio,
                  {},
                  enclosure.attribute("url").value()};
      if (!box.target.starts_with("http")) continue;
      post.body.push_back({std::move(box), {}, {}, {document_.line_of(enclosure), 0}});
    }
  }

  // The reader of the book finds the way to the rest.
  void tell_shortened(pugi::xml_node item, Post& post) {
    if (post.address.starts_with("http")) {
      post.body.push_back(
          {LinkBox{LinkBoxKind::card, {}, post.address}, {}, {}, {document_.line_of(item), 0}});
    }
    diagnostics_.lost(
        span_of(item),
        message("피드에 글의 앞부분만 있습니다: {}",
                "the feed has only the beginning of the post: {}",
                post.title.empty() ? post.address : post.title),
        {message(
            "블로그 설정에서 RSS를 전체 공개로 바꾸어 다시 받거나, 글 페이지를 저장해서 쓰세요",
            "let the blog's feed give whole posts, or save the post's page")});
  }

  const SourceText& source_;
  Diagnostics& diagnostics_;
  XmlDocument document_;
  LeftOut left_out_;
};

}  // namespace

std::vector<Post> read_feed(const SourceText& source, Diagnostics& diagnostics) {
  return FeedReader(source, diagnostics).run();
}

}  // namespace munjip
