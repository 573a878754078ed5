#include "cli/report.h"

#include <cstdio>

namespace munjip {

namespace {

// In the summary; the whole list has just been printed above it.
constexpr std::size_t kMostLossesShown = 10;

bool is_told(const Diagnostic& diagnostic, Verbosity verbosity) {
  switch (verbosity) {
    case Verbosity::quiet:
      return diagnostic.severity == Severity::error;
    case Verbosity::normal:
      return diagnostic.severity != Severity::note;
    case Verbosity::verbose:
      return true;
  }
  return true;
}

void print_line(const Message& text, Language language) {
  std::printf("%s\n", text.in(language).c_str());
}

void print_losses(const BookResult& result, Language language) {
  std::vector<Diagnostic> losses;
  for (const Diagnostic& d : without_duplicates(result.diagnostics.all())) {
    if (d.loss == Loss::content) losses.push_back(d);
  }
  if (losses.empty()) return;
  print_line(message("  책에 넣지 못한 것 {}건:", "  not in the book, {}:", losses.size()),
             language);
  for (std::size_t i = 0; i < losses.size() && i < kMostLossesShown; ++i) {
    const SourceSpan& at = losses[i].at;
    const std::string place =
        at.pos.line == 0 ? at.file : fmt::format("{}:{}", at.file, at.pos.line);
    print_line(message("    {}: {}", "    {}: {}", place, losses[i].text.in(language)), language);
  }
  if (losses.size() > kMostLossesShown) {
    print_line(
        message("    … 그 밖에 {}건", "    ... and {} more", losses.size() - kMostLossesShown),
        language);
  }
}

}  // namespace

ExitCode code_of(const Diagnostics& diagnostics, ExitCode ended) {
  ExitCode code = ended;
  if (diagnostics.content_lost()) code = std::max(code, ExitCode::content_lost);
  const bool has_errors = diagnostics.count(Severity::error) > 0;
  if (has_errors && ended == ExitCode::done) code = std::max(code, ExitCode::unreadable);
  return code;
}

void print_diagnostics(const Diagnostics& diagnostics, const Options& options) {
  for (const Diagnostic& d : without_duplicates(diagnostics.all())) {
    if (is_told(d, options.verbosity)) std::fputs(to_string(d, options.language).c_str(), stderr);
  }
}

void print_summary(const BookResult& result, const Options& options) {
  if (options.verbosity == Verbosity::quiet || result.posts == 0) return;
  const Language language = options.language;
  print_line(message("『{}』 글 {}편, {}쪽, 그림 {}장, 주의 {}건, {:.2f}초",
                     "\"{}\": {} posts, {} pages, {} pictures, {} warnings, {:.2f} s", result.title,
                     result.posts, result.pages, result.images,
                     result.diagnostics.count(Severity::warning), result.seconds),
             language);
  for (const OutputFile& file : result.files) {
    std::printf("  %s (%s)\n", file.file.c_str(), size_text(file.bytes).c_str());
  }
  print_losses(result, language);
  if (std::get<BuildOptions>(options.verb).timing) {
    for (const StageTime& time : result.times)
      std::printf("  %-8s %7.1f ms\n", time.stage.c_str(), time.seconds * 1000);
  }
}

std::string size_text(std::size_t bytes) {
  const auto size = static_cast<double>(bytes);
  if (bytes < 1000) return fmt::format("{} B", bytes);
  if (bytes < 1'000'000) return fmt::format("{:.1f} KB", size / 1000);
  return fmt::format("{:.1f} MB", size / 1'000'000);
}

}  // namespace munjip
