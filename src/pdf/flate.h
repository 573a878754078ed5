// The Flate filter (ISO 32000-1, 7.4.4), with zlib.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace munjip {

// A zlib stream of `bytes`; level 0 ... 9.
std::string deflate(std::string_view bytes, int level);

// The inverse, for tests: throws std::runtime_error where `bytes` is no zlib stream.
std::string inflate(std::string_view bytes);

// PNG's row filters (ISO 32000-1, 7.4.4.4, Predictor 15): each row is led by the filter that makes
// its differences smallest, after which pictures deflate to about half. `bytes` holds rows of
// `columns` pixels of `channels` bytes each.
std::string with_png_predictors(std::string_view bytes, int columns, int channels);

}  // namespace munjip
