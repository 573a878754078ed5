#include "text/raster.h"
namespace munjip {
void draw_glyph(Coverage&, const Font&, std::uint32_t, double, double, double) {}
}  // namespace munjip
