// What munjip tells its user, in both languages at once: the two texts stand side by side where
// they are made, and the one that is shown is chosen at the very end (cli), so no stage knows the
// locale.
#pragma once

#include <fmt/format.h>

#include <string>

namespace munjip {

enum class Language { korean, english };

struct Message {
  std::string ko, en;

  const std::string& in(Language language) const { return language == Language::korean ? ko : en; }
  bool operator==(const Message&) const = default;
};

// Both format strings take all of the arguments, in the same order:
//   message("그림을 찾을 수 없습니다: {}", "picture not found: {}", name)
template <class... Args>
Message message(fmt::format_string<const Args&...> ko, fmt::format_string<const Args&...> en,
                const Args&... args) {
  return {fmt::format(ko, args...), fmt::format(en, args...)};
}

}  // namespace munjip
