// What the tests of style/ share: a sheet from a text, and one element's style in it.
#pragma once

#include <string>
#include <vector>

#include "style/style_sheet.h"

namespace munjip::test {

// A5 with body text of 10/17 pt (typography.md 4.2), so that 1em is 10 pt and 1rlh is 17 pt.
inline PageDefaults a5() {
  return {{Length::mm(148), Length::mm(210)},
          {Length::mm(20), Length::mm(18), Length::mm(25), Length::mm(22)},
          Length::pt(10),
          Length::pt(17)};
}

struct Sheet {
  Diagnostics diagnostics;
  StyleSheet sheet;

  explicit Sheet(std::string_view css)
      : sheet(StyleSheet::parse(css, "test.css", ".", diagnostics)) {}

  // The warnings in English, one a line, without the file's name.
  std::string warnings() const {
    std::string out;
    for (const Diagnostic& d : diagnostics.all()) out += to_string(d, Language::english);
    return out;
  }
};

// An element in the notation of selectors: `p`, `p.a.b`, `p#id`, `p@en` (its language).
struct Path {
  std::string name, id, lang;
  std::vector<std::string> classes;
  int index = 1;
  bool is_last = false;
  std::string previous;

  Path(const char* text) {
    std::string* part = &name;
    for (const char c : std::string_view(text)) {
      if (c == '.') {
        part = &classes.emplace_back();
      } else if (c == '#') {
        part = &id;
      } else if (c == '@') {
        part = &lang;
      } else {
        *part += c;
      }
    }
  }
  ElementKey key() const { return {name, classes, id, lang, index, is_last, previous}; }
};

// The style of the last of nested elements: style_of(css, {"section.post", "p"}).
inline StyleRef style_of(const StyleSheet& sheet, const std::vector<Path>& path) {
  Cascade cascade(sheet, a5());
  StyleRef style = cascade.current();
  for (const Path& element : path) style = cascade.enter(element.key());
  return style;
}
inline Style style_of(std::string_view css, const std::vector<Path>& path) {
  return *style_of(Sheet(css).sheet, path);
}

}  // namespace munjip::test
