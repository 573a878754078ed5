// Posts of Egloos as its API gave them: one as `<post><post_title>...`, or a list of the beginnings
// of several as `<post><item><post_title>...`.
#include "source/body_markup.h"
#include "source/date_text.h"
#include "source/html_content.h"
#include "source/left_out.h"
#include "source/markup_text.h"
#include "source/reader.h"
#include "source/xml_document.h"

namespace munjip {

namespace {

class EgloosXmlReader {
 public:
  EgloosXmlReader(const SourceText& source, Diagnostics& diagnostics)
      : source_(source), diagnostics_(diagnostics), document_(source, diagnostics) {}

  std::vector<Post> run() {
    std::vector<Post> posts;
    for (const pugi::xml_node top : elements_named(document_.top(), "post")) {
      const std::vector<pugi::xml_node> items = elements_named(top, "item");
      if (items.empty()) add(top, posts);
      for (const pugi::xml_node item : items) add(item, posts);
    }
    left_out_.tell(source_.shown_file, !posts.empty(), diagnostics_);
    return posts;
  }

 private:
  void add(pugi::xml_node element, std::vector<Post>& posts) {
    const std::string hidden = child_text(element, {"post_hidden"});
    if (hidden.empty() || hidden == "0") {
      posts.push_back(read_post(element));
    } else {
      left_out_.add(LeftOutKind::unpublished);
    }
  }

  Post read_post(pugi::xml_node element) {
    Post post;
    post.title = plain_child_text(element, {"post_title"});
    post.author = plain_child_text(element, {"post_nick"});
    post.category = plain_child_text(element, {"category_name"});
    post.address = child_text(element, {"post_url"});
    post.published = parse_date(child_text(element, {"post_date_created"}));
    post.modified = parse_date(child_text(element, {"post_date_modified"}));
    if (const int number = leading_number(child_text(element, {"post_no"})); number > 0) {
      post.number = number;
      if (post.address.empty()) post.address = "/" + std::to_string(number);
    }
    read_tags(plain_child_text(element, {"post_tags"}), post);
    const pugi::xml_node body = element.child("post_content");
    const std::string text = xml_text(body);
    read_html_content(html_of_body(text), source_, {document_.line_of(body)}, post, diagnostics_);
    if (is_shortened(text)) tell_shortened(element, post);
    return post;
  }

  static void read_tags(std::string_view list, Post& post) {
    while (!list.empty()) {
      const std::size_t end = std::min(list.find(','), list.size());
      const std::string_view tag = trim_ascii(list.substr(0, end));
      if (!tag.empty()) post.tags.emplace_back(tag);
      list.remove_prefix(std::min(end + 1, list.size()));
    }
  }

  void tell_shortened(pugi::xml_node element, const Post& post) {
    diagnostics_.lost({source_.shown_file, {document_.line_of(element), 0}},
                      message("글의 앞부분만 있습니다: {}",
                              "the file has only the beginning of the post: {}", post.title),
                      {message("글 하나씩 받은 XML이나 저장한 글 페이지를 쓰세요",
                               "use the XML of each post, or a saved page of it")});
  }

  const SourceText& source_;
  Diagnostics& diagnostics_;
  XmlDocument document_;
  LeftOut left_out_;
};

}  // namespace

std::vector<Post> read_egloos_xml(const SourceText& source, Diagnostics& diagnostics) {
  return EgloosXmlReader(source, diagnostics).run();
}

}  // namespace munjip
