// Ghost's exports → Posts: `{"db": [{"data": {"posts": [...], "tags": [...], ...}}]}`, and the
// files that its migration tools write, where a post holds its tags and its author.
#include <algorithm>
#include <map>

#include "source/body_markup.h"
#include "source/date_text.h"
#include "source/html_content.h"
#include "source/json_document.h"
#include "source/left_out.h"
#include "source/markup_text.h"
#include "source/reader.h"
#include "source/shortcode_html.h"

namespace munjip {

namespace {

using nlohmann::json;

// Stands in addresses for the blog's own.
constexpr std::string_view kBlogMark = "__GHOST_URL__";

std::string without_blog_mark(std::string_view text) {
  return replaced_all(text, kBlogMark, {});
}

// Names of a table (`tags`, `users`) by id.
std::map<std::string, std::string> names_by_id(const json& table) {
  std::map<std::string, std::string> names;
  for (const json& row : table) names[json_text(row, "id")] = json_text(row, "name");
  return names;
}

// `posts_tags`, `posts_authors`: the names that belong to each post, in the table's order.
std::map<std::string, std::vector<std::string>> names_of_posts(
    const json& links, const char* key, const std::map<std::string, std::string>& names) {
  std::map<std::string, std::vector<std::string>> found;
  for (const json& link : links) {
    const auto name = names.find(json_text(link, key));
    if (name != names.end()) found[json_text(link, "post_id")].push_back(name->second);
  }
  return found;
}

class GhostJsonReader {
 public:
  GhostJsonReader(const SourceText& source, Diagnostics& diagnostics)
      : source_(source), diagnostics_(diagnostics), file_(parse_json(source)) {}

  std::vector<Post> run() {
    const json& data = tables();
    users_ = names_by_id(json_member(data, "users"));
    tags_ = names_of_posts(json_member(data, "posts_tags"), "tag_id",
                           names_by_id(json_member(data, "tags")));
    authors_ = names_of_posts(json_member(data, "posts_authors"), "author_id", users_);
    std::vector<Post> posts;
    for (const json& row : json_member(data, "posts")) {
      const json& fields = row.contains("data") ? row["data"] : row;
      if (is_published_post(fields)) posts.push_back(read_post(fields, json_text(row, "url")));
    }
    left_out_.tell(source_.shown_file, !posts.empty(), diagnostics_);
    return posts;
  }

 private:
  const json& tables() const {
    const json& databases = json_member(file_, "db");
    const json& top = databases.is_array() && !databases.empty() ? databases.front() : file_;
    const json& data = json_member(top, "data");
    return data.is_object() ? data : top;
  }

  bool is_published_post(const json& fields) {
    const std::string type = json_text(fields, "type");
    const json& page = json_member(fields, "page");
    if (type == "page" || page == json(true) || page == json(1)) {
      left_out_.add(LeftOutKind::page);
      return false;
    }
    const std::string status = json_text(fields, "status");
    if (status.empty() || status == "published" || status == "sent") return true;
    left_out_.add(LeftOutKind::unpublished);
    return false;
  }

  Post read_post(const json& fields, const std::string& url) {
    Post post;
    post.title = collapse_spaces(json_text(fields, "title"));
    post.address = url;
    if (const std::string slug = json_text(fields, "slug"); url.empty() && !slug.empty()) {
      post.address = "/" + slug + "/";
    }
    post.published = parse_date(json_text(fields, "published_at"));
    post.modified = parse_date(json_text(fields, "updated_at"));
    read_names(fields, post);
    std::string html = cover_html(fields) + without_blog_mark(json_text(fields, "html"));
    const bool is_other_format =
        !json_member(fields, "mobiledoc").is_null() || !json_member(fields, "lexical").is_null();
    if (json_text(fields, "html").empty() && is_other_format) {
      diagnostics_.lost({source_.shown_file, {}},
                        message("글에 HTML이 없어 읽지 못했습니다: {}",
                                "the post has no HTML and was not read: {}", post.title),
                        {message("Ghost에서 다시 내보내면 HTML이 함께 들어갑니다",
                                 "export again from Ghost, which adds the HTML")});
      html.clear();
    }
    read_html_content(html, source_, {}, post, diagnostics_);
    return post;
  }

  // Ghost's first tag is the primary one.
  void read_names(const json& fields, Post& post) {
    const std::string id = json_text(fields, "id");
    std::vector<std::string> tags = tags_[id];
    for (const json& tag : json_member(fields, "tags"))
      tags.push_back(json_text(json_member(tag, "data"), "name"));
    std::erase_if(tags, [](const std::string& tag) { return tag.empty() || tag.starts_with('#'); });
    if (!tags.empty()) post.category = tags.front();
    if (tags.size() > 1) post.tags.assign(tags.begin() + 1, tags.end());
    const std::vector<std::string>& authors = authors_[id];
    if (!authors.empty()) {
      post.author = authors.front();
    } else if (const auto user = users_.find(json_text(fields, "author_id"));
               user != users_.end()) {
      post.author = user->second;
    } else {
      post.author = json_text(json_member(json_member(fields, "author"), "data"), "name");
    }
  }

  static std::string cover_html(const json& fields) {
    const std::string address = without_blog_mark(json_text(fields, "feature_image"));
    if (address.empty()) return {};
    return attachment_html({.address = address,
                            .title = {},
                            .alt = json_text(fields, "feature_image_alt"),
                            .caption = json_text(fields, "feature_image_caption")});
  }

  const SourceText& source_;
  Diagnostics& diagnostics_;
  json file_;
  std::map<std::string, std::string> users_;
  std::map<std::string, std::vector<std::string>> tags_, authors_;
  LeftOut left_out_;
};

}  // namespace

std::vector<Post> read_ghost_json(const SourceText& source, Diagnostics& diagnostics) {
  return GhostJsonReader(source, diagnostics).run();
}

}  // namespace munjip
