// What a PDF is for, as questions: the other files of this folder ask these and never the profile's
// name.
#pragma once

#include "book/manifest.h"

namespace munjip {

struct Profile {
  // PDF/UA-1 (ISO 14289-1). The structure tree is written in any case.
  bool claims_pdf_ua = true;
  // PDF/A-2a (ISO 19005-2), with an sRGB output intent.
  bool claims_pdf_a = true;
  // Link annotations; on paper there is nothing to press.
  bool has_links = true;
  bool has_outline = true;
  // Pictures with more pixels than this, at their largest printed size, are scaled down.
  double picture_ppi = 300;
};

Profile profile_of(PdfProfile profile);

}  // namespace munjip
