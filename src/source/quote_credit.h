// The credit of a quotation, where it is its last line.
#pragma once

#include "book/content.h"

namespace munjip {

// Takes the last line off the last paragraph of `children` where it names the source: a line like
// `— 이름` (book/credit_line.h), or one that is all `cite`. Empty where there is none, or where the
// quotation would be left with nothing.
Inlines take_credit(Blocks& children);

// A passage that is no quotation keeps such a line as a paragraph of class `credit`.
void set_credit_apart(Blocks& children, SourcePos at);

}  // namespace munjip
