// The fixture's own code.
#include "pdf/book_fixture.h"

#include <doctest/doctest.h>

#include "base/utf8.h"

namespace munjip::test {

namespace {

const std::filesystem::path kFonts = MUNJIP_SOURCE_DIR "/fonts";

// The inside of the array that follows `/key`, brackets within it included.
std::string array_in(const std::string& text, const std::string& key) {
  const std::size_t begin = text.find('/' + key + '[');
  if (begin == std::string::npos) return {};
  std::size_t at = begin + key.size() + 2;
  for (int depth = 1; depth > 0; ++at) {
    if (text[at] == '[') ++depth;
    if (text[at] == ']') --depth;
  }
  return text.substr(begin + key.size() + 2, at - begin - key.size() - 3);
}

struct FontObjects {
  std::map<int, double> widths;  // /W
  double default_width = 1000;
  std::map<int, std::string> texts;  // ToUnicode, UTF-8
};

std::string utf8_of_hex(const std::string& hex) {
  std::u32string text;
  for (std::size_t i = 0; i + 4 <= hex.size(); i += 4) {
    char32_t unit = static_cast<char32_t>(std::stoul(hex.substr(i, 4), nullptr, 16));
    if (unit >= 0xD800 && unit < 0xDC00) {
      i += 4;
      const auto low = static_cast<char32_t>(std::stoul(hex.substr(i, 4), nullptr, 16));
      unit = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
    }
    text += unit;
  }
  return to_utf8(text);
}

std::map<int, std::string> read_cmap(const std::string& cmap) {
  std::map<int, std::string> texts;
  std::vector<std::string> hex;
  for (const std::string& token : tokens(cmap)) {
    const bool is_hex = token.find_first_not_of("0123456789ABCDEF") == std::string::npos;
    if (token == "<" || token == ">") continue;
    if (is_hex && token.size() >= 4) hex.push_back(token);
    if (token == "beginbfchar" || token == "beginbfrange") hex.clear();
    if (token == "endbfchar") {
      for (std::size_t i = 0; i < hex.size(); i += 2) {
        texts[std::stoi(hex[i], nullptr, 16)] = utf8_of_hex(hex[i + 1]);
      }
    }
    if (token != "endbfrange") continue;
    for (std::size_t i = 0; i < hex.size(); i += 3) {
      std::size_t at = 0;
      const char32_t first = next_code_point(utf8_of_hex(hex[i + 2]), at);
      const int begin = std::stoi(hex[i], nullptr, 16);
      for (int code = begin; code <= std::stoi(hex[i + 1], nullptr, 16); ++code) {
        texts[code] = utf8(first + static_cast<char32_t>(code - begin));
      }
    }
  }
  return texts;
}

FontObjects read_font(const PdfFile& file, int number) {
  FontObjects font;
  const std::string type0 = file.object(number);
  font.texts = read_cmap(file.stream(PdfFile::reference_in(type0, "ToUnicode")));
  const std::string descendant =
      file.object(PdfFile::references(array_in(type0, "DescendantFonts")).at(0));
  // A default width that is no integer is no default width (ISO 32000-1, table 117).
  const std::string usual = tokens(descendant.substr(descendant.find("/DW ") + 4)).at(0);
  font.default_width = usual.find('.') == std::string::npos ? std::stod(usual) : 1000;
  int code = 0;
  bool in_list = false;
  std::vector<double> numbers;  // outside of a list: first last w, or first
  for (const std::string& token : tokens(array_in(descendant, "W"))) {
    if (token == "[" || token == "]") {
      in_list = token == "[";
      if (in_list) code = static_cast<int>(numbers.at(0));
      numbers.clear();
    } else if (in_list) {
      font.widths[code++] = std::stod(token);
    } else {
      numbers.push_back(std::stod(token));
      if (numbers.size() < 3) continue;
      for (code = static_cast<int>(numbers[0]); code <= static_cast<int>(numbers[1]); ++code) {
        font.widths[code] = numbers[2];
      }
      numbers.clear();
    }
  }
  return font;
}

std::map<std::string, FontObjects> fonts_of_page(const PdfFile& file, std::size_t page) {
  std::map<std::string, FontObjects> fonts;
  const std::string resources =
      file.object(PdfFile::reference_in(file.object(file.pages().at(page)), "Resources"));
  const std::vector<std::string> names =
      tokens(file.object(PdfFile::reference_in(resources, "Font")));
  for (std::size_t i = 0; i + 3 < names.size(); ++i) {
    if (names[i][0] == '/') {
      fonts.emplace(names[i].substr(1), read_font(file, std::stoi(names[i + 1])));
    }
  }
  return fonts;
}

}  // namespace

BookFixture::BookFixture(const std::filesystem::path& more_fonts)
    : fonts_(more_fonts.empty() ? std::vector<std::filesystem::path>{kFonts}
                                : std::vector<std::filesystem::path>{more_fonts, kFonts},
             diagnostics),
      shaper_(fonts_) {
  paged.tags.emplace_back().element = Element::document;
  book.info.title = "시험 책";
  book.info.authors = {{"홍길동"}};
  book.info.modified = {2025, 1, 31, 9, 0, 0, true, 9 * 60};
}

bool BookFixture::has_font(std::string_view family) const {
  return fonts_.find(family, 400, false) != nullptr;
}

TagId BookFixture::tag(TagId parent, Element element) {
  const auto id = static_cast<TagId>(paged.tags.size());
  paged.tags.emplace_back().element = element;
  paged.tags.back().parent = parent;
  paged.tags[parent].children.push_back(id);
  return id;
}

Page& BookFixture::page() {
  Page& page = paged.pages.emplace_back();
  page.trim = {Length::mm(148), Length::mm(210)};
  page.label = std::to_string(paged.pages.size());
  return page;
}

void BookFixture::item(TagId tag, double x, double y, decltype(PageItem::is) is) {
  paged.pages.back().items.push_back({{Length::pt(x), Length::pt(y)}, tag, std::move(is)});
}

void BookFixture::line(TagId tag, std::string_view text, double x, double y, double spread,
                       std::string_view family, double size) {
  auto style = std::make_shared<Style>();
  style->font_families = {std::string(family), "serif"};
  style->font_size = Length::pt(size);
  const auto end = static_cast<std::uint32_t>(text.size());
  std::vector<MissingGlyph> missing;
  ParagraphText paragraph;
  paragraph.text = text;
  paragraph.spans = {{0, end, style, "ko"}};
  const ShapedParagraph shaped = shaper_.shape(std::move(paragraph), missing);
  for (const ShapedRun& run : shaped.runs) {
    GlyphRun placed;
    placed.font = run.font;
    placed.size = style->font_size;
    placed.text = shaped.text.substr(run.begin, run.end - run.begin);
    placed.right_to_left = run.right_to_left;
    Length pen;
    for (const Glyph& glyph : run.glyphs) {
      placed.glyphs.push_back({glyph.id, glyph.cluster - run.begin, pen, glyph.dx, glyph.dy});
      pen += glyph.advance + Length::pt(spread);
    }
    item(tag, x, y, std::move(placed));
    x += pen.pt();
  }
}

TagId BookFixture::paragraph(std::string_view text, double y, std::string_view family) {
  const TagId leaf = tag(tag(0, Element::paragraph), Element::text);
  line(leaf, text, 50, y, 0, family);
  return leaf;
}

std::string BookFixture::write(unsigned jobs) {
  return write_pdf(paged, book, {profile, jobs}, diagnostics);
}

std::string content_of_page(const PdfFile& file, std::size_t page) {
  const std::string object = file.object(file.pages().at(page));
  return file.stream(PdfFile::reference_in(object, "Contents"));
}

std::vector<ShownGlyph> glyphs_of_page(const PdfFile& file, std::size_t page) {
  const std::map<std::string, FontObjects> fonts = fonts_of_page(file, page);
  return shown_glyphs(content_of_page(file, page), [&](const std::string& name, int code) {
    const FontObjects& font = fonts.at(name);
    const auto width = font.widths.find(code);
    return width == font.widths.end() ? font.default_width : width->second;
  });
}

std::string text_of_page(const PdfFile& file, std::size_t page) {
  const std::map<std::string, FontObjects> fonts = fonts_of_page(file, page);
  std::string text;
  for (const ShownGlyph& glyph : glyphs_of_page(file, page)) {
    text += fonts.at(glyph.font).texts.at(glyph.code);
  }
  return text;
}

}  // namespace munjip::test

TEST_CASE("a fixture's line is what was asked for") {
  munjip::test::BookFixture fixture;
  fixture.page();
  fixture.paragraph("가 나", 100);
  REQUIRE(fixture.paged.pages[0].items.size() == 1);
  CHECK(std::get<munjip::GlyphRun>(fixture.paged.pages[0].items[0].is).glyphs.size() == 3);
}
