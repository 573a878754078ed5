// @font-face: families that a sheet brings itself.
#pragma once

#include <filesystem>
#include <optional>

#include "style/style_sheet.h"
#include "style/token_walker.h"

namespace munjip::css {

// At the first token behind the `{` of an @font-face; ends behind its `}`. Font files are looked
// for in the sheet's folder tree and in the fonts/ folder beside that folder; any other address,
// and a file that is not there, is told and left out. Nothing where no family or source is left.
std::optional<FontFaceRule> read_font_face(TokenWalker& walker,
                                           const std::filesystem::path& folder);

}  // namespace munjip::css
