// The first half of every verb: a path on the command line → the Book, and what its outputs look
// like.
#pragma once

#include "cli/book_paths.h"
#include "cli/options.h"
#include "style/style_sheet.h"

namespace munjip {

struct OpenedBook {
  Manifest manifest;
  Book book;
};

// Throws Error where there is no book to be had.
OpenedBook read_book(const BookPath& path, const Options& options, Diagnostics& diagnostics);

// The style sheet's file of an output: `chosen` (--style) before the output's own, before the
// book's, before the profile's default. A bare name such as `essay` or `essay.css` means one of
// munjip's own styles where the book's folder has none of that name.
std::filesystem::path style_file(const Manifest& manifest, const OutputSpec& output,
                                 const std::filesystem::path& chosen);
StyleSheet open_style(const std::filesystem::path& file, Diagnostics& diagnostics);

// The trim size of an output: `chosen` (--trim), else the output's, else A5 (A4 for handouts).
TrimSize trim_of(const OutputSpec& output, const std::optional<TrimSize>& chosen);

}  // namespace munjip
