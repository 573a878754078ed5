// Text showing operators (ISO 32000-1, 9.4): glyph runs at exact places, in few bytes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "pdf/glyph_codes.h"

namespace munjip {

// A place on the page in PDF's coordinates: points, y upwards.
struct UserPoint {
  double x = 0, y = 0;
};

// Appends operators to one page's content stream. Every glyph lands within 0.01 pt of where layout
// put it: the writer reckons with the numbers that it has printed, so that no error adds up.
class TextWriter {
 public:
  TextWriter(std::string& out, const GlyphCodes& codes) : out_(out), codes_(codes) {}

  // The run that show() takes its glyphs from; `baseline` is its origin.
  void begin_run(const GlyphRun& run, UserPoint baseline);
  void show(const Cluster& cluster);
  // Ends the open string, so that an operator which is allowed within a text object can follow.
  void interrupt() { end_array(); }
  // Closes the text object, if one is open: needed before anything else is drawn.
  void end_text();

 private:
  struct FontState {
    std::size_t font = 0;
    std::size_t alias = 0;
    double size = 0;
    bool operator==(const FontState&) const = default;
  };

  void choose_letter_space();
  void set_font(const FontState& wanted);
  void set_rise(double rise);
  void move_to(double x);
  void begin_text();
  void end_array();
  void append_code(std::uint16_t code);
  void append_adjustment(double distance);

  std::string& out_;
  const GlyphCodes& codes_;

  const GlyphRun* run_ = nullptr;
  UserPoint baseline_;
  std::size_t font_index_ = 0;
  double size_ = 0;  // as printed
  int adjust_decimals_ = 0;
  std::vector<double> gaps_;  // kept for its memory

  // The graphics state as the operators so far have left it.
  std::optional<FontState> font_;
  double letter_space_ = 0, rise_ = 0;
  UserPoint line_;  // of Td, since BT
  double pen_ = 0;  // x at which the next glyph would stand
  bool in_text_ = false, in_array_ = false, in_string_ = false;
};

}  // namespace munjip
