// The navigation document (EPUB 3.3, 7) and, for EPUB 2 readers, the NCX.
#pragma once

#include <string>
#include <vector>

#include "epub/contents.h"
#include "epub/xhtml.h"

namespace munjip {

// A place that landmarks and the guide name.
struct Landmark {
  std::string type;        // EPUB 3 Structural Semantics Vocabulary
  std::string guide_type;  // OPF 2.0.1, 2.6; empty: not in the guide
  std::string title, address;
};

std::string nav_document(const BookContext& context, const std::vector<NavigationEntry>& contents,
                         const std::vector<Landmark>& landmarks);

// `identifier` as in the package document.
std::string ncx_document(const BookContext& context, const std::vector<NavigationEntry>& contents,
                         std::string_view identifier);

}  // namespace munjip
