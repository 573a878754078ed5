#include "markdown/inlines.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/overloaded.h"
#include "markdown/emphasis_edges.h"

namespace munjip {

namespace {

// The pictures that the reader leaves in a line of text without being told.
constexpr int kMaxInlineHeight = 48;

// Longer code is not known as code where the reader looks for its dialects.
constexpr std::size_t kMaxCodeSpan = 2000;

std::string_view delimiter_of(const Phrase& phrase) {
  if (!phrase.lang.empty() || !phrase.classes.empty()) return {};
  switch (phrase.element) {
    case Element::strong:
      return "**";
    case Element::emphasis:
      return "*";
    case Element::deleted:
      return "~~";
    default:
      return {};
  }
}

// ---- tags ----

std::string direction_of(const Phrase& phrase) {
  std::string direction;
  for (const std::string& name : phrase.classes) {
    if (name == "rtl" || name == "ltr") direction = name;
  }
  return direction;
}

// Whether it may stand in `{.name}` (source/markdown_markup.h).
bool is_attribute_name(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0x80) != 0 || (c >= 'a' && c <= 'z') ||
           (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  });
}

// `<span lang="he" dir="rtl">`: the direction is a class too.
std::string start_tag(const Phrase& phrase) {
  const std::string direction = direction_of(phrase);
  const std::string classes =
      direction.empty() ? fmt::format("{}", fmt::join(phrase.classes, " ")) : std::string();
  return fmt::format("<{}{}{}{}{}>", html_name(phrase.element),
                     attribute("data-munjip-class", classes), attribute("lang", phrase.lang),
                     attribute("dir", direction), attribute("title", phrase.title));
}

std::string end_tag(const Phrase& phrase) {
  return fmt::format("</{}>", html_name(phrase.element));
}

std::string html_code_span(const InlineCode& code) {
  return "<code>" + html_text(code.text) + "</code>";
}

std::string ruby_tags(const Ruby& ruby) {
  return "<ruby>" + html_text(ruby.base) + "<rt>" + html_text(ruby.reading) + "</rt></ruby>";
}

std::string html_note_mark(const NoteMark& mark) {
  return fmt::format("<sup><a href=\"#note-{}\">{}</a></sup>", mark.note + 1, mark.note + 1);
}

std::string index_tag(const IndexTerm& term) {
  return "<span" + attribute("data-munjip-index", term.term) +
         attribute("data-munjip-reading", term.reading) + "></span>";
}

// The link in it has its page's number behind it on paper.
std::string_view page_tag(const Link& link) {
  return link.shows_page ? "<span data-munjip-page=\"1\">" : "";
}

// A span, since an `a` may not stand in another.
std::string anchor_tag(const Anchor& anchor, const PostScope& scope) {
  return "<span" + attribute("id", place_name(scope.post, anchor.id)) + "></span>";
}

// ---- Markdown ----

// A code span whose fence is longer than any run of backticks in it (CommonMark 0.30, 6.1).
std::string code_span(std::string_view text, bool in_cell) {
  std::size_t longest = 0, run = 0;
  std::string content;
  for (const char c : text) {
    run = c == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
    if (c == '|' && in_cell) content += '\\';
    content += c;
  }
  const std::string fence(longest + 1, '`');
  const bool is_padded = text.starts_with('`') || text.ends_with('`');
  const std::string_view pad = is_padded ? " " : "";
  return fmt::format("{0}{1}{2}{1}{0}", fence, pad, content);
}

class MarkdownInlines {
 public:
  MarkdownInlines(const TextPlace& place, PostScope& scope) : place_(place), scope_(scope) {}

  std::string write(const Inlines& inlines) {
    list(inlines, U'\n');
    return std::move(out_);
  }

 private:
  // `after` is what follows the list.
  void list(const Inlines& inlines, char32_t after) {
    for (std::size_t i = 0; i < inlines.size(); ++i) {
      const char32_t next = i + 1 < inlines.size() ? first_character(inlines[i + 1]) : after;
      std::visit([&](const auto& is) { put(is, next); }, inlines[i].is);
    }
  }

  Edge previous_edge() const { return edge_of(last_character(std::string_view(out_))); }

  TextPlace place_here() const {
    TextPlace place = place_;
    place.at_line_start = (out_.empty() && place_.at_line_start) || out_.ends_with('\n');
    place.in_link = place_.in_link || in_link_;
    return place;
  }

  void put(const Text& is, char32_t) { out_ += markdown_text(is.text, place_here()); }

  void put(const Phrase& is, char32_t next) {
    if (has_attributes(is)) {
      put_with_attributes(is);
      return;
    }
    const std::string_view delimiter = delimiter_of(is);
    const bool is_plain = !delimiter.empty() && !in_delimiters_ &&
                          turns_inside(previous_edge(), edge_of(first_character(is.children))) &&
                          turns_inside(edge_of(next), edge_of(last_character(is.children)));
    if (is_plain) {
      in_delimiters_ = true;
      out_ += delimiter;
      list(is.children, U'*');
      out_ += delimiter;
      in_delimiters_ = false;
      return;
    }
    out_ += start_tag(is);
    list(is.children, U'<');
    out_ += end_tag(is);
  }

  // `[text]{.class lang=fr}`. No brackets inside: they would be looked through for their end.
  static bool has_attributes(const Phrase& is) {
    const bool is_plain_span = is.element == Element::span && direction_of(is).empty();
    return is_plain_span && (!is.classes.empty() || !is.lang.empty()) &&
           std::all_of(is.classes.begin(), is.classes.end(), is_attribute_name) &&
           (is.lang.empty() || is_attribute_name(is.lang)) &&
           std::all_of(is.children.begin(), is.children.end(), [](const Inline& in) {
             const auto* text = std::get_if<Text>(&in.is);
             return text != nullptr && text->text.find_first_of("[]\\`{}") == std::string::npos &&
                    text->text.size() < kMaxCodeSpan / 2;
           });
  }

  void put_with_attributes(const Phrase& is) {
    const bool was_in_link = std::exchange(in_link_, true);
    out_ += "[";
    list(is.children, U']');
    out_ += "]{";
    std::string attributes;
    for (const std::string& name : is.classes) attributes += " ." + name;
    if (!is.lang.empty()) attributes += " lang=" + is.lang;
    out_ += attributes.substr(1) + "}";
    in_link_ = was_in_link;
  }

  void put(const InlineCode& is, char32_t next) {
    const bool is_joined = out_.ends_with('`') || next == U'`';
    const bool is_plain = !is_joined && !is.text.starts_with(' ') && !is.text.ends_with(' ') &&
                          is.text.find_first_not_of('`') != std::string::npos &&
                          is.text.size() <= kMaxCodeSpan;
    out_ += is_plain ? code_span(is.text, place_.in_cell) : html_code_span(is);
  }

  void put(const Link& is, char32_t) {
    const std::string target = scope_.names.link(scope_.post, is.target);
    out_ += page_tag(is);
    const bool is_bare = is.children.size() == 1 && !is.shows_page && target.starts_with("http") &&
                         std::holds_alternative<Text>(is.children.front().is) &&
                         std::get<Text>(is.children.front().is).text == target;
    const bool is_safe = is_markdown_address(target) || target != is.target;
    if (is_bare && is_markdown_address(target) && !place_.in_cell) {
      out_ += "<" + target + ">";
      return;
    }
    const bool was_in_link = std::exchange(in_link_, true);
    out_ += is_safe ? "[" : "<a" + attribute("href", target) + ">";
    list(is.children, is_safe ? U']' : U'<');
    out_ += is_safe ? "](" + target + ")" : "</a>";
    if (is.shows_page) out_ += "</span>";
    in_link_ = was_in_link;
  }

  void put(const Ruby& is, char32_t) {
    constexpr std::string_view kMarks = "[]{}\\\"'<>&*_`~|!";
    const bool is_plain = (is.base + is.reading).find_first_of(kMarks) == std::string::npos &&
                          !is.base.empty() && !is.reading.empty() && !is.base.starts_with('@') &&
                          is.base.size() + is.reading.size() < kMaxCodeSpan / 2;
    out_ += is_plain ? fmt::format("[{}]{{ruby=\"{}\"}}", is.base, is.reading) : ruby_tags(is);
  }

  void put(const NoteMark& is, char32_t) {
    const bool is_html = scope_.html_notes.contains(is.note);
    out_ += is_html ? html_note_mark(is) : fmt::format("[^{}]", is.note + 1);
  }

  void put(const InlineImage& is, char32_t) {
    out_ += html_image(is.image, Placement::line, scope_);
  }

  void put(const LineBreak&, char32_t) {
    const bool is_line = place_.at_line_start && !place_.in_cell;
    out_ += is_line ? "\\\n" : "<br>";
  }

  void put(const Anchor& is, char32_t) { out_ += anchor_tag(is, scope_); }
  void put(const IndexTerm& is, char32_t) { out_ += index_tag(is); }

  TextPlace place_;
  PostScope& scope_;
  std::string out_;
  bool in_delimiters_ = false, in_link_ = false;
};

// ---- HTML ----

void append_html(std::string& out, const Inlines& inlines, PostScope& scope) {
  for (const Inline& in : inlines) {
    std::visit(
        overloaded{
            [&](const Text& is) { out += html_text(is.text); },
            [&](const Phrase& is) {
              out += start_tag(is);
              append_html(out, is.children, scope);
              out += end_tag(is);
            },
            [&](const InlineCode& is) { out += html_code_span(is); },
            [&](const Link& is) {
              out += page_tag(is);
              out += "<a" + attribute("href", scope.names.link(scope.post, is.target)) + ">";
              append_html(out, is.children, scope);
              out += is.shows_page ? "</a></span>" : "</a>";
            },
            [&](const Ruby& is) { out += ruby_tags(is); },
            [&](const NoteMark& is) {
              scope.html_notes.insert(is.note);
              out += html_note_mark(is);
            },
            [&](const InlineImage& is) { out += html_image(is.image, Placement::line, scope); },
            [&](const LineBreak&) { out += "<br>"; },
            [&](const Anchor& is) { out += anchor_tag(is, scope); },
            [&](const IndexTerm& is) { out += index_tag(is); },
        },
        in.is);
  }
}

}  // namespace

std::string attribute(std::string_view name, std::string_view value) {
  return value.empty() ? std::string() : fmt::format(" {}=\"{}\"", name, html_attribute(value));
}

std::string markdown_inlines(const Inlines& inlines, const TextPlace& place, PostScope& scope) {
  return MarkdownInlines(place, scope).write(inlines);
}

std::string html_inlines(const Inlines& inlines, PostScope& scope) {
  std::string out;
  append_html(out, inlines, scope);
  return out;
}

std::string image_address(const Image& image, const PostScope& scope) {
  return image.resource.empty() ? image.source : scope.names.file_of_picture(image.resource);
}

std::string html_image(const Image& image, Placement placement, const PostScope& scope) {
  const bool is_small = image.height_px > 0 && image.height_px <= kMaxInlineHeight;
  const Placement expected = is_small || image.is_emoticon ? Placement::line : Placement::alone;
  std::string out = "<img src=\"" + html_attribute(image_address(image, scope)) + "\" alt=\"" +
                    html_attribute(image.alt) + "\"";
  if (image.width_px > 0) out += attribute("width", std::to_string(image.width_px));
  if (image.height_px > 0) out += attribute("height", std::to_string(image.height_px));
  if (image.is_emoticon) out += attribute("class", "emoticon");
  if (image.resource.empty()) out += attribute("data-filename", image.lost_name);
  if (placement != expected) {
    out += attribute("data-munjip-place", placement == Placement::line ? "line" : "alone");
  }
  return out + ">";
}

}  // namespace munjip
