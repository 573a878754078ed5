// The pictures of a package: each resource made fit for EPUB and stored once.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "book/book.h"
#include "epub/package.h"

namespace munjip {

struct PackagedImages {
  std::vector<PackageFile> files;  // in the order of their resources' names
  // Resource → path relative to the package document, `images/img-0123456789abcdef.png`. A resource
  // that is broken has none.
  std::map<std::string, std::string, std::less<>> paths;
  bool has_animation = false;  // a GIF of several frames is among them
};

// Only resources that the book shows are packaged. One that cannot be read is told as lost where it
// is shown first.
PackagedImages package_images(const Book& book, const EpubOptions& options,
                              Diagnostics& diagnostics);

}  // namespace munjip
