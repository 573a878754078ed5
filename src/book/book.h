// The book model: what source/ reads (Post) and what assemble_book makes of it (Book). Plain
// values: built by one thread, then read by any number of them.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "book/content.h"
#include "book/date_time.h"

namespace munjip {

// A picture's bytes. Two with the same bytes are one: the name comes from their hash.
struct Resource {
  std::string name;            // `img-` and 16 hexadecimal digits
  std::filesystem::path file;  // where the bytes are; empty where `bytes` holds them (a data: URI)
  std::string bytes = {};
  std::string shown_name = {};      // the author's file name, for messages
  int width_px = 0, height_px = 0;  // upright (EXIF orientation applied)
};

// What of the source page is not in the post, and why; `text` is the visible text as it stood
// there.
enum class DropReason {
  chrome,
  script,
  comment,
  related_posts,
  post_buttons,
  advertisement,
  tag_list,
  header,
  footer,
  empty,
  duplicate_title,
  hidden,
  embed,
  unreadable
};
struct Dropped {
  DropReason reason;
  std::string text;
  SourcePos at = {};
};
std::string_view to_string(DropReason reason);

struct Post {
  std::string id;  // unique in the book, ASCII, a valid XML id (`post-12`); given by assemble_book
  std::filesystem::path file;     // where it was read from
  std::string shown_file;         // the same for messages, see SourceSpan
  std::string title;              // never empty after read_posts
  bool title_is_guessed = false;  // from the file name or the first words
  std::string author, category, address,
      lang;  // each may be empty; `address` is the post's own URL
  std::vector<std::string> tags;
  std::optional<DateTime> published, modified;
  std::optional<long>
      number;  // the platform's number of the post (a Tistory backup's folder), for order
  Blocks body;
  std::vector<Note> notes;
  std::vector<Resource> resources;  // moved into Book::resources by assemble_book
  std::vector<Dropped> dropped;
  std::vector<std::size_t> matched_rules;  // indices into Manifest::rules, with repetitions
};

struct Person {
  std::string name;
  std::string role = "aut";  // MARC relator code
  std::string file_as = {};  // for sorting, empty = name
};

struct BookInfo {
  std::string title, subtitle;
  std::vector<Person> authors;
  std::string publisher, description, rights, isbn;
  std::string language = "ko";   // BCP 47
  std::string identifier;        // never empty after assemble_book
  std::optional<DateTime> date;  // of publication
  DateTime modified;  // of the newest post, the date, or SOURCE_DATE_EPOCH: the outputs' time stamp
  std::string series;  // name, empty = none
  std::optional<double> series_position;
  std::filesystem::path cover;  // a picture, openable as it stands; empty = one is typeset
};

// Where the notes stand (in an EPUB always after their post, where reading systems look for them),
// and where footnotes begin to count anew.
enum class NotePosition { foot, post, book };
enum class NoteNumbering { post, page };
struct NoteSettings {
  NotePosition position = NotePosition::foot;
  NoteNumbering numbering = NoteNumbering::post;
  bool operator==(const NoteSettings&) const = default;
};

struct Part {
  std::string title;  // empty for a book without parts
  std::vector<Post> posts;
};

struct Book {
  BookInfo info;
  std::vector<Part> parts;                    // at least one, each with at least one post
  std::map<std::string, Resource> resources;  // by Resource::name
  NoteSettings notes = {};

  std::size_t post_count() const;
};

// Where each printed page begins, handed by cli from layout to epub: page-list entries.
struct PageMark {
  std::string label;              // the folio as printed
  std::string post_id;            // the first post on the page
  std::string block_anchor = {};  // empty: the post's beginning
};

}  // namespace munjip
