// What the shortcodes of WordPress and its common plugins are, by name.
#pragma once

#include <string_view>

namespace munjip {

enum class ShortcodeKind {
  code,     // a program's text between two tags
  frame,    // an address, or a video's id, of another site
  player,   // audio or video
  gallery,  // pictures by their numbers
  caption,
  unshown,  // known, but a book cannot show it
  unknown
};
ShortcodeKind kind_of_shortcode(std::string_view name);

}  // namespace munjip
