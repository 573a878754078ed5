#include "base/diagnostics.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <tuple>

namespace munjip {

void Diagnostics::note(SourceSpan at, Message text, std::vector<Message> hints) {
  add({Severity::note, std::move(at), std::move(text), std::move(hints), Loss::none});
}

void Diagnostics::warn(SourceSpan at, Message text, std::vector<Message> hints) {
  add({Severity::warning, std::move(at), std::move(text), std::move(hints), Loss::none});
}

void Diagnostics::lost(SourceSpan at, Message text, std::vector<Message> hints) {
  add({Severity::warning, std::move(at), std::move(text), std::move(hints), Loss::content});
}

void Diagnostics::error(SourceSpan at, Message text, std::vector<Message> hints) {
  add({Severity::error, std::move(at), std::move(text), std::move(hints), Loss::none});
}

void Diagnostics::merge(Diagnostics&& other) {
  if (all_.empty()) {
    all_ = std::move(other.all_);
  } else {
    all_.insert(all_.end(), std::make_move_iterator(other.all_.begin()),
                std::make_move_iterator(other.all_.end()));
  }
  other.all_.clear();
}

std::size_t Diagnostics::count(Severity severity) const {
  return static_cast<std::size_t>(std::count_if(
      all_.begin(), all_.end(), [&](const Diagnostic& d) { return d.severity == severity; }));
}

bool Diagnostics::content_lost() const {
  return std::any_of(all_.begin(), all_.end(),
                     [](const Diagnostic& d) { return d.loss == Loss::content; });
}

static std::string_view severity_word(Severity severity, Language language) {
  const bool korean = language == Language::korean;
  switch (severity) {
    case Severity::note:
      return korean ? "알림" : "note";
    case Severity::warning:
      return korean ? "주의" : "warning";
    case Severity::error:
      return korean ? "오류" : "error";
  }
  return "";
}

std::string to_string(const Diagnostic& diagnostic, Language language) {
  std::string out;
  if (!diagnostic.at.file.empty()) {
    out += diagnostic.at.file + ":";
    if (diagnostic.at.pos.line != 0) {
      out += fmt::format("{}:", diagnostic.at.pos.line);
      if (diagnostic.at.pos.column != 0) out += fmt::format("{}:", diagnostic.at.pos.column);
    }
    out += ' ';
  }
  out += fmt::format("{}: {}\n", severity_word(diagnostic.severity, language),
                     diagnostic.text.in(language));
  for (const Message& hint : diagnostic.hints) {
    out += fmt::format("  {}: {}\n", language == Language::korean ? "도움말" : "hint",
                       hint.in(language));
  }
  return out;
}

std::vector<Diagnostic> without_duplicates(std::span<const Diagnostic> diagnostics) {
  std::vector<Diagnostic> kept;
  std::set<std::tuple<Severity, SourceSpan, std::string>> seen;
  for (const Diagnostic& d : diagnostics) {
    if (seen.emplace(d.severity, d.at, d.text.en).second) kept.push_back(d);
  }
  return kept;
}

}  // namespace munjip
