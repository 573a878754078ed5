// The user's language.
#pragma once

#include <string_view>

#include "base/message.h"

namespace munjip {

// Korean where LC_ALL, LC_MESSAGES or LANG (the first that is set, as POSIX has it) begins with
// `ko`; else English.
Language language_of_locale();

}  // namespace munjip
