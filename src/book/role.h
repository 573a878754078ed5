// The one table of roles: what a passage is beyond its kind of block. A block or phrase has the
// role that its classes name; readers write the role's own classes, whatever the author called it,
// so that styles, both writers and import know one name for each.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "book/element.h"

namespace munjip {

enum class Role {
  // blocks
  verse,        // its lines are kept
  epigraph,     // a quotation before the text, with its credit
  source_text,  // 원문: the text that is commented on
  commentary,   // what is said of it, where that is not the body itself
  pull_quote,   // a sentence of the text, set large
  dialogue,     // one paragraph for each turn
  callout,
  remark,  // the kinds of call-outs
  tip,
  warning,
  side_note,     // 방주
  text_columns,  // 단
  drop_cap,      // its first letter is several lines high
  // phrases
  emphasis_dots,  // 드러냄표
};

struct RoleInfo {
  Role role;
  std::string_view classes;    // what the book holds, EPUB writes and CSS matches
  std::string_view names;      // what an author may write in Markdown, parted by spaces
  Element element;             // block_quote: a quotation, which may have a credit; span: a phrase
  std::string_view epub_type;  // EPUB 3 Structural Semantics Vocabulary 1.1; may be empty
  std::string_view aria_role;  // DPUB-ARIA 1.1, WAI-ARIA 1.2; may be empty
  Element structure;           // whose structure type the PDF's tags have
};

const RoleInfo& info(Role role);
std::span<const RoleInfo> roles();

// By a name that authors use in Markdown and book.toml (`verse`, `시`), in any case.
std::optional<Role> role_named(std::string_view name);
// By the classes of an element in HTML, where only names count that nobody else would write by
// accident: munjip's own classes, the Korean ones, and those of WordPress's editor.
std::optional<Role> role_in_html(std::string_view class_attribute);
// Of a block or phrase in the book.
std::optional<Role> role_of(std::span<const std::string> classes);
std::vector<std::string> classes_of(Role role);
bool is_callout(Role role);

// A rule of book.toml for posts that do not name roles themselves.
struct RoleRule {
  std::string selector;  // of elements in HTML: `blockquote.box`, `[data-kind=poem]`; may be empty
  std::string pattern;   // RE2, searched for in the text of paragraphs; may be empty
  Role role = Role::verse;
  bool keeps_match = false;  // what the pattern matched stays in the text
  SourceSpan at = {};
};

}  // namespace munjip
