// What the file says of itself: the document information dictionary, XMP, and the output intent.
#pragma once

#include <string>

#include "book/book.h"
#include "pdf/haru.h"
#include "pdf/profile.h"

namespace munjip {

// `D:20250131171700+09'00'` (ISO 32000-1, 7.9.4)
std::string pdf_date(const DateTime& moment);
// `2025-01-31T17:17:00+09:00` (XMP, 8.2.1.2)
std::string xmp_date(const DateTime& moment);

// The XMP packet, UTF-8. Claims what the profile claims and nothing else.
std::string xmp_packet(const BookInfo& info, const Profile& profile);

// Info, XMP, /Lang, /ViewerPreferences and the output intent.
void write_metadata(HaruDocument& document, const BookInfo& info, const Profile& profile);

// An ICC profile (version 4.2) of sRGB (IEC 61966-2-1).
std::string srgb_profile();

}  // namespace munjip
