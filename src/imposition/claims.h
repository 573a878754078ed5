// What a file's XMP packet says that it conforms to.
#pragma once

#include <string>
#include <string_view>

namespace munjip {

bool claims_pdf_a(std::string_view xmp);

// The packet without the claims of PDF/A and PDF/UA and the description of the latter; empty where
// it is not well-formed.
std::string without_claims(std::string_view xmp);

}  // namespace munjip
