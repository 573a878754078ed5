// SVG: its size (SVG 2, 8.2 and CSS Images 3, 5.3), and drawing it with librsvg.
#include <charconv>
#include <cmath>
#include <memory>
#include <optional>
#include <vector>

#include "base/ascii.h"
#include "base/shared_library.h"
#include "media/codec.h"
#include "media/color.h"
#include "media/xml_scanner.h"

namespace munjip {

namespace {

// ---- size ----

constexpr double kMaxSide = 32'000;

struct Unit {
  std::string_view name;
  double css_pixels;
};
constexpr Unit kUnits[] = {{"px", 1},         {"pt", 96.0 / 72}, {"pc", 16}, {"in", 96},
                           {"cm", 96 / 2.54}, {"mm", 96 / 25.4}, {"em", 16}, {"ex", 8}};

// A positive number at the beginning of `text`, which it is taken from.
std::optional<double> take_number(std::string_view& text) {
  text = trim_ascii(text);
  if (text.starts_with('+')) text.remove_prefix(1);
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || !std::isfinite(value)) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return value;
}

// A length in CSS pixels; nothing for percentages and `auto`, which leave it to the viewer.
std::optional<double> css_pixels(std::string_view text) {
  const std::optional<double> value = take_number(text);
  if (!value || *value <= 0) return std::nullopt;
  const std::string_view unit = trim_ascii(text);
  if (unit.empty()) return value;
  for (const Unit& known : kUnits) {
    if (unit == known.name) return *value * known.css_pixels;
  }
  return std::nullopt;
}

struct ViewBox {
  double width, height;
};

std::optional<ViewBox> view_box(std::string_view text) {
  double values[4] = {};
  for (double& value : values) {
    const std::optional<double> number = take_number(text);
    if (!number) return std::nullopt;
    value = *number;
    text = trim_ascii(text);
    if (text.starts_with(',')) text.remove_prefix(1);
  }
  if (values[2] <= 0 || values[3] <= 0) return std::nullopt;
  return ViewBox{values[2], values[3]};
}

ImageInfo size_of(const XmlToken& root) {
  std::optional<double> width, height;
  std::optional<ViewBox> box;
  for (const XmlAttribute& attribute : root.attributes) {
    if (attribute.name == "width") width = css_pixels(attribute.value);
    if (attribute.name == "height") height = css_pixels(attribute.value);
    if (attribute.name == "viewBox") box = view_box(attribute.value);
  }
  if (box) {
    if (width && !height) height = *width * box->height / box->width;
    if (height && !width) width = *height * box->width / box->height;
  }
  // CSS 2.2, 10.3.2: a replaced element without any size is 300 by 150.
  const auto pixels = [](double side) {
    return static_cast<int>(std::lround(std::min(std::max(side, 1.0), kMaxSide)));
  };
  return {ImageFormat::svg, pixels(width.value_or(box ? box->width : 300)),
          pixels(height.value_or(box ? box->height : 150)), 1};
}

bool is_svg_name(std::string_view name) {
  return name == "svg" || name.ends_with(":svg");
}

// ---- librsvg ----

// The few functions that are needed, by their C declarations; loading the libraries only for the
// first SVG keeps some 20 ms and 15 shared objects out of every other run.
struct RsvgRectangle {
  double x, y, width, height;
};

class Rsvg {
 public:
  // Null where the machine has none of it.
  static const Rsvg* get() {
    static const Rsvg rsvg;
    return rsvg.is_complete_ ? &rsvg : nullptr;
  }

  void* (*handle_new_from_data)(const std::uint8_t*, std::size_t, void**) = nullptr;
  int (*handle_render_document)(void*, void*, const RsvgRectangle*, void**) = nullptr;
  void (*object_unref)(void*) = nullptr;
  void (*error_free)(void*) = nullptr;
  void* (*image_surface_create)(int, int, int) = nullptr;
  int (*surface_status)(void*) = nullptr;
  void (*surface_flush)(void*) = nullptr;
  void (*surface_destroy)(void*) = nullptr;
  unsigned char* (*image_surface_get_data)(void*) = nullptr;
  int (*image_surface_get_stride)(void*) = nullptr;
  void* (*create)(void*) = nullptr;
  void (*destroy)(void*) = nullptr;

 private:
  Rsvg() {
    const SharedLibrary gobject("libgobject-2.0.so.0");  // brings GLib along
    const SharedLibrary cairo("libcairo.so.2");
    const SharedLibrary rsvg("librsvg-2.so.2");
    is_complete_ = rsvg.load("rsvg_handle_new_from_data", handle_new_from_data) &&
                   rsvg.load("rsvg_handle_render_document", handle_render_document) &&
                   gobject.load("g_object_unref", object_unref) &&
                   gobject.load("g_error_free", error_free) &&
                   cairo.load("cairo_image_surface_create", image_surface_create) &&
                   cairo.load("cairo_surface_status", surface_status) &&
                   cairo.load("cairo_surface_flush", surface_flush) &&
                   cairo.load("cairo_surface_destroy", surface_destroy) &&
                   cairo.load("cairo_image_surface_get_data", image_surface_get_data) &&
                   cairo.load("cairo_image_surface_get_stride", image_surface_get_stride) &&
                   cairo.load("cairo_create", create) && cairo.load("cairo_destroy", destroy);
  }

  bool is_complete_ = false;
};

using Owned = std::unique_ptr<void, void (*)(void*)>;

// cairo's ARGB32: native-endian, alpha premultiplied.
Bitmap from_argb32(const unsigned char* data, int stride, int width, int height) {
  Bitmap bitmap{width, height, 4, {}};
  bitmap.samples.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4);
  std::uint8_t* out = bitmap.samples.data();
  for (int y = 0; y < height; ++y, data += stride) {
    const auto* pixels = reinterpret_cast<const std::uint32_t*>(data);
    for (int x = 0; x < width; ++x) {
      const std::uint32_t pixel = pixels[x], alpha = pixel >> 24;
      for (const unsigned shift : {16U, 8U, 0U}) {
        *out++ = without_alpha(pixel >> shift & 0xFFU, alpha);
      }
      *out++ = static_cast<std::uint8_t>(alpha);
    }
  }
  return bitmap;
}

}  // namespace

std::optional<ImageInfo> probe_svg(std::string_view bytes) {
  // The root element comes soon, if this is XML at all; HTML and text are given up at their first
  // tag or letter.
  constexpr std::size_t kMaxProlog = 64 << 10;
  XmlScanner scanner(bytes.substr(0, kMaxProlog));
  XmlToken token;
  while (scanner.next(token)) {
    switch (token.kind) {
      case XmlToken::Kind::start_tag:
      case XmlToken::Kind::empty_tag:
        if (!is_svg_name(token.name)) return std::nullopt;
        return size_of(token);
      case XmlToken::Kind::text:
        if (!trim_ascii(token.text).empty()) return std::nullopt;
        break;
      case XmlToken::Kind::end_tag:
      case XmlToken::Kind::cdata:
        return std::nullopt;
      default:
        break;
    }
  }
  return std::nullopt;
}

bool can_draw_svg() {
  return Rsvg::get() != nullptr;
}

std::optional<Bitmap> draw_svg(std::string_view bytes, int width, int height) {
  constexpr int kArgb32 = 0;
  const Rsvg* rsvg = Rsvg::get();
  if (rsvg == nullptr) return std::nullopt;
  void* error = nullptr;
  const auto failed = [&] {
    if (error != nullptr) rsvg->error_free(error);
    return std::nullopt;
  };
  const std::string svg = with_foreign_text(bytes);
  // Without a base address librsvg opens no other file.
  const Owned handle(rsvg->handle_new_from_data(reinterpret_cast<const std::uint8_t*>(svg.data()),
                                                svg.size(), &error),
                     rsvg->object_unref);
  if (!handle) return failed();
  const Owned surface(rsvg->image_surface_create(kArgb32, width, height), rsvg->surface_destroy);
  if (rsvg->surface_status(surface.get()) != 0) return std::nullopt;
  {
    const Owned context(rsvg->create(surface.get()), rsvg->destroy);
    const RsvgRectangle viewport{0, 0, static_cast<double>(width), static_cast<double>(height)};
    if (rsvg->handle_render_document(handle.get(), context.get(), &viewport, &error) == 0) {
      return failed();
    }
  }
  rsvg->surface_flush(surface.get());
  return from_argb32(rsvg->image_surface_get_data(surface.get()),
                     rsvg->image_surface_get_stride(surface.get()), width, height);
}

}  // namespace munjip
