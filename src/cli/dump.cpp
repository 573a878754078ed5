#include "cli/dump.h"

#include <algorithm>
#include <cstdio>

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
  const StyleSheet sheet = open_style(opened.manifest, output, dump.style, diagnostics);
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
  return dump.seam == Seam::pages ? dump_pages(paged) : dump_tags(paged);
}

}  // namespace

ExitCode run_dump(const Options& options, const DumpOptions& dump) {
  for (const BookPath& path : book_paths(dump.paths)) {
    Diagnostics diagnostics;
    OpenedBook opened = read_book(path, options.jobs, diagnostics);
    check_pictures(opened.book, options.jobs, diagnostics);
    std::string text;
    if (dump.seam == Seam::book) {
      text = dump_book(opened.book);
    } else if (dump.seam == Seam::text) {
      text = book_text(opened.book);
    } else {
      text = dump_set(opened, dump, options.jobs, diagnostics);
    }
    std::fwrite(text.data(), 1, text.size(), stdout);
    print_diagnostics(diagnostics, options);
  }
  return ExitCode::done;
}

}  // namespace munjip
