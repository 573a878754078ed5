// What went wrong with the author's material, as data. A stage adds to the Diagnostics it is handed
// and carries on; what ends a job is an Error (error.h). Not for use by two threads at once: each
// task has its own, and map_parallel (parallel.h) merges them in input order.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/message.h"

namespace munjip {

// A place in a source text; both count from 1 (column in bytes), 0 = not known.
struct SourcePos {
  std::uint32_t line = 0, column = 0;
  auto operator<=>(const SourcePos&) const = default;
};

// A place in a file as it is shown to the user: `file` is the path as the user gave it, or relative
// to the book's folder.
struct SourceSpan {
  std::string file;
  SourcePos pos;
  auto operator<=>(const SourceSpan&) const = default;
};

enum class Severity { note, warning, error };

// Whether something of the author's is missing from the output (exit code 1), or not.
enum class Loss { none, content };

struct Diagnostic {
  Severity severity = Severity::warning;
  SourceSpan at;
  Message text;
  std::vector<Message> hints;  // how to mend it
  Loss loss = Loss::none;
  bool operator==(const Diagnostic&) const = default;
};

class Diagnostics {
 public:
  void add(Diagnostic diagnostic) { all_.push_back(std::move(diagnostic)); }
  void note(SourceSpan at, Message text, std::vector<Message> hints = {});
  void warn(SourceSpan at, Message text, std::vector<Message> hints = {});
  // A warning that also says: this of the author's content is not in the output.
  void lost(SourceSpan at, Message text, std::vector<Message> hints = {});
  void error(SourceSpan at, Message text, std::vector<Message> hints = {});

  void merge(Diagnostics&& other);
  std::span<const Diagnostic> all() const { return all_; }
  bool empty() const { return all_.empty(); }
  std::size_t count(Severity severity) const;
  bool content_lost() const;

 private:
  std::vector<Diagnostic> all_;
};

// `file:line:column: warning: text` and an indented `hint:` line for each hint; unknown parts are
// left out.
std::string to_string(const Diagnostic& diagnostic, Language language);

// A copy without repetitions, in order of first appearance.
std::vector<Diagnostic> without_duplicates(std::span<const Diagnostic> diagnostics);

}  // namespace munjip
