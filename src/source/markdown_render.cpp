#include "source/markdown_render.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <mutex>
#include <set>

#include "base/error.h"
#include "source/html_tree.h"
#include "source/markdown_emphasis.h"
#include "source/markdown_tokens.h"
#include "source/pictures.h"

namespace munjip {

namespace {

// Double tildes only: a single one is a range in Korean (3~5월).
constexpr int kOptions = CMARK_OPT_SOURCEPOS | CMARK_OPT_UNSAFE | CMARK_OPT_FOOTNOTES |
                         CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE;

// Around the references that are added to keep unmarked notes.
constexpr std::string_view kKeeper = "\uFDD1";
// Of labels that look like notes: an index of references must not grow without end.
constexpr std::size_t kMaxNotes = 10'000;

// cmark-gfm fills each row of a table up to the header's width, which lets a small file ask for
// billions of cells.
constexpr std::size_t kMaxColumns = 256;
constexpr std::size_t kMaxCells = 200'000;

struct Release {
  void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
  void operator()(cmark_node* node) const { cmark_node_free(node); }
  void operator()(char* text) const { std::free(text); }  // from cmark's default allocator
};

std::string to_html(std::string_view markdown, LineEnd line_end) {
  static std::once_flag registered;
  const int options = line_end == LineEnd::line_break ? kOptions | CMARK_OPT_HARDBREAKS : kOptions;
  std::call_once(registered, cmark_gfm_core_extensions_ensure_registered);
  const std::unique_ptr<cmark_parser, Release> parser(cmark_parser_new(options));
  for (const char* name : {"table", "strikethrough", "autolink", "tasklist"}) {
    cmark_syntax_extension* extension = cmark_find_syntax_extension(name);
    if (extension == nullptr) {
      throw Error(
          ExitCode::unreadable, {},
          message("cmark-gfm에 {} 확장이 없습니다", "cmark-gfm lacks its {} extension", name));
    }
    cmark_parser_attach_syntax_extension(parser.get(), extension);
  }
  cmark_parser_feed(parser.get(), markdown.data(), markdown.size());
  const std::unique_ptr<cmark_node, Release> document(cmark_parser_finish(parser.get()));
  const std::unique_ptr<char, Release> html(
      cmark_render_html(document.get(), options, cmark_parser_get_syntax_extensions(parser.get())));
  return html.get();
}

// ---- notes without a mark ----

struct Definition {
  std::string label;
  SourcePos at;
};

// The label of `[^label]:` at the beginning of a line, list and quotation marks before it or not.
std::string_view defined_label(std::string_view line) {
  const std::size_t begin = line.find_first_not_of(" \t>-+*");
  if (begin == std::string_view::npos || !line.substr(begin).starts_with("[^")) return {};
  const std::size_t end = line.find(']', begin);
  if (end == std::string_view::npos || !line.substr(end).starts_with("]:")) return {};
  return line.substr(begin + 2, end - begin - 2);
}

// `text` begins with line 1.
std::vector<Definition> find_definitions(std::string_view text) {
  std::vector<Definition> found;
  std::uint32_t line_number = 0;
  while (!text.empty() && found.size() < kMaxNotes) {
    ++line_number;
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view label = defined_label(text.substr(0, end));
    if (!label.empty()) found.push_back({std::string(label), {line_number, 1}});
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return found;
}

// The labels of the notes that the renderer wrote.
std::set<std::string, std::less<>> rendered_labels(std::string_view html) {
  constexpr std::string_view kItem = "<li id=\"fn-";
  std::set<std::string, std::less<>> labels;
  for (std::size_t at = html.find(kItem); at != std::string_view::npos; at = html.find(kItem, at)) {
    at += kItem.size();
    const std::string_view id = html.substr(at, html.find('"', at) - at);
    labels.insert(percent_decoded_bytes(id));
  }
  return labels;
}

// The paragraph of references that was added, out of the HTML again.
void remove_keeper(std::string& html) {
  const std::size_t begin = html.find(kKeeper);
  const std::size_t end = html.rfind(kKeeper);
  if (begin == std::string::npos) return;
  constexpr std::string_view kClose = "</p>";
  std::size_t from = begin;
  std::size_t to = end + kKeeper.size();
  const std::size_t open = html.rfind("<p", begin);
  const bool is_paragraph = open != std::string::npos && html.find('>', open) + 1 == begin &&
                            std::string_view(html).substr(to).starts_with(kClose);
  if (is_paragraph) {
    from = open;
    to += kClose.size();
  }
  html.erase(from, to - from);
}

// Renders again with a reference to each of `unmarked` at the end, and takes the references out.
void keep_unmarked_notes(std::string markdown, const std::vector<Definition>& unmarked,
                         const std::set<std::string, std::less<>>& marked, LineEnd line_end,
                         RenderedMarkdown& out) {
  markdown.append("\n\n").append(kKeeper);
  for (const Definition& note : unmarked) markdown.append("[^").append(note.label).append("]");
  markdown.append(kKeeper).append("\n");
  std::string html = to_html(markdown, line_end);
  const auto all = rendered_labels(html);
  if (all.size() == marked.size()) return;  // they stood in code, or are no notes
  remove_keeper(html);
  out.html = std::move(html);
  for (const Definition& note : unmarked) {
    if (all.contains(note.label)) out.unmarked_notes.push_back({note.label, note.at});
  }
}

// ---- tables ----

bool is_delimiter_row(std::string_view line) {
  return line.find('|') != std::string_view::npos && line.find('-') != std::string_view::npos &&
         line.find_first_not_of(" \t|:->") == std::string_view::npos;
}

struct DelimiterRow {
  std::size_t at = 0, columns = 0, rows = 0;  // rows: with the lines below it up to an empty one
  std::uint32_t line = 0;

  bool is_too_large() const { return columns > kMaxColumns || columns * rows > kMaxCells; }
};

// The delimiter rows of tables that are too large.
std::vector<DelimiterRow> find_huge_tables(std::string_view markdown) {
  std::vector<DelimiterRow> huge;
  DelimiterRow open;
  const auto close = [&] {
    if (open.is_too_large()) huge.push_back(open);
    open = {};
  };
  std::uint32_t line_number = 0;
  for (std::size_t at = 0; at < markdown.size();) {
    ++line_number;
    const std::size_t end = std::min(markdown.find('\n', at), markdown.size());
    const std::string_view line = markdown.substr(at, end - at);
    if (is_delimiter_row(line)) {
      close();
      const auto pipes = static_cast<std::size_t>(std::count(line.begin(), line.end(), '|'));
      open = {at, pipes + 1, 1, line_number};
    } else if (line.find_first_not_of(" \t>") == std::string_view::npos) {
      close();
    } else {
      ++open.rows;
    }
    at = end + 1;
  }
  close();
  return huge;
}

// `markdown` with a guard before each of these rows: without them there is no table.
std::string without_tables(std::string_view markdown, const std::vector<DelimiterRow>& rows) {
  std::string out;
  out.reserve(markdown.size() + rows.size() * kLetterGuard.size());
  std::size_t from = 0;
  for (const DelimiterRow& row : rows) {
    out.append(markdown.substr(from, row.at - from)).append(kLetterGuard);
    from = row.at;
  }
  return out.append(markdown.substr(from));
}

}  // namespace

RenderedMarkdown render_markdown(std::string_view markdown, std::uint32_t first_line,
                                 LineEnd line_end) {
  RenderedMarkdown out;
  // Empty lines in front make the parser count the file's lines.
  std::string text(first_line - 1, '\n');
  text += with_emphasis_guards(with_token_marks(markdown));
  const std::vector<DelimiterRow> huge = find_huge_tables(text);
  for (const DelimiterRow& row : huge) out.refused_tables.push_back(row.line);
  if (!huge.empty()) text = without_tables(text, huge);
  out.html = to_html(text, line_end);
  const std::vector<Definition> definitions = find_definitions(text);
  if (!definitions.empty()) {
    const auto marked = rendered_labels(out.html);
    std::vector<Definition> unmarked;
    for (const Definition& note : definitions) {
      if (!marked.contains(note.label)) unmarked.push_back(note);
    }
    if (!unmarked.empty()) keep_unmarked_notes(std::move(text), unmarked, marked, line_end, out);
  }
  out.html = without_token_marks(without_emphasis_guards(out.html));
  return out;
}

}  // namespace munjip
