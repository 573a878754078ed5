#include "cli/import.h"

#include <algorithm>
#include <cstdio>

#include "base/file_io.h"
#include "book/assemble.h"
#include "book/dump.h"
#include "book/walk.h"
#include "cli/book_paths.h"
#include "cli/read_book.h"
#include "cli/report.h"
#include "markdown/book_folder.h"
#include "source/read_posts.h"

namespace munjip {

namespace fs = std::filesystem;

namespace {

BookPath only_book(const std::vector<fs::path>& sources) {
  const std::vector<BookPath> books = book_paths(sources);
  if (books.size() == 1) return books.front();
  throw Error(ExitCode::usage, {to_utf8(sources.back()), {}},
              message("한 번에 책 한 권만 들여올 수 있습니다", "one book at a time"),
              {message("폴더나 book.toml은 하나만, 글 파일은 여럿 적을 수 있습니다",
                       "name one folder or book.toml, or any number of post files")});
}

// What --force replaces must not be what is read.
void refuse_own_source(const std::vector<fs::path>& sources, const fs::path& into) {
  for (const fs::path& source : sources) {
    if (!is_inside(into, source)) continue;
    throw Error(
        ExitCode::usage, {to_utf8(into), {}},
        message("들여올 글이 이 폴더 안에 있습니다", "what is to be imported is in this folder"),
        {message("--into에 다른 폴더를 쓰세요", "give another folder with --into")});
  }
}

// Straight quotation marks stay as the author wrote them: the build turns them, as book.toml says.
OpenedBook read_as_written(const BookPath& path, unsigned jobs, Diagnostics& diagnostics) {
  OpenedBook opened;
  opened.manifest = open_manifest(path, diagnostics);
  Manifest plain = opened.manifest;
  plain.smart_punctuation = false;
  const std::vector<fs::path> files = find_post_files(plain, diagnostics);
  std::vector<Post> posts = read_posts(files, read_options(plain, jobs), diagnostics);
  opened.book = assemble_book(plain, std::move(posts), diagnostics);
  return opened;
}

// Reads the folder back and tells of posts that say something else there.
void compare(const Book& book, const fs::path& folder, unsigned jobs, Diagnostics& diagnostics) {
  Diagnostics unheard;  // the source's own, told before
  const Book again = read_as_written({folder / "book.toml", {}}, jobs, unheard).book;
  std::vector<const Post*> written;
  for_each_post(again, [&](const Post& post) { written.push_back(&post); });
  std::size_t i = 0;
  for_each_post(book, [&](const Post& post) {
    const Post* other = i < written.size() ? written[i++] : nullptr;
    if (other != nullptr && post_text(post) == post_text(*other)) return;
    const std::string place = other == nullptr ? to_utf8(folder) : other->shown_file;
    diagnostics.warn(
        {place, {}},
        message("원본과 조금 다르게 옮겨진 글입니다: {}",
                "this post reads a little differently from its source: {}", post.title),
        {message("{}와 견주어 고치세요", "compare it with {}", post.shown_file)});
  });
}

void tell_done(const Options& options, const OpenedBook& opened, const fs::path& into) {
  if (options.verbosity == Verbosity::quiet) return;
  const Message done =
      message("{}: 글 {}편과 그림 {}장을 들여왔습니다. 고친 뒤 munjip build {}로 책을 만드세요",
              "{}: {} posts and {} pictures imported; edit them, then run munjip build {}",
              to_utf8(into), opened.book.post_count(), opened.book.resources.size(), to_utf8(into));
  std::printf("%s\n", done.in(options.language).c_str());
}

}  // namespace

ExitCode run_import(const Options& options, const ImportOptions& import) {
  const BookPath path = only_book(import.sources);
  refuse_own_source(import.sources, import.into);
  refuse_existing_folder(import.into, import.force);
  Diagnostics diagnostics;
  const OpenedBook opened = read_as_written(path, options.jobs, diagnostics);
  write_book_folder(make_book_folder(opened.book, opened.manifest, import.into, options.language),
                    import.into, import.force);
  compare(opened.book, import.into, options.jobs, diagnostics);
  print_diagnostics(diagnostics, options);
  tell_done(options, opened, import.into);
  ExitCode code = ExitCode::done;
  if (diagnostics.content_lost()) code = std::max(code, ExitCode::content_lost);
  if (diagnostics.count(Severity::error) > 0) code = std::max(code, ExitCode::unreadable);
  return code;
}

}  // namespace munjip
