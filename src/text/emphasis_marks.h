// Over which characters emphasis marks stand.
#pragma once

namespace munjip {

// Letters, digits and symbols take a mark; spaces, controls and punctuation take none, but for the
// signs # % & @ § ¶ and their like (CSS Text Decoration 4, 3.3).
bool takes_emphasis_mark(char32_t code_point);

}  // namespace munjip
