#include "pdf/structure_rules.h"

#include <algorithm>
#include <array>
#include <initializer_list>

namespace munjip {

namespace {

bool is_one_of(std::string_view type, std::initializer_list<std::string_view> types) {
  return std::find(types.begin(), types.end(), type) != types.end();
}

bool is_inline(std::string_view type) {
  return is_one_of(type, {"Span", "Quote", "Code", "Link", "Reference", "Ruby"});
}

}  // namespace

std::string_view needed_between(std::string_view parent, std::string_view child) {
  if (parent == "L") return is_one_of(child, {"L", "LI", "Caption"}) ? "" : "LI";
  if (parent == "LI") return is_one_of(child, {"Lbl", "LBody"}) ? "" : "LBody";
  if (parent == "TOC") return is_one_of(child, {"TOC", "TOCI", "Caption"}) ? "" : "TOCI";
  if (parent == "TOCI") {
    if (child == "Link") return "Reference";
    return is_one_of(child, {"Lbl", "Reference", "NonStruct", "P", "TOC"}) ? "" : "P";
  }
  if (parent == "Table") {
    return is_one_of(child, {"TR", "THead", "TBody", "TFoot", "Caption"}) ? "" : "TR";
  }
  if (parent == "TR") return is_one_of(child, {"TH", "TD"}) ? "" : "TD";
  if (is_inline(child)) return content_parent(parent);
  return "";
}

std::string_view content_parent(std::string_view parent) {
  if (is_one_of(parent, {"Document", "Part", "Sect", "Div", "BlockQuote"})) return "P";
  if (parent == "L") return "LI";
  if (parent == "LI") return "LBody";
  if (parent == "TOC") return "TOCI";
  if (parent == "Table") return "TR";
  if (parent == "TR") return "TD";
  return "";
}

}  // namespace munjip
