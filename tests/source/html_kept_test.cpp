// Nothing is dropped unseen: what a page shows is in its posts or in their lists of what was left
// out. Checked character by character over small pages of our own and, where they are present, over
// real ones.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "base/file_io.h"
#include "base/utf8.h"
#include "html_reading.h"
#include "source/encoding.h"
#include "source/html_tree.h"

namespace fs = std::filesystem;
using namespace munjip;
using namespace munjip::test;

namespace {

// Everything a post says, blocks set apart by a space.
struct Kept {
  std::string text;

  void add(const Inlines& inlines) {
    for (const Inline& inline_ : inlines) {
      std::visit(overloaded{[&](const Text& part) { text += part.text; },
                            [&](const Phrase& phrase) { add(phrase.children); },
                            [&](const InlineCode& code) { text += code.text; },
                            [&](const Link& link) { add(link.children); },
                            [&](const Ruby& ruby) { text += ruby.base + ruby.reading; },
                            [&](const NoteMark&) {}, [&](const InlineImage&) {},
                            [&](const LineBreak&) { text += ' '; }, [&](const Anchor&) {},
                            [&](const IndexTerm&) {}},
                 inline_.is);
    }
  }

  void add(const Blocks& blocks) {
    for (const Block& block : blocks) {
      text += ' ';
      std::visit(overloaded{[&](const Heading& heading) { add(heading.content); },
                            [&](const Paragraph& paragraph) { add(paragraph.content); },
                            [&](const Quote& quote) {
                              add(quote.children);
                              text += ' ';
                              add(quote.credit);
                            },
                            [&](const List& list) {
                              for (const ListItem& item : list.items) add(item.children);
                            },
                            [&](const DefinitionList& list) { add(list); },
                            [&](const Figure& figure) { add(figure.caption); },
                            [&](const CodeBlock& code) { text += code.text; },
                            [&](const Table& table) { add(table); }, [&](const Divider&) {},
                            [&](const LinkBox& box) { add(box); },
                            [&](const Group& group) { add(group.children); }},
                 block.is);
      text += ' ';
    }
  }

  void add(const DefinitionList& list) {
    for (const DefinitionItem& item : list.items) {
      for (const Inlines& term : item.terms) {
        text += ' ';
        add(term);
      }
      for (const Blocks& definition : item.definitions) add(definition);
    }
  }

  void add(const Table& table) {
    add(table.caption);
    for (const auto* rows : {&table.head, &table.body}) {
      for (const Row& row : *rows) {
        for (const Cell& cell : row.cells) add(cell.children);
      }
    }
  }

  // The titles of videos, maps and scripts come from attributes, not from what is seen.
  void add(const LinkBox& box) {
    const bool is_seen = box.kind == LinkBoxKind::card || box.kind == LinkBoxKind::file;
    if (is_seen) text += box.title + ' ' + box.description + ' ';
    add(box.caption);
  }
};

// What the page shows, told without the reader's own notion of it: every text node that is not in
// an element whose content no browser draws, nor the number of a note.
std::string page_text(HtmlNode body) {
  static const std::set<std::string, std::less<>> kUnseen = {
      "script", "style",  "template", "title", "iframe",   "audio", "video",
      "canvas", "object", "rp",       "head",  "datalist", "svg"};
  std::string out;
  for_each_descendant(body, [&](HtmlNode node) {
    if (node.is_text()) out += node.text();
    if (node.is_element() && is_block_tag(node.tag())) out += ' ';
    const bool is_mark = node.is(GUMBO_TAG_A) && node.parent().is(GUMBO_TAG_SUP) &&
                         node.attribute("href").starts_with('#');
    return !is_mark && !kUnseen.contains(node.tag_name());
  });
  return out;
}

// Tokens are replaced by what they stand for: files by their name and size.
std::string without_tokens(std::string text) {
  for (std::size_t at = text.find("[##_"); at != std::string::npos; at = text.find("[##_", at)) {
    const std::size_t end = text.find("_##]", at);
    if (end == std::string::npos) break;
    std::string shown;
    if (text.compare(at, 9, "[##_File|") == 0) {
      for (const std::string name : {"filename=\"", "size=\""}) {
        const std::size_t value = text.find(name, at);
        if (value < end)
          shown += text.substr(value + name.size(),
                               text.find('"', value + name.size()) - value - name.size());
      }
    }
    text.replace(at, end + 4 - at, shown);
  }
  return text;
}

bool is_unseen(char32_t c) {
  return c <= U' ' || c == U'\u00A0' || c == U'\u200B' || c == U'\u3000' || c == U'\uFEFF' ||
         c == U'\u2028' || c == U'\u2029' || c == U'\u2060' || c == U'\u3164';
}

std::map<char32_t, long> count_characters(std::string_view text) {
  std::map<char32_t, long> counts;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (!is_unseen(c)) ++counts[c];
  }
  return counts;
}

// The characters of which the page has more than the posts (`+`) or less (`-`); empty = all is
// told.
std::string difference(const HtmlTree& tree, const std::vector<Post>& posts) {
  Kept kept;
  for (const Post& post : posts) {
    kept.add(post.body);
    for (const Note& note : post.notes) kept.add(note.body);
    for (const Dropped& dropped : post.dropped) {
      if (!dropped.text.starts_with("[##_")) kept.text += ' ' + dropped.text;
    }
  }
  std::map<char32_t, long> counts = count_characters(without_tokens(page_text(tree.body())));
  for (const auto& [c, count] : count_characters(kept.text)) counts[c] -= count;
  std::string out;
  for (const auto& [c, count] : counts) {
    if (count != 0) out += utf8(c) + (count > 0 ? "+" : "") + std::to_string(count) + ' ';
  }
  return out;
}

std::string difference_of(const SourceText& source) {
  Diagnostics diagnostics;
  const std::vector<Post> posts = read_html(source, diagnostics);
  if (posts.empty()) return {};  // refused, and told so
  return difference(HtmlTree(source.text), posts);
}

void check_folder(const fs::path& folder) {
  if (!fs::exists(folder)) {
    MESSAGE("skipped: " << folder.string() << " is not here");
    return;
  }
  int count = 0;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.path().extension() != ".html") continue;
    Diagnostics diagnostics;
    SourceText source;
    source.file = entry.path();
    source.folder = entry.path().parent_path();
    source.shown_file = entry.path().filename().string();
    source.text = decode_to_utf8(read_file(entry.path()), source.shown_file, diagnostics);
    CAPTURE(source.shown_file);
    CHECK(difference_of(source) == "");
    ++count;
  }
  CHECK(count > 0);
}

fs::path corpus() {
  return fs::path(MUNJIP_SOURCE_DIR) / ".." / "shared" / "corpus";
}

}  // namespace

TEST_CASE("nothing is dropped unseen: pages of our own") {
  const std::string_view pages[] = {
      "<body><nav>차림</nav><div "
      "class='contents_style'><h2>가</h2>나<b>다</b><p>라</p></div>마</body>",
      "<p>가<button>누름</button>나</p><select><option>고름</option></select><textarea>적음</"
      "textarea>",
      "<table><caption>가</caption><tr><td>나<td>다</table><ul>라<li>마<ul>바</ul></ul>",
      "<figure><img src=a.png>가<figcaption>나</figcaption></figure><dl>다<dt>라<dd>마</dl>",
      "<details>가<summary>나</summary></details><blockquote>다<footer>라</footer></blockquote>",
      "<ruby>漢<rp>(</rp><rt>한</rt></ruby><pre>가\n<button>복사</button></pre><svg><text>나</"
      "text></svg>",
      "<p>가<sup><a href='#n' id=r>1</a></sup></p><div class=footnotes><h2>각주</h2><ol><li "
      "id=n>나 "
      "<a href='#r'>↩</a></ol></div>",
      "<p style='display:none'>숨음</p><noscript>꺼짐</noscript><center>가<hr>나</center><p "
      "hidden>다",
      "<a href='javascript:x'>가</a><a href='#'>나</a><label>다<input></label><fieldset><legend>라"
      "</legend>마</fieldset><math><mi>바</mi></math>",
      "<table><tr><td>가</td>나</tr>다</table><p>라<p>마</div>바",
  };
  for (const std::string_view page : pages) {
    CAPTURE(page);
    CHECK(difference_of(source_of(page)) == "");
  }
}

TEST_CASE("nothing is dropped unseen: a Tistory backup") {
  check_folder(corpus() / "collections" / "tistory-series");
}

TEST_CASE("nothing is dropped unseen: saved pages, bodies, editor elements") {
  for (const char* name : {"saved-pages", "saved-pages-htmlmode", "edit-mode-bodies", "rss-bodies",
                           "editor-elements"}) {
    check_folder(corpus() / "a-tistory" / name);
  }
}
