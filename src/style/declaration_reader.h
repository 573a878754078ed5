// One declaration of a style rule or a page: what the PDF makes of it, what is said about it, and
// whether the EPUB may have it.
#pragma once

#include <vector>

#include "style/sheet_source.h"
#include "style/token_walker.h"
#include "style/value.h"

namespace munjip::css {

// Whom a part of a sheet is for.
struct Audience {
  bool pdf = true, epub = true;
};

// first_letter: there a float is how the EPUB does what initial-letter does in the PDF.
enum class DeclarationPlace { element, first_letter, page, margin_box };

// Adds the longhands to `declarations` (one for each property and importance: the later wins).
// False where the declaration must not reach the EPUB: it would need a file that is not in the
// package, or EPUB forbids it (EPUB 3.3, 6.3.1.3: direction, unicode-bidi).
bool read_declaration(const RawDeclaration& raw, DeclarationPlace place, Audience audience,
                      SheetSource& source, std::vector<Declaration>& declarations);

}  // namespace munjip::css
