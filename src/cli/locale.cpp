#include "cli/locale.h"

#include <cstdlib>

namespace munjip {

Language language_of_locale() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value == nullptr || *value == '\0') continue;
    return std::string_view(value).starts_with("ko") ? Language::korean : Language::english;
  }
  return Language::english;
}

}  // namespace munjip
