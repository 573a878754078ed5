#include "cli/read_book.h"

#include <span>

#include "base/error.h"
#include "book/assemble.h"
#include "cli/data_folder.h"
#include "source/read_posts.h"

namespace munjip {

namespace fs = std::filesystem;

OpenedBook read_book(const BookPath& path, const Options& options, Diagnostics& diagnostics) {
  Manifest manifest = open_manifest(path, diagnostics);
  manifest.keep_comments = manifest.keep_comments || options.keep_comments;
  const std::vector<fs::path> files = find_post_files(manifest, diagnostics);
  std::vector<Post> posts = read_posts(files, read_options(manifest, options.jobs), diagnostics);
  Book book = assemble_book(manifest, std::move(posts), diagnostics);
  return {std::move(manifest), std::move(book)};
}

namespace {

fs::path find_style(const fs::path& name, const fs::path& folder) {
  std::error_code error;
  if (name.is_absolute()) return name;
  fs::path in_book = folder / name;
  if (fs::is_regular_file(in_book, error)) return in_book;
  fs::path own = data_folder() / "styles" / name.filename();
  if (own.extension() != ".css") own += ".css";
  return fs::is_regular_file(own, error) ? own : in_book;
}

}  // namespace

fs::path style_file(const Manifest& manifest, const OutputSpec& output, const fs::path& chosen) {
  const bool is_handout =
      output.format == OutputFormat::pdf && output.profile == PdfProfile::handout;
  if (!chosen.empty()) return find_style(chosen, fs::current_path());
  if (!output.style.empty()) return find_style(output.style, manifest.folder);
  if (is_handout) return data_folder() / "styles" / "handout.css";
  if (!manifest.style.empty()) return find_style(manifest.style, manifest.folder);
  return data_folder() / "styles" / "essay.css";
}

StyleSheet open_style(const fs::path& file, Diagnostics& diagnostics) {
  const fs::path own = data_folder() / "styles";
  // A sheet of the author's may import munjip's own by their names.
  return StyleSheet::load(file, diagnostics, std::span(&own, 1));
}

TrimSize trim_of(const OutputSpec& output, const std::optional<TrimSize>& chosen) {
  if (chosen) return *chosen;
  if (output.trim) return *output.trim;
  return find_trim(output.profile == PdfProfile::handout ? "A4" : "A5").value();
}

}  // namespace munjip
