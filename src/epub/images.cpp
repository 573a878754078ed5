#include "epub/images.h"

#include <set>

#include "base/error.h"
#include "base/file_io.h"
#include "base/parallel.h"
#include "book/walk.h"

namespace munjip {

namespace {

// A resource and where the book shows it first.
struct Use {
  const Resource* resource;
  SourceSpan at;
  std::string shown_name;
};

std::vector<Use> used_resources(const Book& book) {
  std::map<std::string_view, Use> uses;
  for_each_post(book, [&](const Post& post) {
    for_each_body(post, [&](const Blocks& body) {
      for_each_image(body, [&](const Image& image, SourcePos at) {
        const auto found = book.resources.find(image.resource);
        if (found == book.resources.end()) return;
        const std::string& name = image.source.empty() ? found->second.shown_name : image.source;
        uses.try_emplace(found->first, Use{&found->second, {post.shown_file, at}, name});
      });
    });
  });
  std::vector<Use> in_order;
  for (auto& [name, use] : uses) in_order.push_back(std::move(use));
  return in_order;
}

const EpubImage* find_ready(const std::string& name, const EpubOptions& options) {
  if (options.ready_images == nullptr || options.ready_images->limits != options.image_limits) {
    return nullptr;
  }
  const auto found = options.ready_images->by_name.find(name);
  return found == options.ready_images->by_name.end() ? nullptr : &found->second;
}

std::optional<EpubImage> converted(const Use& use, const EpubOptions& options,
                                   Diagnostics& diagnostics) {
  const Resource& resource = *use.resource;
  const EpubImageLimits limits = options.image_limits;
  if (const EpubImage* ready = find_ready(resource.name, options)) return *ready;
  try {
    std::optional<EpubImage> image = resource.file.empty()
                                         ? image_for_epub(resource.bytes, limits)
                                         : image_for_epub(read_file(resource.file), limits);
    if (!image) {
      diagnostics.lost(use.at,
                       message("그림이 깨져 있어 넣지 못했습니다: {}",
                               "the picture is broken and was left out: {}", use.shown_name),
                       {message("그림 파일을 다시 받거나 다른 형식(JPEG, PNG)으로 저장해 보세요",
                                "get the file again, or save it as JPEG or PNG")});
    }
    return image;
  } catch (const Error& error) {
    diagnostics.lost(use.at, error.diagnostic().text);
    return std::nullopt;
  }
}

// A second image descriptor after the first: extensions and blocks are skipped by their lengths
// (GIF89a, 15 ... 26).
bool is_animated_gif(std::string_view bytes) {
  const auto byte = [&](std::size_t at) -> std::size_t {
    return at < bytes.size() ? static_cast<std::uint8_t>(bytes[at]) : 0;
  };
  const auto table_bytes = [](std::size_t flags) {
    return (flags & 0x80U) != 0 ? std::size_t{3} << ((flags & 7U) + 1) : 0;
  };
  std::size_t at = 13 + table_bytes(byte(10));
  for (int frames = 0; at < bytes.size();) {
    const std::size_t introducer = byte(at);
    if (introducer == 0x2C) {
      if (++frames == 2) return true;
      at += 11 + table_bytes(byte(at + 9));
    } else if (introducer == 0x21) {
      at += 2;
    } else {
      return false;
    }
    while (byte(at) != 0) at += byte(at) + 1;
    ++at;
  }
  return false;
}

}  // namespace

PackagedImages package_images(const Book& book, const EpubOptions& options,
                              Diagnostics& diagnostics) {
  PackagedImages out;
  const std::vector<Use> uses = used_resources(book);
  auto images =
      map_parallel(std::span(uses), options.jobs, diagnostics,
                   [&](const Use& use, Diagnostics& own) { return converted(use, options, own); });
  for (std::size_t i = 0; i < uses.size(); ++i) {
    if (!images[i]) continue;
    EpubImage& image = *images[i];
    const std::string& name = uses[i].resource->name;
    const std::string path = "images/" + name + "." + image.extension;
    out.has_animation =
        out.has_animation || (image.media_type == "image/gif" && is_animated_gif(image.bytes));
    out.paths.emplace(name, path);
    PackageFile& file = out.files.emplace_back();
    file.path = path;
    file.media_type = std::move(image.media_type);
    file.bytes = std::move(image.bytes);
  }
  return out;
}

}  // namespace munjip
