// The command line as a value.
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/message.h"
#include "book/manifest.h"

namespace munjip {

enum class Verbosity { quiet, normal, verbose };

struct BuildOptions {
  std::vector<std::filesystem::path> paths;
  std::filesystem::path output_folder;
  std::vector<OutputFormat> formats;  // empty = what book.toml says
  std::filesystem::path style;        // empty = what book.toml says
  std::optional<TrimSize> trim;
  std::optional<Imposition> imposition;  // of every PDF; empty = what book.toml says
  std::optional<Size> sheet;             // the same
  bool compact = false;
  bool each = false;
  bool strict = false;
  bool timing = false;
};

struct InitOptions {
  std::filesystem::path folder;
};

struct ImportOptions {
  std::vector<std::filesystem::path> sources;
  std::filesystem::path into;
  bool force = false;
};

struct FetchVerbOptions {
  std::vector<std::string> addresses;
  std::filesystem::path into;
  std::optional<DateTime> since;
  std::chrono::milliseconds delay{1000};  // between two requests to one host
  bool allow_local = false;
  bool force = false;
};

struct ListOptions {
  std::vector<std::filesystem::path> paths;
};

enum class Seam { book, text, pages, tags, lines, package };

struct DumpOptions {
  Seam seam = Seam::book;
  std::vector<std::filesystem::path> paths;
  std::filesystem::path style;
  std::optional<TrimSize> trim;
};

struct FontsOptions {};

struct Options {
  Language language = Language::english;
  Verbosity verbosity = Verbosity::normal;
  unsigned jobs = 1;
  bool keep_comments = false;  // besides what book.toml says
  std::variant<BuildOptions, InitOptions, ImportOptions, FetchVerbOptions, ListOptions, DumpOptions,
               FontsOptions>
      verb;
};

// Either what is to be done, or the exit code of a command line that is already done with (help,
// version, a mistake, all told to the user here).
std::variant<Options, int> parse_options(int argc, const char* const* argv);

}  // namespace munjip
