#include "source/markdown_dialect.h"

#include <algorithm>
#include <optional>

#include "base/xml_escape.h"
#include "source/html_tree.h"
#include "source/markdown_divisions.h"
#include "source/markdown_elements.h"
#include "source/markdown_fences.h"
#include "source/markdown_indented.h"
#include "source/markdown_inlines.h"
#include "source/markdown_kramdown.h"
#include "source/markdown_lines.h"
#include "source/markdown_lists.h"
#include "source/markdown_markup.h"
#include "source/markdown_math.h"
#include "source/markdown_tables.h"
#include "source/markdown_tag_blocks.h"
#include "source/markdown_tag_meaning.h"
#include "source/markdown_tags.h"
#include "source/markdown_tokens.h"

namespace munjip {

namespace {

// Looked at for the end of a code span, so that a long line costs linear time.
constexpr std::size_t kMaxLookAhead = 4096;

// Opens (with the language behind it) and closes code that stood between tags; longer than any
// fence that the code is likely to hold.
constexpr std::string_view kTaggedCodeFence = "~~~~~~";

// The heading line with an anchor in front of its text.
std::string with_anchor(std::string_view heading, std::string_view id) {
  if (id.empty()) return std::string(heading);
  const std::size_t text = std::min(heading.find_first_not_of("# "), heading.size());
  std::string out(heading.substr(0, text));
  return out.append("<a id=\"").append(id).append("\"></a>").append(heading.substr(text));
}

// The signs of lists and quotations that a line may begin with.
constexpr std::string_view kLineMarks = " \t>-*+";

// A line as it is written anew: what stands for its tags is HTML of blocks, in which Markdown is
// read no more unless the line is kept a paragraph.
class NewLine {
 public:
  void add(std::string_view text) { text_ += text; }
  void add(char c) { text_.push_back(c); }
  void add_block(std::string_view html) {
    if (html.empty()) return;
    if (!html_begin_) html_begin_ = text_.size();
    html_length_ += html.size();
    text_ += html;
  }
  const std::string& text() const { return text_; }
  bool is_blank() const { return trim_ascii(text_).empty(); }

  std::string take() {
    if (!html_begin_) return std::move(text_);
    const bool begins = text_.find_first_not_of(kLineMarks) >= *html_begin_;
    const bool is_alone = begins && trim_ascii(text_.substr(*html_begin_)).size() == html_length_;
    if (begins) text_.insert(*html_begin_, is_alone ? kOwnLine : "<span></span>");
    return std::move(text_);
  }

 private:
  std::string text_;
  std::optional<std::size_t> html_begin_;
  std::size_t html_length_ = 0;
};

// What is hidden, and how it ends: `close` behind `end`.
struct Hidden {
  std::string_view end, close;
};
constexpr Hidden kLiquidComment = {"endcomment", "%}"};
constexpr Hidden kKramdownComment = {"{:/", "}"};

class Rewriter {
 public:
  Rewriter(std::string_view markdown, std::uint32_t first_line)
      : divs_(markdown, first_line),
        ends_(markdown),
        items_(find_marked_items(markdown)),
        indented_(find_indented_passages(markdown)),
        wide_tables_(find_wide_tables(markdown)),
        display_math_(find_display_math(markdown)),
        line_number_(first_line),
        first_line_(first_line) {}

  // The line stands at `offset` in the whole text.
  void line(std::string_view written, std::size_t offset) {
    offset_ = offset;
    const std::string own = begin_of(written);
    const std::string_view line = own.empty() ? written : std::string_view(own);
    if (!tagged_code_.empty()) {
      code_line(line);
    } else if (hidden_) {
      rewrite(line);
    } else if (const bool opens = !fences_.is_open(); fences_.covers(line)) {
      out_.text += without_raw_tags(opens ? with_plain_language(line) : std::string(line));
    } else if (code_.covers(line) || verbatim_.covers(line)) {
      out_.text += without_raw_tags(line);
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
    if (const auto end = indented_.find(line_number_ - first_line_); end != indented_.end()) {
      out_.text += rewritten({}, end->second);
    }
    for (std::size_t i = 0; i < notes_.size(); ++i) {
      out_.text.append("\n\n").append(note_label(i + 1)).append(": ").append(notes_[i]);
    }
    if (divs_.is_open()) out_.open_division = divs_.open_since();
    return std::move(out_);
  }

 private:
  // A line that begins otherwise than it was written; empty where it does not.
  std::string begin_of(std::string_view written) const {
    const std::uint32_t number = line_number_ - first_line_;
    if (const auto how = indented_.find(number); how != indented_.end()) {
      std::string line = rewritten(written, how->second);
      return line.empty() ? " " : line;
    }
    if (const auto row = wide_tables_.find(number); row != wide_tables_.end()) return row->second;
    const auto item = items_.find(number);
    return item == items_.end() ? std::string() : as_numbered_item(written, item->second);
  }

  // Outside code, its formulas marked.
  void text_line(std::string_view line) {
    if (const auto div = divs_.rewritten(line, line_number_)) {
      out_.text += *div;
    } else if (const auto element = elements_.rewritten(line)) {
      out_.text += *element;
    } else if (is_abbreviation(line) || is_note_comment(line)) {
      drop(line, DropReason::hidden);
    } else if (line.starts_with("##") && is_behind_gap()) {
      heading(with_heading_space(line));
    } else if (line.find_first_of("{[]=^~:") == std::string_view::npos) {
      out_.text += credit_apart(line);
    } else if (const auto callout = callout_line(line)) {
      rewrite(*callout);
    } else if (is_contents_marker(line)) {
      drop_contents_marker();
      drop(line, DropReason::hidden);
    } else if (line.starts_with('#')) {
      heading(line);
    } else if (const std::size_t name = block_name_begin(line); name < line.size()) {
      rewrite(line.substr(0, name));
      drop(line.substr(name), DropReason::hidden);
    } else {
      rewrite(line);
    }
  }

  void heading(std::string_view line) {
    const auto attributes = heading_attributes(line);
    if (!attributes) return rewrite(line);
    rewrite(with_anchor(line.substr(0, *attributes), id_in(line.substr(*attributes))));
    drop(line.substr(*attributes), DropReason::hidden);
  }

  bool is_behind_gap() const {
    return out_.text.empty() || out_.text.ends_with("\n\n") || out_.text == "\n";
  }

  void code_line(std::string_view line) {
    const std::string_view text = trim_ascii(line);
    const auto tag = SiteTags(text).at(0);
    if (!tag || meaning_of(*tag).is != TagMeaning::Is::ends ||
        meaning_of(*tag).text != tagged_code_) {
      out_.text += line;
      return;
    }
    out_.text += line.substr(0, std::min(line.find_first_not_of(" \t"), line.size()));
    out_.text += kTaggedCodeFence;
    tagged_code_.clear();
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
    NewLine out;
    SiteTags tags(line);
    bool starts_with_attributes = false;
    for (std::size_t at = 0; at < line.size();) {
      const auto tag = line[at] == '{' ? tags.at(at) : std::nullopt;
      if (hidden_) {
        at = hidden_end(line, at);
      } else if (in_raw_) {
        at = copy_raw(line, at, tag, out);
      } else if (line[at] == '`') {
        const std::size_t end = code_span_end(line, at, kMaxLookAhead);
        out.add(without_raw_tags(line.substr(at, end - at)));
        at = end;
      } else if (const auto end = attribute_list_end(line, at)) {
        drop(line.substr(at, *end - at), DropReason::hidden);
        starts_with_attributes = starts_with_attributes || out.is_blank();
        at = *end;
      } else if (const auto extension = kramdown_extension(line, at)) {
        at = read_extension(line, at, *extension);
      } else if (auto markup = rewrite_markup(line, at)) {
        out.add(markup->text);
        at = markup->end;
      } else if (tag) {
        at = read_tag(line, at, *tag, out);
      } else {
        out.add(line[at++]);
      }
    }
    end_rewritten(out, starts_with_attributes);
  }

  void end_rewritten(NewLine& out, bool starts_with_attributes) {
    // `---` behind an attribute list is a rule; alone it would make a heading of the line above.
    const std::string_view rest = trim_ascii(out.text());
    const bool is_rule = rest.size() >= 3 && rest.find_first_not_of('-') == std::string_view::npos;
    out_.text += starts_with_attributes && is_rule
                     ? "***"
                     : credit_apart(with_inline_signs(out.take(), notes_));
  }

  // Where what is hidden ends in `line`.
  std::size_t hidden_end(std::string_view line, std::size_t at) {
    const std::size_t end = line.find(hidden_->end, at);
    const std::size_t close = end == std::string_view::npos ? end : line.find(hidden_->close, end);
    const std::size_t next =
        close == std::string_view::npos ? line.size() : close + hidden_->close.size();
    drop(line.substr(at, next - at), DropReason::comment);
    if (end != std::string_view::npos) hidden_.reset();
    return next;
  }

  std::size_t copy_raw(std::string_view line, std::size_t at, const std::optional<SiteTag>& tag,
                       NewLine& out) {
    if (tag && is_end_of_raw(*tag)) {
      in_raw_ = false;
      return at + tag->whole.size();
    }
    out.add(line[at]);
    return at + 1;
  }

  std::size_t read_extension(std::string_view line, std::size_t at,
                             const KramdownExtension& extension) {
    const bool hides = extension.opens_comment && ends_.has(kKramdownComment.end, offset_);
    drop(line.substr(at, extension.end - at), hides ? DropReason::comment : DropReason::hidden);
    if (hides) hidden_ = kKramdownComment;
    return extension.end;
  }

  // What stands for the tag goes into `out`; returns where to go on.
  std::size_t read_tag(std::string_view line, std::size_t at, const SiteTag& tag, NewLine& out) {
    using Is = TagMeaning::Is;
    TagMeaning meaning = meaning_of(tag);
    const std::size_t end = at + tag.whole.size();
    if (meaning.is == Is::raw || meaning.is == Is::comment || meaning.is == Is::code ||
        meaning.is == Is::opens) {
      if (!ends_.has_end_of(tag, offset_)) meaning.is = Is::nothing;
    }
    switch (meaning.is) {
      case Is::text:
        out.add(meaning.text);
        return end;
      case Is::block:
        out.add_block(meaning.text);
        return end;
      case Is::opens:
        if (open_tags_.open(std::string(tag.name), std::move(meaning.closes))) {
          out.add_block(meaning.text);
        }
        return end;
      case Is::ends:
        out.add_block(open_tags_.close(meaning.text));
        return end;
      case Is::code:
        return open_code(line, end, meaning.text, tag.name, out);
      case Is::raw:
        in_raw_ = true;
        return end;
      case Is::comment:
        drop(tag.whole, DropReason::comment);
        hidden_ = kLiquidComment;
        return end;
      case Is::nothing:
        if (tag.syntax != TagSyntax::output) drop(tag.whole, DropReason::embed);
        return end;
      case Is::lost:
        lose(line, tag, meaning.text, out);
        return end;
    }
    return end;
  }

  std::size_t open_code(std::string_view line, std::size_t at, const std::string& language,
                        std::string_view name, NewLine& out) {
    SiteTags tags(line);
    for (std::size_t next = line.find('{', at); next != std::string_view::npos;
         next = line.find('{', next + 1)) {
      const auto tag = tags.at(next);
      if (!tag || meaning_of(*tag).is != TagMeaning::Is::ends) continue;
      out.add_block("<pre><code class=\"language-" + xml_escaped(language) + "\">" +
                    xml_escaped(line.substr(at, next - at)) + "</code></pre>");
      return next + tag->whole.size();
    }
    out.add(kTaggedCodeFence);
    out.add(language);
    tagged_code_ = name;
    return line.size();
  }

  void lose(std::string_view line, const SiteTag& tag, const std::string& words, NewLine& out) {
    drop(tag.whole, DropReason::embed);
    LostTags& lost = out_.lost[shown_name(tag)];
    if (lost.count++ == 0) lost.first_line = line_number_;
    out.add(words);
    // Words of a line of their own stay on it.
    if (!words.empty() && trim_ascii(line).size() == tag.whole.size()) out.add("<br>");
  }

  PlainMarkdown out_;
  std::vector<std::string> notes_;  // whose words stood in the text
  Fences fences_;
  IndentedCode code_;
  VerbatimElements verbatim_;
  FencedDivs divs_;
  MarkdownElements elements_;
  TagEnds ends_;
  OpenTags open_tags_;
  MarkedItems items_;
  IndentedLines indented_;
  TableLines wide_tables_;
  DisplayMathLines display_math_;
  std::uint32_t line_number_, first_line_;
  std::size_t offset_ = 0;
  std::optional<Hidden> hidden_;
  bool in_raw_ = false;
  std::string tagged_code_;  // the tag that opened code; empty outside
};

}  // namespace

PlainMarkdown without_dialect(std::string_view written, std::uint32_t first_line) {
  const std::string markdown = with_tags_on_one_line(without_marks_of_author(written));
  Rewriter rewriter(markdown, first_line);
  for (std::size_t at = 0; at < markdown.size();) {
    const std::size_t end = markdown.find('\n', at);
    rewriter.line(std::string_view(markdown).substr(at, end - at), at);
    if (end == std::string::npos) break;
    rewriter.end_line();
    at = end + 1;
  }
  return rewriter.take();
}

}  // namespace munjip
