#include "source/markdown_dialect.h"

#include <algorithm>
#include <optional>

#include "source/html_tree.h"

namespace munjip {

namespace {

// The fence of code that stood between tags: longer than any that the code is likely to hold.
constexpr std::string_view kTagFence = "~~~~~~";

std::string_view without_quotes(std::string_view text) {
  text = trim_ascii(text);
  const bool is_quoted = text.size() >= 2 && (text.front() == '"' || text.front() == '\'') &&
                         text.back() == text.front();
  return is_quoted ? text.substr(1, text.size() - 2) : text;
}

std::string_view first_word(std::string_view text) {
  text = trim_ascii(text);
  return text.substr(0, text.find_first_of(" \t"));
}

// The value of `name="..."` in a shortcode; empty where missing.
std::string_view argument(std::string_view call, std::string_view name) {
  for (std::size_t at = call.find(name); at != std::string_view::npos;
       at = call.find(name, at + 1)) {
    const std::size_t equals = at + name.size();
    const bool starts = at > 0 && (call[at - 1] == ' ' || call[at - 1] == '\t');
    if (!starts || equals + 1 >= call.size() || call[equals] != '=') continue;
    const char quote = call[equals + 1];
    if (quote != '"' && quote != '\'') return first_word(call.substr(equals + 1));
    const std::size_t end = call.find(quote, equals + 2);
    return call.substr(equals + 2, end == std::string_view::npos ? end : end - equals - 2);
  }
  return {};
}

std::string html_escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out.push_back(c);
    }
  }
  return out;
}

// Hugo's `{{< figure src="a.png" caption="..." >}}` as the HTML that Hugo makes of it.
std::string figure_html(std::string_view call) {
  std::string caption(argument(call, "caption"));
  if (caption.empty()) caption = argument(call, "title");
  std::string html = "<figure><img src=\"" + html_escaped(argument(call, "src")) + "\" alt=\"" +
                     html_escaped(argument(call, "alt")) + "\">";
  if (!caption.empty()) html += "<figcaption>" + html_escaped(caption) + "</figcaption>";
  return html + "</figure>";
}

std::string video_html(std::string_view id) {
  return "<iframe src=\"https://www.youtube.com/embed/" + html_escaped(id) + "\"></iframe>";
}

// What a tag is replaced by; nothing = the tag goes, and is listed as dropped.
using Replacement = std::optional<std::string>;

// `{{ site.url }}` and the like stand before paths and are empty here: pictures are looked for from
// the book's folder. `{{ "/a.png" | relative_url }}` is the path. Any other output is a variable of
// the site or text about Liquid: it stays.
Replacement liquid_output(std::string_view inside, std::string_view whole) {
  inside = trim_ascii(inside);
  const std::string_view value = trim_ascii(inside.substr(0, inside.find('|')));
  for (const std::string_view name :
       {"site.url", "site.baseurl", "site.github.url", "site.root", "base_path", "BASE_PATH"}) {
    if (value == name) return "";
  }
  const bool is_string = value.size() >= 2 && (value.front() == '"' || value.front() == '\'');
  if (is_string && inside.find("_url") != std::string_view::npos) {
    return std::string(without_quotes(value));
  }
  if (is_string && inside.find("site.baseurl") != std::string_view::npos) {
    return std::string(without_quotes(value));
  }
  return std::string(whole);
}

Replacement liquid_tag(std::string_view inside) {
  const std::string_view name = first_word(inside);
  const std::string_view rest = trim_ascii(trim_ascii(inside).substr(name.size()));
  if (name == "highlight") return std::string(kTagFence) + std::string(first_word(rest));
  if (name == "raw" || name == "endraw") return "";
  if (name == "link" || name == "post_url" || name == "asset_path") return std::string(rest);
  if (name == "youtube") return video_html(without_quotes(rest));
  if (name == "include" && rest.find("youtube") != std::string_view::npos &&
      !argument(rest, "id").empty()) {
    return video_html(argument(rest, "id"));
  }
  return std::nullopt;
}

Replacement shortcode(std::string_view inside) {
  const std::string_view name = first_word(inside);
  const std::string_view rest = trim_ascii(trim_ascii(inside).substr(name.size()));
  if (name == "figure") return figure_html(inside);
  if (name == "youtube") {
    return video_html(argument(inside, "id").empty() ? without_quotes(first_word(rest))
                                                     : argument(inside, "id"));
  }
  if (name == "highlight") return std::string(kTagFence) + std::string(first_word(rest));
  if (name == "ref" || name == "relref") return std::string(without_quotes(rest));
  return std::nullopt;
}

struct Tag {
  std::size_t end = 0;  // behind the tag
  Replacement replacement;
};

// The tag that begins at `at`, if one does.
std::optional<Tag> tag_at(std::string_view line, std::size_t at) {
  struct Kind {
    std::string_view open, close;
  };
  constexpr Kind kKinds[] = {{"{{<", ">}}"}, {"{{%", "%}}"}, {"{{", "}}"}, {"{%", "%}"}};
  const std::string_view rest = line.substr(at);
  for (const Kind& kind : kKinds) {
    if (!rest.starts_with(kind.open)) continue;
    const std::size_t end = rest.find(kind.close, kind.open.size());
    if (end == std::string_view::npos) return std::nullopt;
    std::string_view inside = rest.substr(kind.open.size(), end - kind.open.size());
    if (inside.starts_with('-')) inside.remove_prefix(1);  // Liquid's white space control
    if (inside.ends_with('-')) inside.remove_suffix(1);
    const std::string_view whole = rest.substr(0, end + kind.close.size());
    Tag tag{at + whole.size(), std::nullopt};
    if (kind.open == "{{") {
      tag.replacement = liquid_output(inside, whole);
    } else if (kind.open == "{%") {
      tag.replacement = liquid_tag(inside);
    } else {
      tag.replacement = shortcode(inside);
    }
    return tag;
  }
  return std::nullopt;
}

// kramdown's `{: .class #id key="value"}` and `{:toc}`.
std::optional<std::size_t> attribute_list_end(std::string_view line, std::size_t at) {
  if (!line.substr(at).starts_with("{:")) return std::nullopt;
  const std::size_t end = line.find('}', at);
  if (end == std::string_view::npos) return std::nullopt;
  return end + 1;
}

// A code fence: ``` or ~~~, three or more (CommonMark 0.30, 4.5).
class Fences {
 public:
  // Takes note of `line`; true where it is a fence or stands in fenced code.
  bool covers(std::string_view line) {
    const std::size_t begin = line.find_first_not_of(" \t>");
    const char c = begin == std::string_view::npos ? '\0' : line[begin];
    std::size_t length = 0;
    if (c == '`' || c == '~') {
      while (begin + length < line.size() && line[begin + length] == c) ++length;
    }
    const std::string_view rest =
        length == 0 ? std::string_view() : trim_ascii(line.substr(begin + length));
    if (open_length_ == 0) {
      if (length < 3 || (c == '`' && rest.find('`') != std::string_view::npos)) return false;
      open_character_ = c;
      open_length_ = length;
      return true;
    }
    if (c == open_character_ && length >= open_length_ && rest.empty()) open_length_ = 0;
    return true;
  }

 private:
  char open_character_ = '`';
  std::size_t open_length_ = 0;
};

class Rewriter {
 public:
  explicit Rewriter(std::uint32_t first_line) : line_number_(first_line) {}

  void line(std::string_view line) {
    if (in_tagged_code_) {
      in_tagged_code_ = !ends_tagged_code(line);
      out_.text += in_tagged_code_ ? line : kTagFence;
    } else if (in_comment_) {
      drop(line, DropReason::comment);
      in_comment_ = line.find("endcomment") == std::string_view::npos;
    } else if (is_comment_tag(line)) {
      drop(line, DropReason::comment);
      in_comment_ = true;
    } else if (fences_.covers(line) || line.find('{') == std::string_view::npos) {
      out_.text += line;
    } else {
      rewrite(line);
    }
    ++line_number_;
  }
  void end_line() { out_.text.push_back('\n'); }
  PlainMarkdown take() { return std::move(out_); }

 private:
  static bool is_comment_tag(std::string_view line) {
    return line.starts_with("{%") && line.find("endcomment") == std::string_view::npos &&
           first_word(line.substr(2)) == "comment";
  }

  static bool ends_tagged_code(std::string_view line) {
    const std::string_view tag = trim_ascii(line);
    return (tag.starts_with("{%") && tag.find("endhighlight") != std::string_view::npos) ||
           (tag.starts_with("{{") && tag.find("/highlight") != std::string_view::npos);
  }

  void drop(std::string_view text, DropReason reason) {
    if (!trim_ascii(text).empty()) {
      out_.dropped.push_back({reason, std::string(trim_ascii(text)), {line_number_, 1}});
    }
  }

  void rewrite(std::string_view line) {
    std::string rewritten;
    bool starts_with_attributes = false;
    for (std::size_t at = 0; at < line.size();) {
      if (line[at] == '`') {
        at = copy_code_span(line, at, rewritten);
      } else if (const auto end = attribute_list_end(line, at)) {
        drop(line.substr(at, *end - at), DropReason::hidden);
        starts_with_attributes = starts_with_attributes || trim_ascii(rewritten).empty();
        at = *end;
      } else if (const auto tag = line[at] == '{' ? tag_at(line, at) : std::nullopt) {
        if (!tag->replacement) drop(line.substr(at, tag->end - at), DropReason::embed);
        rewritten += tag->replacement.value_or("");
        at = tag->end;
      } else {
        rewritten.push_back(line[at++]);
      }
    }
    // `---` behind an attribute list is a rule; alone it would make a heading of the line above.
    const std::string_view rest = trim_ascii(rewritten);
    const bool is_rule = rest.size() >= 3 && rest.find_first_not_of('-') == std::string_view::npos;
    out_.text += starts_with_attributes && is_rule ? "***" : rewritten;
    in_tagged_code_ = rest.starts_with(kTagFence);
  }

  // A code span of this line as it is; a run of backticks that nothing closes is text.
  static std::size_t copy_code_span(std::string_view line, std::size_t at, std::string& out) {
    std::size_t length = 0;
    while (at + length < line.size() && line[at + length] == '`') ++length;
    const std::string_view run = line.substr(at, length);
    const std::size_t close = line.find(run, at + length);
    const std::size_t end = close == std::string_view::npos ? at + length : close + length;
    out += line.substr(at, end - at);
    return end;
  }

  PlainMarkdown out_;
  Fences fences_;
  std::uint32_t line_number_;
  bool in_comment_ = false;
  bool in_tagged_code_ = false;
};

}  // namespace

PlainMarkdown without_dialect(std::string_view markdown, std::uint32_t first_line) {
  Rewriter rewriter(first_line);
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
