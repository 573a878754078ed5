// Colour conversion through lcms2: from what a picture's ICC profile says to sRGB. Private to
// media/.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "media/scale.h"

namespace munjip {

enum class PixelModel { grey, grey_alpha, rgb, rgb_alpha, cmyk, inverted_cmyk };

// Rows of `model` with the ICC profile `icc` to sRGB (grey stays grey, CMYK becomes RGB, alpha is
// copied). Empty where nothing has to be done: no profile, a broken one or one for other channels
// (both are ignored, as browsers do), or one that does what sRGB does. CMYK is always converted,
// without a profile by the plain formula of ISO 32000-1, 10.3.5.
RowConversion conversion_to_srgb(std::string_view icc, PixelModel model);

// Whether pixels of `model` with this profile look the same when read as sRGB.
bool is_srgb_like(std::string_view icc, PixelModel model);

// A colour that was multiplied by its alpha, as it was before.
inline std::uint8_t without_alpha(std::uint32_t sample, std::uint32_t alpha) {
  if (alpha == 0) return 0;
  return static_cast<std::uint8_t>(std::min((sample * 255 + alpha / 2) / alpha, 255U));
}

}  // namespace munjip
