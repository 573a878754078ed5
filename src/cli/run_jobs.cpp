#include "cli/run_jobs.h"

#include <algorithm>
#include <chrono>

#include "base/file_names.h"
#include "cli/data_folder.h"
#include "cli/each.h"
#include "cli/report.h"
#include "source/check_pictures.h"

namespace munjip {

namespace {

void build_book(const BookPath& path, FileNames& names, const Workshop& workshop,
                BookResult& result) {
  OpenedBook opened;
  const auto start = std::chrono::steady_clock::now();
  opened = read_book(path, workshop.options, result.diagnostics);
  const auto images = std::make_shared<const EpubImages>(
      check_pictures(opened.book, epub_image_limits(opened.manifest, workshop.build),
                     workshop.options.jobs, result.diagnostics));
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
  result.times.push_back({"read", taken.count()});
  result.title = opened.book.info.title;
  result.posts = opened.book.post_count();
  result.images = opened.book.resources.size();
  workshop.progress.show(message("『{}』 글 {}편을 조판합니다", "\"{}\": setting {} posts",
                                 result.title, result.posts));
  const std::filesystem::path stem = workshop.build.output_folder / names.unique(result.title);
  std::vector<PreparedOutput> outputs =
      prepare_outputs(opened.manifest, workshop, result.diagnostics);
  for (PreparedOutput& output : outputs) output.ready_images = images;
  if (workshop.build.each) {
    write_each(opened.book, outputs, stem, workshop, result);
  } else {
    write_outputs(opened.book, outputs, stem, workshop.options.jobs, workshop, result);
  }
}

// The one place where a failing book is caught; nothing it does touches the next.
BookResult try_book(const BookPath& path, FileNames& names, const Workshop& workshop) {
  BookResult result;
  const auto start = std::chrono::steady_clock::now();
  try {
    build_book(path, names, workshop, result);
  } catch (const Error& error) {
    result.diagnostics.add(error.diagnostic());
    result.code = error.code();
  } catch (const std::exception& error) {
    result.diagnostics.error(
        {path.path.string(), {}},
        message("이 책을 만들지 못했습니다: {}", "this book could not be made: {}", error.what()));
    result.code = ExitCode::unreadable;
  }
  result.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  return result;
}

}  // namespace

ExitCode run_build(const Options& options, const BuildOptions& build) {
  Progress progress(options);
  Diagnostics font_diagnostics;
  FontLibrary fonts({data_folder() / "fonts"}, font_diagnostics);
  print_diagnostics(font_diagnostics, options);
  const Workshop workshop{options, build, fonts, progress};
  FileNames names;
  ExitCode highest = ExitCode::done;
  for (const BookPath& path : book_paths(build.paths)) {
    progress.show(message("{}: 글을 읽습니다", "{}: reading the posts",
                          path.files.empty() ? path.path.string() : path.files.front().string()));
    const BookResult result = try_book(path, names, workshop);
    progress.clear();
    print_diagnostics(result.diagnostics, options);
    print_summary(result, options);
    ExitCode code = code_of(result.diagnostics, result.code);
    if (build.strict && result.diagnostics.count(Severity::warning) > 0) {
      code = std::max(code, ExitCode::check_failed);
    }
    highest = std::max(highest, code);
  }
  return highest;
}

}  // namespace munjip
