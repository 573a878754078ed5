// Link annotations and the places they lead to (ISO 32000-1, 12.3.2 and 12.5.6.5).
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "layout/paged_book.h"
#include "pdf/haru.h"
#include "pdf/text_writer.h"

namespace munjip {

// A place that links and the outline can name, by its anchor. The name tree is sorted by bytes, as
// this map is.
struct Destination {
  std::size_t page = 0;
  UserPoint at;  // the upper left corner of what is to be seen
};
using Destinations = std::map<std::string, Destination>;

struct LinkAnnotation {
  std::size_t page = 0;
  double left = 0, bottom = 0, right = 0, top = 0;
  TagId tag = 0;
  std::string target;       // `#anchor`, or a URI in ASCII
  std::string description;  // never empty
};

Destinations find_destinations(std::span<const Page> pages, UserPoint origin);

// Every link area whose target exists and is an address of the web, of mail or of a telephone; of
// others the text stays and `diagnostics` tells, once a target.
std::vector<LinkAnnotation> find_links(std::span<const Page> pages,
                                       const Destinations& destinations, UserPoint origin,
                                       Diagnostics& diagnostics);

// An address as a URI of ASCII characters, others percent-encoded as UTF-8 (RFC 3987, 3.1); nothing
// where its scheme is not http, https, mailto or tel.
std::optional<std::string> safe_uri(std::string_view address);

// The entries of an annotation's dictionary.
std::string link_entries(const LinkAnnotation& link, int struct_parent);

// The catalog's /Names with all destinations; writes the tree's nodes.
ObjectId write_names(HaruDocument& document, const Destinations& destinations,
                     std::span<const ObjectId> pages);

}  // namespace munjip
