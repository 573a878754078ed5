// Book → PagedBook.
#pragma once

#include "book/book.h"
#include "book/manifest.h"
#include "layout/paged_book.h"
#include "style/style_sheet.h"

namespace munjip {

struct LayoutOptions {
  TrimSize trim;
  PdfProfile profile = PdfProfile::screen;
  unsigned jobs = 1;
};

// Lays out the whole book: cover (screen), title page, contents with true page numbers, posts,
// colophon. Posts that open on a new page are laid out in parallel and numbered afterwards; the
// result does not depend on `jobs`. Characters that no font has and pictures that are missing are
// told in `diagnostics` with post and line.
PagedBook lay_out(const Book& book, const StyleSheet& sheet, const FontLibrary& fonts,
                  const LayoutOptions& options, Diagnostics& diagnostics);

// The typeset cover, as one page (trim of the options); also drawn for the EPUB by draw_cover.
Page lay_out_cover(const Book& book, const StyleSheet& sheet, const FontLibrary& fonts, Size trim);

// A page of text and filled rectangles as pixels (RGB, 8 bits), `width_px` wide.
struct PageBitmap {
  int width = 0, height = 0;
  std::vector<std::uint8_t> rgb;
};
PageBitmap draw_page(const Page& page, int width_px);

// For each printed page, where it begins (for the EPUB's page list).
std::vector<PageMark> page_marks(const PagedBook& paged);

}  // namespace munjip
