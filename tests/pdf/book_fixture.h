// Small paged books, set line by line, for the tests of this folder.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "layout/paged_book.h"
#include "pdf/pdf_reader.h"
#include "pdf/write_pdf.h"
#include "text/shape.h"

namespace munjip::test {

class BookFixture {
 public:
  // `more_fonts`: a folder that is searched before the machine's own fonts.
  explicit BookFixture(const std::filesystem::path& more_fonts = {});

  // Whether this machine has the family.
  bool has_font(std::string_view family) const;

  TagId tag(TagId parent, Element element);
  Page& page();  // a new one, A5
  // Sets one line on the newest page at (x, y) pt; glyphs come closer or further by `spread` pt.
  void line(TagId tag, std::string_view text, double x, double y, double spread = 0,
            std::string_view family = "Noto Serif CJK KR", double size = 10);
  // A paragraph of one line: its text leaf.
  TagId paragraph(std::string_view text, double y, std::string_view family = "Noto Serif CJK KR");
  void item(TagId tag, double x, double y, decltype(PageItem::is) is);

  std::string write(unsigned jobs = 1);

  PagedBook paged;
  Book book;
  Diagnostics diagnostics;
  PdfProfile profile = PdfProfile::screen;

 private:
  FontLibrary fonts_;
  Shaper shaper_;
};

// What the text operators of a page show, by the fonts' own /W.
std::vector<ShownGlyph> glyphs_of_page(const PdfFile& file, std::size_t page);
// The same as text, by the fonts' ToUnicode; no white space is made up.
std::string text_of_page(const PdfFile& file, std::size_t page);
std::string content_of_page(const PdfFile& file, std::size_t page);

}  // namespace munjip::test
