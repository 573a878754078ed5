// What ends a job. Thrown anywhere in the pipeline, caught in one place (cli/run_jobs.cpp), where
// the other jobs go on.
#pragma once

#include <stdexcept>

#include "base/diagnostics.h"

namespace munjip {

// The exit codes of every verb; a batch returns the highest of its books.
enum class ExitCode {
  done = 0,
  content_lost = 1,  // done, but something of the author's is missing and was listed
  usage = 2,         // command line or book.toml
  unreadable = 3,    // an input could not be read
  check_failed = 4,  // a check failed; with --strict any warning
  not_writable = 5,  // an output could not be written
};

class Error : public std::runtime_error {
 public:
  Error(ExitCode code, SourceSpan at, Message text, std::vector<Message> hints = {})
      : std::runtime_error(text.en),
        code_(code),
        diagnostic_{Severity::error, std::move(at), std::move(text), std::move(hints), Loss::none} {
  }

  ExitCode code() const { return code_; }
  const Diagnostic& diagnostic() const { return diagnostic_; }

 private:
  ExitCode code_;
  Diagnostic diagnostic_;
};

}  // namespace munjip
