// CSS → rules → computed styles. The subset is documented in README.md ("Styles"); what is outside
// it is a warning with its place, and is passed on to the EPUB untouched.
#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "style/style.h"

namespace munjip {

// What the product decides and CSS may override: the trim preset's margins and the size of body
// text.
struct PageDefaults {
  Size trim;
  Sides margin;  // left = inner, right = outer
  Length font_size, leading;
};

// A family that a sheet brings itself (@font-face).
struct FontFaceRule {
  std::string family;
  int weight = 400;
  bool italic = false;
  std::vector<std::string> local_names;  // src: local(...)
  std::vector<std::filesystem::path>
      files;  // src: url(...), resolved against the sheet; never outside its folder tree and fonts/
};

// A parsed sheet with everything it imports. Immutable after parse: any number of threads may read
// it.
class StyleSheet {
 public:
  // Reads `file` and what it @imports: from the importing sheet's folder, never outside the folder
  // of `file`, then from the `library` folders (munjip's own styles). A cycle, more than 16 levels
  // or more than 64 imports are warnings. The library's base.css lies below every sheet, imported
  // or not. Throws Error(unreadable) where `file` itself cannot be read.
  static StyleSheet load(const std::filesystem::path& file, Diagnostics& diagnostics,
                         std::span<const std::filesystem::path> library = {});
  // The same for a text; @import is looked up in `folder`.
  static StyleSheet parse(std::string_view css, const std::filesystem::path& shown_file,
                          const std::filesystem::path& folder, Diagnostics& diagnostics);

  // The sheet for the EPUB: all imports in place, without @page, @media print, @font-face and
  // comments, and without what would make the EPUB invalid (faulty CSS, files that it does not
  // hold); everything else as the author wrote it.
  std::string for_epub() const;

  std::span<const FontFaceRule> font_faces() const;
  // `is_first`: the book's first page (`@page :first`).
  PageStyle page_style(PageSide side, const PageDefaults& defaults, bool is_first = false) const;

  struct Rules;
  const Rules& rules() const { return *rules_; }

 private:
  std::shared_ptr<const Rules> rules_;
};

// One element as selectors see it.
struct ElementKey {
  std::string_view name;  // HTML name (book/element.h)
  std::span<const std::string> classes = {};
  std::string_view id = {};
  std::string_view lang = {};
  int index = 1;         // among its siblings, from 1 (:first-child, :nth-child)
  bool is_last = false;  // :last-child
  std::string_view previous =
      {};  // HTML name of the sibling before it (the `+` combinator), empty = none
};

// Computes styles on a walk of the content tree: enter an element, read its style, enter its
// children, leave. Keeps what it has computed: the same path of keys costs one look-up. Belongs to
// one thread; the sheet must outlive it.
class Cascade {
 public:
  Cascade(const StyleSheet& sheet, const PageDefaults& defaults);
  ~Cascade();
  Cascade(Cascade&&) noexcept;
  Cascade& operator=(Cascade&&) noexcept;

  StyleRef enter(const ElementKey& key);
  void leave();
  // The style in force: of the element entered last, or the root's.
  StyleRef current() const;
  // The style `::before` or `::after` (name without colons) of the current element; nothing where
  // no rule gives it content.
  StyleRef pseudo(std::string_view name);
  // The style of the current element's first letter where that is an initial several lines high;
  // else nothing.
  StyleRef initial_letter();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace munjip
