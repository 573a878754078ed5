// What the outputs of a case show, read from the files of the EPUB and from the pages and tags of
// the PDF into one notation, so that a test states once what both must say:
//
//   h1{..} p{..} ul{li{p{..}}}    elements by their HTML names, without attributes; rows stand in
//                                 `table` whether of the head or the body
//   base(reading)                 ruby
//   img[alternative text]         pictures; figcaption{..} their captions
//   p{text^1} ... note1{p{..}}    marks of notes, and the notes behind all else
//
// A line break is a space. Not in it, because a page has no element for it: the labels of list
// items, dividers, and spans that only carry a language.
#pragma once

#include <cstdint>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "cases/built_case.h"

namespace munjip::cases {

// ---- both ----

// The n-th post (from 0), title and date included, one line an element of the post.
std::string epub_post(const BuiltCase& built, std::size_t post);
std::string pdf_post(const BuiltCase& built, std::size_t post);

// Checks that both are `expected` and that nothing of the case says otherwise.
void check_post(const BuiltCase& built, std::size_t post, std::string_view expected);

// Where the links of all posts lead, in order; within the EPUB as `file#id`, within the PDF as
// `#anchor`.
std::vector<std::string> epub_links(const BuiltCase& built);
std::vector<std::string> pdf_links(const BuiltCase& built);

// The entries of the contents, indented by a space for each level: the EPUB's navigation without
// its cover and colophon, and the PDF's bookmarks.
std::vector<std::string> epub_contents(const BuiltCase& built);
std::vector<std::string> pdf_contents(const BuiltCase& built);

// ---- EPUB ----

const PackageFile* find_file(const BuiltCase& built, std::string_view path);
// Parsed as XML; a file that is no well-formed XML fails the test.
pugi::xml_document parse(const PackageFile& file);
// The files that hold a post; several where it was too long for one.
std::vector<const PackageFile*> files_of_post(const BuiltCase& built, std::size_t post);
// The XHTML of the post's first file without its title, one line a block.
std::string post_xhtml(const BuiltCase& built, std::size_t post);
// All text files of the package in a row, to say what is nowhere in it.
std::string all_text(const BuiltCase& built);
// The pictures that the posts show: the files that their <img> name, in order.
std::vector<const PackageFile*> epub_pictures(const BuiltCase& built);

// ---- PDF ----

// What stands on one baseline of a page within the posts (running heads and folios left out).
struct PageLine {
  std::size_t page = 0;  // from 0
  Length left, right, baseline;
  double size = 0;  // of its largest type, pt
  std::string text;
};
std::vector<PageLine> page_lines(const BuiltCase& built);
// The first of them whose text has `part`.
const PageLine& line_with(const std::vector<PageLine>& lines, std::string_view part);
// The left and right edge of the type area of a page.
std::pair<Length, Length> type_area(const BuiltCase& built, std::size_t page);

// All text of a page, running heads and what is repeated too, in the order in which it is drawn.
std::string page_text(const BuiltCase& built, std::size_t page);
// The pieces of text within the posts, one font and look each.
std::vector<const GlyphRun*> post_runs(const BuiltCase& built);
// The first of them whose text has `part`.
const GlyphRun& run_with(const BuiltCase& built, std::string_view part);

struct PagePicture {
  std::size_t page = 0;
  Point at;
  Size size;
  std::string resource;
};
std::vector<PagePicture> page_pictures(const BuiltCase& built);

std::size_t count_of(std::string_view text, std::string_view part);

}  // namespace munjip::cases
