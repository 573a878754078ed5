// The text of the book, read back from the PDF by poppler: in the order of the structure tree over
// the whole document, and paragraph by paragraph from the pages as they are printed.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <regex>
#include <sstream>

#include "judges/books.h"
#include "judges/command.h"
#include "judges/struct_text.h"

using namespace judges;

namespace {

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part, separator);) parts.push_back(part);
  return parts;
}

// What munjip says the book's text is.
std::vector<std::string> expected_lines(const BuiltBook& book) {
  std::vector<std::string> lines;
  for (const std::string& line :
       split(run({munjip_program(), "dump", "text", book.source}, false).output, '\n')) {
    if (std::string text = folded(line); !text.empty()) lines.push_back(std::move(text));
  }
  return lines;
}

// `2024년 3월 9일 · 길`: the line that the style shows below a post's title, of the post's data and
// not of its text.
bool is_post_data(const std::string& line) {
  const std::size_t year = line.find("년 "), month = line.find("월 "), day = line.find("일");
  const bool is_date =
      year == 4 && month != std::string::npos && day != std::string::npos && month < day;
  return is_date &&
         (day + std::string("일").size() == line.size() || line.find(" · ") != std::string::npos);
}

// Characters that no font has are printed by a name and keep themselves as /ActualText, which
// poppler reads from pages and not from the structure tree: the names back to the characters.
std::string with_originals(std::string text, const BuiltBook& book) {
  struct Wording {
    std::string original, name;  // what stands before each in munjip's message
  };
  static const Wording kWordings[] = {{"no font has this character: ", "it is printed as "},
                                      {"어느 글꼴에도 없는 글자입니다: ", "그 자리에 "}};
  for (const std::string& message : split(book.output, '\n')) {
    for (const Wording& wording : kWordings) {
      const std::size_t at = message.find(wording.original);
      const std::size_t codes = message.find(" (U+", at);
      const std::size_t place = message.find(wording.name, codes);
      const std::size_t end = message.find(']', place);
      if (at == std::string::npos || end == std::string::npos) continue;
      const std::size_t begin = at + wording.original.size(), open = place + wording.name.size();
      const std::string original = message.substr(begin, codes - begin);
      const std::string name = folded(message.substr(open, end + 1 - open));
      for (std::size_t found = 0; (found = text.find(name, found)) != std::string::npos;) {
        text.replace(found, name.size(), original);
      }
    }
  }
  return text;
}

// What poppler reads from the structure tree, less the posts' dates and categories. Read once for
// all tests: poppler needs many seconds for a long book.
const std::vector<TextLine>& read_lines(const BuiltBook& book, const std::string& pdf) {
  static std::map<std::string, std::vector<TextLine>> read;
  const auto [entry, is_new] = read.try_emplace(pdf);
  std::vector<TextLine>& kept = entry->second;
  if (!is_new) return kept;
  bool after_title = false;
  for (TextLine& line :
       lines_of(parse_struct_text(run({"pdfinfo", "-struct-text", pdf}, false).output))) {
    const bool is_data = after_title && line.type == "P" && is_post_data(line.text);
    after_title = line.type == "H1";
    if (is_data) continue;
    line.text = with_originals(std::move(line.text), book);
    kept.push_back(std::move(line));
  }
  return kept;
}

// The page that a cross-reference names, `(8쪽)`, is no word of the book: paper alone has it.
std::string without_page_numbers(const std::string& text) {
  static const std::regex kReference(" \\([0-9]+쪽\\)");
  return std::regex_replace(text, kReference, "");
}

std::string joined_without_space(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& line : lines) out += without_space(line);
  return out;
}

// The texts around the first place where `needle` stops to agree with `hay`, for the message of a
// failed test.
std::string where_it_breaks(const std::string& hay, const std::string& needle) {
  std::size_t low = 0, high = needle.size();
  while (low < high) {
    const std::size_t middle = (low + high + 1) / 2;
    if (hay.find(needle.substr(0, middle)) != std::string::npos) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  const std::size_t at = hay.find(needle.substr(0, low));
  const std::size_t from = low < 60 ? 0 : low - 60;
  return "expected ..." + needle.substr(from, low - from + 60) + "\nread     ..." +
         hay.substr(at + from, low - from + 60);
}

// The parts of a line that stand together on the page: what lies between notes, which are printed
// at its foot, and ruby, which is printed above the line.
std::vector<std::string> printed_pieces(std::string line, const std::vector<std::string>& rubies) {
  for (const std::string& ruby : rubies) {
    for (std::size_t at = 0; (at = line.find(ruby, at)) != std::string::npos;)
      line.replace(at, ruby.size(), "\n");
  }
  std::vector<std::string> pieces;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t open = std::min(line.find("⦃", at), line.size());
    for (const std::string& piece : split(line.substr(at, open - at), '\n'))
      pieces.push_back(without_space(piece));
    const std::size_t close = line.find("⦄", open);
    at = close == std::string::npos ? line.size() : close + std::string("⦄").size();
  }
  return pieces;
}

// base(reading) of every ruby of the book.
std::vector<std::string> rubies_of(const BuiltBook& book) {
  std::vector<std::string> rubies;
  const std::string dump = run({munjip_program(), "dump", "book", book.source}, false).output;
  for (std::size_t at = 0; (at = dump.find("<ruby>", at)) != std::string::npos;) {
    const std::size_t begin = at + 6, rt = dump.find("<rt>", begin), end = dump.find("</rt>", rt);
    rubies.push_back(dump.substr(begin, rt - begin) + "(" + dump.substr(rt + 4, end - rt - 4) +
                     ")");
    at = end;
  }
  return rubies;
}

// The page without the lines above the text in which readings alone stand.
std::string without_readings(const std::string& page, const std::vector<std::string>& rubies) {
  std::string out;
  for (const std::string& line : split(page, '\n')) {
    const std::string shown = without_space(line);
    const bool is_reading = std::any_of(rubies.begin(), rubies.end(), [&](const std::string& ruby) {
      return ruby.ends_with("(" + shown + ")");
    });
    if (!is_reading) out += line + "\n";
  }
  return out;
}

// How many bytes at the beginning of `piece` stand together on `page`; whole characters only.
std::size_t common_beginning(const std::string& page, const std::string& piece) {
  std::size_t low = 0, high = piece.size();
  while (low < high) {
    const std::size_t middle = (low + high + 1) / 2;
    if (page.find(piece.substr(0, middle)) != std::string::npos) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  while (low < piece.size() && (static_cast<unsigned char>(piece[low]) & 0xC0) == 0x80) --low;
  return low;
}

// Whether `piece` stands on page `page`, or begins there and goes on at some place of the next
// ones.
bool stands_on(const std::vector<std::string>& pages, std::size_t page, const std::string& piece) {
  if (page >= pages.size()) return false;
  const std::size_t length = common_beginning(pages[page], piece);
  if (length == piece.size()) return true;
  return length > 0 && stands_on(pages, page + 1, piece.substr(length));
}

// What pdftotext cannot be asked about: it takes a hyphen at the end of a line for one of
// hyphenation and leaves it out, also where it is the author's (`CD-ROM`). Those that divide words
// are U+00AD there, and the dots over emphasised syllables (U+02D9) are a line of their own.
std::string without_hyphens_and_dots(std::string text) {
  for (const std::string_view mark : {"-", "\u00AD", "\u02D9"}) {
    for (std::size_t at = 0; (at = text.find(mark, at)) != std::string::npos;)
      text.erase(at, mark.size());
  }
  return text;
}

}  // namespace

TEST_CASE("the structure tree reads as the book reads") {
  REQUIRE(is_installed("pdfinfo"));
  for (const BuiltBook& book : built_books()) {
    std::vector<std::string> expected = expected_lines(book);
    for (std::string& line : expected) line = without_page_numbers(line);
    CHECK(expected.size() > 2);
    for (const std::string& pdf : book.pdfs) {
      CAPTURE(pdf);
      std::vector<std::string> read, code;
      for (const TextLine& line : read_lines(book, pdf)) {
        read.push_back(without_page_numbers(line.text));
        if (line.type == "Code") code.push_back(without_space(line.text));
      }
      const std::string needle = joined_without_space(expected), hay = joined_without_space(read);
      const bool is_same = hay.find(needle) != std::string::npos;
      CHECK_MESSAGE(is_same, where_it_breaks(hay, needle));
      // Word for word: the spaces too. Lines of code are told apart by their places on the page
      // only.
      std::sort(read.begin(), read.end());
      for (const std::string& line : expected) {
        const auto is_in = [&](const std::string& block) {
          return block.find(without_space(line)) != std::string::npos;
        };
        const bool is_read = std::binary_search(read.begin(), read.end(), line) ||
                             std::any_of(code.begin(), code.end(), is_in);
        CHECK_MESSAGE(is_read, "not read as one block: " << line);
      }
    }
  }
}

// The first test says that the structure tree has the book's text; this one, that the pages show it
// too.
TEST_CASE("every paragraph stands on the pages as plain text (checklist 63)") {
  REQUIRE(is_installed("pdftotext"));
  for (const BuiltBook& book : built_books()) {
    const std::vector<std::string> rubies = rubies_of(book);
    for (const std::string& pdf : book.pdfs) {
      CAPTURE(pdf);
      // Line by line as printed: else pdftotext takes a line set wide for columns.
      std::vector<std::string> pages;
      for (const std::string& page :
           split(run({"pdftotext", "-layout", pdf, "-"}, false).output, '\f')) {
        pages.push_back(without_hyphens_and_dots(without_space(without_readings(page, rubies))));
      }
      // Where the last piece was found. The pieces come in order, but a picture may have moved to
      // the next page, with its caption.
      std::size_t page = 0;
      for (const TextLine& line : read_lines(book, pdf)) {
        if (!line.runs_on) continue;
        for (const std::string& piece : printed_pieces(line.text, rubies)) {
          const std::string shown = without_hyphens_and_dots(piece);
          std::size_t found = page == 0 ? 0 : page - 1;
          while (found < pages.size() && !stands_on(pages, found, shown)) ++found;
          CHECK_MESSAGE(found < pages.size(),
                        "not on any page from " << page + 1 << " on: " << piece);
          if (found < pages.size()) page = found;
        }
      }
    }
  }
}
