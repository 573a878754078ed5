// Book → Package → bytes of an EPUB 3.3 file.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "book/book.h"
#include "media/image.h"

namespace munjip {

struct PackageFile {
  std::string path;        // ASCII, relative to the container's root
  std::string media_type;  // empty for mimetype and META-INF files, which are in no manifest
  std::string properties;  // of the manifest item, space-separated
  std::string bytes;
  bool in_spine = false;
  bool is_linear = true;
};

struct Package {
  std::vector<PackageFile> files;  // in zip order, mimetype first
};

struct EpubOptions {
  std::string css;                   // StyleSheet::for_epub
  std::string cover_picture;         // bytes of a PNG or JPEG: the given cover, or the typeset one
  std::vector<PageMark> page_marks;  // of the printed book, may be empty
  EpubImageLimits image_limits = {};
  const EpubImages* ready_images = nullptr;  // made ahead; used where their limits are the same
  unsigned jobs = 1;
};

Package build_package(const Book& book, const EpubOptions& options, Diagnostics& diagnostics);

// The same package gives the same bytes: fixed order and times, mimetype stored first.
std::string zip_package(const Package& package, const DateTime& modified);

// The package as text: each file's path, type, size and, for text files, its content.
std::string dump_package(const Package& package);

}  // namespace munjip
