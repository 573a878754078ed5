#include "text/font.h"

#include <hb.h>

#include "base/file_io.h"
#include "text/font_data.h"

namespace munjip {

namespace {

// The face that the catalogue means: at its index, or, where another version of the collection is
// in another order, the one of that name.
FaceProbe probe_named(std::string_view bytes, const FontSource& source, int& index) {
  index = source.index;
  FaceProbe probe = probe_face(bytes, index);
  const auto is_meant = [&](const FaceProbe& p) {
    return p.facts && p.facts->postscript_name == source.postscript_name;
  };
  if (source.postscript_name.empty() || is_meant(probe)) return probe;
  for (int i = 0; i < probe.face_count; ++i) {
    FaceProbe other = probe_face(bytes, i);
    if (!is_meant(other)) continue;
    index = i;
    return other;
  }
  return probe;
}

}  // namespace

OpenedFace open_face(const FontSource& source) {
  OpenedFace face;
  face.file = MappedFile(source.file);
  FaceProbe probe = probe_named(face.file.bytes(), source, face.index);
  face.usable = probe.facts.has_value();
  face.problem = std::move(probe.problem);
  if (face.usable) face.facts = std::move(*probe.facts);
  // An unusable face is an empty one to HarfBuzz, so that nothing below has to ask.
  face.hb = make_hb_fonts(face.usable ? face.file.bytes() : std::string_view(), face.index);
  if (face.usable) measure_ink(face.hb, face.facts.metrics);
  if (!source.licence.empty()) face.facts.licence = source.licence;
  return face;
}

Font::Font(std::unique_ptr<Data> data) : data_(std::move(data)) {}
Font::~Font() = default;

std::uint32_t Font::id() const {
  return data_->source.id;
}
std::string_view Font::family() const {
  return data_->source.family;
}
std::string_view Font::postscript_name() const {
  return data_->opened().facts.postscript_name;
}
std::string_view Font::version() const {
  return data_->opened().facts.version;
}
std::string_view Font::licence() const {
  return data_->opened().facts.licence;
}
const std::filesystem::path& Font::file() const {
  return data_->source.file;
}
int Font::face_index() const {
  return data_->opened().index;
}
int Font::weight() const {
  return data_->source.weight;
}
bool Font::italic() const {
  return data_->source.italic;
}
OutlineKind Font::outlines() const {
  return data_->opened().facts.outlines;
}
Embedding Font::embedding() const {
  return data_->opened().facts.embedding;
}
const FontMetrics& Font::metrics() const {
  return data_->opened().facts.metrics;
}
hb_font_t* Font::hb() const {
  return data_->opened().hb.font.get();
}
hb_face_t* Font::hb_face() const {
  return data_->opened().hb.face.get();
}
bool Font::has_glyph(char32_t code_point) const {
  return glyph(code_point) != 0;
}

std::uint32_t Font::glyph(char32_t code_point) const {
  hb_codepoint_t glyph = 0;
  return hb_font_get_nominal_glyph(hb(), code_point, &glyph) != 0 ? glyph : 0;
}

double Font::advance(std::uint32_t glyph) const {
  return hb_font_get_glyph_h_advance(hb(), glyph) / metrics().units_per_em;
}

}  // namespace munjip
