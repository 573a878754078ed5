#include "source/check_pictures.h"

#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/file_io.h"
#include "base/parallel.h"
#include "book/walk.h"

namespace munjip {

namespace {

// Why a resource cannot be shown, or its form for an EPUB.
struct Outcome {
  std::optional<Message> fault;
  std::optional<EpubImage> for_epub;
};

Outcome check(const Resource& resource, const std::optional<EpubImageLimits>& limits) {
  try {
    const std::string file = resource.file.empty() ? std::string() : read_file(resource.file);
    CheckedImage checked = check_image(resource.file.empty() ? resource.bytes : file, limits);
    if (checked.fault) return {describe(*checked.fault), {}};
    return {{}, std::move(checked.for_epub)};
  } catch (const Error& error) {
    return {error.diagnostic().text, {}};
  }
}

// The resources that cannot be shown, by name; the forms of others are added to `images`.
std::map<std::string, Message> find_faults(const Book& book,
                                           const std::optional<EpubImageLimits>& limits,
                                           unsigned jobs, Diagnostics& diagnostics,
                                           EpubImages& images) {
  std::vector<const Resource*> resources;
  for (const auto& [name, resource] : book.resources) resources.push_back(&resource);
  auto outcomes = map_parallel(
      std::span(resources), jobs, diagnostics,
      [&](const Resource* resource, Diagnostics&) { return check(*resource, limits); });
  std::map<std::string, Message> faults;
  for (std::size_t i = 0; i < resources.size(); ++i) {
    const std::string& name = resources[i]->name;
    if (outcomes[i].fault) faults.emplace(name, *outcomes[i].fault);
    if (outcomes[i].for_epub) images.by_name.emplace(name, std::move(*outcomes[i].for_epub));
  }
  return faults;
}

void tell(const Resource& resource, const Image& image, const Message& reason, SourceSpan at,
          Diagnostics& diagnostics) {
  const std::string& name = image.source.empty() ? resource.shown_name : image.source;
  diagnostics.lost(std::move(at),
                   {"그림을 넣지 못했습니다: " + name + ": " + reason.ko,
                    "a picture was left out: " + name + ": " + reason.en},
                   {message("파일을 다시 받거나 그림 편집기로 JPEG, PNG로 다시 저장해 보세요",
                            "get the file again, or save it as JPEG or PNG from an image editor")});
}

}  // namespace

EpubImages check_pictures(Book& book, const std::optional<EpubImageLimits>& limits, unsigned jobs,
                          Diagnostics& diagnostics) {
  EpubImages images{limits.value_or(EpubImageLimits{}), {}};
  std::map<std::string, Message> untold = find_faults(book, limits, jobs, diagnostics, images);
  if (untold.empty()) return images;
  std::map<std::string, Resource> broken;
  for (const auto& [name, reason] : untold) broken.insert(book.resources.extract(name));
  for_each_post(book, [&](Post& post) {
    for_each_body(post, [&](Blocks& body) {
      for_each_image(body, [&](Image& image, SourcePos at) {
        const auto found = broken.find(image.resource);
        if (found == broken.end()) return;
        if (const auto reason = untold.extract(image.resource)) {
          tell(found->second, image, reason.mapped(), {post.shown_file, at}, diagnostics);
        }
        // The box says which picture is missing.
        if (image.source.empty()) image.source = found->second.shown_name;
        image.resource.clear();
      });
    });
  });
  return images;
}

}  // namespace munjip
