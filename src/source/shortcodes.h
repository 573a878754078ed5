// WordPress's shortcodes: `[caption]`, `[gallery]`, `[embed]` and what plugins add to them, as
// HTML.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace munjip {

// A picture or another file that the blog keeps apart from its posts.
struct BlogAttachment {
  std::string address, title, alt, caption;
};

struct BlogAttachments {
  std::map<std::string, BlogAttachment> by_id;
  std::map<std::string, std::vector<std::string>> ids_of_post;  // in the blog's order
};

struct ExpandedShortcodes {
  std::string html;
  std::map<std::string, std::size_t> unknown;  // left out: name → how often
  std::size_t missing_attachments = 0;         // named by a gallery, but not in the export
};

// Text in square brackets is a shortcode where its name is known, where it has attributes, where a
// closing one follows, or where it stands on a line of its own under a name with `_` or `-`; the
// content of an unknown one that is closed stays. Nothing is read within tags, comments,
// preformatted text and code. `post_id` names the post whose pictures a gallery without ids shows.
ExpandedShortcodes expand_shortcodes(std::string_view content, std::string_view post_id,
                                     const BlogAttachments& attachments);

}  // namespace munjip
