#include "media/color.h"

#include <lcms2.h>

#include <array>
#include <cstdlib>
#include <memory>
#include <type_traits>
#include <vector>

namespace munjip {

namespace {

struct ProfileCloser {
  void operator()(void* profile) const { cmsCloseProfile(profile); }
};
using Profile = std::unique_ptr<void, ProfileCloser>;

struct TransformDeleter {
  void operator()(void* transform) const { cmsDeleteTransform(transform); }
};
using Transform = std::unique_ptr<void, TransformDeleter>;

struct ToneCurveFreer {
  void operator()(cmsToneCurve* curve) const { cmsFreeToneCurve(curve); }
};

constexpr cmsUInt32Number format(cmsUInt32Number space, cmsUInt32Number channels,
                                 cmsUInt32Number alpha, cmsUInt32Number reversed = 0) {
  return COLORSPACE_SH(space) | CHANNELS_SH(channels) | BYTES_SH(1U) | EXTRA_SH(alpha) |
         FLAVOR_SH(reversed);
}

struct Formats {
  cmsColorSpaceSignature space;
  cmsUInt32Number in, out;
};

Formats formats_of(PixelModel model) {
  switch (model) {
    case PixelModel::grey:
      return {cmsSigGrayData, format(PT_GRAY, 1, 0), format(PT_GRAY, 1, 0)};
    case PixelModel::grey_alpha:
      return {cmsSigGrayData, format(PT_GRAY, 1, 1), format(PT_GRAY, 1, 1)};
    case PixelModel::rgb:
      return {cmsSigRgbData, format(PT_RGB, 3, 0), format(PT_RGB, 3, 0)};
    case PixelModel::rgb_alpha:
      return {cmsSigRgbData, format(PT_RGB, 3, 1), format(PT_RGB, 3, 1)};
    case PixelModel::cmyk:
      return {cmsSigCmykData, format(PT_CMYK, 4, 0), format(PT_RGB, 3, 0)};
    case PixelModel::inverted_cmyk:
      return {cmsSigCmykData, format(PT_CMYK, 4, 0, 1), format(PT_RGB, 3, 0)};
  }
  std::abort();
}

// Grey with the tone curve of sRGB (IEC 61966-2-1), so that grey pictures stay grey.
Profile srgb_grey() {
  const std::array<cmsFloat64Number, 5> parameters{2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92,
                                                   0.04045};
  const std::unique_ptr<cmsToneCurve, ToneCurveFreer> curve(
      cmsBuildParametricToneCurve(nullptr, 4, parameters.data()));
  return Profile(cmsCreateGrayProfile(cmsD50_xyY(), curve.get()));
}

// Nothing where the profile is broken or for other channels. NOCACHE makes the transform safe for
// several threads.
Transform transform_to_srgb(std::string_view icc, PixelModel model, cmsUInt32Number flags) {
  const Formats formats = formats_of(model);
  const Profile from(cmsOpenProfileFromMem(icc.data(), static_cast<cmsUInt32Number>(icc.size())));
  if (!from || cmsGetColorSpace(from.get()) != formats.space) return nullptr;
  const Profile to =
      formats.space == cmsSigGrayData ? srgb_grey() : Profile(cmsCreate_sRGBProfile());
  return Transform(cmsCreateTransform(from.get(), formats.in, to.get(), formats.out,
                                      INTENT_PERCEPTUAL,
                                      flags | cmsFLAGS_NOCACHE | cmsFLAGS_COPY_ALPHA));
}

// Whether a transform leaves a grid of colours where they are, but for rounding.
bool changes_little(cmsHTRANSFORM transform, bool is_grey) {
  constexpr int kTolerance = 3;
  std::vector<std::uint8_t> in;
  const int channels = is_grey ? 1 : 3;
  for (int r = 0; r < 256; r += 51) {
    if (is_grey) in.push_back(static_cast<std::uint8_t>(r));
    for (int g = 0; g < 256 && !is_grey; g += 51) {
      for (int b = 0; b < 256; b += 51) {
        for (const int sample : {r, g, b}) in.push_back(static_cast<std::uint8_t>(sample));
      }
    }
  }
  std::vector<std::uint8_t> out(in.size());
  cmsDoTransform(transform, in.data(), out.data(),
                 static_cast<cmsUInt32Number>(in.size()) / static_cast<cmsUInt32Number>(channels));
  for (std::size_t i = 0; i < in.size(); ++i) {
    if (std::abs(in[i] - out[i]) > kTolerance) return false;
  }
  return true;
}

template <bool kInverted>
void plain_cmyk_to_rgb(const std::uint8_t* in, std::uint8_t* out, std::uint32_t pixels) {
  for (std::uint32_t i = 0; i < pixels; ++i, in += 4) {
    const int white = kInverted ? in[3] : 255 - in[3];
    for (int c = 0; c < 3; ++c) {
      const int left = kInverted ? in[c] : 255 - in[c];
      *out++ = static_cast<std::uint8_t>((left * white + 127) / 255);
    }
  }
}

bool is_cmyk(PixelModel model) {
  return model == PixelModel::cmyk || model == PixelModel::inverted_cmyk;
}

}  // namespace

bool is_srgb_like(std::string_view icc, PixelModel model) {
  if (icc.empty()) return !is_cmyk(model);
  const bool is_grey = model == PixelModel::grey || model == PixelModel::grey_alpha;
  if (is_cmyk(model)) return false;
  const Transform probe =
      transform_to_srgb(icc, is_grey ? PixelModel::grey : PixelModel::rgb, cmsFLAGS_NOOPTIMIZE);
  return !probe || changes_little(probe.get(), is_grey);
}

RowConversion conversion_to_srgb(std::string_view icc, PixelModel model) {
  if (!is_cmyk(model) && is_srgb_like(icc, model)) return {};
  if (!icc.empty()) {
    std::shared_ptr<void> transform = transform_to_srgb(icc, model, 0);
    if (transform) {
      return [transform](const std::uint8_t* in, std::uint8_t* out, std::uint32_t pixels) {
        cmsDoTransform(transform.get(), in, out, pixels);
      };
    }
  }
  if (model == PixelModel::cmyk) return plain_cmyk_to_rgb<false>;
  if (model == PixelModel::inverted_cmyk) return plain_cmyk_to_rgb<true>;
  return {};
}

}  // namespace munjip
