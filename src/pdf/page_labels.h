// Page labels (ISO 32000-1, 12.4.2): the printed folios as a reader shows them.
#pragma once

#include <span>
#include <string>

#include "layout/paged_book.h"

namespace munjip {

// How a folio counts: `A-12` is the prefix `A-` and the decimal number 12.
enum class FolioStyle { none, decimal, lower_roman, upper_roman };
struct Folio {
  std::string prefix;
  FolioStyle style = FolioStyle::none;
  int number = 0;
  bool operator==(const Folio&) const = default;
};
Folio read_folio(const std::string& label);

// The inside of /PageLabels for these labels, one a page.
std::string page_label_entries(std::span<const std::string> labels);

// How messages name a page: by its folio, or by its place in the file where it has none.
std::string page_name(std::span<const Page> pages, std::size_t page);

}  // namespace munjip
