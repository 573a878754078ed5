// TTXML → Posts: the backups of Tattertools, Textcube and, until 2016, Tistory.
#include <iterator>

#include "base/utf8.h"
#include "source/body_markup.h"
#include "source/data_uri.h"
#include "source/date_text.h"
#include "source/enclosed_files.h"
#include "source/html_content.h"
#include "source/left_out.h"
#include "source/markup_text.h"
#include "source/reader.h"
#include "source/xml_document.h"

namespace munjip {

namespace {

// Where the backup puts the folder of attachments.
constexpr std::string_view kAttachPath = "[##_ATTACH_PATH_##]/";

class TtxmlReader {
 public:
  TtxmlReader(const SourceText& source, Diagnostics& diagnostics)
      : source_(source), diagnostics_(diagnostics), document_(source, diagnostics) {}

  std::vector<Post> run() {
    std::vector<Post> posts;
    for (const pugi::xml_node element : elements_named(document_.top(), "post")) {
      left_out_.add(LeftOutKind::comment, comment_count(element));
      if (is_published(element)) posts.push_back(read_post(element));
    }
    for (const char* other : {"notice", "page", "keyword"}) {
      left_out_.add(LeftOutKind::page, elements_named(document_.top(), other).size());
    }
    left_out_.tell(source_.shown_file, !posts.empty(), diagnostics_);
    return posts;
  }

 private:
  // Answers stand within what they answer.
  static std::size_t comment_count(pugi::xml_node element) {
    std::size_t count = 0;
    for (const pugi::xml_node comment : element.children("comment")) {
      const auto answers = comment.children("comment");
      count += 1 + static_cast<std::size_t>(std::distance(answers.begin(), answers.end()));
    }
    return count;
  }

  // `syndicated` is public and announced.
  bool is_published(pugi::xml_node element) {
    const std::string visibility = child_text(element, {"visibility"});
    if (visibility.empty() || visibility == "public" || visibility == "syndicated") return true;
    left_out_.add(visibility == "protected" ? LeftOutKind::locked : LeftOutKind::unpublished);
    return false;
  }

  Post read_post(pugi::xml_node element) {
    Post post;
    post.title = plain_child_text(element, {"title"});
    post.category = plain_child_text(element, {"category"});
    for (const pugi::xml_node tag : element.children("tag")) {
      std::string name = text_of_title(xml_text(tag));
      if (!name.empty()) post.tags.push_back(std::move(name));
    }
    post.published = parse_date(child_text(element, {"published", "created"}));
    post.modified = parse_date(child_text(element, {"modified"}));
    if (const int number = leading_number(child_text(element, {"id"})); number > 0) {
      post.number = number;
    }
    post.address = address_of(element, post);
    const pugi::xml_node body = element.child("content");
    EnclosedFiles attachments;
    add_attachments(element, attachments);
    SourceText place{source_.file, source_.folder, source_.shown_file, {}, source_.is_wanted};
    place.enclosed = &attachments;
    place.rules = source_.rules;
    read_html_content(html_of_body(replaced_all(xml_text(body), kAttachPath, {})), place,
                      {document_.line_of(body)}, post, diagnostics_);
    return post;
  }

  static std::string address_of(pugi::xml_node element, const Post& post) {
    const std::string_view slogan = element.attribute("slogan").value();
    if (is_valid_utf8(slogan) && !slogan.empty()) return "/entry/" + std::string(slogan);
    return post.number ? "/" + std::to_string(*post.number) : std::string();
  }

  // Posts name an attachment as it is stored; editors may have written the author's own name.
  static void add_attachments(pugi::xml_node element, EnclosedFiles& files) {
    for (const pugi::xml_node attachment : element.children("attachment")) {
      const pugi::xml_node content = attachment.child("content");
      const auto read = [content] { return base64_decoded(xml_text(content)); };
      for (const char* name : {"name", "label"}) {
        const std::string path = child_text(attachment, {name});
        if (!path.empty() && content) files.add(path, read);
      }
    }
  }

  const SourceText& source_;
  Diagnostics& diagnostics_;
  XmlDocument document_;
  LeftOut left_out_;
};

}  // namespace

std::vector<Post> read_ttxml(const SourceText& source, Diagnostics& diagnostics) {
  return TtxmlReader(source, diagnostics).run();
}

}  // namespace munjip
