// PagedBook → bytes of a PDF 1.7 file, tagged, with subset fonts, through libharu's object table
// and writer.
#pragma once

#include <string>

#include "book/book.h"
#include "book/manifest.h"
#include "layout/paged_book.h"

namespace munjip {

struct PdfOptions {
  PdfProfile profile = PdfProfile::screen;
  unsigned jobs = 1;
  bool pdf_a = true;  // may claim PDF/A where the profile does
};

// The same input gives the same bytes, whatever `jobs`. Pictures that turn out to be broken are
// drawn as a grey box and told in `diagnostics`. Throws Error where libharu refuses.
std::string write_pdf(const PagedBook& paged, const Book& book, const PdfOptions& options,
                      Diagnostics& diagnostics);

}  // namespace munjip
