// A small faulty input made into both outputs, for the tests of this folder.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "book/book.h"
#include "book/manifest.h"
#include "epub/package.h"
#include "layout/paged_book.h"

namespace munjip::cases {

// What became of the files of one folder.
struct BuiltCase {
  Book book;
  TrimSize trim;
  PagedBook paged;
  std::string pdf;
  Package package;
  std::vector<std::string>
      messages;  // of all stages, in English: severity and text, without places
  bool content_lost = false;
};

// The case that stands in this folder of tests/cases/faults, built once however many tests ask.
const BuiltCase& built_case(const std::string& name);

// A book of whatever is in `folder`, as `munjip build` makes it.
BuiltCase build_folder(const std::filesystem::path& folder);

}  // namespace munjip::cases
