// A stretch of the book that is laid out by itself because it opens on a new page: posts, a part's
// title, a piece of front or back matter. Private to layout/.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "book/book.h"
#include "layout/layout_context.h"
#include "layout/page_plan.h"
#include "layout/page_references.h"

namespace munjip {

enum class PageKind { body, opener, part, title, contents, colophon, cover, blank };

// A page whose items are still placed from the text block's top left corner: on which side it will
// stand is not known yet.
struct UnitPage {
  std::vector<PageItem> items;
  PageKind kind = PageKind::body;
  std::string chapter;  // for running heads: the post that stands at the head of the page
  std::vector<PageItem> in_margin = {};  // side notes, from the left edge of their room
};

// Posts whose lines are set but whose pages depend on the side that the first one stands on.
struct PostStart {
  std::uint32_t box = 0;
  const Post* post = nullptr;
};
struct UnsettledPages {
  VerticalList list;
  std::vector<PostStart> starts;
  std::vector<PlannedPage> on_verso, on_recto;  // the first page
  bool opens_page = true;                       // each post does
};

struct Unit {
  std::vector<UnitPage> pages;
  std::optional<UnsettledPages> unsettled;  // until settle_pages has been called
  TagTree tags;                             // node 0 stands for the part or the document
  std::vector<OutlineEntry> outline;
  std::vector<SetLine> lines;
  // Anchors of posts and parts, with the page (index into `pages`) on which each begins.
  std::vector<std::pair<std::string, std::size_t>> starts;
  BreakRule opens = BreakRule::page;  // where: any page, recto, verso
};

// What units have in common, read by all threads.
struct LayoutSetting {
  const Book& book;
  const StyleSheet& sheet;
  const FontLibrary& fonts;
  PageDefaults defaults;
  Size text_block;
  Length grid;     // zero where the style does not keep one
  Length leading;  // of body text
  Length notes_width = {},
         notes_gap = {};  // of side notes in the outer margin, if they stand there
  const PageLabels* page_labels = nullptr;  // where they are known already
};

LayoutContext unit_context(const LayoutSetting& setting, Cascade& cascade, Shaper& shaper,
                           TagTree& tags, Diagnostics& diagnostics);

FillSettings fill_settings(const LayoutSetting& setting);

// One or several posts that follow each other on the page; their pages are unsettled.
Unit lay_out_posts(const LayoutSetting& setting, Shaper& shaper, std::span<const Post* const> posts,
                   int outline_level, Diagnostics& diagnostics);

// The notes of all posts, under the posts' titles; the book must have some.
Unit lay_out_endnotes(const LayoutSetting& setting, Shaper& shaper, const std::string& anchor,
                      Diagnostics& diagnostics);

// Chooses the pages for the side that the first one stands on. Nothing where they are settled.
void settle_pages(const LayoutSetting& setting, Unit& unit, bool begins_on_recto);

// The title page of a part; `anchor` is the id that links find it by.
Unit lay_out_part_title(const LayoutSetting& setting, Shaper& shaper, const std::string& title,
                        const std::string& anchor, Diagnostics& diagnostics);

// The style of a post's section, to see where posts break.
BreakRule post_break(const LayoutSetting& setting);

}  // namespace munjip
