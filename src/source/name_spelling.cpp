#include "source/name_spelling.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

namespace munjip {

std::string composed_name(std::string_view name) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) return std::string(name);
  std::string out;
  nfc->normalize(icu::UnicodeString::fromUTF8(std::string(name)), status).toUTF8String(out);
  return out;
}

std::string case_folded_name(std::string_view name) {
  std::string out;
  icu::UnicodeString::fromUTF8(std::string(name)).foldCase().toUTF8String(out);
  return out;
}

}  // namespace munjip
