// What is particular to Tistory: its editor's elements, and the tokens `[##_Image|..._##]` that
// stand in bodies copied from the editor and in old exports.
#pragma once

#include <string_view>

#include "source/html_content_reader.h"

namespace munjip {

// Reads `node` where it is an element that only Tistory's editor writes; false for any other.
bool read_tistory_element(ContentReader& reader, HtmlNode node, FlowBuilder& flow,
                          const FlowContext& context);

bool has_tistory_tokens(std::string_view text);
// Reads text with tokens in it: pictures become figures, files link boxes; unknown tokens are
// dropped and told. None is ever printed as it stands.
void read_tistory_tokens(ContentReader& reader, std::string_view text, SourcePos at,
                         FlowBuilder& flow, const FlowContext& context);

}  // namespace munjip
