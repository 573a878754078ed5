// What the book itself puts before and after the posts: title page, contents, colophon. Private to
// layout/.
#pragma once

#include <string>
#include <vector>

#include "layout/unit.h"
#include "layout/vertical_list.h"

namespace munjip {

Unit lay_out_title_page(const LayoutSetting& setting, Shaper& shaper, Diagnostics& diagnostics);

// States what is known of the book and nothing else; no page where nothing is.
Unit lay_out_colophon(const LayoutSetting& setting, Shaper& shaper, Diagnostics& diagnostics);

// One line of the contents.
struct ContentsEntry {
  std::string text;
  std::string anchor;
  bool is_part = false;
};

// The contents in two steps, because how many pages they take decides the numbers that they show:
// the lines leave the same room for any number.
class Contents {
 public:
  Contents(const LayoutSetting& setting, Shaper& shaper, std::vector<ContentsEntry> entries,
           Diagnostics& diagnostics);

  std::size_t page_count() const { return pages_.size(); }
  BreakRule opens() const { return unit_.opens; }
  // `labels`: the page of each entry.
  Unit finish(Shaper& shaper, const std::vector<std::string>& labels, Diagnostics& diagnostics);

 private:
  struct Place {
    std::uint32_t box = 0;  // the entry's last line
    Length text_end;        // where its text ends
    TagId tag = kArtifact;  // the leaf for the number
    TagId link = kArtifact;
    StyleRef style;
  };
  void add_entry(class Flow& flow, const ContentsEntry& entry, TagId parent);

  const LayoutSetting& setting_;
  std::vector<ContentsEntry> entries_;
  std::vector<Place> places_;
  Unit unit_;
  VerticalList list_;
  std::vector<FilledPage> pages_;
};

}  // namespace munjip
