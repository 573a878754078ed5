#include "pdf/images.h"

#include <algorithm>
#include <cmath>

#include "base/error.h"
#include "base/file_io.h"
#include "base/parallel.h"
#include "media/image.h"
#include "pdf/flate.h"
#include "pdf/haru.h"
#include "pdf/number.h"
#include "pdf/page_labels.h"

namespace munjip {

namespace {

constexpr int kPictureLevel = 6;

// How a picture is used: the largest size at which it is printed, and where it is first.
struct Use {
  Size largest;
  std::string first_page;  // as messages name it
};

std::map<std::string, Use> find_uses(std::span<const Page> pages) {
  std::map<std::string, Use> uses;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    for (const PageItem& item : pages[i].items) {
      const auto* image = std::get_if<PlacedImage>(&item.is);
      if (image == nullptr) continue;
      Use& use = uses.try_emplace(image->resource, Use{{}, page_name(pages, i)}).first->second;
      const Size whole = image->whole();
      use.largest.width = std::max(use.largest.width, whole.width);
      use.largest.height = std::max(use.largest.height, whole.height);
    }
  }
  return uses;
}

int pixels(Length length, double per_inch) {
  return static_cast<int>(std::clamp(std::ceil(length.pt() / 72 * per_inch), 1.0, 30'000.0));
}

std::string image_entries(int width, int height, bool is_grey) {
  std::string out = "/Type/XObject/Subtype/Image/Width ";
  append_integer(out, width);
  out += "/Height ";
  append_integer(out, height);
  out += is_grey ? "/ColorSpace/DeviceGray" : "/ColorSpace/DeviceRGB";
  out += "/BitsPerComponent 8";
  return out;
}

std::string predictor_entries(int columns, int channels) {
  std::string out = "/Filter/FlateDecode/DecodeParms<</Predictor 15/Colors ";
  append_integer(out, channels);
  out += "/Columns ";
  append_integer(out, columns);
  out += ">>";
  return out;
}

std::string deflated_rows(std::string_view rows, int columns, int channels) {
  return deflate(with_png_predictors(rows, columns, channels), kPictureLevel);
}

EmbeddedImage embed(PrintImage image) {
  EmbeddedImage embedded;
  embedded.entries = image_entries(image.width, image.height, image.channels == 1);
  embedded.orientation = image.orientation;
  if (image.coding == PrintImage::Coding::jpeg) {
    embedded.entries += "/Filter/DCTDecode";
    embedded.bytes = std::move(image.samples);
  } else {
    embedded.entries += predictor_entries(image.width, image.channels);
    embedded.bytes = deflated_rows(image.samples, image.width, image.channels);
  }
  if (!image.alpha.empty()) {
    embedded.mask_entries =
        image_entries(image.width, image.height, true) + predictor_entries(image.width, 1);
    embedded.mask = deflated_rows(image.alpha, image.width, 1);
  }
  return embedded;
}

EmbeddedImage broken(const std::string& shown_name, const Use& use, Diagnostics& diagnostics) {
  diagnostics.lost(
      {shown_name, {}},
      message("그림을 읽을 수 없어 {}쪽에 회색 상자로 대신했습니다",
              "the picture cannot be read; a grey box stands for it on page {}", use.first_page),
      {message("파일이 깨졌거나 끝까지 내려받지 못한 것일 수 있습니다. 그림 편집기로 다시 저장해 "
               "보세요.",
               "The file may be damaged or cut off: save it again from an image editor.")});
  EmbeddedImage image;
  image.is_broken = true;
  return image;
}

EmbeddedImage make_image(const std::string& name, const Use& use, const Book& book, double ppi,
                         Diagnostics& diagnostics) {
  const auto found = book.resources.find(name);
  if (found == book.resources.end()) return broken(name, use, diagnostics);
  const Resource& resource = found->second;
  const std::string& shown_name = resource.shown_name.empty() ? name : resource.shown_name;
  std::optional<PrintImage> image;
  try {
    const std::string file = resource.file.empty() ? std::string() : read_file(resource.file);
    const std::string_view bytes = resource.file.empty() ? resource.bytes : file;
    image = image_for_print(bytes, pixels(use.largest.width, ppi), pixels(use.largest.height, ppi));
  } catch (const Error&) {
    // The file vanished or became unreadable since the posts were read: told like a broken one.
  }
  if (!image) return broken(shown_name, use, diagnostics);
  return embed(std::move(*image));
}

}  // namespace

Images::Images(std::span<const Page> pages, const Book& book, const Profile& profile, unsigned jobs,
               Diagnostics& diagnostics) {
  const std::map<std::string, Use> uses = find_uses(pages);
  std::vector<const std::pair<const std::string, Use>*> in_order;
  for (const auto& use : uses) {
    by_name_.emplace(use.first, in_order.size());
    in_order.push_back(&use);
  }
  images_ =
      map_parallel(std::span(in_order), jobs, diagnostics, [&](const auto* use, Diagnostics& own) {
        return make_image(use->first, use->second, book, profile.picture_ppi, own);
      });
}

std::vector<ObjectId> Images::write(HaruDocument& document) {
  std::vector<ObjectId> objects(images_.size());
  for (std::size_t i = 0; i < images_.size(); ++i) {
    EmbeddedImage& image = images_[i];
    if (image.is_broken) continue;
    std::string entries = image.entries;
    if (!image.mask.empty()) {
      entries += "/SMask ";
      append_reference(entries, document.add_stream(image.mask_entries, std::move(image.mask)));
    }
    objects[i] = document.add_stream(std::move(entries), std::move(image.bytes));
  }
  return objects;
}

std::string image_resource_name(std::size_t index) {
  std::string name = "I";
  append_integer(name, static_cast<std::int64_t>(index) + 1);
  return name;
}

}  // namespace munjip
