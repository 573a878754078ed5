// Small pictures made by hand for the tests of this folder.
#pragma once

#include <cstdint>
#include <string>

#include "media/image.h"

namespace munjip {

// A bitmap whose pixel at (x, y) is fn(x, y, channel).
template <class Fn>
Bitmap drawn(int width, int height, int channels, Fn fn) {
  Bitmap bitmap{width, height, channels, {}};
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      for (int c = 0; c < channels; ++c) {
        bitmap.samples.push_back(static_cast<std::uint8_t>(fn(x, y, c)));
      }
    }
  }
  return bitmap;
}

// Colours that change everywhere, so that every byte of a coded picture matters.
inline Bitmap gradient(int width, int height, int channels) {
  return drawn(width, height, channels,
               [](int x, int y, int c) { return (x * 7 + y * 13 + c * 61 + x * y) & 0xFF; });
}

inline int sample(const Bitmap& bitmap, int x, int y, int channel) {
  return bitmap
      .samples[static_cast<std::size_t>((y * bitmap.width + x) * bitmap.channels + channel)];
}

// An APP1 segment with an EXIF orientation (CIPA DC-008), put after the SOI of a JPEG.
inline std::string with_orientation(const std::string& jpeg, int orientation) {
  std::string exif("Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0", 25);
  exif += static_cast<char>(orientation);
  exif.append(6, '\0');
  std::string segment = "\xFF\xE1";
  segment += static_cast<char>((exif.size() + 2) >> 8);
  segment += static_cast<char>((exif.size() + 2) & 0xFF);
  return jpeg.substr(0, 2) + segment + exif + jpeg.substr(2);
}

// A GIF89a of 4 x 3 whose one frame covers its middle two columns: colour 1 (red), but for the
// first pixel, which has the transparent colour 0. LZW codes of three bits, written as clear code,
// one pixel each, end (GIF89a, appendix F).
inline std::string small_gif() {
  std::string gif("GIF89a\x04\0\x03\0\x80\0\0", 13);
  gif.append("\x00\x00\xFF\xFF\x00\x00", 6);       // colours: blue, red
  gif.append("\x21\xF9\x04\x01\0\0\0\0", 8);       // transparent colour 0
  gif.append("\x2C\x01\0\0\0\x02\0\x03\0\0", 10);  // at (1, 0), 2 x 3
  // Codes 4, 0, 1, 4, 1, 1, 4, 1, 1, 5: a clear code every two pixels keeps them three bits wide.
  const int codes[] = {4, 0, 1, 4, 1, 1, 4, 1, 1, 5};
  std::uint32_t bits = 0;
  for (int i = 0; i < 10; ++i) bits |= static_cast<std::uint32_t>(codes[i]) << (3 * i);
  gif += "\x02\x04";
  for (int i = 0; i < 4; ++i) gif += static_cast<char>(bits >> (8 * i) & 0xFF);
  gif.append("\0;", 2);
  return gif;
}

}  // namespace munjip
