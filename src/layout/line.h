// A chosen line → positioned items: justified, aligned, with everything that stands on or under it.
// Private to layout/.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "layout/decoration.h"
#include "layout/measured_paragraph.h"

namespace munjip {

struct LineFrame {
  Length left, measure;  // of this line: the first may be indented
  Length baseline;       // from the top of the line's box
  TextAlign align = TextAlign::justify;
};

// Where the baseline lies in a line's box: the letters' em box in its middle, whatever the fonts,
// so that facing pages align.
Length baseline_in(Length leading, Length font_size);

// Sets the lines of one paragraph, which must be asked for in order.
class LineSetter {
 public:
  LineSetter(LayoutContext& context, MeasuredParagraph paragraph)
      : context_(context), p_(std::move(paragraph)) {}

  const MeasuredParagraph& paragraph() const { return p_; }
  // The items of the line, from the left edge of the text block and the top of the line's box.
  std::vector<PageItem> set(const BrokenLine& line, const LineFrame& frame);
  // How far the tallest picture in the line stands above the baseline; zero for none.
  Length tallest_picture(const BrokenLine& line) const;
  // The notes whose marks stand in lines up to `candidate` and have not been returned before.
  std::vector<PendingNote> notes_until(std::uint32_t candidate);

 private:
  struct Piece;      // glyphs of one shaped run
  struct Spacing;    // what justification adds
  struct PlacedRun;  // neighbouring pieces of one look

  bool is_within(std::uint32_t object, const Piece& piece) const;
  std::vector<Piece> pieces_of(const BrokenLine& line);
  Spacing spacing_of(const BrokenLine& line, const LineFrame& frame,
                     const std::vector<Piece>& pieces) const;
  std::vector<PlacedRun> place(const std::vector<Piece>& pieces, Spacing spacing, Length x) const;
  void add_glyphs(const Piece& piece, Spacing& spacing, PlacedRun& run) const;
  void draw(PlacedRun& run, Length baseline, std::uint32_t ink_end, std::vector<PageItem>& under,
            std::vector<PageItem>& items);
  static void end_line(PlacedRun& run);
  static void add_hyphen(PlacedRun& run);
  static void hang_space(std::vector<PlacedRun>& runs, std::uint32_t ink_end);
  void add_links(const std::vector<PlacedRun>& runs, Length baseline, std::vector<PageItem>& items);
  void add_rubies(const BrokenLine& line, const std::vector<PlacedRun>& runs, Length baseline,
                  std::vector<PageItem>& items);
  void note_figures(const BrokenLine& line, const LineFrame& frame, const Spacing& spacing,
                    const std::vector<PlacedRun>& runs);
  void add_anchors(const BrokenLine& line, Point at, std::vector<PageItem>& items);

  LayoutContext& context_;
  MeasuredParagraph p_;
  std::size_t run_ = 0;  // the first run that may reach into the next line
  std::size_t note_ = 0, anchor_ = 0, ruby_ = 0;
  EmphasisMarks emphasis_;
};

}  // namespace munjip
