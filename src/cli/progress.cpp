#include "cli/progress.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdio>

#include "base/utf8.h"

namespace munjip {

namespace {

// Cuts a line to the terminal's width; Hangul and other wide letters take two cells.
std::string cut_to_terminal(const std::string& line) {
  winsize size{};
  const int columns =
      ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
  int used = 0;
  std::size_t end = 0;
  for (std::size_t at = 0; at < line.size(); end = at) {
    used += next_code_point(line, at) < 0x1100 ? 1 : 2;
    if (used >= columns) break;
  }
  return line.substr(0, end);
}

}  // namespace

Progress::Progress(const Options& options)
    : language_(options.language),
      enabled_(options.verbosity != Verbosity::quiet),
      on_terminal_(::isatty(STDERR_FILENO) != 0) {}

void Progress::show(const Message& what) {
  if (!enabled_) return;
  const std::lock_guard lock(mutex_);
  if (on_terminal_) {
    std::fprintf(stderr, "\r\033[K%s", cut_to_terminal(what.in(language_)).c_str());
    line_stands_ = true;
  } else {
    std::fprintf(stderr, "munjip: %s\n", what.in(language_).c_str());
  }
  std::fflush(stderr);
}

void Progress::clear() {
  const std::lock_guard lock(mutex_);
  if (line_stands_) std::fputs("\r\033[K", stderr);
  line_stands_ = false;
}

}  // namespace munjip
