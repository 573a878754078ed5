#include "text/layout_glyphs.h"

#include <hb-ot.h>

#include <cstddef>
#include <string_view>

namespace munjip {

namespace {

// The features that HarfBuzz applies unasked to horizontal text. frac, numr and dnom are missing:
// they need a U+2044, which is never taken for a plain character.
constexpr hb_tag_t kDefaultFeatures[] = {HB_TAG('r', 'v', 'r', 'n'), HB_TAG('c', 'c', 'm', 'p'),
                                         HB_TAG('l', 'o', 'c', 'l'), HB_TAG('m', 'a', 'r', 'k'),
                                         HB_TAG('m', 'k', 'm', 'k'), HB_TAG('a', 'b', 'v', 'm'),
                                         HB_TAG('b', 'l', 'w', 'm'), HB_TAG('r', 'l', 'i', 'g'),
                                         HB_TAG('c', 'a', 'l', 't'), HB_TAG('c', 'l', 'i', 'g'),
                                         HB_TAG('c', 'u', 'r', 's'), HB_TAG('d', 'i', 's', 't'),
                                         HB_TAG('k', 'e', 'r', 'n'), HB_TAG('l', 'i', 'g', 'a'),
                                         HB_TAG('r', 'c', 'l', 't'), HB_TAG('l', 't', 'r', 'a'),
                                         HB_TAG('l', 't', 'r', 'm'), HB_TAG('r', 'a', 'n', 'd'),
                                         HB_TAG('l', 'j', 'm', 'o'), HB_TAG('v', 'j', 'm', 'o'),
                                         HB_TAG('t', 'j', 'm', 'o'), HB_TAG_NONE};

struct BlobDeleter {
  void operator()(hb_blob_t* blob) const { hb_blob_destroy(blob); }
};
using HbBlob = std::unique_ptr<hb_blob_t, BlobDeleter>;

bool has_table(hb_face_t* face, hb_tag_t tag) {
  const HbBlob blob(hb_face_reference_table(face, tag));
  return hb_blob_get_length(blob.get()) > 0;
}

unsigned read_u16(std::string_view bytes, std::size_t at) {
  if (at + 2 > bytes.size()) return 0;
  const unsigned high = static_cast<unsigned char>(bytes[at]);
  const unsigned low = static_cast<unsigned char>(bytes[at + 1]);
  return (high << 8U) | low;
}

}  // namespace

LayoutGlyphs::LayoutGlyphs(hb_face_t* face) {
  // Apple's and Graphite's tables are programs, not lists of glyphs.
  for (const hb_tag_t table :
       {HB_TAG('m', 'o', 'r', 'x'), HB_TAG('m', 'o', 'r', 't'), HB_TAG('k', 'e', 'r', 'x'),
        HB_TAG('t', 'r', 'a', 'k'), HB_TAG('S', 'i', 'l', 'f')}) {
    all_ = all_ || has_table(face, table);
  }
  add_inputs(face, HB_OT_TAG_GSUB);
  add_inputs(face, HB_OT_TAG_GPOS);
  add_kern_table(face);
  add_sensitive(face, HB_OT_TAG_GSUB);
  add_sensitive(face, HB_OT_TAG_GPOS);
}

void LayoutGlyphs::add_inputs(hb_face_t* face, hb_tag_t table) {
  const HbSet lookups(hb_set_create());
  hb_ot_layout_collect_lookups(face, table, nullptr, nullptr, kDefaultFeatures, lookups.get());
  for (hb_codepoint_t lookup = HB_SET_VALUE_INVALID; hb_set_next(lookups.get(), &lookup) != 0;) {
    hb_ot_layout_lookup_collect_glyphs(face, table, lookup, nullptr, inputs_.get(), nullptr,
                                       nullptr);
  }
}

// The inputs of lookups that look at plain glyphs before or after them.
void LayoutGlyphs::add_sensitive(hb_face_t* face, hb_tag_t table) {
  const HbSet lookups(hb_set_create()), inputs(hb_set_create()), around(hb_set_create());
  hb_ot_layout_collect_lookups(face, table, nullptr, nullptr, kDefaultFeatures, lookups.get());
  for (hb_codepoint_t lookup = HB_SET_VALUE_INVALID; hb_set_next(lookups.get(), &lookup) != 0;) {
    hb_set_clear(inputs.get());
    hb_set_clear(around.get());
    hb_ot_layout_lookup_collect_glyphs(face, table, lookup, around.get(), inputs.get(),
                                       around.get(), nullptr);
    hb_set_subtract(around.get(), inputs_.get());
    if (hb_set_is_empty(around.get()) == 0) hb_set_union(sensitive_.get(), inputs.get());
  }
}

// OpenType 1.9, kern: version 0 with subtables of pairs (format 0); any other form counts as all.
void LayoutGlyphs::add_kern_table(hb_face_t* face) {
  const HbBlob blob(hb_face_reference_table(face, HB_TAG('k', 'e', 'r', 'n')));
  unsigned length = 0;
  const char* data = hb_blob_get_data(blob.get(), &length);
  const std::string_view table(data, length);
  if (table.empty()) return;
  constexpr std::size_t kHeader = 4, kSubtableHeader = 14, kPair = 6;
  std::size_t at = kHeader;
  for (unsigned i = 0; i < read_u16(table, 2) && !all_; ++i) {
    const unsigned format = read_u16(table, at + 4) >> 8U, pairs = read_u16(table, at + 6);
    all_ = format != 0 || read_u16(table, 0) != 0;
    for (std::size_t pair = at + kSubtableHeader, n = 0; n < pairs; pair += kPair, ++n) {
      if (pair + kPair > table.size()) break;
      hb_set_add(inputs_.get(), read_u16(table, pair));
      hb_set_add(inputs_.get(), read_u16(table, pair + 2));
    }
    at += kSubtableHeader + pairs * kPair;
  }
  all_ = all_ || read_u16(table, 0) != 0;
}

}  // namespace munjip
