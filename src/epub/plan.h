// Which content documents an EPUB has, and where in them everything is that can be linked to. Made
// before anything is written, so that all documents can then be written at the same time.
#pragma once

#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "book/book.h"
#include "epub/package.h"

namespace munjip {

// Readers slow down over large documents, and some stores refuse them: a post that would be larger
// is split between its blocks.
inline constexpr std::size_t kMaxDocumentBytes = 200'000;

// A page of the printed book that begins in a document.
struct PageBreak {
  std::size_t page = 0;   // index into EpubOptions::page_marks
  std::size_t block = 0;  // the block of the body before which it stands; 0 is before the title too
};

// One content document: the blocks [first, end) of a post's body, and the notes whose first mark is
// there.
struct Document {
  std::string path;  // `ch0001.xhtml`, relative to the package document
  std::size_t first = 0, end = 0;
  std::vector<std::size_t> notes;
  std::vector<PageBreak> page_breaks;
};

struct Chapter {
  const Post* post = nullptr;
  const Blocks* body = nullptr;     // the post's, or the copy whose oversized blocks are cut
  std::vector<Document> documents;  // at least one
};

struct PartPlan {
  std::string title, path;  // both empty for a book without parts
  std::vector<Chapter> chapters;
};

struct Plan {
  std::vector<PartPlan> parts;
  std::map<std::string, std::string, std::less<>> anchors;  // anchor → `ch0001.xhtml#id`
  std::vector<std::string>
      page_addresses;  // by page mark; empty where its place is not in the book
  std::vector<std::unique_ptr<Blocks>> cut_bodies;  // what Chapter::body may point to
};

// The result points into `book`.
Plan plan_documents(const Book& book, std::span<const PageMark> page_marks);

// The address of `target` (`ch0001.xhtml#id`) seen from the document `from`: without the path where
// it is the same document.
std::string relative_address(std::string_view target, std::string_view from);

}  // namespace munjip
