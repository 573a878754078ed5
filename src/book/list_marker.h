// The numbers of ordered lists as they are printed: one source for the PDF's labels and for lists
// that the EPUB has to number by itself.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "book/content.h"

namespace munjip {

// The fourteen plain consonants, with ㅏ and alone: the order in which Korean public documents and
// law texts count (행정업무운영 편람; 가, 나, 다 ... 하).
inline constexpr std::u32string_view kCountingSyllables = U"가나다라마바사아자차카타파하";
inline constexpr std::u32string_view kCountingJamo = U"ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ";

// `1.`, `a.`, `IV.`, `가.`, `ㄱ.`, `①` (which takes no period); `•` for a bullet, nothing for none.
// A number that the marker has no sign for is printed in digits (`21.`), as CSS counter styles do.
std::string list_label(ListMarker marker, int number,
                       ListDelimiter delimiter = ListDelimiter::period);

// The bullet of a list that stands in `depth` other bulleted lists: `•`, `–`, `·`, then again.
std::string_view bullet_sign(int depth);

// The number of each item: the author's, or one more than the item's before it.
std::vector<int> item_numbers(const List& list);

}  // namespace munjip
