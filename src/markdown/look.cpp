#include <fmt/format.h>

#include "markdown/blocks.h"

namespace munjip {

namespace {

bool is_text_block(const Block& block) {
  return std::holds_alternative<Paragraph>(block.is) || std::holds_alternative<Heading>(block.is);
}

// As the reader gives them to the paragraphs and headings within an element of this look.
std::vector<std::string> classes_of(const Look& look) {
  std::vector<std::string> classes;
  if (!look.align.empty()) classes.push_back(look.align);
  if (look.dir == "rtl") classes.emplace_back("rtl");
  return classes;
}

}  // namespace

Look look_of(const Block& block) {
  Look look{{}, {}, block.lang};
  if (!is_text_block(block)) return look;
  for (const std::string& name : block.classes) {
    if (name == "center" || name == "right") look.align = name;
    if (name == "rtl") look.dir = name;
  }
  return look;
}

std::string look_attributes(const Look& look, const Look& around) {
  std::string out;
  if (look.align != around.align) {
    out += attribute("align", look.align.empty() ? "left" : look.align);
  }
  if (look.dir != around.dir) out += attribute("dir", look.dir.empty() ? "ltr" : look.dir);
  if (look.lang != around.lang) out += attribute("lang", look.lang);
  return out;
}

bool is_plain(const Block& block) {
  return block.classes ==
         (is_text_block(block) ? classes_of(look_of(block)) : std::vector<std::string>());
}

std::string class_attribute(const Block& block) {
  if (is_plain(block)) return {};
  return attribute("data-munjip-class", fmt::format("{}", fmt::join(block.classes, " ")));
}

}  // namespace munjip
