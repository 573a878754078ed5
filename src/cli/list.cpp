#include "cli/list.h"

#include <algorithm>
#include <cstdio>

#include "base/utf8.h"
#include "book/dump.h"
#include "book/walk.h"
#include "cli/data_folder.h"
#include "cli/read_book.h"
#include "cli/report.h"
#include "text/font.h"

namespace munjip {

namespace {

// Bytes shown of a dropped passage, unless --verbose asks for all of it.
constexpr std::size_t kExcerptBytes = 60;

void print(const std::string& text) {
  std::fwrite(text.data(), 1, text.size(), stdout);
}

void list_dropped(const Dropped& dropped, bool whole) {
  if (dropped.text.empty()) return;
  const bool fits = whole || dropped.text.size() <= kExcerptBytes;
  const std::string shown =
      fits ? dropped.text : std::string(utf8_prefix(dropped.text, kExcerptBytes)) + "…";
  print(fmt::format("        - {} ({}): {}\n", to_string(dropped.reason), dropped.at.line, shown));
}

void list_post(std::size_t number, const Post& post, const Options& options) {
  const std::string date = post.published ? iso_8601(*post.published) : "-";
  print(fmt::format("{:5}  {:<25}  {}{}\n", number, date, post.title,
                    post.title_is_guessed ? " (?)" : ""));
  std::size_t pictures = 0;
  for_each_body(post, [&](const Blocks& body) {
    for_each_image(body, [&](const Image&, SourcePos) { ++pictures; });
  });
  const Message size = message("글자 {}, 그림 {}, 주 {}", "{} letters, {} pictures, {} notes",
                               count_code_points(post_text(post)), pictures, post.notes.size());
  const std::string category = post.category.empty() ? "" : " [" + post.category + "]";
  print(fmt::format("        {}{}  {}\n", post.shown_file, category, size.in(options.language)));
  for (const Dropped& dropped : post.dropped)
    list_dropped(dropped, options.verbosity == Verbosity::verbose);
}

void list_book(const Book& book, const Options& options) {
  print(message("『{}』 글 {}편\n", "\"{}\", {} posts\n", book.info.title, book.post_count())
            .in(options.language));
  std::size_t number = 0;
  for (const Part& part : book.parts) {
    if (!part.title.empty()) print(fmt::format("  {}\n", part.title));
    for (const Post& post : part.posts) list_post(++number, post, options);
  }
}

}  // namespace

ExitCode run_list(const Options& options, const ListOptions& list) {
  ExitCode highest = ExitCode::done;
  for (const BookPath& path : book_paths(list.paths)) {
    Diagnostics diagnostics;
    ExitCode ended = ExitCode::done;
    try {
      list_book(read_book(path, options, diagnostics).book, options);
    } catch (const Error& error) {
      diagnostics.add(error.diagnostic());
      ended = error.code();
    }
    highest = std::max(highest, code_of(diagnostics, ended));
    print_diagnostics(diagnostics, options);
  }
  return highest;
}

ExitCode run_fonts(const Options& options) {
  Diagnostics diagnostics;
  const FontLibrary fonts({data_folder() / "fonts"}, diagnostics);
  for (const FontLibrary::Family& family : fonts.families()) {
    const Message state = family.installed ? message("있음", "installed")
                                           : message("없음 (꾸러미 {})",
                                                     "not installed (package {})", family.package);
    print(fmt::format("{}: {}\n    {}, {}\n", family.name, state.in(options.language),
                      family.licence, family.coverage));
    for (const std::filesystem::path& file : family.files)
      print(fmt::format("    {}\n", file.string()));
  }
  print_diagnostics(diagnostics, options);
  return ExitCode::done;
}

}  // namespace munjip
