#include "markdown/post_file.h"

#include <fmt/format.h>

#include "markdown/blocks.h"

namespace munjip {

namespace {

// A YAML double-quoted scalar (YAML 1.2, 7.3.1).
std::string yaml_string(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

std::string yaml_list(const std::vector<std::string>& texts) {
  std::string out = "[";
  for (const std::string& text : texts) out += (out.size() > 1 ? ", " : "") + yaml_string(text);
  return out + "]";
}

bool is_subtitle(const Block& block) {
  const auto* paragraph = std::get_if<Paragraph>(&block.is);
  return paragraph != nullptr && block.classes == std::vector<std::string>{"subtitle"} &&
         block.lang.empty() && paragraph->content.size() == 1 &&
         std::holds_alternative<Text>(paragraph->content.front().is);
}

std::string front_matter(const Post& post) {
  std::string out = "---\n";
  const auto line = [&](std::string_view key, const std::string& value) {
    if (!value.empty()) out += fmt::format("{}: {}\n", key, value);
  };
  const auto text = [&](std::string_view key, const std::string& value) {
    if (!value.empty()) line(key, yaml_string(value));
  };
  text("title", post.title);
  if (!post.body.empty() && is_subtitle(post.body.front())) {
    text("subtitle", plain_text(std::get<Paragraph>(post.body.front().is).content));
  }
  if (post.published) line("date", iso_8601(*post.published));
  if (post.modified) line("modified", iso_8601(*post.modified));
  // A list, so that no comma in the name divides it.
  if (!post.category.empty()) line("category", yaml_list({post.category}));
  if (!post.tags.empty()) line("tags", yaml_list(post.tags));
  text("author", post.author);
  text("url", post.address);
  text("lang", post.lang);
  return out + "---\n";
}

// The notes whose marks are `[^1]`, as Markdown; the others, as HTML, at the end.
std::string notes(PostScope& scope) {
  std::string markdown, html;
  for (std::size_t i = 0; i < scope.post.notes.size(); ++i) {
    const Blocks& body = scope.post.notes[i].body;
    if (scope.html_notes.contains(i)) {
      html += fmt::format("<li id=\"note-{}\">\n{}\n</li>\n", i + 1, html_blocks(body, {}, scope));
      continue;
    }
    std::string text = markdown_blocks(body, {}, scope, true);
    const bool begins_with_line =
        !text.starts_with("```") && !text.starts_with('<') && !text.starts_with('|');
    markdown += fmt::format("\n[^{}]:{}", i + 1, begins_with_line ? " " : "\n    ");
    for (std::size_t at = 0; at < text.size(); ++at) {
      markdown += text[at];
      if (text[at] == '\n' && at + 1 < text.size() && text[at + 1] != '\n') markdown += "    ";
    }
    markdown += '\n';
  }
  if (!html.empty()) {
    html = "\n<section class=\"footnotes\">\n<ol>\n" + html + "</ol>\n</section>\n";
  }
  return markdown + html;
}

std::string text_of(PostScope& scope) {
  Blocks body = scope.post.body;
  if (!body.empty() && is_subtitle(body.front())) body.erase(body.begin());
  std::string out = body.empty() ? std::string() : markdown_blocks(body, {}, scope) + "\n";
  return out + notes(scope);
}

}  // namespace

std::string markdown_post(const Post& post, const BookNames& names,
                          const std::set<std::string>& linked_places) {
  PostScope scope{post, names, {}, linked_places};
  std::string text = text_of(scope);
  if (!scope.html_notes.empty()) text = text_of(scope);
  return front_matter(post) + "\n" + text;
}

}  // namespace munjip
