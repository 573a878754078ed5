// What is running now, on stderr: one line that is rewritten on a terminal, plain lines when piped,
// nothing with --quiet. Safe to use from several threads.
#pragma once

#include <mutex>
#include <string>

#include "cli/options.h"

namespace munjip {

class Progress {
 public:
  explicit Progress(const Options& options);
  ~Progress() { clear(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void show(const Message& what);
  // Takes the line away, so that something else can be printed.
  void clear();

 private:
  const Language language_;
  const bool enabled_, on_terminal_;
  bool line_stands_ = false;
  std::mutex mutex_;
};

}  // namespace munjip
