// One book → its files.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/error.h"
#include "cli/options.h"
#include "cli/progress.h"
#include "cli/read_book.h"
#include "media/image.h"
#include "text/font.h"

namespace munjip {

struct OutputFile {
  std::filesystem::path file;
  std::size_t bytes = 0;
};

struct StageTime {
  std::string stage;
  double seconds = 0;
};

// What became of one book; also where it failed on the way.
struct BookResult {
  std::string title;
  std::size_t posts = 0, pages = 0, images = 0;
  std::vector<OutputFile> files;
  std::vector<StageTime> times;
  Diagnostics diagnostics;
  ExitCode code = ExitCode::done;
  double seconds = 0;
};

// What all books of a run share.
struct Workshop {
  const Options& options;
  const BuildOptions& build;
  FontLibrary& fonts;
  Progress& progress;
};

// An output with its style sheet, opened once for all that is made with it.
struct PreparedOutput {
  OutputSpec spec;
  TrimSize trim;
  StyleSheet sheet;
  std::shared_ptr<const EpubImages> ready_images = nullptr;  // made while they were checked
};

// The limits of the first EPUB that is wanted; nothing where none is.
std::optional<EpubImageLimits> epub_image_limits(const Manifest& manifest,
                                                 const BuildOptions& build);

// The outputs of a book, PDFs first, as book.toml and the command line want them. Their own fonts
// are known to the workshop's library when this returns. Not to be called while another thread
// shapes.
std::vector<PreparedOutput> prepare_outputs(const Manifest& manifest, const Workshop& workshop,
                                            Diagnostics& diagnostics);

// Makes every output of `book` and writes it under `stem` (a path without extension); adds to
// `result`.
void write_outputs(const Book& book, std::span<const PreparedOutput> outputs,
                   const std::filesystem::path& stem, unsigned jobs, const Workshop& workshop,
                   BookResult& result);

// The bytes of the book's cover picture: the given one, or the typeset one drawn.
std::string cover_picture(const Book& book, const StyleSheet& sheet, const FontLibrary& fonts,
                          Diagnostics& diagnostics);

}  // namespace munjip
