#include "text/raster.h"

#include <ft2build.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>

#include "text/font_data.h"
#include FT_FREETYPE_H
#include FT_OUTLINE_H

namespace munjip {

namespace {

template <auto destroy>
struct FtDeleter {
  template <class T>
  void operator()(T* object) const {
    destroy(object);
  }
};
using FtLibrary = std::unique_ptr<FT_LibraryRec_, FtDeleter<FT_Done_FreeType>>;
using FtFace = std::unique_ptr<FT_FaceRec_, FtDeleter<FT_Done_Face>>;

constexpr double kFixed = 64;  // FreeType's 26.6 fixed point
constexpr double kMaxSize = 16000;

FtFace open_ft_face(FT_Library library, const Font& font) {
  FT_Face face = nullptr;
  const std::string_view bytes = font.data().opened().file.bytes();
  if (FT_New_Memory_Face(library, reinterpret_cast<const FT_Byte*>(bytes.data()),
                         static_cast<FT_Long>(bytes.size()), font.face_index(), &face) != 0) {
    return nullptr;
  }
  return FtFace(face);
}

// One row's span of one coverage; FreeType counts rows upwards from the outline's origin. What is
// there already shows through: inks add up as two sheets of glass do.
void draw_spans(int y, int count, const FT_Span* spans, void* user) {
  auto& canvas = *static_cast<Coverage*>(user);
  const int row = canvas.height - 1 - y;
  if (row < 0 || row >= canvas.height) return;
  for (int i = 0; i < count; ++i) {
    const int begin = std::max<int>(spans[i].x, 0);
    const int end = std::min<int>(spans[i].x + spans[i].len, canvas.width);
    for (int x = begin; x < end; ++x) {
      std::uint8_t& value =
          canvas.values[static_cast<std::size_t>(row) * static_cast<std::size_t>(canvas.width) +
                        static_cast<std::size_t>(x)];
      const int paper = (255 - value) * (255 - spans[i].coverage) / 255;
      value = static_cast<std::uint8_t>(255 - paper);
    }
  }
}

}  // namespace

struct GlyphPainter::State {
  FT_Face face_of(const Font& font);

  FtLibrary library;
  std::map<FontRef, FtFace> faces;  // a broken one is empty
};

FT_Face GlyphPainter::State::face_of(const Font& font) {
  const auto found = faces.find(&font);
  if (found != faces.end()) return found->second.get();
  return faces.emplace(&font, open_ft_face(library.get(), font)).first->second.get();
}

GlyphPainter::GlyphPainter() : state_(std::make_unique<State>()) {
  FT_Library library = nullptr;
  if (FT_Init_FreeType(&library) == 0) state_->library.reset(library);
}
GlyphPainter::~GlyphPainter() = default;

void GlyphPainter::draw(Coverage& canvas, const Font& font, std::uint32_t glyph, double x,
                        double baseline, double size) {
  if (canvas.width <= 0 || canvas.height <= 0 || !(size > 0) || size > kMaxSize) return;
  FT_Face face = state_->library ? state_->face_of(font) : nullptr;
  if (face == nullptr || FT_Set_Char_Size(face, std::lround(size * kFixed), 0, 72, 72) != 0) return;
  if (FT_Load_Glyph(face, glyph, FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP) != 0) return;
  if (face->glyph->format != FT_GLYPH_FORMAT_OUTLINE) return;
  FT_Outline_Translate(&face->glyph->outline, std::lround(x * kFixed),
                       std::lround((canvas.height - baseline) * kFixed));
  FT_Raster_Params params = {};
  params.flags = FT_RASTER_FLAG_AA | FT_RASTER_FLAG_DIRECT | FT_RASTER_FLAG_CLIP;
  params.gray_spans = draw_spans;
  params.user = &canvas;
  params.clip_box = {0, 0, canvas.width, canvas.height};
  FT_Outline_Render(state_->library.get(), &face->glyph->outline, &params);
}

void draw_glyph(Coverage& canvas, const Font& font, std::uint32_t glyph, double x, double baseline,
                double size) {
  GlyphPainter().draw(canvas, font, glyph, x, baseline, size);
}

}  // namespace munjip
