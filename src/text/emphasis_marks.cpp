#include "text/emphasis_marks.h"

#include <unicode/uchar.h>

#include <string_view>

namespace munjip {

bool takes_emphasis_mark(char32_t c) {
  constexpr std::u32string_view kSigns = U"#%&@§¶‰‱٪＃％＆＠";
  if (kSigns.find(c) != std::u32string_view::npos) return true;
  const unsigned kind = U_MASK(u_charType(static_cast<UChar32>(c)));
  constexpr unsigned kWithout = U_GC_Z_MASK | U_GC_C_MASK | U_GC_P_MASK | U_GC_M_MASK;
  return (kind & kWithout) == 0;
}

}  // namespace munjip
