// Pieces of reading that the files of several platforms share.
#pragma once

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>

#include "source/html_content_reader.h"

namespace munjip {

// visible_text without characters that no book can hold; empty for a null node.
std::string shown_text_of(HtmlNode node);
// An attribute's value as one line of text.
std::string attribute_text(HtmlNode node, const char* name);
std::string first_filled(std::initializer_list<std::string_view> values);
bool has_any_class(HtmlNode node, std::initializer_list<std::string_view> names);
// The first descendant of `root` with one of the classes, in document order.
HtmlNode find_any_class(HtmlNode root, std::initializer_list<std::string_view> names);

// Adds a link box at the place of `node`; an address without scheme gets https.
void add_link_box(ContentReader& reader, HtmlNode node, LinkBox box, FlowBuilder& flow,
                  const FlowContext& context);

// All pictures of `row` side by side as one figure, with `caption` (in it or not; may be null)
// under them. Other text in the row is listed as dropped.
void read_picture_row(ContentReader& reader, HtmlNode row, HtmlNode caption, FlowBuilder& flow,
                      const FlowContext& context);

// The class of a quotation's look, as style_class gives it for Tistory's: `style1` quotation marks,
// `style2` a line at the side, `style3` a box.
void read_quotation(ContentReader& reader, HtmlNode quotation, HtmlNode credit,
                    std::string_view style, FlowBuilder& flow, const FlowContext& context);

// A scalar of json_fields, empty where there is none.
std::string json_value(const std::map<std::string, std::string>& fields, const std::string& name);

}  // namespace munjip
