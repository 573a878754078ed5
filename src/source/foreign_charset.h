// Text in a character set that no Korean text is in. Chinese and Japanese sets use the same bytes
// as CP949, so that validity tells nothing: the set is the one whose reading has most of the
// letters that its language is written with.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "source/charset.h"

namespace munjip {

struct ForeignText {
  ConvertedText converted;
  std::string charset;  // a label of the Encoding Standard (4.2)
};

// `korean` is the best reading of `bytes` as Korean, `declared` what the page declares. Nothing
// where that reading is the better one, or nothing is sure: a Korean page that declares a set of
// another language is Korean.
std::optional<ForeignText> read_as_foreign(std::string_view bytes, const ConvertedText& korean,
                                           std::string_view declared);

}  // namespace munjip
