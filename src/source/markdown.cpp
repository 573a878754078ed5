// The reader of Markdown: front matter, then CommonMark by way of HTML.
#include <algorithm>
#include <iterator>

#include "source/front_matter.h"
#include "source/html_content.h"
#include "source/markdown_dialect.h"
#include "source/markdown_render.h"
#include "source/notion.h"
#include "source/reader.h"
#include "source/velog_markdown.h"

namespace munjip {

namespace {

Block subtitle_block(std::string subtitle) {
  Block block{Paragraph{{{Text{std::move(subtitle)}, {}}}}};
  block.classes = {"subtitle"};
  return block;
}

// Without a title of its own the post is called what its first heading of level 1 says; the heading
// itself is dropped when the book is assembled.
void take_title_from_heading(Post& post) {
  if (!post.title.empty()) return;
  const auto first = std::find_if(post.body.begin(), post.body.end(), [](const Block& block) {
    const auto* heading = std::get_if<Heading>(&block.is);
    return heading == nullptr || heading->level == 1;
  });
  if (first == post.body.end()) return;
  if (const auto* heading = std::get_if<Heading>(&first->is)) {
    post.title = plain_text(heading->content);
  }
}

void apply(NotionPage page, Post& post) {
  post.title = std::move(page.title);
  post.author = std::move(page.properties.author);
  post.category = std::move(page.properties.category);
  post.tags = std::move(page.properties.tags);
  post.published = page.properties.published;
  post.modified = page.properties.modified;
  for (std::string& line : page.other_lines) {
    post.dropped.push_back({DropReason::header, std::move(line)});
  }
}

void tell_of(const RenderedMarkdown& rendered, const SourceText& source, Diagnostics& diagnostics) {
  for (const auto& note : rendered.unmarked_notes) {
    diagnostics.warn(
        {source.shown_file, note.at},
        message("본문에서 아무도 가리키지 않는 주석입니다. 글 끝에 그대로 실었습니다: [^{}]",
                "nothing refers to this note; it stands at the end of the post: [^{}]", note.label),
        {message("본문의 알맞은 자리에 [^{}]를 쓰세요", "write [^{}] where it belongs in the text",
                 note.label)});
  }
  for (const std::uint32_t line : rendered.refused_tables) {
    diagnostics.warn(
        {source.shown_file, {line, 1}},
        message("표가 너무 커서 글로 실었습니다", "the table is too large and became text"),
        {message("표를 여럿으로 나누세요", "split the table")});
  }
}

// One warning for each kind of tag; more kinds than that are counted.
void tell_lost_tags(const PlainMarkdown& plain, const SourceText& source,
                    Diagnostics& diagnostics) {
  constexpr std::size_t kMaxKinds = 20;
  std::size_t told = 0;
  for (const auto& [name, tags] : plain.lost) {
    if (++told > kMaxKinds) break;
    diagnostics.lost(
        {source.shown_file, {tags.first_line, 1}},
        message("책이 보일 수 없는 태그를 뺐습니다: {} ({}번)",
                "a tag that a book cannot show was left out: {} ({} times)", name, tags.count),
        {message("블로그에서 이 자리에 무엇이 보이는지 살피고 글에 직접 넣어 주세요",
                 "see what the blog shows at these places and put it into the posts")});
  }
  if (plain.lost.size() > kMaxKinds) {
    diagnostics.lost({source.shown_file, {}},
                     message("그 밖에 책이 보일 수 없는 태그 {}가지를 뺐습니다",
                             "{} more kinds of tags that a book cannot show were left out",
                             plain.lost.size() - kMaxKinds));
  }
}

}  // namespace

std::vector<Post> read_markdown(const SourceText& source, Diagnostics& diagnostics) {
  Post post;
  std::string_view body = source.text;
  std::uint32_t first_line = 1;
  if (auto matter = read_front_matter(source, diagnostics)) {
    if (is_left_out(*matter, source, diagnostics)) return {};
    body.remove_prefix(matter->body_offset);
    first_line = matter->body_line;
    std::string subtitle = std::move(matter->subtitle);
    apply(std::move(*matter), post);
    if (!subtitle.empty()) post.body.push_back(subtitle_block(std::move(subtitle)));
  } else if (NotionPage page = read_notion_head(body); !page.title.empty()) {
    body.remove_prefix(page.body_offset);
    first_line = page.body_line;
    apply(std::move(page), post);
  }
  PlainMarkdown plain = without_dialect(body, first_line);
  std::move(plain.dropped.begin(), plain.dropped.end(), std::back_inserter(post.dropped));
  tell_lost_tags(plain, source, diagnostics);
  if (plain.open_division != 0) {
    diagnostics.warn({source.shown_file, {plain.open_division, 1}},
                     message("`:::`로 연 마디가 닫히지 않아 글 끝까지 이어집니다",
                             "nothing closes this division: it goes on to the end of the post"),
                     {message("마디 끝에 `:::`만 쓴 줄을 넣으세요",
                              "write a line of `:::` alone where it ends")});
  }
  const LineEnd line_end = is_velog_markdown(source.text) ? LineEnd::line_break : LineEnd::space;
  const RenderedMarkdown rendered =
      render_markdown(with_velog_embeds(plain.text), first_line, line_end);
  tell_of(rendered, source, diagnostics);
  read_html_content(rendered.html, source, {first_line}, post, diagnostics);
  take_title_from_heading(post);
  std::vector<Post> posts;
  posts.push_back(std::move(post));
  return posts;
}

}  // namespace munjip
