#include "cli/dump.h"

#include <algorithm>
#include <cstdio>

#include "base/error.h"
#include "book/dump.h"
#include "cli/build_book.h"
#include "cli/data_folder.h"
#include "cli/report.h"
#include "epub/package.h"
#include "layout/dump.h"
#include "layout/lay_out.h"
#include "source/check_pictures.h"

namespace munjip {

namespace {

// The book's first PDF output decides how its pages are dumped.
OutputSpec first_pdf(const Manifest& manifest) {
  const auto found =
      std::find_if(manifest.outputs.begin(), manifest.outputs.end(),
                   [](const OutputSpec& output) { return output.format == OutputFormat::pdf; });
  return found == manifest.outputs.end() ? OutputSpec{} : *found;
}

// Pages, tags and package need fonts and a style sheet.
std::string dump_set(const OpenedBook& opened, const DumpOptions& dump, unsigned jobs,
                     Diagnostics& diagnostics) {
  OutputSpec output = first_pdf(opened.manifest);
  if (dump.seam == Seam::package) output.format = OutputFormat::epub;
  FontLibrary fonts({data_folder() / "fonts"}, diagnostics);
  const StyleSheet sheet = open_style(style_file(opened.manifest, output, dump.style), diagnostics);
  fonts.add_font_faces(sheet.font_faces(), diagnostics);
  if (dump.seam == Seam::package) {
    EpubOptions options;
    options.css = sheet.for_epub();
    options.cover_picture = cover_picture(opened.book, sheet, fonts, diagnostics);
    options.jobs = jobs;
    return dump_package(build_package(opened.book, options, diagnostics));
  }
  const PagedBook paged = lay_out(opened.book, sheet, fonts,
                                  {trim_of(output, dump.trim), output.profile, jobs}, diagnostics);
  if (dump.seam == Seam::lines) return dump_lines(paged.lines);
  return dump.seam == Seam::pages ? dump_pages(paged) : dump_tags(paged);
}

std::string dump_one(const BookPath& path, const DumpOptions& dump, const Options& options,
                     Diagnostics& diagnostics) {
  OpenedBook opened = read_book(path, options, diagnostics);
  check_pictures(opened.book, std::nullopt, options.jobs, diagnostics);
  if (dump.seam == Seam::book) return dump_book(opened.book);
  if (dump.seam == Seam::text) return book_text(opened.book);
  return dump_set(opened, dump, options.jobs, diagnostics);
}

}  // namespace

ExitCode run_dump(const Options& options, const DumpOptions& dump) {
  ExitCode highest = ExitCode::done;
  for (const BookPath& path : book_paths(dump.paths)) {
    Diagnostics diagnostics;
    ExitCode ended = ExitCode::done;
    try {
      const std::string text = dump_one(path, dump, options, diagnostics);
      std::fwrite(text.data(), 1, text.size(), stdout);
    } catch (const Error& error) {
      diagnostics.add(error.diagnostic());
      ended = error.code();
    }
    print_diagnostics(diagnostics, options);
    highest = std::max(highest, code_of(diagnostics, ended));
  }
  return highest;
}

}  // namespace munjip
