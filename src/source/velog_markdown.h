// Markdown as it was written for velog, whose renderer differs from CommonMark.
#pragma once

#include <string>
#include <string_view>

namespace munjip {

// Whether a Markdown file with its front matter comes from velog: it shows pictures from velog's
// servers, or begins as velog-backup writes its files. On velog a line's end within a paragraph is
// a break.
bool is_velog_markdown(std::string_view markdown);

// `!youtube[id]`, `!codesandbox[id]` and the like, alone on a line outside of code, as HTML. Line
// numbers stay.
std::string with_velog_embeds(std::string_view markdown);

}  // namespace munjip
