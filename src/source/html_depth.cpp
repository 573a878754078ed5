#include "source/html_depth.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <vector>

namespace munjip {

namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

std::string lower_name(std::string_view name) {
  std::string out(name);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

template <std::size_t n>
bool is_one_of(std::string_view name, const std::string_view (&names)[n]) {
  return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

bool is_void(std::string_view name) {
  static constexpr std::string_view kNames[] = {
      "area", "base", "br",    "col",   "embed",  "hr",  "img",   "image", "input",
      "link", "meta", "param", "track", "source", "wbr", "frame", "keygen"};
  return is_one_of(name, kNames);
}

// HTML 13.2.4.3, the list of active formatting elements.
bool is_formatting(std::string_view name) {
  static constexpr std::string_view kNames[] = {"a",      "b",      "big",  "code", "em",
                                                "font",   "i",      "nobr", "s",    "small",
                                                "strike", "strong", "tt",   "u"};
  return is_one_of(name, kNames);
}

// A second one of these closes the first unless another counted element stands between, so they
// add at most a small factor to the counted depth and are not counted themselves.
bool closes_itself(std::string_view name) {
  static constexpr std::string_view kNames[] = {
      "p",  "li", "dt", "dd",  "tr",   "td",   "th",   "thead",    "tbody",   "tfoot",   "option",
      "rb", "rt", "rp", "rtc", "html", "head", "body", "optgroup", "caption", "colgroup"};
  return is_one_of(name, kNames);
}

// Elements whose content is text up to their own end tag.
bool is_raw_text(std::string_view name) {
  static constexpr std::string_view kNames[] = {"script", "style",  "textarea", "title",
                                                "xmp",    "iframe", "noembed",  "noframes"};
  return is_one_of(name, kNames);
}

// HTML elements that end the SVG or MathML they stand in (HTML 13.2.6.5).
bool ends_svg(std::string_view name) {
  static constexpr std::string_view kNames[] = {
      "b",   "big",  "blockquote", "body",  "br",  "center", "code", "dd",     "div",
      "dl",  "dt",   "em",         "embed", "h1",  "h2",     "h3",   "h4",     "h5",
      "h6",  "head", "hr",         "i",     "img", "li",     "menu", "meta",   "nobr",
      "ol",  "p",    "pre",        "ruby",  "s",   "small",  "span", "strong", "strike",
      "sub", "sup",  "table",      "tt",    "u",   "ul",     "var",  "listing"};
  return is_one_of(name, kNames);
}

struct Tag {
  std::size_t begin = 0, end = 0;  // with `<` and `>`
  std::string name;
  bool is_end = false, is_self_closing = false;
  std::size_t attributes = 0;
};

// Where in a tag the scan stands; `value`: after `=`.
enum class Attribute { gap, name, after_name, value };

class Flattener {
 public:
  explicit Flattener(std::string& html) : html_(html) {}

  void run() {
    for (std::size_t at = html_.find('<'); at != std::string::npos; at = html_.find('<', at)) {
      at = read_markup(at);
    }
  }

 private:
  std::size_t read_markup(std::size_t at) {
    if (html_.compare(at, 4, "<!--") == 0) {
      const std::size_t end = html_.find("-->", at + 4);
      return end == std::string::npos ? html_.size() : end + 3;
    }
    const std::size_t name_at = at + (at + 1 < html_.size() && html_[at + 1] == '/' ? 2 : 1);
    if (name_at >= html_.size() || !is_letter(html_[name_at])) return at + 1;
    const Tag tag = read_tag(at, name_at);
    if (tag.is_end) {
      close(tag);
      return tag.end;
    }
    open(tag);
    if (is_raw_text(tag.name)) return skip_raw_text(tag);
    return tag.name == "plaintext" ? html_.size() : tag.end;
  }

  // HTML 13.2.5: a `>` within quotes does not end a tag, but quotes count only where a value may
  // begin.
  Tag read_tag(std::size_t begin, std::size_t name_at) {
    Tag tag;
    tag.begin = begin;
    tag.is_end = name_at == begin + 2;
    std::size_t at = name_at;
    while (at < html_.size() && !is_space(html_[at]) && html_[at] != '>' && html_[at] != '/') ++at;
    tag.name = lower_name(std::string_view(html_).substr(name_at, at - name_at));
    for (Attribute state = Attribute::gap; at < html_.size() && html_[at] != '>'; ++at) {
      const char c = html_[at];
      if (state == Attribute::value) {
        if (is_space(c)) continue;
        at = end_of_value(at);
        state = Attribute::gap;
      } else if (c == '=' && state != Attribute::gap) {
        state = Attribute::value;
      } else if (c == '/') {
        state = Attribute::gap;
      } else if (is_space(c)) {
        if (state == Attribute::name) state = Attribute::after_name;
      } else if (state != Attribute::name) {
        state = Attribute::name;
        ++tag.attributes;
      }
    }
    tag.is_self_closing = at > 0 && at < html_.size() && html_[at - 1] == '/';
    tag.end = std::min(at + 1, html_.size());
    return tag;
  }

  // The last byte of the attribute value that begins at `at`, its quote included.
  std::size_t end_of_value(std::size_t at) const {
    const char c = html_[at];
    if (c == '"' || c == '\'') return std::min(html_.find(c, at + 1), html_.size() - 1);
    while (at + 1 < html_.size() && !is_space(html_[at + 1]) && html_[at + 1] != '>') ++at;
    return at;
  }

  std::size_t skip_raw_text(const Tag& tag) {
    std::size_t at = tag.end;
    while ((at = html_.find("</", at)) != std::string::npos) {
      const std::size_t after = at + 2 + tag.name.size();
      if (lower_name(std::string_view(html_).substr(at + 2, tag.name.size())) == tag.name &&
          (after >= html_.size() || !is_letter(html_[after]))) {
        return at;
      }
      at += 2;
    }
    return html_.size();
  }

  // A comment that browsers know as "bogus": `<!` up to `>`. The line ends inside stay.
  void blank(const Tag& tag) {
    if (tag.end - tag.begin < 3) return;
    for (std::size_t i = tag.begin + 1; i + 1 < tag.end; ++i) {
      if (html_[i] != '\n') html_[i] = ' ';
    }
    html_[tag.begin + 1] = '!';
  }

  void open(const Tag& tag) {
    if (tag.attributes > kMaxAttributes) {
      blank(tag);
      ++blanked_[tag.name];
      return;
    }
    leave_svg(tag.name);
    if (is_void(tag.name) || is_raw_text(tag.name) || closes_itself(tag.name)) return;
    if (tag.is_self_closing && in_svg()) return;
    const bool formatting = is_formatting(tag.name);
    if (formatting ? formatting_.size() >= kMaxOpenFormatting : open_.size() >= kMaxOpenElements) {
      blank(tag);
      ++blanked_[tag.name];
    } else {
      (formatting ? formatting_ : open_).push_back(tag.name);
    }
  }

  void close(const Tag& tag) {
    const auto blanked = blanked_.find(tag.name);
    if (blanked != blanked_.end() && blanked->second > 0) {
      --blanked->second;
      blank(tag);
      return;
    }
    if (is_formatting(tag.name)) {
      const auto found = std::find(formatting_.rbegin(), formatting_.rend(), tag.name);
      if (found != formatting_.rend()) formatting_.erase(std::next(found).base());
      return;
    }
    // An end tag reaches no element outside the table it stands in (HTML 13.2.4.2, scope), so the
    // count is never too low.
    for (std::size_t i = open_.size(); i > 0; --i) {
      if (open_[i - 1] == tag.name) {
        open_.resize(i - 1);
        return;
      }
      if (open_[i - 1] == "table" || open_[i - 1] == "template") return;
    }
  }

  bool in_svg() const {
    for (std::size_t i = open_.size(); i > 0; --i) {
      if (open_[i - 1] == "svg" || open_[i - 1] == "math") return true;
      if (open_[i - 1] == "foreignobject") return false;
    }
    return false;
  }

  void leave_svg(std::string_view name) {
    if (!ends_svg(name) || !in_svg()) return;
    while (!open_.empty() && open_.back() != "svg" && open_.back() != "math") open_.pop_back();
    if (!open_.empty()) open_.pop_back();
  }

  std::string& html_;
  std::vector<std::string> open_, formatting_;
  std::map<std::string, std::size_t, std::less<>> blanked_;  // start tags taken away, still open
};

}  // namespace

std::string flatten_deep_nesting(std::string html) {
  Flattener(html).run();
  return html;
}

}  // namespace munjip
