// Where a picture that is too tall for a page is cut. Pure arithmetic. Private to layout/.
#pragma once

#include <span>
#include <vector>

#include "base/length.h"

namespace munjip {

// A part of a picture, in parts of its height.
struct PictureBand {
  double top = 0, height = 1;
};

// How the bands may be.
struct BandLimits {
  Length column;   // the width that the picture is set in
  Length highest;  // of a band
  Length overlap;  // that a band repeats of the one before where a cut goes through something
  int most = 12;   // bands; past that they are higher than `highest`
};

// An even number of bands (they stand in rows of two) of about the same height, or one where the
// picture is not too tall. `contrast`: of the picture's rows (row_contrast), may be empty. A cut
// goes through a row where little happens, if there is one near.
std::vector<PictureBand> bands_of(Size picture, const BandLimits& limits,
                                  std::span<const double> contrast);

}  // namespace munjip
