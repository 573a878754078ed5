// Posts of Blogger as its API gives them: `[{"kind": "blogger#post", ...}]`, or such a list as
// `items`.
#include "source/body_markup.h"
#include "source/date_text.h"
#include "source/html_content.h"
#include "source/json_document.h"
#include "source/left_out.h"
#include "source/markup_text.h"
#include "source/reader.h"
#include "source/xml_document.h"

namespace munjip {

namespace {

using nlohmann::json;

Post read_post(const json& fields, const SourceText& source, Diagnostics& diagnostics) {
  Post post;
  post.title = text_of_title(json_text(fields, "title"));
  post.address = json_text(fields, "url");
  post.author = text_of_title(json_text(json_member(fields, "author"), "displayName"));
  post.published = parse_date(json_text(fields, "published"));
  post.modified = parse_date(json_text(fields, "updated"));
  for (const json& label : json_member(fields, "labels")) {
    std::string name = text_of_title(json_text(label));
    if (!name.empty()) post.tags.push_back(std::move(name));
  }
  read_html_content(html_of_body(json_text(fields, "content")), source, {}, post, diagnostics);
  return post;
}

}  // namespace

std::vector<Post> read_blogger_json(const SourceText& source, Diagnostics& diagnostics) {
  const json file = parse_json(source);
  std::vector<Post> posts;
  LeftOut left_out;
  for (const json& fields : file.is_array() ? file : json_member(file, "items")) {
    const std::string kind = json_text(fields, "kind");
    const std::string status = json_text(fields, "status");
    if (kind != "blogger#post") {
      left_out.add(kind == "blogger#page"      ? LeftOutKind::page
                   : kind == "blogger#comment" ? LeftOutKind::comment
                                               : LeftOutKind::other);
    } else if (!status.empty() && status != "LIVE") {
      left_out.add(LeftOutKind::unpublished);
    } else {
      posts.push_back(read_post(fields, source, diagnostics));
    }
  }
  left_out.tell(source.shown_file, !posts.empty(), diagnostics);
  return posts;
}

}  // namespace munjip
