#include "source/markdown_dialect.h"

#include <algorithm>
#include <optional>

#include "source/html_tree.h"
#include "source/markdown_elements.h"
#include "source/markdown_fences.h"
#include "source/markdown_lists.h"
#include "source/markdown_markup.h"
#include "source/markdown_math.h"
#include "source/markdown_tags.h"
#include "source/markdown_tokens.h"

namespace munjip {

namespace {

// Looked at for the end of an attribute list or code span, so that a long line costs linear time.
constexpr std::size_t kMaxLookAhead = 4096;

// kramdown's `{: .class #id key="value"}` and `{:toc}`.
std::optional<std::size_t> attribute_list_end(std::string_view line, std::size_t at) {
  const std::string_view rest = line.substr(at, kMaxLookAhead);
  const std::size_t end = rest.starts_with("{:") ? rest.find('}') : std::string_view::npos;
  if (end == std::string_view::npos) return std::nullopt;
  return at + end + 1;
}

// `{#id}` or `{.class}` at the end of a heading (kramdown, Hugo): where it begins.
std::optional<std::size_t> heading_attributes(std::string_view line) {
  if (!line.starts_with('#') || !line.ends_with('}')) return std::nullopt;
  const std::size_t open = line.rfind('{');
  if (open == std::string_view::npos || open + 1 >= line.size()) return std::nullopt;
  if (line[open + 1] != '#' && line[open + 1] != '.') return std::nullopt;
  // Those of a passage at its end are not the heading's.
  if (open > 0 && (line[open - 1] == ']' || line[open - 1] == ')')) return std::nullopt;
  return open;
}

// The id in `{#id .class}`, if it is a plain one.
std::string_view id_in(std::string_view attributes) {
  const std::size_t begin = attributes.find('#');
  if (begin == std::string_view::npos) return {};
  const std::string_view id = attributes.substr(begin + 1);
  const std::string_view bare = id.substr(0, id.find_first_of(" }"));
  return bare.find_first_of("\"<>&") == std::string_view::npos ? bare : std::string_view();
}

// The heading line with an anchor in front of its text.
std::string with_anchor(std::string_view heading, std::string_view id) {
  if (id.empty()) return std::string(heading);
  const std::size_t text = std::min(heading.find_first_not_of("# "), heading.size());
  std::string out(heading.substr(0, text));
  return out.append("<a id=\"").append(id).append("\"></a>").append(heading.substr(text));
}

class Rewriter {
 public:
  Rewriter(std::string_view markdown, std::uint32_t first_line)
      : items_(find_marked_items(markdown)),
        display_math_(find_display_math(markdown)),
        line_number_(first_line),
        first_line_(first_line) {}

  void line(std::string_view written) {
    const auto item = items_.find(line_number_ - first_line_);
    const std::string as_item =
        item == items_.end() ? std::string() : as_numbered_item(written, item->second);
    const std::string_view line = as_item.empty() ? written : std::string_view(as_item);
    if (in_tagged_code_) {
      in_tagged_code_ = !ends_tagged_code(line);
      out_.text += in_tagged_code_ ? line : kTaggedCodeFence;
    } else if (in_comment_) {
      drop(line, DropReason::comment);
      in_comment_ = line.find(comment_end_) == std::string_view::npos;
    } else if (fences_.covers(line)) {
      out_.text += line;
    } else if (const auto math = display_math_.find(line_number_ - first_line_);
               math != display_math_.end()) {
      out_.text += display_math_line(line, math->second);
    } else if (line.find_first_of("$\\") != std::string_view::npos) {
      text_line(with_math_marks(line));
    } else {
      text_line(line);
    }
    ++line_number_;
  }
  void end_line() { out_.text.push_back('\n'); }
  PlainMarkdown take() {
    if (divs_.is_open()) out_.open_division = divs_.open_since();
    return std::move(out_);
  }

 private:
  // Outside code, its formulas marked.
  void text_line(std::string_view line) {
    if (const auto div = divs_.rewritten(line, line_number_)) {
      out_.text += *div;
    } else if (const auto element = elements_.rewritten(line)) {
      out_.text += *element;
    } else if (line.find_first_of("{[") == std::string_view::npos) {
      out_.text += credit_apart(line);
    } else if (is_comment_tag(line)) {
      drop(line, DropReason::comment);
      comment_end_ = "endcomment";
      in_comment_ = true;
    } else if (trim_ascii(line).starts_with("{::comment}")) {
      drop(line, DropReason::comment);
      comment_end_ = "{:/";
      in_comment_ = line.find(comment_end_) == std::string_view::npos;
    } else if (trim_ascii(line) == "{:toc}") {
      drop_contents_marker();
      drop(line, DropReason::hidden);
    } else if (const auto attributes = heading_attributes(line)) {
      rewrite(with_anchor(line.substr(0, *attributes), id_in(line.substr(*attributes))));
      drop(line.substr(*attributes), DropReason::hidden);
    } else {
      rewrite(line);
    }
  }

  static bool is_comment_tag(std::string_view line) {
    return line.starts_with("{%") && line.find("endcomment") == std::string_view::npos &&
           first_word(line.substr(2)) == "comment";
  }

  static bool ends_tagged_code(std::string_view line) {
    const std::string_view tag = trim_ascii(line);
    return (tag.starts_with("{%") && (tag.find("endhighlight") != std::string_view::npos ||
                                      tag.find("endcodeblock") != std::string_view::npos)) ||
           (tag.starts_with("{{") && tag.find("/highlight") != std::string_view::npos);
  }

  // A credit goes on from the line before it, unless that line ends a line or paragraph itself.
  std::string credit_apart(std::string_view line) const {
    std::string_view before = out_.text;
    if (before.ends_with('\n')) before.remove_suffix(1);
    before = before.substr(before.rfind('\n') + 1);  // npos + 1 = 0
    const bool ends_line = before.ends_with('\\') || before.ends_with("  ") ||
                           before.ends_with('>') ||
                           before.find_first_not_of(" \t>") == std::string_view::npos;
    return ends_line ? std::string(line) : with_credit_apart(line, divs_.is_open());
  }

  void drop(std::string_view text, DropReason reason) {
    if (!trim_ascii(text).empty()) {
      out_.dropped.push_back({reason, signs_of_marks(trim_ascii(text)), {line_number_, 1}});
    }
  }

  // `* TOC` above `{:toc}`: kramdown puts the contents in its place, and the book has its own.
  void drop_contents_marker() {
    if (out_.text.empty()) return;
    const std::size_t end = out_.text.size() - 1;  // the newline
    const std::size_t before = end == 0 ? std::string::npos : out_.text.rfind('\n', end - 1);
    const std::size_t begin = before == std::string::npos ? 0 : before + 1;
    const std::string marker = out_.text.substr(begin, end - begin);
    if (marker.empty() || std::string_view("*-1").find(marker.front()) == std::string_view::npos) {
      return;
    }
    out_.dropped.push_back({DropReason::chrome, marker, {line_number_ - 1, 1}});
    out_.text.erase(begin, end - begin);
  }

  void rewrite(std::string_view line) {
    std::string rewritten;
    bool starts_with_attributes = false;
    for (std::size_t at = 0; at < line.size();) {
      if (line[at] == '`') {
        const std::size_t end = code_span_end(line, at, kMaxLookAhead);
        rewritten += line.substr(at, end - at);
        at = end;
      } else if (const auto end = attribute_list_end(line, at)) {
        drop(line.substr(at, *end - at), DropReason::hidden);
        starts_with_attributes = starts_with_attributes || trim_ascii(rewritten).empty();
        at = *end;
      } else if (auto markup = rewrite_markup(line, at)) {
        rewritten += markup->text;
        at = markup->end;
      } else if (const auto tag = line[at] == '{' ? markdown_tag_at(line, at) : std::nullopt) {
        if (!tag->replacement) drop(line.substr(at, tag->end - at), DropReason::embed);
        rewritten += tag->replacement.value_or(tag->words);
        at = tag->end;
      } else {
        rewritten.push_back(line[at++]);
      }
    }
    // `---` behind an attribute list is a rule; alone it would make a heading of the line above.
    const std::string_view rest = trim_ascii(rewritten);
    const bool is_rule = rest.size() >= 3 && rest.find_first_not_of('-') == std::string_view::npos;
    out_.text += starts_with_attributes && is_rule ? "***" : credit_apart(rewritten);
    in_tagged_code_ = rest.starts_with(kTaggedCodeFence);
  }

  PlainMarkdown out_;
  Fences fences_;
  FencedDivs divs_;
  MarkdownElements elements_;
  MarkedItems items_;
  DisplayMathLines display_math_;
  std::uint32_t line_number_, first_line_;
  bool in_comment_ = false;
  std::string_view comment_end_;
  bool in_tagged_code_ = false;
};

}  // namespace

PlainMarkdown without_dialect(std::string_view written, std::uint32_t first_line) {
  const std::string own = without_marks_of_author(written);
  std::string_view markdown = own;
  Rewriter rewriter(markdown, first_line);
  while (!markdown.empty()) {
    const std::size_t end = markdown.find('\n');
    rewriter.line(markdown.substr(0, end));
    if (end == std::string_view::npos) break;
    rewriter.end_line();
    markdown.remove_prefix(end + 1);
  }
  return rewriter.take();
}

}  // namespace munjip
