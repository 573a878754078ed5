// Footnotes in HTML: which links are the marks of which notes. Known are the containers that
// platforms write (`.footnotes` and the like, ARIA doc-endnotes) and pairs made by hand, where mark
// and note link to each other.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "source/html_tree.h"

namespace munjip {

struct NoteDefinition {
  HtmlNode node;                         // the block that holds the note
  std::string label;                     // the text of the first mark, such as `[1]`
  std::optional<std::size_t> note = {};  // index in Post::notes once a mark was read
  bool is_read = false;
};

class NoteIndex {
 public:
  NoteIndex() = default;
  // Of the notes in `root` whose marks are in it too.
  explicit NoteIndex(HtmlNode root);

  // The note that the link `a` is the mark of; null where it is an ordinary link.
  NoteDefinition* marked_by(HtmlNode a);
  // The note whose text `node` holds.
  NoteDefinition* defined_by(HtmlNode node);
  bool is_container(HtmlNode node) const { return containers_.contains(node.get()); }
  // A link that leads from a note back to its mark.
  bool is_back_link(HtmlNode a) const { return back_links_.contains(a.get()); }
  std::vector<NoteDefinition>& definitions() { return definitions_; }

 private:
  struct Scan;
  void read_link(const Scan& scan, HtmlNode link);
  void find_back_links(const Scan& scan);
  bool stands_in_note(HtmlNode link) const;
  std::size_t definition_for(HtmlNode block);

  std::vector<NoteDefinition> definitions_;  // in order of first marks
  std::unordered_map<const GumboNode*, std::size_t> by_mark_, by_block_;
  std::unordered_set<const GumboNode*> containers_, back_links_;
};

}  // namespace munjip
