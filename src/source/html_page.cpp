// Whole HTML pages → Posts: finds the article (or articles), reads its content and what the page
// says of it, and lists everything that stands around it.
#include <algorithm>
#include <unordered_set>

#include "base/file_io.h"
#include "source/encoding.h"
#include "source/hangul.h"
#include "source/html_article.h"
#include "source/html_chrome.h"
#include "source/html_content_reader.h"
#include "source/html_page_facts.h"
#include "source/naver_page.h"
#include "source/platform_parts.h"
#include "source/reader.h"
#include "source/saved_page.h"
#include "source/substack.h"

namespace munjip {

namespace {

// A bare body, as feeds and editors give it, or a whole page.
HtmlKind kind_of(std::string_view html) {
  for (const std::string_view tag : {"<html", "<head", "<body", "<title", "<!doctype"}) {
    const auto found =
        std::search(html.begin(), html.end(), tag.begin(), tag.end(),
                    [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b; });
    if (found != html.end()) return HtmlKind::document;
  }
  return HtmlKind::fragment;
}

class PageReader {
 public:
  PageReader(const SourceText& source, Diagnostics& diagnostics)
      : source_(source),
        diagnostics_(diagnostics),
        tree_(source.text, kind_of(source.text)),
        facts_(read_page_facts(tree_)) {}

  std::vector<Post> run() {
    if (is_refused()) return {};
    const FoundArticles found = find_articles(tree_);
    const std::string frame = found.platform == nullptr ? naver_frame(tree_) : std::string();
    if (!frame.empty() && !is_frame_) return read_frame(frame);
    if (found.platform == nullptr && facts_.is_listing) {
      refuse(message("글 목록 페이지라서 글로 읽지 않았습니다.",
                     "this page lists posts and holds none; it was not read as a post"));
      return {};
    }
    std::vector<Post> posts;
    const std::vector<HtmlNode> scopes = article_scopes(found.nodes);
    for (std::size_t i = 0; i < scopes.size(); ++i) {
      posts.push_back(read_post(found.nodes[i], scopes[i], found, scopes.size() == 1));
    }
    drop_around(found, posts);
    std::erase_if(posts, [](const Post& post) { return post.body.empty() && post.title.empty(); });
    return posts;
  }

 private:
  void refuse(Message why) {
    diagnostics_.error(
        {source_.shown_file, {}}, std::move(why),
        {message("글 하나가 열린 페이지를 저장해서 쓰거나, 이 파일을 목록에서 빼 주세요.",
                 "Save the page of a single post instead, or leave this file out.")});
  }

  // The post of a Naver blog stands in a frame, which a browser saves beside the page.
  std::vector<Post> read_frame(const std::string& address) {
    const std::string name = percent_decoded_bytes(address.substr(0, address.find_first_of("?#")));
    const std::filesystem::path file = source_.file.parent_path() / path_from_utf8(name);
    std::error_code error;
    if (address.find("://") != std::string::npos || name.starts_with('/') ||
        !std::filesystem::is_regular_file(file, error) || !is_inside(source_.folder, file)) {
      refuse(message("네이버 블로그의 바깥 틀만 있고 글이 든 안쪽 페이지(PostView)가 없습니다.",
                     "this is only the frame of a Naver blog; the page in it (PostView), which "
                     "holds the post, is not here"));
      return {};
    }
    SourceText inner = source_;
    inner.file = file;
    inner.text = compose_hangul(decode_to_utf8(read_file(file), to_utf8(file), diagnostics_));
    PageReader reader(inner, diagnostics_);
    reader.is_frame_ = true;
    return reader.run();
  }

  bool is_refused() {
    if (source_.text.find("[##_article_rep_") == std::string::npos) return false;
    refuse(message("티스토리 스킨 틀이라서 글로 읽지 않았습니다.",
                   "this is the template of a Tistory skin; it was not read as a post"));
    return true;
  }

  Post read_post(HtmlNode article, HtmlNode scope, const FoundArticles& found, bool is_only) {
    const Platform* platform = found.platform;
    Post post;
    post.file = source_.file;
    post.shown_file = source_.shown_file;
    PageFacts facts = is_only ? facts_ : facts_of_blog();
    const bool has_own_header = !is_only && scope == article;
    const std::string local = has_own_header ? read_opening_facts(article, facts)
                                             : read_local_facts(scope, article, facts);
    if (is_only && facts_.published) facts.published = facts_.published;
    if (is_only && !facts_.category.empty()) facts.category = facts_.category;
    if (platform != nullptr && platform->read_facts != nullptr) {
      platform->read_facts(scope, article, facts);
    }
    post.title = facts.title;
    if (post.title.empty()) post.title = is_only ? title_of_page(facts) : local;
    if (platform == nullptr) post.title = without_site_name(std::move(post.title));
    if (post.title.empty()) post.title = local;
    apply(facts, is_only, post);
    if (is_only && platform == nullptr && !read_substack_table(source_, post, diagnostics_)) {
      return {};
    }
    ContentReader reader(tree_, source_, {}, post, diagnostics_);
    reader.leave_out(found.left_out);
    reader.read(article);
    drop_repeated_title(post);
    if (source_.keep_comments) keep_comments(reader, article, scope, found.left_out);
    return post;
  }

  // `글 - 신문`: a heading of the page shows where the title ends.
  std::string without_site_name(std::string title) const {
    constexpr std::string_view kBars[] = {" :: ", " — ", " – ", " - ", " | ",
                                          " : ",  " · ", " « ", " < "};
    for_each_descendant(tree_.body(), [&](HtmlNode node) {
      if (!node.is(GUMBO_TAG_H1) && !node.is(GUMBO_TAG_H2)) return true;
      const std::string shown = shown_text_of(node);
      if (shown.empty() || !title.starts_with(shown)) return false;
      const std::string_view rest = std::string_view(title).substr(shown.size());
      const bool is_title =
          std::any_of(std::begin(kBars), std::end(kBars),
                      [&](std::string_view bar) { return rest.starts_with(bar); });
      if (is_title) title = shown;
      return false;
    });
    return title;
  }

  // Those in the article and those below it.
  void keep_comments(ContentReader& reader, HtmlNode article, HtmlNode scope,
                     const PageFurniture& furniture) {
    std::vector<HtmlNode> containers = reader.comments();
    for_each_descendant(scope, [&](HtmlNode node) {
      if (node == article) return false;
      if (!node.is_element()) return true;
      const auto known = furniture.find(node.get());
      const auto reason = known == furniture.end() ? chrome_reason(node) : known->second;
      if (reason != DropReason::comment) return true;
      containers.push_back(node);
      return false;
    });
    for (const HtmlNode container : containers) kept_.insert(container.get());
    reader.read_comments(containers);
  }

  // What a page of several posts says of itself holds for none of them but this.
  PageFacts facts_of_blog() const {
    PageFacts facts;
    facts.author = facts_.author;
    facts.lang = facts_.lang;
    return facts;
  }

  void apply(const PageFacts& facts, bool is_only, Post& post) const {
    post.author = facts.author;
    post.category = facts.category;
    post.tags = facts.tags;
    post.lang = facts.lang;
    post.published = facts.published;
    if (is_only) post.modified = facts.modified;
    post.address = resolved_address(facts.address);
    if (is_only && post.address.empty()) post.address = saved_address(source_.text);
    post.number = backup_number();
    if (!post.number && is_only) post.number = facts.number;
  }

  // A path of the blog is an address on the page's own host.
  std::string resolved_address(const std::string& address) const {
    if (!address.starts_with('/')) return address;
    const std::size_t host = facts_.address.find("://");
    if (host == std::string::npos) return {};
    return facts_.address.substr(0, facts_.address.find('/', host + 3)) + address;
  }

  // A Tistory backup keeps post 92 as `92/92-title.html`.
  std::optional<long> backup_number() const {
    const std::string folder = source_.file.parent_path().filename().string();
    const std::string name = source_.file.filename().string();
    if (folder.empty() || folder.find_first_not_of("0123456789") != std::string::npos) return {};
    if (!name.starts_with(folder + "-") && !name.starts_with(folder + ".")) return {};
    return leading_number(folder);
  }

  static void drop_repeated_title(Post& post) {
    const auto first = std::find_if(post.body.begin(), post.body.end(), [](const Block& block) {
      return !std::holds_alternative<Divider>(block.is);
    });
    post.body.erase(post.body.begin(), first);  // a rule above the text parts it from nothing
    if (post.body.empty()) return;
    const auto* heading = std::get_if<Heading>(&post.body.front().is);
    if (heading == nullptr || post.title.empty()) return;
    std::string text = plain_text(heading->content);
    if (text != post.title) return;
    post.dropped.push_back({DropReason::duplicate_title, std::move(text), post.body.front().at});
    post.body.erase(post.body.begin());
  }

  // What stands on the page outside its articles, listed with the first post.
  void drop_around(const FoundArticles& found, std::vector<Post>& posts) {
    if (posts.empty()) return;
    Surroundings around;
    around.reasons = found.left_out;
    for (const HtmlNode article : found.nodes) {
      around.articles.insert(article.get());
      for (HtmlNode up = article.parent(); up && around.path.insert(up.get()).second;) {
        up = up.parent();
      }
    }
    drop_beside(tree_.body(), around, posts.front());
  }

  struct Surroundings {
    std::unordered_set<const GumboNode*> articles, path;  // path: elements around articles
    PageFurniture reasons;
  };

  void drop_beside(HtmlNode node, const Surroundings& around, Post& post) {
    if (around.articles.contains(node.get())) return;
    for (std::size_t i = 0; i < node.child_count(); ++i) {
      const HtmlNode child = node.child(i);
      if (around.path.contains(child.get())) {
        drop_beside(child, around, post);
      } else if (!around.articles.contains(child.get()) && !kept_.contains(child.get())) {
        std::string text = visible_text(child);
        if (text.empty()) continue;
        const auto known = around.reasons.find(child.get());
        const DropReason reason =
            known != around.reasons.end() ? known->second : reason_beside(child, text, post);
        post.dropped.push_back({reason, std::move(text), tree_.position(child)});
      }
    }
  }

  static DropReason reason_beside(HtmlNode node, std::string_view text, const Post& post) {
    if (!post.title.empty() && text == post.title) return DropReason::duplicate_title;
    if (const auto reason = chrome_reason(node)) return *reason;
    if (is_hidden(node)) return DropReason::hidden;
    if (node.is(GUMBO_TAG_NOSCRIPT)) return DropReason::script;
    if (node.is(GUMBO_TAG_FOOTER)) return DropReason::footer;
    const bool repeats_title =
        !post.title.empty() && text.find(post.title) != std::string_view::npos;
    return node.is(GUMBO_TAG_HEADER) || repeats_title ? DropReason::header : DropReason::chrome;
  }

  const SourceText& source_;
  Diagnostics& diagnostics_;
  HtmlTree tree_;
  PageFacts facts_;
  std::unordered_set<const GumboNode*> kept_;  // containers of comments that are in the book
  bool is_frame_ = false;
};

}  // namespace

std::vector<Post> read_html(const SourceText& source, Diagnostics& diagnostics) {
  return PageReader(source, diagnostics).run();
}

}  // namespace munjip
