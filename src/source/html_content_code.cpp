// Code: pre elements and the tables that highlighters make of them, back to plain text with its
// language.
#include <algorithm>

#include "source/html_content_reader.h"

namespace munjip {

namespace {

// Elements that stand for one line each in highlighted code.
bool is_code_line(HtmlNode node) {
  return node.is(GUMBO_TAG_DIV) || node.is(GUMBO_TAG_LI) || node.is(GUMBO_TAG_P) ||
         node.is(GUMBO_TAG_TR);
}

void append_code(HtmlNode node, std::string& out) {
  if (node.is_text()) {
    out += node.text();
    return;
  }
  if (node.is(GUMBO_TAG_BR)) out += '\n';
  if (!node.is_element() || is_invisible_tag(node.tag()) || node.is(GUMBO_TAG_BUTTON)) return;
  const bool is_line = is_code_line(node);
  if (is_line && !out.empty() && out.back() != '\n') out += '\n';
  const std::size_t begin = out.size();
  for (std::size_t i = 0; i < node.child_count(); ++i) append_code(node.child(i), out);
  if (is_line && (out.size() == begin || out.back() != '\n')) out += '\n';
}

// No-break spaces are how pages keep indents; what follows the last line of text goes.
std::string clean_code(std::string_view raw) {
  std::string out;
  out.reserve(raw.size() + 1);
  for (std::size_t i = 0; i < raw.size(); ++i) {
    if (raw.substr(i, 2) == "\xC2\xA0") {
      out += ' ';
      ++i;
    } else if (raw.substr(i, 3) == "\xEF\xBB\xBF" || raw.substr(i, 3) == "\xE2\x80\x8B") {
      i += 2;  // BOM and zero-width space: no part of any program
    } else if (raw[i] != '\r') {
      out += raw[i];
    }
  }
  const std::size_t end = out.find_last_not_of(" \t\n");
  if (end == std::string::npos) return {};
  out.erase(end + 1);
  out += '\n';
  std::size_t begin = 0;  // empty lines at the top
  for (std::size_t line = out.find('\n'); line != std::string::npos; line = out.find('\n', begin)) {
    if (out.find_first_not_of(" \t", begin) < line) break;
    begin = line + 1;
  }
  return without_forbidden(out.substr(begin));
}

// Class names that say nothing of a language.
bool is_no_language(std::string_view name) {
  static constexpr std::string_view kNames[] = {
      "hljs",        "highlight",    "code",          "codeblock",
      "pre",         "undefined",    "nohighlight",   "no-highlight",
      "prettyprint", "linenums",     "wp-block-code", "notranslate",
      "prism",       "line-numbers", "brush",         "colorscripter-code",
      "sourcecode",  "txc-textbox",  "plain",         "plaintext",
      "text"};
  return std::find(std::begin(kNames), std::end(kNames), name) != std::end(kNames);
}

bool looks_like_language(std::string_view name) {
  return !name.empty() && name.size() <= 20 &&
         name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789+#-.") ==
             std::string_view::npos;
}

// `language-cpp`, `lang-js`, `hljs python`, `brush: java;`, or on a pre or code just `csharp`.
std::string language_of_classes(std::string_view classes, bool bare_names) {
  std::string found;
  std::size_t at = 0;
  while ((at = classes.find_first_not_of(" \t\n:;", at)) != std::string_view::npos) {
    const std::size_t end = std::min(classes.find_first_of(" \t\n:;", at), classes.size());
    std::string name = ascii_lower(classes.substr(at, end - at));
    at = end;
    bool is_named = bare_names;
    for (const std::string_view prefix : {"language-", "lang-", "highlight-source-"}) {
      if (!name.starts_with(prefix)) continue;
      name.erase(0, prefix.size());
      is_named = true;
    }
    if (is_named && looks_like_language(name) && !is_no_language(name) && found.empty())
      found = name;
  }
  return found;
}

std::string language_of(HtmlNode node) {
  std::string language = ascii_lower(node.attribute("data-ke-language"));
  if (language.empty()) language = ascii_lower(node.attribute("data-language"));
  if (language.empty()) language = language_of_classes(node.attribute("class"), true);
  const HtmlNode code = find_tag(node, GUMBO_TAG_CODE);
  if (language.empty()) language = language_of_classes(code.attribute("class"), true);
  HtmlNode around = node.parent();  // div.language-x > div.highlight > pre
  for (int i = 0; language.empty() && i < 3 && around; ++i, around = around.parent()) {
    language = language_of_classes(around.attribute("class"), false);
  }
  return looks_like_language(language) && !is_no_language(language) ? language : std::string();
}

bool is_line_numbers(HtmlNode cell) {
  const std::string text = visible_text(cell);
  return !text.empty() && text.find_first_not_of("0123456789 ") == std::string::npos;
}

bool holds_code(HtmlNode cell) {
  return static_cast<bool>(find_descendant(cell, [](HtmlNode node) {
    return node.is(GUMBO_TAG_PRE) || node.is(GUMBO_TAG_CODE) ||
           style_property(node.attribute("style"), "white-space") == "pre";
  }));
}

}  // namespace

void ContentReader::read_code_block(HtmlNode node, FlowBuilder& flow, const FlowContext& context) {
  flow.end_run(context);
  std::string raw;
  append_code(node, raw);
  std::string text = clean_code(raw);
  for_each_descendant(node, [&](HtmlNode inner) {
    if (!inner.is(GUMBO_TAG_BUTTON)) return true;
    drop(inner, DropReason::post_buttons);
    return false;
  });
  if (!text.empty()) {
    flow.add({CodeBlock{std::move(text), language_of(node)}, {}, {}, position(node, context)},
             context);
  }
  for_each_descendant(node, [&](HtmlNode inner) {
    if (inner.is(GUMBO_TAG_IMG)) read_image(inner, flow, context);
    return true;
  });
}

// Numbers in one cell, code in the next, perhaps a badge in a third (Color Scripter, rouge, Hexo).
bool ContentReader::read_code_table(HtmlNode node, FlowBuilder& flow, const FlowContext& context) {
  std::vector<HtmlNode> cells;
  for_each_descendant(node, [&](HtmlNode inner) {
    const bool is_cell = inner.is(GUMBO_TAG_TD) || inner.is(GUMBO_TAG_TH);
    if (is_cell) cells.push_back(inner);
    return !is_cell && cells.size() < 4;
  });
  if (cells.size() < 2 || cells.size() > 3) return false;
  if (!is_line_numbers(cells[0]) || !holds_code(cells[1])) return false;
  if (cells.size() == 3 && visible_text(cells[2]) != "cs") return false;
  drop(cells[0], DropReason::chrome);
  read_code_block(cells[1], flow, context);
  if (cells.size() == 3) drop(cells[2], DropReason::chrome);
  return true;
}

}  // namespace munjip
