// A PDF's objects stored in other ways; what it shows and says stays the same, tags and metadata
// too.
#pragma once

#include <string>
#include <string_view>

#include "book/sheet_options.h"

namespace munjip {

// Smaller, by object streams, and linearised: the first page can be shown before the rest has come.
// PDF/A-2 and PDF/UA-1 allow both, so the file's claims stay true. The same input gives the same
// bytes. Throws Error where libqpdf is missing or refuses the file.
std::string compact(std::string_view pdf);

// Encrypted by AES-256. Each call gives other bytes: salts and vectors are random, as they must be.
// Throws Error(usage) where the file claims PDF/A, which forbids it (ISO 19005-2, 6.1.3).
std::string encrypt(std::string_view pdf, const Protection& protection);

}  // namespace munjip
