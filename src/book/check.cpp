#include "book/check.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string_view>

#include "base/overloaded.h"
#include "base/utf8.h"
#include "book/blank.h"
#include "book/language.h"
#include "book/walk.h"
#include "book/web_address.h"

namespace munjip {

namespace {

constexpr int kMaxSpan = 1000;

bool has_forbidden(std::string_view text, std::string_view allowed = {}) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    const bool is_control = c < 0x20 || (c >= 0x7F && c < 0xA0);
    const bool is_noncharacter = (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE;
    if (is_noncharacter) return true;
    if (is_control && (c > 0x7F || allowed.find(static_cast<char>(c)) == std::string_view::npos)) {
      return true;
    }
  }
  return false;
}

bool is_ascii_id(std::string_view id) {
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  return !id.empty() && is_letter(id.front()) && std::all_of(id.begin(), id.end(), [&](char c) {
    return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
  });
}

class Checker {
 public:
  explicit Checker(const Book& book) : book_(book) {}

  std::vector<std::string> run() {
    where_ = "book";
    check_info();
    require(!book_.parts.empty(), "a book has parts");
    for (const Part& part : book_.parts) {
      require(!part.posts.empty(), "a part has posts");
      check_line(part.title, "part title");
    }
    for_each_post(book_, [&](const Post& post) { collect_anchors(post); });
    for_each_post(book_, [&](const Post& post) { check_post(post); });
    return std::move(found_);
  }

 private:
  void require(bool holds, std::string_view rule) {
    if (!holds) found_.push_back(fmt::format("{}: {}", where_, rule));
  }

  void check_text(std::string_view text, std::string_view what, std::string_view allowed = {}) {
    require(is_valid_utf8(text), fmt::format("{} is valid UTF-8", what));
    require(!has_forbidden(text, allowed), fmt::format("{} has no control characters", what));
  }
  void check_line(std::string_view text, std::string_view what) {
    check_text(text, what);
    const bool has_edge_space = !text.empty() && (text.front() == ' ' || text.back() == ' ');
    require(!has_edge_space, fmt::format("{} has no space at its edges", what));
  }
  void check_language(std::string_view tag) {
    require(tag.empty() || is_language_tag(tag), "language tags are BCP 47");
  }

  void check_info() {
    const BookInfo& info = book_.info;
    require(!info.title.empty(), "a book has a title");
    require(!info.identifier.empty(), "a book has an identifier");
    require(is_language_tag(info.language), "a book has a language");
    require(is_valid(info.modified), "`modified` is a moment");
    for (const std::string* line : {&info.title, &info.subtitle, &info.publisher, &info.description,
                                    &info.rights, &info.identifier, &info.series}) {
      check_line(*line, "book data");
    }
    for (const Person& person : info.authors) {
      require(!person.name.empty(), "an author has a name");
      check_line(person.name, "an author's name");
    }
    for (const auto& [name, resource] : book_.resources) {
      require(name == resource.name, "a resource stands under its name");
    }
  }

  // ---- posts ----

  void add_anchor(const std::string& id) {
    require(is_ascii_id(id), fmt::format("anchor `{}` is an ASCII XML id", id));
    require(anchors_.insert(id).second, fmt::format("anchor `{}` is unique", id));
  }

  void collect_anchors(const Post& post) {
    where_ = post.id;
    add_anchor(post.id);
    for_each_body(post, [&](const Blocks& body) {
      for_each_block(body, [&](const Block& block) {
        if (const auto* heading = std::get_if<Heading>(&block.is)) add_anchor(heading->id);
      });
      for_each_run(body, [&](const Inlines& run) {
        for_each_inline(run, [&](const Inline& in) {
          if (const auto* anchor = std::get_if<Anchor>(&in.is)) add_anchor(anchor->id);
        });
      });
    });
  }

  void check_post(const Post& post) {
    where_ = post.id;
    require(!post.title.empty(), "a post has a title");
    for (const std::string* line : {&post.title, &post.author, &post.category, &post.address}) {
      check_line(*line, "post data");
    }
    check_language(post.lang);
    require(post.resources.empty(), "resources have moved to the book");
    if (!post.body.empty()) {
      require(!std::holds_alternative<Divider>(post.body.front().is), "no divider comes first");
      require(!std::holds_alternative<Divider>(post.body.back().is), "no divider comes last");
    }
    for_each_body(post, [&](const Blocks& body) {
      level_ = 1;
      check_blocks(body, 1);
    });
    check_notes(post);
  }

  void check_notes(const Post& post) {
    std::size_t next = 0;
    for_each_run(post.body, [&](const Inlines& run) {
      for_each_inline(run, [&](const Inline& in) {
        const auto* mark = std::get_if<NoteMark>(&in.is);
        if (mark == nullptr) return;
        require(mark->note < post.notes.size(), "a note mark has a note");
        require(mark->note <= next, "notes stand in the order of their first marks");
        if (mark->note == next) ++next;
      });
    });
    require(next == post.notes.size(), "every note has its mark in the body");
    for (const Note& note : post.notes) {
      require(!note.body.empty(), "a note has text");
      for_each_run(note.body, [&](const Inlines& run) {
        for_each_inline(run, [&](const Inline& in) {
          require(!std::holds_alternative<NoteMark>(in.is), "no note mark stands in a note");
        });
      });
    }
  }

  // ---- blocks ----

  void check_blocks(const Blocks& list, int depth) {
    require(depth <= kMaxDepth, "blocks nest at most kMaxDepth deep");
    bool after_divider = false;
    for (const Block& block : list) {
      const bool is_divider = std::holds_alternative<Divider>(block.is);
      require(!(is_divider && after_divider), "no divider follows another");
      after_divider = is_divider;
      require(is_divider || !is_blank(block), "no block is empty");
      check_language(block.lang);
      for (const std::string& name : block.classes) check_line(name, "a class");
      std::visit([&](const auto& is) { check(is); }, block.is);
      for_each_own_inlines(block, [&](const Inlines& run) { check_run(run); });
      for_each_child_list(block,
                          [&](const Blocks& children) { check_blocks(children, depth + 1); });
    }
  }

  void check(const Heading& heading) {
    require(heading.level >= 2 && heading.level <= 6, "headings in bodies are of level 2 to 6");
    require(heading.level <= level_ + 1, "no heading level is skipped");
    level_ = heading.level;
    require(!plain_text(heading.content).empty(), "a heading has text");
  }
  void check(const Paragraph& paragraph) {
    require(!paragraph.content.empty(), "a paragraph has content");
  }
  void check(const Quote& quote) { require(!quote.children.empty(), "a quote has content"); }
  void check(const List& list) {
    require(!list.items.empty(), "a list has items");
    for (const ListItem& item : list.items) {
      require(!item.children.empty(), "a list item has content");
    }
  }
  void check(const DefinitionList& list) {
    require(!list.items.empty(), "a definition list has items");
    for (const DefinitionItem& item : list.items) {
      require(!item.terms.empty() && !item.definitions.empty(),
              "a definition item has a term and a definition");
      for (const Inlines& term : item.terms) require(!term.empty(), "a term has text");
      for (const Blocks& definition : item.definitions) {
        require(!definition.empty(), "a definition has content");
      }
    }
  }
  void check(const Figure& figure) {
    require(!figure.images.empty(), "a figure has pictures");
    for (const Image& image : figure.images) check_image(image);
  }
  void check(const CodeBlock& code) {
    check_text(code.text, "code", "\t\n");
    require(code.text.ends_with('\n'), "code ends with a line end");
  }
  void check(const Table& table) {
    require(!table.body.empty(), "a table has rows in its body");
    const std::size_t width = check_rows(table.body, 0);
    if (!table.head.empty()) check_rows(table.head, width);
  }
  void check(const Divider&) {}
  void check(const LinkBox& box) {
    check_line(box.title, "a link box's title");
    check_line(box.description, "a link box's description");
    require(!box.title.empty() || !box.target.empty(), "a link box has a title or an address");
    if (!box.target.empty()) check_target(box.target);
  }
  void check(const Group& group) { require(!group.children.empty(), "a group has content"); }

  // The number of columns. Every slot is covered once; `wanted` is the width of the other section.
  std::size_t check_rows(const std::vector<Row>& rows, std::size_t wanted) {
    std::vector<int> covered(wanted, 0);
    for (std::size_t r = 0; r < rows.size(); ++r) {
      std::size_t column = 0;
      const auto skip_covered = [&] {
        while (column < covered.size() && covered[column] > 0) ++column;
      };
      for (const Cell& cell : rows[r].cells) {
        skip_covered();
        const bool in_range = cell.colspan >= 1 && cell.colspan <= kMaxSpan && cell.rowspan >= 1 &&
                              cell.rowspan <= kMaxSpan &&
                              static_cast<std::size_t>(cell.rowspan) <= rows.size() - r;
        require(in_range, "spans stay within the table");
        if (!in_range) return 0;
        const std::size_t end = column + static_cast<std::size_t>(cell.colspan);
        if (r == 0 && wanted == 0 && covered.size() < end) covered.resize(end, 0);
        for (; column < end; ++column) {
          const bool is_free = column < covered.size() && covered[column] == 0;
          require(is_free, "cells fill a table without overlaps");
          if (!is_free) return 0;
          covered[column] = cell.rowspan;
        }
      }
      skip_covered();
      require(column == covered.size(), "cells fill a table without holes");
      for (int& rows_left : covered) rows_left = std::max(rows_left - 1, 0);
    }
    return covered.size();
  }

  // ---- inlines ----

  void check_run(const Inlines& run) {
    const std::string text = visible(run);
    require(text.empty() || (text.front() != ' ' && text.back() != ' '),
            "no space stands at the edges of text");
    require(text.find("  ") == std::string::npos, "text is single-spaced");
    check_inlines(run, 1, false);
  }

  // The run's text with a letter for each inline that is none, so that edges can be seen.
  static std::string visible(const Inlines& run) {
    std::string out;
    for_each_inline(run, [&](const Inline& in) {
      if (const auto* text = std::get_if<Text>(&in.is)) {
        out += text->text;
      } else if (std::holds_alternative<LineBreak>(in.is)) {
        out += ' ';  // with a space beside it, or at an edge, it is one too many
      } else if (children_of(in) == nullptr && !is_mark(in)) {
        out += 'x';
      }
    });
    return out;
  }

  void check_inlines(const Inlines& list, int depth, bool in_link) {
    require(depth <= kMaxDepth, "inlines nest at most kMaxDepth deep");
    bool after_text = false;
    for (const Inline& in : list) {
      const bool is_text = std::holds_alternative<Text>(in.is);
      require(!(is_text && after_text), "no two texts stand side by side");
      after_text = is_text;
      std::visit(overloaded{
                     [&](const Text& is) {
                       check_text(is.text, "text");
                       require(!is.text.empty(), "no text is empty");
                     },
                     [&](const Phrase& is) {
                       require(!is_block(is.element), "a phrase is an inline element");
                       require(!is.children.empty(), "a phrase has content");
                       check_language(is.lang);
                       check_line(is.title, "a phrase's title");
                       check_inlines(is.children, depth + 1, in_link);
                     },
                     [&](const InlineCode& is) { check_line(is.text, "code"); },
                     [&](const Link& is) {
                       require(!in_link, "links do not nest");
                       check_target(is.target);
                       require(!is.children.empty(), "a link has content");
                       check_inlines(is.children, depth + 1, true);
                     },
                     [&](const Ruby& is) {
                       require(!is.base.empty() && !is.reading.empty(), "ruby has both halves");
                     },
                     [&](const NoteMark&) { require(!in_link, "no note mark stands in a link"); },
                     [&](const InlineImage& is) { check_image(is.image); },
                     [](const LineBreak&) {},
                     [](const Anchor&) {},
                     [](const IndexTerm&) {},
                 },
                 in.is);
    }
  }

  void check_target(const std::string& target) {
    switch (kind_of(target)) {
      case AddressKind::fragment:
        require(anchors_.contains(target.substr(1)),
                fmt::format("link target `{}` is in the book", target));
        break;
      case AddressKind::web:
        require(clean_web_address(target) == target,
                fmt::format("link target `{}` is an absolute URL", target));
        break;
      case AddressKind::contact:
        break;
      default:
        require(false, fmt::format("link target `{}` leads somewhere", target));
    }
  }

  void check_image(const Image& image) {
    check_line(image.alt, "an alternative text");
    require(image.resource.empty() || book_.resources.contains(image.resource),
            "a picture names a resource of the book");
    require(image.width_px >= 0 && image.height_px >= 0, "a picture's size is not negative");
  }

  const Book& book_;
  std::vector<std::string> found_;
  std::string where_;
  std::set<std::string> anchors_;
  int level_ = 1;
};

}  // namespace

std::vector<std::string> check_book(const Book& book) {
  return Checker(book).run();
}

}  // namespace munjip
