// WordPress's exports (WXR, an RSS 2.0 with elements of its own) → Posts.
#include <algorithm>
#include <iterator>
#include <map>
#include <optional>

#include "source/autop.h"
#include "source/body_markup.h"
#include "source/data_uri.h"
#include "source/date_text.h"
#include "source/html_content.h"
#include "source/left_out.h"
#include "source/markup_text.h"
#include "source/reader.h"
#include "source/shortcode_html.h"
#include "source/shortcodes.h"
#include "source/xml_document.h"

namespace munjip {

namespace {

std::string meta_value(pugi::xml_node item, std::string_view key) {
  for (const pugi::xml_node meta : item.children("wp:postmeta")) {
    if (child_text(meta, {"wp:meta_key"}) == key) return child_text(meta, {"wp:meta_value"});
  }
  return {};
}

// The local time, with the offset that the time in UTC beside it tells.
std::optional<DateTime> date_of(pugi::xml_node item, std::string_view local_name,
                                std::string_view utc_name) {
  auto local = parse_date(child_text(item, {local_name}));
  auto utc = parse_date(child_text(item, {utc_name}));
  if (utc) utc->utc_offset_minutes = 0;
  if (!local) return utc;
  if (!utc) return local;
  local->utc_offset_minutes = 0;
  const auto minutes = (unix_seconds(*local) - unix_seconds(*utc)) / 60;
  constexpr std::int64_t kWestmost = -720, kEastmost = 840;
  // Exports that write one time twice have lost the offset.
  const bool is_offset =
      minutes != 0 && minutes % 15 == 0 && minutes >= kWestmost && minutes <= kEastmost;
  local->utc_offset_minutes = is_offset ? static_cast<int>(minutes) : kSeoulOffsetMinutes;
  return local;
}

class WxrReader {
 public:
  WxrReader(const SourceText& source, Diagnostics& diagnostics)
      : source_(source),
        diagnostics_(diagnostics),
        document_(source, diagnostics),
        items_(elements_named(document_.top(), "item")) {}

  std::vector<Post> run() {
    read_blog();
    for (const pugi::xml_node item : items_) read_attachment(item);
    std::vector<Post> posts;
    for (const pugi::xml_node item : items_) {
      if (is_post(item)) posts.push_back(read_post(item));
    }
    left_out_.tell(source_.shown_file, !posts.empty(), diagnostics_);
    tell_unknown_shortcodes();
    return posts;
  }

 private:
  void read_blog() {
    for (const pugi::xml_node author : elements_named(document_.top(), "author")) {
      const std::string login = child_text(author, {"wp:author_login"});
      if (!login.empty()) names_[login] = plain_child_text(author, {"wp:author_display_name"});
    }
    if (items_.empty()) return;
    blog_address_ = child_text(items_.front().parent(), {"wp:base_blog_url", "link"});
    while (blog_address_.ends_with('/')) blog_address_.pop_back();
  }

  void read_attachment(pugi::xml_node item) {
    const std::string address = child_text(item, {"wp:attachment_url"});
    if (address.empty()) return;
    const std::string id = child_text(item, {"wp:post_id"});
    attachments_.by_id[id] = {address, plain_child_text(item, {"title"}),
                              meta_value(item, "_wp_attachment_image_alt"),
                              child_text(item, {"excerpt:encoded"})};
    attachments_.ids_of_post[child_text(item, {"wp:post_parent"})].push_back(id);
  }

  static std::optional<LeftOutKind> reason_to_leave_out(pugi::xml_node item) {
    const std::string type = child_text(item, {"wp:post_type"});
    const std::string status = child_text(item, {"wp:status"});
    if (type == "attachment" || item.child("wp:attachment_url")) return LeftOutKind::attachment;
    if (type == "page") return LeftOutKind::page;
    if (type == "nav_menu_item") return LeftOutKind::menu_item;
    if (!type.empty() && type != "post") return LeftOutKind::other;
    if (!status.empty() && status != "publish" && status != "inherit") {
      return LeftOutKind::unpublished;
    }
    if (!child_text(item, {"wp:post_password"}).empty()) return LeftOutKind::locked;
    return std::nullopt;
  }

  bool is_post(pugi::xml_node item) {
    const auto comments = item.children("wp:comment");
    left_out_.add(LeftOutKind::comment,
                  static_cast<std::size_t>(std::distance(comments.begin(), comments.end())));
    const auto reason = reason_to_leave_out(item);
    if (reason) left_out_.add(*reason);
    return !reason;
  }

  Post read_post(pugi::xml_node item) {
    Post post;
    post.title = plain_child_text(item, {"title"});
    post.author = author_of(item);
    post.published = date_of(item, "wp:post_date", "wp:post_date_gmt");
    if (!post.published) post.published = parse_date(child_text(item, {"pubDate"}));
    post.modified = date_of(item, "wp:post_modified", "wp:post_modified_gmt");
    post.address = address_of(item);
    const std::string id = child_text(item, {"wp:post_id"});
    if (const int number = leading_number(id); number > 0) post.number = number;
    read_terms(item, post);
    const pugi::xml_node body = item.child("content:encoded");
    const std::string content = without_section_marks(xml_text(body));
    read_cover(item, content, post);
    ExpandedShortcodes expanded = expand_shortcodes(content, id, attachments_);
    read_html_content(with_paragraphs(expanded.html), source_, {document_.line_of(body)}, post,
                      diagnostics_);
    read_recording(item, post);
    for (const auto& [name, count] : expanded.unknown) {
      unknown_[name] += count;
      post.dropped.push_back({DropReason::embed,
                              "[" + name + "] × " + std::to_string(count),
                              {document_.line_of(body), 0}});
    }
    if (expanded.missing_attachments > 0) tell_missing(item, expanded.missing_attachments);
    return post;
  }

  // Several, where the plugin Co-Authors Plus lists them as terms.
  std::string author_of(pugi::xml_node item) const {
    std::vector<std::string> names;
    for (const pugi::xml_node term : item.children("category")) {
      if (std::string_view(term.attribute("domain").value()) != "author") continue;
      std::string name = text_of_title(xml_text(term));
      if (name.empty() || std::find(names.begin(), names.end(), name) != names.end()) continue;
      names.push_back(std::move(name));
    }
    std::string all;
    for (const std::string& name : names) all += (all.empty() ? "" : ", ") + name;
    return all.empty() ? creator_of(item) : all;
  }

  std::string creator_of(pugi::xml_node item) const {
    const std::string login = child_text(item, {"dc:creator"});
    const auto name = names_.find(login);
    return name == names_.end() || name->second.empty() ? text_of_title(login) : name->second;
  }

  // The permanent link; where it is only a number, the address under the post's name.
  std::string address_of(pugi::xml_node item) const {
    std::string link = child_text(item, {"link"});
    const std::string name = percent_decoded_bytes(child_text(item, {"wp:post_name"}));
    const bool is_number = link.empty() || link.find("?p=") != std::string::npos;
    if (!is_number || name.empty()) return link;
    return blog_address_ + "/" + name;
  }

  static void read_terms(pugi::xml_node item, Post& post) {
    for (const pugi::xml_node term : item.children("category")) {
      const std::string_view domain = term.attribute("domain").value();
      std::string name = text_of_title(xml_text(term));
      if (name.empty() || domain == "author" || domain == "post_format" || domain == "nav_menu") {
        continue;
      }
      auto& tags = post.tags;
      const bool is_tag = domain == "post_tag" || domain == "tag" || !post.category.empty();
      if (!is_tag) {
        post.category = std::move(name);
      } else if (std::find(tags.begin(), tags.end(), name) == tags.end()) {
        tags.push_back(std::move(name));
      }
    }
  }

  // The picture that the blog shows above the post, unless it is in the post as well.
  void read_cover(pugi::xml_node item, std::string_view content, Post& post) {
    const auto picture = attachments_.by_id.find(meta_value(item, "_thumbnail_id"));
    if (picture == attachments_.by_id.end()) return;
    const BlogAttachment& cover = picture->second;
    const std::string_view address = std::string_view(cover.address);
    const std::string_view file = address.substr(address.rfind('/') + 1);
    if (content.find(file.substr(0, file.rfind('.'))) != std::string_view::npos) return;
    read_html_content(attachment_html(cover), source_, {document_.line_of(item)}, post,
                      diagnostics_);
  }

  // A recording that feeds announce, with its size and kind on lines below its address; most
  // bodies have a player for it.
  void read_recording(pugi::xml_node item, Post& post) {
    const std::string enclosure = meta_value(item, "enclosure");
    const std::string address(
        trim_ascii(std::string_view(enclosure).substr(0, enclosure.find('\n'))));
    const bool has_player = std::any_of(post.body.begin(), post.body.end(), [](const Block& block) {
      const auto* box = std::get_if<LinkBox>(&block.is);
      return box != nullptr && box->kind != LinkBoxKind::card;
    });
    if (!address.starts_with("http") || has_player) return;
    const bool is_video = enclosure.find("video/") != std::string::npos;
    LinkBox box{is_video ? LinkBoxKind::video : LinkBoxKind::audio, {}, address};
    post.body.push_back({std::move(box), {}, {}, {document_.line_of(item), 0}});
  }

  void tell_missing(pugi::xml_node item, std::size_t count) {
    diagnostics_.lost({source_.shown_file, {document_.line_of(item), 0}},
                      message("갤러리의 그림 {}장이 내보낸 파일에 없습니다",
                              "{} pictures of a gallery are not in the export", count),
                      {message("워드프레스에서 모든 콘텐츠를 골라 다시 내보내세요",
                               "export all content from WordPress")});
  }

  void tell_unknown_shortcodes() {
    std::string names;
    for (const auto& [name, count] : unknown_) {
      names += fmt::format("{}[{}] {}", names.empty() ? "" : ", ", name, count);
    }
    if (names.empty()) return;
    diagnostics_.lost(
        {source_.shown_file, {}},
        message("알 수 없는 숏코드를 뺐습니다: {}", "unknown shortcodes left out: {}", names),
        {message("블로그에서 이 자리에 무엇이 보이는지 살피고 글에 직접 넣어 주세요",
                 "see what the blog shows at these places and put it into the posts")});
  }

  const SourceText& source_;
  Diagnostics& diagnostics_;
  XmlDocument document_;
  std::vector<pugi::xml_node> items_;
  std::map<std::string, std::string> names_;  // of authors, by login
  std::string blog_address_;
  BlogAttachments attachments_;
  LeftOut left_out_;
  std::map<std::string, std::size_t> unknown_;  // shortcodes
};

}  // namespace

std::vector<Post> read_wxr(const SourceText& source, Diagnostics& diagnostics) {
  return WxrReader(source, diagnostics).run();
}

}  // namespace munjip
