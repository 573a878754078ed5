#include "source/autop.h"

#include <algorithm>
#include <array>

#include "source/markup_text.h"

namespace munjip {

namespace {

constexpr std::string_view kSpaces = " \t\n";
constexpr std::size_t kNone = std::string_view::npos;

constexpr std::array<std::string_view, 40> kBlockTags = {
    "address",  "article", "aside",   "blockquote", "br",    "caption", "center",   "col",
    "colgroup", "dd",      "details", "div",        "dl",    "dt",      "fieldset", "figcaption",
    "figure",   "footer",  "form",    "h1",         "h2",    "h3",      "h4",       "h5",
    "h6",       "header",  "hr",      "iframe",     "li",    "main",    "nav",      "ol",
    "p",        "pre",     "section", "summary",    "table", "ul",      "script",   "style"};
constexpr std::array<std::string_view, 6> kTableTags = {"tbody", "td",    "tfoot",
                                                        "th",    "thead", "tr"};
// Their line ends mean something else, or nothing.
constexpr std::array<std::string_view, 5> kRawTags = {"pre", "script", "style", "textarea", "svg"};

template <std::size_t N>
bool contains(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_block_name(std::string_view name) {
  return contains(kBlockTags, name) || contains(kTableTags, name);
}

// `div` of `<div class="a">` and of `</div>`; empty for what is no tag.
std::string tag_name(std::string_view tag) {
  tag.remove_prefix(std::min<std::size_t>(tag.size(), tag.starts_with("</") ? 2 : 1));
  return ascii_lower(tag.substr(0, std::min(tag.find_first_of(" \t\n/>"), tag.size())));
}

bool is_blank_text(std::string_view text) {
  return text.find_first_not_of(kSpaces) == std::string_view::npos;
}

class LineBreaker {
 public:
  explicit LineBreaker(std::string_view html) : html_(html) { out_.reserve(html.size() * 9 / 8); }

  std::string run() {
    while (at_ < html_.size()) {
      if (html_[at_] == '<') {
        markup();
      } else {
        text(std::min(html_.find('<', at_), html_.size()));
      }
    }
    return std::move(out_);
  }

 private:
  void copy(std::size_t end) {
    out_ += html_.substr(at_, end - at_);
    at_ = end;
  }

  void markup() {
    const std::string_view rest = html_.substr(at_);
    if (rest.starts_with("<!--")) {
      comment();
      return;
    }
    const bool is_tag = rest.size() > 1 && (rest[1] == '/' || (rest[1] >= 'a' && rest[1] <= 'z') ||
                                            (rest[1] >= 'A' && rest[1] <= 'Z'));
    const std::size_t end = is_tag && !is_last_tag_past_ ? html_.find('>', at_) : kNone;
    if (end == kNone) {
      is_last_tag_past_ = is_last_tag_past_ || is_tag;
      text(std::min(html_.find('<', at_ + 1), html_.size()));
      return;
    }
    const std::string name = tag_name(rest.substr(0, end - at_));
    const bool opens_raw = rest[1] != '/' && contains(kRawTags, name);
    copy(end + 1);
    if (opens_raw) copy(end_of_raw(name));
    if (is_block_name(name)) {
      after_block_ = true;
      after_break_ = name == "br";
    } else if (name == "img" || opens_raw) {
      after_block_ = false;
    }
  }

  // A block of WordPress's editor has tags of its own for all that it holds.
  void comment() {
    const std::size_t close = html_.find("-->", at_);
    const std::size_t end = close == std::string_view::npos ? html_.size() : close + 3;
    const std::string_view inside =
        trim_ascii(html_.substr(at_ + 4, std::min(close, html_.size()) - at_ - 4));
    if (inside.starts_with("wp:") && !inside.ends_with('/')) ++blocks_open_;
    if (inside.starts_with("/wp:") && blocks_open_ > 0) --blocks_open_;
    const bool divides = inside.starts_with("more") || inside.find("wp:") < 2;
    if (divides && !after_block_) out_ += "<p></p>";
    if (divides) after_block_ = true;
    copy(end);
  }

  std::size_t end_of_raw(const std::string& name) const {
    for (std::size_t at = html_.find("</", at_); at != std::string_view::npos;
         at = html_.find("</", at + 2)) {
      if (ascii_lower(html_.substr(at + 2, name.size())) == name) return at;
    }
    return html_.size();
  }

  // What comes next, white space aside, is a block's tag or the end.
  bool is_before_block() const {
    const std::size_t next = html_.find_first_not_of(kSpaces, at_);
    if (next == std::string_view::npos) return true;
    if (html_[next] != '<') return false;
    const std::string_view rest = html_.substr(next, 24);
    return rest.starts_with("<!--") || is_block_name(tag_name(rest));
  }

  void text(std::size_t end) {
    const std::string_view all = html_.substr(at_, end - at_);
    if (blocks_open_ > 0 || all.find('\n') == std::string_view::npos) {
      if (!is_blank_text(all)) after_block_ = false;
      copy(end);
      return;
    }
    while (at_ < end) {
      const std::size_t line_end = std::min(html_.find('\n', at_), end);
      if (!is_blank_text(html_.substr(at_, line_end - at_))) after_block_ = false;
      copy(line_end);
      if (at_ < end) line_ends(end);
    }
  }

  // One or more line ends, with the blank lines between them.
  void line_ends(std::size_t end) {
    const std::size_t next = std::min(html_.find_first_not_of(kSpaces, at_), end);
    const std::string_view gap = html_.substr(at_, next - at_);
    const auto count = std::count(gap.begin(), gap.end(), '\n');
    const std::size_t indentation = gap.size() - 1 - gap.rfind('\n');
    const bool is_open = !after_block_ || (after_break_ && count > 1);
    if (is_open && !is_before_block()) {
      if (count > 1) {
        out_ += "<p></p>";
        after_block_ = true;
      } else if (indentation < 2) {
        out_ += "<br>";
      }
    }
    copy(next);
  }

  std::string_view html_;
  std::size_t at_ = 0;
  std::string out_;
  bool after_block_ = true;        // nothing but white space since a block's tag
  bool after_break_ = false;       // that tag was a `<br>`
  bool is_last_tag_past_ = false;  // no `>` follows
  int blocks_open_ = 0;            // of WordPress's editor
};

}  // namespace

std::string with_paragraphs(std::string_view html) {
  return LineBreaker(html).run();
}

bool has_line_markup(std::string_view html) {
  for (std::size_t at = html.find('<'); at != std::string_view::npos; at = html.find('<', at + 1)) {
    const std::string name = tag_name(html.substr(at, 16));
    if (is_block_name(name)) return true;
  }
  return false;
}

}  // namespace munjip
