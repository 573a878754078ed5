// Blocks → a vertical list: one column of boxes. Margins collapse here, paddings and backgrounds
// become frames, and what may not be parted gets its cost. Private to layout/.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "layout/layout_context.h"
#include "layout/line.h"
#include "layout/picture_size.h"
#include "layout/vertical_list.h"

namespace munjip {

// Where boxes stand: from the left edge of the text block.
struct Area {
  Length left, measure;
};

// Takes `left` and `right` off the area, but leaves room for a line of some words: quotations sixty
// deep do not leave the page.
Area inset(Area area, Length left, Length right, Length em);

// A block's place among its siblings, as selectors see it.
struct Siblings {
  int index = 1;
  bool is_last = false;
  std::string_view previous = {};
};

// Makes pictures in the text no wider than `width`.
void fit_pictures(ParagraphContent& content, Length width);

class Flow {
 public:
  // `nested`: in a cell or a note, where nothing stands on the baseline grid.
  Flow(LayoutContext& context, Area area, bool nested = false)
      : context_(context), area_(area), depth_(nested ? 1 : 0), is_nested_(nested) {}

  LayoutContext& context() { return context_; }
  Length measure() const { return area_.measure; }

  // `previous`: the name of the element before them, as selectors see it.
  void add_blocks(const Blocks& blocks, TagId parent, std::string_view previous = {});
  void add_block(const Block& block, const Siblings& place, TagId parent);

  // From here on, and to its end, in columns, where the style asks for them (columns.cpp).
  void begin_columns(const Style& style);
  void end_columns();

  // The parts of which blocks are made; the caller has entered the element.
  struct Columns {
    Area whole;
    int count = 2;
    Length gap;
    std::uint32_t first = 0;  // box of the run that is open
  };
  struct Opened {
    Area area;
    std::uint32_t first_box = 0;
    std::size_t frame = 0;  // 1 + index into the list's frames
    StyleRef style;
    bool nests = false;
    std::optional<Columns> columns = {};  // around the element
    bool leaves_columns = false;          // for it
  };
  Opened open(bool nests);
  void close(const Opened& opened);
  void add_lines(ParagraphContent content);
  void add_box(VerticalBox box);
  // No page break between what is there and what comes next, at this cost.
  void keep_next(double cost);
  // Figures from above are not moved past the boxes from `first` on.
  void stop_figures(std::size_t first);
  // Takes room from the right or the left of the measure, until the element is closed.
  void narrow(Length by);
  void indent(Length by);
  void add_margin(Length margin);

  // A paragraph of the given element with `inlines`.
  void add_paragraph(const ElementKey& key, const Inlines& inlines, Element element, TagId parent);
  // The same with text of munjip's own.
  void add_plain(const ElementKey& key, std::string_view text, Element element, TagId parent);

  VerticalList& list() { return list_; }
  VerticalList take() { return std::move(list_); }

 private:
  void count_headings(const Siblings& place, bool is_heading);
  void add_heading(const Heading& heading, TagId tag);
  void add_stanza(const Paragraph& stanza, TagId tag);  // verse.cpp
  void hold_together(std::uint32_t first_box, bool continues);
  void add_quote(const Quote& quote, TagId tag);
  void add_list(const List& list, TagId parent);
  void add_item(const List& list, std::size_t index, const std::string& label, TagId parent);
  void add_label(std::uint32_t first_box, const std::string& label, TagId tag);
  void add_definitions(const DefinitionList& list, TagId parent);
  void add_figure(const Figure& figure, TagId parent);
  void add_rows(const Figure& figure, const std::vector<const Image*>& images, TagId parent);
  void add_pictures(const std::vector<Picture>& row, Length highest, TagId parent);
  void add_row(const std::vector<Picture>& row, const std::vector<Size>& sizes, TagId parent);
  bool add_slices(const Image& image, const std::string& caption, TagId parent);
  Size picture_size(const Image& image, Length highest);
  std::vector<Size> sizes_in_row(const std::vector<Picture>& row, Length highest, Length room);
  void snap(std::uint32_t first_box);
  void begin_figure();
  void end_figure(const Opened& opened, bool has_caption);
  void end_table(const Opened& opened, bool has_caption);
  bool may_move(const Opened& opened, Length highest) const;
  void let_move(const Opened& opened, double cost);
  void add_lost_picture(const Image& image, TagId parent);
  void add_side_note(const Block& block, std::uint32_t beside, TagId tag);  // side_notes.cpp
  bool stands_in_margin(const Block& block) const;
  void add_code(const CodeBlock& code, TagId parent);
  void add_table(const Table& table, TagId parent);
  void add_divider();
  void add_link_box(const LinkBox& box, TagId parent);

  void leave_columns();
  void return_to_columns(const Opened& opened);
  void end_column_run();

  // `indents`: how much further in the first lines begin, one after the other.
  void add_broken_lines(LineSetter& setter, const BrokenParagraph& broken, const Style& style,
                        std::span<const Length> indents);
  bool add_with_initial(const ParagraphContent& paragraph, const StyleRef& initial);  // initial.cpp
  BreakSettings settings_for(const Style& style, const MeasuredParagraph& paragraph) const;

  LayoutContext& context_;
  Area area_;
  int depth_ = 0;
  bool is_nested_ = false;
  std::optional<Columns> columns_;  // in force
  bool in_verse_ = false;
  VerticalList list_;
  Length margin_;  // collapsed, above the next box
  Length above_;   // padding above the next box
  // What `margin_` would be if the figure that has just ended were not there.
  std::optional<Length> margin_past_figure_;
  bool in_figure_ = false;
  int lists_ = 0;  // around the block being set
  int headings_in_row_ = 0;
  int lines_to_keep_ = 0;  // that stay with the heading above them
  double break_cost_ = 0;  // of a page break before the next box
};

}  // namespace munjip
