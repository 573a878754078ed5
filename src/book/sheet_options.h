// What is done to a PDF when its pages are made: pages set together on the sheets of a press or an
// office printer, and protection by passwords. Values of book.toml's [[output]].
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/length.h"

namespace munjip {

// How pages come together on sheets: as they are; two or four side by side in reading order; or so
// that the printed sheets, folded and laid into each other, read on.
enum class Imposition { none, two_up, four_up, booklet };

// The edge of the sheet that a printer turns it over for the second side.
enum class DuplexEdge { short_edge, long_edge };

struct SheetOptions {
  Imposition imposition = Imposition::none;
  std::optional<Size> sheet;  // of paper, lying or standing; empty = a booklet's is two pages wide,
                              // other sheets are A4
  int signature = 0;  // pages that are folded together: a multiple of 4 from 4 to 32; 0 = all where
                      // they are not more than 32, else 16
  Length creep;       // how much nearer to the fold the pages of each sheet stand than those of the
                      // sheet around it: the thickness of the paper
  std::optional<DuplexEdge> duplex;  // empty = booklets: the edge that leaves the second side
                                     // upright; other sheets: printed on one side
};

// AES-256 (PDF 2.0, 7.6). Not both passwords are empty. Reading aloud is always allowed.
struct Protection {
  std::string password;        // to open the file; empty = nobody is asked
  std::string owner_password;  // to do more than is allowed; empty = `password`
  bool may_print = true, may_copy = true, may_change = true, may_annotate = true;
};

// A sheet of paper by name (A2 ... A6, the Japanese B3 ... B5 that Korean presses use, and all that
// find_trim knows) or as `WxH`.
std::optional<Size> find_sheet(std::string_view text);
// A length with its unit (mm where it has none): `0.1mm`, `3pt`.
std::optional<Length> find_length(std::string_view text);

}  // namespace munjip
