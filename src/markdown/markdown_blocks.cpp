// Blocks as Markdown: CommonMark with GitHub's tables and tasks; Markdown within elements of HTML
// for groups, credits and alignment; HTML alone (html_blocks.cpp) for the rest.
#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "book/credit_line.h"
#include "book/list_marker.h"
#include "book/role.h"
#include "markdown/blocks.h"
#include "markdown/pipe_table.h"

namespace munjip {

namespace {

constexpr int kLargestMarkdownNumber = 999'999'999;

// `text` with `prefix` before each line that is not empty but the first.
std::string indented(std::string_view text, std::string_view prefix) {
  std::string out;
  out.reserve(text.size() + text.size() / 16);
  for (std::size_t at = 0; at < text.size(); ++at) {
    out += text[at];
    const bool begins_line = text[at] == '\n' && at + 1 < text.size() && text[at + 1] != '\n';
    if (begins_line) out += prefix;
  }
  return out;
}

std::string as_quotation(std::string_view text) {
  std::string out;
  while (true) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    out += end == 0 ? ">" : "> ";
    out.append(text.substr(0, end));
    if (end == text.size()) return out;
    out += '\n';
    text.remove_prefix(end + 1);
  }
}

// A fence that no line of the code closes (CommonMark 0.30, 4.5).
std::string fence_for(std::string_view code) {
  std::size_t longest = 2, run = 0;
  for (const char c : code) {
    run = c == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  return std::string(longest + 1, '`');
}

bool is_paragraph(const Block& block) {
  return std::holds_alternative<Paragraph>(block.is);
}

// An end of a file's name, which the reader takes for no caption.
bool looks_like_file_name(std::string_view text) {
  const std::size_t dot = text.rfind('.');
  return dot != std::string_view::npos && text.size() - dot <= 5;
}

class MarkdownWriter {
 public:
  // `is_indented`: each line will have something before it (of a quotation, a list).
  MarkdownWriter(const Look& around, PostScope& scope, bool is_indented = false)
      : around_(around), scope_(scope), is_indented_(is_indented) {}

  // A list after a list needs another mark, or they would be one.
  std::string write(const Blocks& blocks) {
    std::string out;
    for (std::size_t i = 0; i < blocks.size();) {
      const Look look = outer_look(blocks[i]);
      std::size_t end = i + 1;
      while (end < blocks.size() && outer_look(blocks[end]) == look) ++end;
      const std::string attributes = look_attributes(look, around_);
      std::string text = attributes.empty()
                             ? run(blocks, i, end)
                             : MarkdownWriter(look, scope_, is_indented_).run(blocks, i, end);
      if (!attributes.empty()) text = fmt::format("<div{}>\n\n{}\n\n</div>", attributes, text);
      out += (out.empty() ? "" : "\n\n") + text;
      i = end;
    }
    return out;
  }

 private:
  // The look for the element around a block: its own where it is written as Markdown.
  Look outer_look(const Block& block) const {
    Look look = look_of(block);
    const bool is_text = is_paragraph(block) || std::holds_alternative<Heading>(block.is);
    if (is_text && !is_plain(block)) {  // written as HTML, which says all of it
      look = around_;
    } else if (!is_text) {
      look.align = around_.align;
      look.dir = around_.dir;
    }
    if (look.lang.empty()) look.lang = around_.lang;
    return look;
  }

  std::string run(const Blocks& blocks, std::size_t begin, std::size_t end) {
    std::string out;
    bool was_list = false;
    for (std::size_t i = begin; i < end; ++i) {
      const bool is_list = std::holds_alternative<List>(blocks[i].is);
      is_other_list_ = is_list && was_list && !is_other_list_;
      was_list = is_list;
      const bool is_other = is_other_list_;
      out += (out.empty() ? "" : "\n\n") + block(blocks[i]);
      is_other_list_ = is_other;
    }
    return out;
  }

  std::string block(const Block& block) {
    const bool has_own_form = is_plain(block) || std::holds_alternative<Group>(block.is) ||
                              std::holds_alternative<Quote>(block.is);
    if (!has_own_form) return html_block(block, around_, scope_);
    return std::visit([&](const auto& is) { return print(is, block); }, block.is);
  }

  std::string print(const Heading& is, const Block&) {
    std::string out(static_cast<std::size_t>(is.level), '#');
    const std::string text = markdown_inlines(is.content, {}, scope_);
    if (!scope_.linked_places.contains(is.id)) return out + " " + text;
    const std::string name = place_name(scope_.post, is.id);
    // `{#name}` is looked for at the beginning of lines only.
    return is_indented_ ? out + " <span id=\"" + name + "\"></span>" + text
                        : out + " " + text + " {#" + name + "}";
  }

  std::string print(const Paragraph& is, const Block&) {
    return markdown_inlines(is.content, {.at_line_start = true}, scope_);
  }

  std::string print(const Quote& is, const Block& block) {
    const auto role = role_of(block.classes);
    const std::optional<Blocks> children = with_credit(is);
    if (children && role && classes_of(*role) == block.classes) return division(*role, *children);
    if (children && is_plain(block)) {
      return as_quotation(MarkdownWriter(around_, scope_, true).write(*children));
    }
    std::string out = fmt::format("<blockquote{}>\n\n", class_attribute(block));
    out += MarkdownWriter(around_, scope_, is_indented_).write(is.children);
    if (!is.credit.empty()) {
      out += "\n\n<footer>" + html_inlines(is.credit, scope_) + "</footer>";
    }
    return out + "\n\n</blockquote>";
  }

  // The credit as the last line, where the reader knows it for one.
  static std::optional<Blocks> with_credit(const Quote& quote) {
    if (quote.credit.empty()) return quote.children;
    if (quote.children.empty() || !is_credit_line(plain_text(quote.credit))) return std::nullopt;
    const auto* last = std::get_if<Paragraph>(&quote.children.back().is);
    const bool has_break =
        std::any_of(quote.credit.begin(), quote.credit.end(),
                    [](const Inline& in) { return std::holds_alternative<LineBreak>(in.is); });
    if (last == nullptr || has_break || begins_credit(plain_text(last->content))) {
      return std::nullopt;
    }
    Blocks children = quote.children;
    children.push_back({Paragraph{quote.credit}, {}, {}, {}});
    return children;
  }

  std::string print(const List& is, const Block& block) {
    const int count = static_cast<int>(is.items.size());
    const bool has_values = std::any_of(is.items.begin(), is.items.end(), [](const ListItem& item) {
      return item.value.has_value();
    });
    const bool is_markdown =
        (is.marker == ListMarker::bullet && is.start == 1) ||
        (is.marker == ListMarker::decimal && is.start >= 0 &&
         is.start <= kLargestMarkdownNumber - count && is.delimiter != ListDelimiter::parentheses);
    if (is_marked_list(is) && !has_values && !is_other_list_) return marked_list(is);
    if (!is_markdown || has_values) return html_block(block, around_, scope_);
    const bool is_ordered = is.is_ordered();
    // The parenthesis says how the list counts; a list beside another says it in HTML.
    if (is_ordered && is_other_list_) return html_block(block, around_, scope_);
    const std::string_view sign = is.delimiter == ListDelimiter::period ? "." : ")";
    const std::string mark(is_ordered ? sign : is_other_list_ ? "+" : "-");
    const std::string gap = std::all_of(is.items.begin(), is.items.end(), is_tight) ? "\n" : "\n\n";
    std::string out;
    for (int i = 0; i < count; ++i) {
      const std::string label = is_ordered ? std::to_string(is.start + i) + mark : mark;
      out += (i == 0 ? "" : gap) + item(is.items[static_cast<std::size_t>(i)], label, gap);
    }
    return out;
  }

  // `가.`, `ㄱ)`, `①` (source/markdown_lists.h).
  static bool is_marked_list(const List& is) {
    const bool has_mark =
        is.marker == ListMarker::hangul_syllable || is.marker == ListMarker::hangul_jamo ||
        is.marker == ListMarker::circled || is.marker == ListMarker::circled_hangul ||
        (is.marker == ListMarker::decimal && is.delimiter == ListDelimiter::parentheses);
    constexpr std::size_t kMostItems = 14;
    return has_mark && is.start == 1 && is.items.size() >= 2 && is.items.size() <= kMostItems &&
           std::all_of(is.items.begin(), is.items.end(), [](const ListItem& item) {
             return !item.done && item.children.size() == 1 && is_paragraph(item.children[0]);
           });
  }

  std::string marked_list(const List& is) {
    std::string out;
    for (std::size_t i = 0; i < is.items.size(); ++i) {
      const std::string label = list_label(is.marker, static_cast<int>(i) + 1, is.delimiter);
      const std::string text = MarkdownWriter(around_, scope_, true).write(is.items[i].children);
      out += (i == 0 ? "" : "\n") + label + " " + indented(text, "   ");
    }
    return out;
  }

  // A paragraph, perhaps with a list under it that may follow without an empty line.
  static bool is_tight(const ListItem& item) {
    if (item.children.empty() || item.children.size() > 2 || !is_paragraph(item.children[0])) {
      return false;
    }
    if (item.children.size() == 1) return true;
    const auto* list = std::get_if<List>(&item.children[1].is);
    return list != nullptr && list->marker == ListMarker::bullet;
  }

  std::string item(const ListItem& item, const std::string& label, std::string_view gap) {
    std::string content;
    MarkdownWriter inner(around_, scope_, true);
    if (gap == "\n") {  // tight
      for (const Block& child : item.children) {
        content += (content.empty() ? "" : "\n") + inner.write({child});
      }
    } else {
      content = inner.write(item.children);
    }
    const std::string indent(label.size() + 1, ' ');
    std::string box;
    if (item.done) box = *item.done ? "[x] " : "[ ] ";
    // A fence beside the item's label would not be known as one by the reader of dialects.
    const bool begins_with_code = content.starts_with("```");
    const std::string first = begins_with_code && box.empty() ? "\n" + indent : " " + box;
    return label + first + indented(content, indent);
  }

  std::string print(const DefinitionList&, const Block& block) {
    return html_block(block, around_, scope_);
  }

  std::string print(const Figure& is, const Block& block) {
    const Image& image = is.images.front();
    const std::string address = image_address(image, scope_);
    const auto* caption =
        is.caption.size() == 1 ? std::get_if<Text>(&is.caption.front().is) : nullptr;
    const bool has_plain_caption =
        is.caption.empty() ||
        (caption != nullptr && caption->text != image.alt && !looks_like_file_name(caption->text));
    const bool is_markdown = is.images.size() == 1 && image.width_px == 0 && image.height_px == 0 &&
                             !image.is_emoticon && image.lost_name.empty() && has_plain_caption &&
                             is_markdown_address(address) && block.lang.empty();
    if (!is_markdown) return html_block(block, around_, scope_);
    std::string out = "![" + markdown_text(image.alt, {.in_link = true}) + "](" + address;
    if (caption != nullptr) out += " \"" + title(caption->text) + "\"";
    return out + ")";
  }

  // References are resolved in titles, and they guard against the reader's dialects too.
  static std::string title(std::string_view text) {
    std::string out;
    for (const char c : html_attribute(text)) {
      if (c == '\\') out += '\\';
      out += c;
    }
    return out;
  }

  std::string print(const CodeBlock& is, const Block& block) {
    if (!block.lang.empty()) return html_block(block, around_, scope_);
    const std::string fence = fence_for(is.text);
    return fence + is.language + "\n" + is.text + fence;
  }

  std::string print(const Table& is, const Block& block) {
    return fits_pipes(is) ? pipe_table(is, scope_) : html_block(block, around_, scope_);
  }

  std::string print(const Divider&, const Block&) { return "***"; }

  std::string print(const LinkBox&, const Block& block) {
    return html_block(block, around_, scope_);
  }

  std::string print(const Group& is, const Block& block) {
    if (block.classes == std::vector<std::string>{"details"}) return details(is);
    const auto role = role_of(block.classes);
    if (role && classes_of(*role) == block.classes) {
      const std::optional<std::string> title = division_title(is);
      if (title) {
        return division(*role, Blocks(is.children.begin() + 1, is.children.end()), *title);
      }
      // Other call-outs get a title when they are read.
      if (!is_callout(*role) || *role == Role::callout) return division(*role, is.children);
    }
    const std::string classes = fmt::format("{}", fmt::join(block.classes, " "));
    return fmt::format("<div data-munjip-class=\"{}\">\n\n{}\n\n</div>", html_attribute(classes),
                       MarkdownWriter(around_, scope_, is_indented_).write(is.children));
  }

  // The words that go into `title="..."`; nothing where the group has none that can.
  static std::optional<std::string> division_title(const Group& is) {
    const auto* title = std::get_if<Paragraph>(&is.children.front().is);
    const bool is_plain =
        title != nullptr && is.children.size() > 1 &&
        is.children.front().classes == std::vector<std::string>{"callout-title"} &&
        title->content.size() == 1 && std::holds_alternative<Text>(title->content.front().is);
    if (!is_plain) return std::nullopt;
    std::string text = plain_text(title->content);
    if (text.find_first_of("\"{}") != std::string::npos) return std::nullopt;
    return text;
  }

  // `::: {.tip title="..."}`, its blocks, `:::`.
  std::string division(Role role, Blocks children, std::string_view title = {}) {
    const std::string_view names = info(role).names;
    std::string opening = fmt::format("::: {{.{}", names.substr(0, names.find(' ')));
    if (!title.empty()) opening += fmt::format(" title=\"{}\"", title);
    if (role == Role::verse) name_credit(children);
    MarkdownWriter inner(around_, scope_, is_indented_);
    return fmt::format("{}}}\n{}\n:::", opening, inner.write(children));
  }

  // The reader knows a verse's credit by its form.
  static void name_credit(Blocks& children) {
    Block& last = children.back();
    const auto* paragraph = std::get_if<Paragraph>(&last.is);
    const bool is_known = paragraph != nullptr && children.size() > 1 &&
                          last.classes == std::vector<std::string>{"credit"} &&
                          is_credit_line(plain_text(paragraph->content));
    if (is_known) last.classes.clear();
  }

  std::string details(const Group& is) {
    const Block& first = is.children.front();
    const auto* label = std::get_if<Paragraph>(&first.is);
    const bool has_label = label != nullptr && first.lang.empty() &&
                           first.classes == std::vector<std::string>{"summary"};
    std::string out = "<details>\n";
    if (has_label) out += "<summary>" + html_inlines(label->content, scope_) + "</summary>\n";
    const Blocks rest(is.children.begin() + (has_label ? 1 : 0), is.children.end());
    if (!rest.empty())
      out += "\n" + MarkdownWriter(around_, scope_, is_indented_).write(rest) + "\n\n";
    return out + "</details>";
  }

  Look around_;
  PostScope& scope_;
  bool is_indented_;
  bool is_other_list_ = false;
};

}  // namespace

std::string markdown_blocks(const Blocks& blocks, const Look& around, PostScope& scope,
                            bool is_indented) {
  return MarkdownWriter(around, scope, is_indented).write(blocks);
}

}  // namespace munjip
