// book.toml: which posts make the book, in what order, and what is made of it. README.md lists
// every key for authors; in short:
//
//   [book]      title, subtitle, author(s), publisher, date, language, identifier, isbn, rights,
//               description, cover, series, style, smart_punctuation,
//               keep (["comments"]), notes ("foot", "post", "book"),
//               note_numbers ("post", "page")
//   selection   posts, exclude, category, tag, from, to, order ("date", "name", "listed"),
//               newest_first
//   [[part]]    title and selection
//   [[rule]]    selector or pattern, role, keep_match
//   [[output]]  format ("pdf", "epub"), profile ("screen", "print", "handout"), trim, name, style,
//               picture_side, picture_megapixels, original_pictures (EPUB);
//               imposition ("booklet", "2-up", "4-up"), sheet, signature, creep,
//               duplex ("short", "long"), compact, pdf_a, password, owner_password, allow (PDF)
//
//   An author is a name, a list of names, or a table { name, role, file_as }; a series is a name or
//   a table { name, position }. Selection keys stand in [[part]]; or in [book], or (`posts`, a
//   list) above all tables, or in a table [posts] (whose list is called `files`). What they say
//   outside of a part holds for every part that does not say otherwise; `exclude` adds up. So a
//   book without parts writes them in [book], and one with parts can filter all of its parts there.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "base/length.h"
#include "book/book.h"
#include "book/role.h"
#include "book/sheet_options.h"

namespace munjip {

enum class PostOrder { date, name, as_listed };

// Which posts; every filter that is given must hold.
struct Selection {
  std::vector<std::string> patterns;  // globs (`*`, `?`, `[...]`, `**`) relative to the book's
                                      // folder; empty = all posts there
  std::vector<std::string> exclude;
  std::vector<std::string> categories, tags;  // any of them
  std::optional<DateTime> from, to;           // both inclusive, whole days
  PostOrder order = PostOrder::date;          // as_listed: by the first pattern that names the post
  bool newest_first = false;
  SourceSpan at = {};  // where the manifest says so, for messages
};

struct PartSpec {
  std::string title;
  Selection posts;
};

enum class OutputFormat { pdf, epub };
enum class PdfProfile { screen, print, handout };

struct TrimSize {
  std::string name;  // `A5`, `신국판` ..., or `WxH` as given
  Size size;
  Sides margin;  // left = inner (gutter side), right = outer; typography.md table 4.2 or derived
                 // from it
  Length font_size, leading;  // of body text
};

// A preset by name (`46판`, `A5`, `국판`, `신국판`, `B5`, `46배판`, `A4`, `130x200` ...) or `WxH`
// with mm (default), cm, in or pt; nothing where it is neither, or outside 50 ... 2000 mm.
std::optional<TrimSize> find_trim(std::string_view text);
// The names of the presets, for messages.
std::vector<std::string> trim_names();

// How large an EPUB's pictures may be; 0 is no limit.
struct PictureLimits {
  int max_side = 2000;        // pixels of the longer side
  double max_megapixels = 4;  // 10^6 pixels
  bool operator==(const PictureLimits&) const = default;
};

struct OutputSpec {
  OutputFormat format = OutputFormat::pdf;
  PdfProfile profile = PdfProfile::screen;
  std::string name;              // file name without extension; empty = the book's title
  std::optional<TrimSize> trim;  // empty = A5 (A4 for handouts)
  std::filesystem::path style;   // as Manifest::style; empty = the book's
  PictureLimits pictures = {};   // EPUB only
  // PDF only:
  SheetOptions sheets = {};
  bool compact = false;                  // smaller and ready for reading while it loads
  bool pdf_a = true;                     // may claim PDF/A where its profile does
  std::optional<Protection> protection;  // never together with a claim of PDF/A
};

struct Manifest {
  std::filesystem::path file;  // the book.toml; empty where there is none
  std::filesystem::path
      folder;  // paths in the manifest are relative to it, and none leaves it but styles
  BookInfo info;
  std::vector<PartSpec> parts;  // at least one
  std::filesystem::path style;  // as written: relative to `folder`, or the name of one of munjip's
                                // own styles; empty = essay.css
  NoteSettings notes = {};
  bool smart_punctuation = true;
  bool keep_comments = false;  // the comments on saved pages become a section after their post
  std::vector<RoleRule> rules;
  std::vector<OutputSpec> outputs;  // at least one
  std::vector<std::filesystem::path>
      single_files;  // posts given by name on the command line, in that order
};

// Reads a book.toml. Unknown keys and wrong values are warnings with file:line:column; throws
// Error(usage) only where the file is not TOML, Error(unreadable) where it cannot be read.
Manifest read_manifest(const std::filesystem::path& file, Diagnostics& diagnostics);

// What is built where nothing else is asked for: a PDF for screens and an EPUB.
std::vector<OutputSpec> default_outputs();

// What is built for a folder without book.toml (title from the folder's name), or for single files
// (one file alone: the title is left open, and assemble_book takes its post's).
Manifest manifest_for_folder(const std::filesystem::path& folder);
Manifest manifest_for_files(const std::vector<std::filesystem::path>& files);

// A commented book.toml for `munjip init` with these values filled in; parses back to the same
// manifest.
std::string manifest_template(const Manifest& manifest, Language language);

}  // namespace munjip
