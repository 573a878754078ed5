// Which glyphs of a font take part in substitution, kerning or mark placement. All others always
// come out as the character's own glyph with its own advance, so that text made of them only needs
// no shaping: in Korean fonts that is nearly all of it.
#pragma once

#include <hb.h>

#include <memory>

namespace munjip {

class LayoutGlyphs {
 public:
  explicit LayoutGlyphs(hb_face_t* face);

  bool takes_part(hb_codepoint_t glyph) const {
    return all_ || hb_set_has(glyphs_.get(), glyph) != 0;
  }

 private:
  void add_lookups(hb_face_t* face, hb_tag_t table);
  void add_kern_table(hb_face_t* face);

  struct SetDeleter {
    void operator()(hb_set_t* set) const { hb_set_destroy(set); }
  };
  using HbSet = std::unique_ptr<hb_set_t, SetDeleter>;
  HbSet glyphs_{hb_set_create()};
  bool all_ = false;  // the font is laid out by tables that cannot be asked
};

}  // namespace munjip
