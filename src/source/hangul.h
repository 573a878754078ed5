// Composition of Hangul, and of nothing else: whole-text NFC would turn the compatibility Hanja of
// U+F900... into others, and old Hangul must stay a sequence of jamo.
#pragma once

#include <string>

namespace munjip {

// Conjoining jamo L V (T) and LV T of the modern repertoire (Unicode 15, 3.12) become syllables,
// except in a cluster that holds an old jamo or more jamo than one syllable takes: U+1100 U+1161
// U+11F0 stays three. Everything else stays as it is. `text` is valid UTF-8.
std::string compose_hangul(std::string text);

}  // namespace munjip
