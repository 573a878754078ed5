#include "cases/built_case.h"

#include <map>

#include "book/assemble.h"
#include "layout/lay_out.h"
#include "pdf/write_pdf.h"
#include "source/check_pictures.h"
#include "source/read_posts.h"
#include "style/style_sheet.h"
#include "text/font.h"

namespace munjip::cases {

namespace fs = std::filesystem;

namespace {

const fs::path kRoot = MUNJIP_SOURCE_DIR;

// What all cases share: to look for the machine's fonts takes longer than to set a book.
struct Workshop {
  Diagnostics diagnostics;
  FontLibrary fonts{{kRoot / "fonts"}, diagnostics};
  StyleSheet sheet = StyleSheet::load(kRoot / "styles/essay.css", diagnostics);
};

const Workshop& workshop() {
  static const Workshop shared;
  return shared;
}

std::string message_of(const Diagnostic& diagnostic) {
  const char* severity = diagnostic.severity == Severity::note      ? "note: "
                         : diagnostic.severity == Severity::warning ? "warning: "
                                                                    : "error: ";
  return severity + diagnostic.text.en;
}

}  // namespace

BuiltCase build_folder(const fs::path& folder) {
  Diagnostics diagnostics;
  const fs::path book_toml = folder / "book.toml";
  const Manifest manifest =
      fs::exists(book_toml) ? read_manifest(book_toml, diagnostics) : manifest_for_folder(folder);
  const OutputSpec output;
  BuiltCase built;
  built.trim = output.trim.value_or(find_trim("A5").value());
  std::vector<Post> posts =
      read_posts(find_post_files(manifest, diagnostics), read_options(manifest, 1), diagnostics);
  built.book = assemble_book(manifest, std::move(posts), diagnostics);
  EpubOptions options;
  const EpubImages pictures = check_pictures(built.book, options.image_limits, 1, diagnostics);
  options.ready_images = &pictures;
  const auto& [unused, fonts, sheet] = workshop();
  built.paged = lay_out(built.book, sheet, fonts, {built.trim, PdfProfile::screen, 1}, diagnostics);
  built.pdf = write_pdf(built.paged, built.book, {}, diagnostics);
  options.css = sheet.for_epub();
  built.package = build_package(built.book, options, diagnostics);
  for (const Diagnostic& diagnostic : without_duplicates(diagnostics.all()))
    built.messages.push_back(message_of(diagnostic));
  built.content_lost = diagnostics.content_lost();
  return built;
}

const BuiltCase& built_case(const std::string& name) {
  static std::map<std::string, BuiltCase> built;
  const auto found = built.find(name);
  if (found != built.end()) return found->second;
  return built.emplace(name, build_folder(kRoot / "tests/cases/faults" / name)).first->second;
}

}  // namespace munjip::cases
