// Tistory's tokens `[##_Image|..._##]`, that stand in bodies copied from its editor and in old
// exports.
#pragma once

#include <string_view>

#include "source/html_content_reader.h"

namespace munjip {

bool has_tistory_tokens(std::string_view text);
// Reads text with tokens in it: pictures become figures, files link boxes; unknown tokens are
// dropped and told. None is ever printed as it stands.
void read_tistory_tokens(ContentReader& reader, std::string_view text, SourcePos at,
                         FlowBuilder& flow, const FlowContext& context);

}  // namespace munjip
