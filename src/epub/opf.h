// The package document (EPUB 3.3, 5): metadata, manifest, spine, and the guide of EPUB 2.
#pragma once

#include <string>
#include <vector>

#include "epub/nav.h"
#include "epub/package.h"

namespace munjip {

// `files` are the package's, their paths relative to the package document. `cover_path` is the
// cover picture's, or empty.
std::string package_document(const BookContext& context, const std::vector<PackageFile>& files,
                             const std::vector<Landmark>& landmarks, std::string_view cover_path);

// The unique identifier: the book's own, mended where it is a UUID that is none.
std::string unique_identifier(const BookInfo& info);

}  // namespace munjip
