// Substack: saved pages, and bodies of an account's export (`posts/123401.slug.html`), whose titles
// and dates stand in `posts.csv` beside them.
#include "source/substack.h"

#include <utility>

#include "base/file_io.h"
#include "source/csv.h"
#include "source/date_text.h"
#include "source/front_matter.h"
#include "source/platform.h"
#include "source/platform_parts.h"

namespace munjip {

namespace fs = std::filesystem;

namespace {

constexpr std::uintmax_t kMaxTableBytes = std::uintmax_t{16} << 20;

bool read_substack_element(ContentReader& reader, HtmlNode node, FlowBuilder& flow,
                           const FlowContext& context) {
  if (!node.has_class("embedded-post-wrap") && !node.has_class("digest-post-embed")) return false;
  LinkBox box{LinkBoxKind::card, {}, {}};
  box.title = shown_text_of(find_any_class(node, {"embedded-post-title", "digest-post-title"}));
  if (box.title.empty()) box.title = shown_text_of(node);
  box.description = shown_text_of(find_class(node, "embedded-post-body"));
  box.target = find_tag(node, GUMBO_TAG_A).attribute("href");
  add_link_box(reader, node, std::move(box), flow, context);
  return true;
}

void read_substack_facts(HtmlNode scope, HtmlNode /*article*/, PageFacts& facts) {
  const HtmlNode title = find_descendant(
      scope, [](HtmlNode node) { return node.is(GUMBO_TAG_H1) && node.has_class("post-title"); });
  if (title) facts.title = shown_text_of(title);
}

constexpr std::size_t kMaxRowBytes = std::size_t{64} << 10;

// The header and the row that begins with `id`: a large export has a row for each of its files, and
// each file asks for its own only.
CsvTable row_of(std::string_view text, const std::string& id) {
  const std::size_t at = text.find("\n" + id + ",");
  if (at == std::string_view::npos) return {};
  std::string rows(text.substr(0, text.find('\n') + 1));
  rows += text.substr(at + 1, kMaxRowBytes);
  return parse_csv(rows);
}

}  // namespace

bool read_substack_table(const SourceText& source, Post& post, Diagnostics& diagnostics) {
  const std::string id = to_utf8(source.file.stem());
  if (id.find('.') == std::string::npos || id[0] < '0' || id[0] > '9') return true;
  for (const fs::path& folder : {source.file.parent_path(), source.file.parent_path() / ".."}) {
    const fs::path file = folder / "posts.csv";
    std::error_code error;
    if (!fs::is_regular_file(file, error) || !is_inside(source.folder, file)) continue;
    const CsvTable table = row_of(read_file(file, kMaxTableBytes), id);
    if (table.rows.empty()) return true;
    const std::vector<std::string>& row = table.rows.front();
    const auto field = [&](std::string_view name) {
      const std::size_t column = table.column(name);
      return column < row.size() ? row[column] : std::string();
    };
    if (post.title.empty())
      post.title = visible_text(HtmlTree(field("title"), HtmlKind::fragment).body());
    if (!post.published) post.published = parse_date(field("post_date"));
    FrontMatter matter;
    matter.is_draft = field("is_published") == "FALSE";
    return !is_left_out(matter, source, diagnostics);
  }
  return true;
}

Platform substack() {
  return {"Substack",
          {{ArticleMark::By::css_class, "available-content"}},
          read_substack_element,
          read_substack_facts};
}

}  // namespace munjip
