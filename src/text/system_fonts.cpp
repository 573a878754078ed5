#include "text/system_fonts.h"

#include <fontconfig/fontconfig.h>

#include <algorithm>
#include <tuple>

namespace munjip {

namespace {

template <auto destroy>
struct FcDeleter {
  template <class T>
  void operator()(T* object) const {
    destroy(object);
  }
};
using FcConfigHandle = std::unique_ptr<FcConfig, FcDeleter<FcConfigDestroy>>;
using FcPatternHandle = std::unique_ptr<FcPattern, FcDeleter<FcPatternDestroy>>;
using FcObjectSetHandle = std::unique_ptr<FcObjectSet, FcDeleter<FcObjectSetDestroy>>;
using FcFontSetHandle = std::unique_ptr<FcFontSet, FcDeleter<FcFontSetDestroy>>;

const FcChar8* fc_string(const std::string& text) {
  return reinterpret_cast<const FcChar8*>(text.c_str());
}

SystemFace face_of(FcPattern* pattern, const std::string& family) {
  SystemFace face;
  face.family = family;
  FcChar8* file = nullptr;
  if (FcPatternGetString(pattern, FC_FILE, 0, &file) == FcResultMatch) {
    face.file = reinterpret_cast<const char*>(file);
  }
  FcPatternGetInteger(pattern, FC_INDEX, 0, &face.index);
  int weight = FC_WEIGHT_REGULAR, slant = FC_SLANT_ROMAN;
  FcPatternGetInteger(pattern, FC_WEIGHT, 0, &weight);
  FcPatternGetInteger(pattern, FC_SLANT, 0, &slant);
  face.weight = FcWeightToOpenType(weight);
  face.italic = slant != FC_SLANT_ROMAN;
  return face;
}

}  // namespace

struct SystemFonts::Config {
  // Its own, so that another user of fontconfig in the process is not disturbed.
  FcConfigHandle fonts{FcInitLoadConfigAndFonts()};
};

SystemFonts::SystemFonts() = default;
SystemFonts::~SystemFonts() = default;

std::vector<SystemFace> SystemFonts::faces_of(const std::string& family) {
  if (!config_) config_ = std::make_unique<Config>();
  std::vector<SystemFace> faces;
  if (!config_->fonts) return faces;
  const FcPatternHandle pattern(FcPatternCreate());
  FcPatternAddString(pattern.get(), FC_FAMILY, fc_string(family));
  const FcObjectSetHandle wanted(
      FcObjectSetBuild(FC_FILE, FC_INDEX, FC_WEIGHT, FC_SLANT, static_cast<char*>(nullptr)));
  const FcFontSetHandle found(FcFontList(config_->fonts.get(), pattern.get(), wanted.get()));
  for (int i = 0; found && i < found->nfont; ++i) {
    SystemFace face = face_of(found->fonts[i], family);
    // The upper half of the index names an instance of a variable font: only the default is used.
    if (!face.file.empty() && (face.index >> 16) == 0) faces.push_back(std::move(face));
  }
  std::sort(faces.begin(), faces.end(), [](const SystemFace& a, const SystemFace& b) {
    return std::tie(a.file, a.index) < std::tie(b.file, b.index);
  });
  return faces;
}

}  // namespace munjip
