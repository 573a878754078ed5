// A font's subset and what the PDF says of it: program, widths, descriptor, ToUnicode.
#pragma once

#include <string>
#include <vector>

#include "pdf/glyph_codes.h"

namespace munjip {

class HaruDocument;
struct ObjectId;

// All streams are deflated. Plain values, so that several fonts can be made at once.
struct EmbeddedFont {
  std::string base_name;  // with the subset's tag: `ABCDEF+NotoSerifCJKkr-Regular`
  bool is_truetype = false;
  std::string program;
  std::size_t program_length = 0;       // before deflating
  std::string cid_to_gid;               // TrueType only; empty = Identity
  std::string widths;                   // /DW and /W
  std::string descriptor;               // all entries but the program
  std::vector<std::string> to_unicode;  // by alias
};

// Throws Error(unreadable) where the font cannot be subset, Error(usage) where its licence bits
// forbid embedding.
EmbeddedFont embed_font(const FontCodes& codes);

// Writes the font's objects; the Type0 dictionaries, by alias.
std::vector<ObjectId> write_font(HaruDocument& document, EmbeddedFont font);

}  // namespace munjip
