// What the shortcodes of pictures, frames and players say.
#pragma once

#include <string>
#include <string_view>

#include "source/shortcode_tag.h"
#include "source/shortcodes.h"

namespace munjip {

// A figure with the words under it, which are HTML.
std::string attachment_html(const BlogAttachment& picture);

// The address in `content`, which stands between the tags, in an attribute, or alone; a video's id
// becomes an address. May be something else, or empty.
std::string frame_address(const ShortcodeTag& code, std::string_view content);

// Of audio and video; empty where there is none.
std::string recording_address(const ShortcodeTag& code);

}  // namespace munjip
