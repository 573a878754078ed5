#include "source/shortcode_kind.h"

#include <algorithm>
#include <iterator>

namespace munjip {

namespace {

struct NamedKind {
  std::string_view name;
  ShortcodeKind kind;
};

constexpr NamedKind kNames[] = {
    {"code", ShortcodeKind::code},         {"sourcecode", ShortcodeKind::code},
    {"source", ShortcodeKind::code},       {"highlight", ShortcodeKind::code},
    {"prettify", ShortcodeKind::code},     {"embed", ShortcodeKind::frame},
    {"youtube", ShortcodeKind::frame},     {"vimeo", ShortcodeKind::frame},
    {"dailymotion", ShortcodeKind::frame}, {"googlemaps", ShortcodeKind::frame},
    {"soundcloud", ShortcodeKind::frame},  {"audio", ShortcodeKind::player},
    {"video", ShortcodeKind::player},      {"gallery", ShortcodeKind::gallery},
    {"caption", ShortcodeKind::caption},   {"wp_caption", ShortcodeKind::caption},
    {"playlist", ShortcodeKind::unshown},  {"toc", ShortcodeKind::unshown},
};

}  // namespace

ShortcodeKind kind_of_shortcode(std::string_view name) {
  const auto* found = std::find_if(std::begin(kNames), std::end(kNames),
                                   [&](const NamedKind& entry) { return entry.name == name; });
  return found == std::end(kNames) ? ShortcodeKind::unknown : found->kind;
}

}  // namespace munjip
