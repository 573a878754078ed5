#include "source/body_markup.h"

#include <algorithm>
#include <array>

#include "source/autop.h"
#include "source/html_tree.h"

namespace munjip {

namespace {

struct Reference {
  std::string_view written, meant;
};
constexpr std::array<Reference, 6> kReferences = {{{"&lt;", "<"},
                                                   {"&gt;", ">"},
                                                   {"&amp;", "&"},
                                                   {"&quot;", "\""},
                                                   {"&#39;", "'"},
                                                   {"&#039;", "'"}}};

std::string unescaped_once(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view rest = text.substr(at);
    const auto* found =
        rest[0] != '&'
            ? kReferences.end()
            : std::find_if(kReferences.begin(), kReferences.end(),
                           [&](const Reference& r) { return rest.starts_with(r.written); });
    if (found == kReferences.end()) {
      out += rest[0];
      ++at;
    } else {
      out += found->meant;
      at += found->written.size();
    }
  }
  return out;
}

bool has_tag(std::string_view text) {
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    const char next = at + 1 < text.size() ? text[at + 1] : ' ';
    if (next == '/' || next == '!' || (next >= 'a' && next <= 'z') ||
        (next >= 'A' && next <= 'Z')) {
      return true;
    }
  }
  return false;
}

// No tag of its own, but escaped ones from its very beginning or at the end of its paragraphs.
bool is_escaped_twice(std::string_view body) {
  if (has_tag(body)) return false;
  const std::string lower = ascii_lower(body);
  const std::string_view start = trim_ascii(lower);
  const bool closes = lower.find("&lt;/") != std::string::npos;
  for (const std::string_view name :
       {"p", "div", "figure", "table", "ul", "ol", "blockquote", "h", "span", "a ", "b&", "strong",
        "img ", "br", "pre", "section"}) {
    const bool begins = start.starts_with("&lt;" + std::string(name));
    if (begins && (closes || start.ends_with("&gt;"))) return true;
  }
  const std::size_t first = lower.find("&lt;/p&gt;");
  const bool has_paragraphs =
      first != std::string::npos && lower.find("&lt;p", first) != std::string::npos;
  const std::size_t line = lower.find("&lt;br");
  return has_paragraphs ||
         (line != std::string::npos && lower.find("&lt;br", line + 4) != std::string::npos);
}

bool ends_with_any(std::string_view text, std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(),
                     [&](std::string_view ending) { return text.ends_with(ending); });
}

// The end of the body as a reader sees it.
std::string visible_end(std::string_view html) {
  constexpr std::size_t kMost = 2048;
  if (html.size() > kMost) {
    const std::size_t edge = html.find_first_of(" <\n", html.size() - kMost);
    html.remove_prefix(edge == std::string_view::npos ? html.size() - kMost : edge);
  }
  return visible_text(HtmlTree(std::string(html), HtmlKind::fragment).body());
}

// The link that the body ends with, tags around it aside; empty where it ends with anything else.
std::string_view closing_link(std::string_view html) {
  const std::size_t begin = html.rfind("<a ");
  if (begin == std::string_view::npos) return {};
  const std::string_view link = html.substr(begin);
  const std::size_t end = link.find("</a>");
  if (end == std::string_view::npos) return {};
  const std::string_view rest = link.substr(end + 4);
  const bool is_last = rest.size() < 40 && visible_end(rest).size() <= 1;  // `)` or `]`
  return is_last ? link.substr(0, end) : std::string_view();
}

std::string html_markup_of(std::string_view body) {
  std::string html = without_section_marks(body);
  return is_escaped_twice(html) ? unescaped_once(html) : html;
}

}  // namespace

std::string replaced_all(std::string_view text, std::string_view from, std::string_view to) {
  std::string out;
  std::size_t begin = 0;
  for (std::size_t at = text.find(from); at != std::string_view::npos;
       at = text.find(from, begin)) {
    out.append(text.substr(begin, at - begin)).append(to);
    begin = at + from.size();
  }
  return out.append(text.substr(begin));
}

std::string without_section_marks(std::string_view body) {
  return replaced_all(body, "<![CDATA[", "&lt;![CDATA[");
}

std::string html_of_body(std::string_view body) {
  std::string html = html_markup_of(body);
  return has_line_markup(html) ? html : with_paragraphs(html);
}

bool is_shortened(std::string_view body) {
  const std::string html = html_of_body(body);
  const std::string end = ascii_lower(visible_end(html));
  if (ends_with_any(end, {"[…]", "[...]", "(...)", "(…)"})) return true;
  const std::string_view link = closing_link(html);
  const bool names_the_rest = ends_with_any(
      end, {"더 보기", "더보기", "더 읽기", "전체보기", "전체 보기", "계속 읽기", "이어 읽기",
            "read more", "read more →", "read more »", "continue reading", "continue reading →"});
  if (!link.empty() && names_the_rest) return true;
  if (has_line_markup(html_markup_of(body))) return false;
  return link.find("<img") != std::string_view::npos || ends_with_any(end, {"...", "…", ".."});
}

std::string take_closing_link(std::string& html) {
  const std::string_view link = closing_link(html);
  if (link.empty()) return {};
  const HtmlTree tree(std::string(link), HtmlKind::fragment);
  std::string shown = visible_text(tree.body());
  if (shown.empty()) shown = find_tag(tree.body(), GUMBO_TAG_IMG).attribute("alt");
  const auto begin = static_cast<std::size_t>(link.data() - html.data());
  html.erase(begin, link.size());
  return shown;
}

}  // namespace munjip
