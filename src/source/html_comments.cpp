// Comments on a page, where the author wants them in the book.
#include <algorithm>
#include <iterator>
#include <utility>

#include "source/html_content_reader.h"

namespace munjip {

namespace {

// Where a reader of the page would have written a comment of their own.
bool is_form(HtmlNode node) {
  return node.is(GUMBO_TAG_FORM) || node.is(GUMBO_TAG_FIELDSET) || node.is(GUMBO_TAG_TEXTAREA) ||
         node.is(GUMBO_TAG_LABEL);
}

// What is done to a comment on the page, not said in it.
bool is_command(HtmlNode node) {
  if (!node.is(GUMBO_TAG_A) && !node.is(GUMBO_TAG_LI)) return false;
  static constexpr std::string_view kCommands[] = {"답글", "답글쓰기", "수정", "삭제", "고정",
                                                   "신고", "링크복사", "공유", "Reply"};
  return std::find(std::begin(kCommands), std::end(kCommands), visible_text(node)) !=
         std::end(kCommands);
}

// `댓글 3` above a list of comments: the section has a heading of its own.
bool counts_comments(std::string_view text) {
  return text.size() < 40 && (text.starts_with("댓글") || text.starts_with("Comments") ||
                              text.starts_with("Responses"));
}

}  // namespace

bool ContentReader::is_comment_tool(HtmlNode node) {
  return is_form(node) || is_command(node);
}

void ContentReader::read_comments(const std::vector<HtmlNode>& containers) {
  is_in_comments_ = true;
  FlowBuilder flow;
  for (const HtmlNode container : containers) {
    const FlowContext context = inside(container, {});
    read_children(container, flow, context);
    flow.end_run(context);
  }
  is_in_comments_ = false;
  Group section;
  for (Block& block : flow.take({})) {
    auto* heading = std::get_if<Heading>(&block.is);
    auto* paragraph = std::get_if<Paragraph>(&block.is);
    if (heading != nullptr || paragraph != nullptr) {
      Inlines& content = heading != nullptr ? heading->content : paragraph->content;
      if (std::string text = plain_text(content); counts_comments(text)) {
        drop(std::move(text), DropReason::duplicate_title, block.at);
        continue;
      }
      Inlines kept = std::move(content);
      block.is = Paragraph{std::move(kept)};  // no heading of the post's
    }
    section.children.push_back(std::move(block));
  }
  if (section.children.empty()) return;
  const bool is_korean = post_.lang.empty() || post_.lang.starts_with("ko");
  const SourcePos at = position(containers.front(), {});
  post_.body.push_back({Heading{2, {{Text{is_korean ? "댓글" : "Comments"}, at}}}, {}, {}, at});
  post_.body.push_back({std::move(section), {"comments"}, {}, at});
}

}  // namespace munjip
