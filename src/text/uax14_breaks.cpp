#include "text/uax14_breaks.h"

#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include <memory>

namespace munjip {

namespace {

struct IcuCloser {
  void operator()(UBreakIterator* iterator) const { ubrk_close(iterator); }
  void operator()(UText* text) const { utext_close(text); }
};

}  // namespace

std::vector<std::uint32_t> uax14_breaks(std::string_view text, const std::string& lang) {
  std::vector<std::uint32_t> found;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UText, IcuCloser> utf8(
      utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status));
  // JLREQ's rules for the line's start and end are ICU's strict ones.
  const std::string locale = lang + "@lb=strict";
  const std::unique_ptr<UBreakIterator, IcuCloser> lines(
      ubrk_open(UBRK_LINE, locale.c_str(), nullptr, 0, &status));
  if (U_FAILURE(status)) return found;
  ubrk_setUText(lines.get(), utf8.get(), &status);
  if (U_FAILURE(status)) return found;
  for (std::int32_t at = ubrk_next(lines.get()); at != UBRK_DONE; at = ubrk_next(lines.get())) {
    if (static_cast<std::size_t>(at) < text.size()) found.push_back(static_cast<std::uint32_t>(at));
  }
  return found;
}

}  // namespace munjip
