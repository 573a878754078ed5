// The pass settle_pictures.
#include <set>
#include <string>

#include "book/pass_functions.h"
#include "book/walk.h"

namespace munjip {

void settle_pictures(Book& book, const Manifest&, Diagnostics& diagnostics) {
  std::set<std::string> used;
  for_each_post(book, [&](Post& post) {
    for_each_body(post, [&](Blocks& body) {
      for_each_image(body, [&](Image& image, SourcePos at) {
        if (image.resource.empty()) return;  // lost already, and told by the reader
        if (book.resources.contains(image.resource)) {
          used.insert(image.resource);
          return;
        }
        diagnostics.lost({post.shown_file, at}, message("그림을 찾을 수 없습니다: {}",
                                                        "picture not found: {}", image.source));
        image.resource.clear();
      });
    });
  });
  std::erase_if(book.resources, [&](const auto& entry) { return !used.contains(entry.first); });
}

}  // namespace munjip
