// Which glyphs of a font may be substituted, kerned or carry marks. All others are plain: they
// always come out as the character's own glyph with its own advance, so that text made of them
// needs no shaping: in Korean fonts that is nearly all of it.
#pragma once

#include <hb.h>

#include <memory>

namespace munjip {

class LayoutGlyphs {
 public:
  explicit LayoutGlyphs(hb_face_t* face);

  bool is_plain(hb_codepoint_t glyph) const {
    return !all_ && hb_set_has(inputs_.get(), glyph) == 0;
  }
  // Whether what becomes of the glyph depends on plain ones beside it.
  bool minds_plain(hb_codepoint_t glyph) const {
    return all_ || hb_set_has(sensitive_.get(), glyph) != 0;
  }

 private:
  void add_inputs(hb_face_t* face, hb_tag_t table);
  void add_sensitive(hb_face_t* face, hb_tag_t table);
  void add_kern_table(hb_face_t* face);

  struct SetDeleter {
    void operator()(hb_set_t* set) const { hb_set_destroy(set); }
  };
  using HbSet = std::unique_ptr<hb_set_t, SetDeleter>;
  HbSet inputs_{hb_set_create()}, sensitive_{hb_set_create()};
  bool all_ = false;  // the font is laid out by tables that cannot be asked
};

}  // namespace munjip
