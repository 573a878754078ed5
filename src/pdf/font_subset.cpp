#include "pdf/font_subset.h"

#include <hb-subset.h>
#include <hb.h>

#include <array>
#include <memory>

#include "base/error.h"

namespace munjip {

namespace {

template <auto destroy>
struct Destroy {
  template <class T>
  void operator()(T* object) const {
    destroy(object);
  }
};
using Input = std::unique_ptr<hb_subset_input_t, Destroy<hb_subset_input_destroy>>;
using Plan = std::unique_ptr<hb_subset_plan_t, Destroy<hb_subset_plan_destroy>>;
using Face = std::unique_ptr<hb_face_t, Destroy<hb_face_destroy>>;
using Blob = std::unique_ptr<hb_blob_t, Destroy<hb_blob_destroy>>;

// A PDF shows glyphs by id, lying, at their default instance and in one colour.
constexpr std::array kDroppedTables = {
    "GSUB", "GPOS", "GDEF", "BASE", "JSTF", "kern", "vhea", "vmtx", "VORG",  // layout
    "gasp", "hdmx", "LTSH", "VDMX", "DSIG",                                  // hints, signature
    "fvar", "avar", "gvar", "cvar", "HVAR", "VVAR", "MVAR", "STAT",          // variations
    "COLR", "CPAL", "SVG ", "sbix", "CBDT", "CBLC"};                         // colours

constexpr hb_tag_t kCff = HB_TAG('C', 'F', 'F', ' ');

[[noreturn]] void fail(const Font& font) {
  const std::string file = font.file().string();
  throw Error(ExitCode::unreadable, {file, {}},
              message("글꼴 {}을(를) PDF에 넣을 수 없습니다",
                      "the font {} cannot be put into the PDF", font.postscript_name()),
              {message("글꼴 파일이 깨졌을 수 있습니다. 다시 설치하거나 다른 글꼴을 지정하세요.",
                       "The font file may be broken: install it again, or name another font.")});
}

std::string bytes_of(hb_blob_t* blob) {
  unsigned size = 0;
  const char* bytes = hb_blob_get_data(blob, &size);
  return {bytes, size};
}

Input make_input(const FontCodes& codes) {
  Input input(hb_subset_input_create_or_fail());
  if (!input) fail(*codes.font());
  hb_set_t* glyphs = hb_subset_input_glyph_set(input.get());
  for (const FontCodes::Glyph& glyph : codes.glyphs()) hb_set_add(glyphs, glyph.id);
  unsigned flags = HB_SUBSET_FLAGS_NO_HINTING;
  const OutlineKind outlines = codes.font()->outlines();
  // Subroutines cost more than deflate saves.
  if (outlines != OutlineKind::truetype) flags |= HB_SUBSET_FLAGS_DESUBROUTINIZE;
  // Codes of a name-keyed CFF font are taken for glyph ids of the subset (ISO 32000-1, 9.7.4.2).
  if (outlines == OutlineKind::cff_name_keyed) flags |= HB_SUBSET_FLAGS_RETAIN_GIDS;
  hb_subset_input_set_flags(input.get(), flags);
  hb_set_t* dropped = hb_subset_input_set(input.get(), HB_SUBSET_SETS_DROP_TABLE_TAG);
  for (const char* tag : kDroppedTables) hb_set_add(dropped, hb_tag_from_string(tag, -1));
  return input;
}

std::vector<std::uint16_t> new_gids(const FontCodes& codes, const Plan& plan) {
  const hb_map_t* mapping = hb_subset_plan_old_to_new_glyph_mapping(plan.get());
  std::vector<std::uint16_t> gids;
  if (codes.glyphs().empty()) return gids;
  gids.resize(codes.glyphs().back().id + std::size_t{1});
  for (const FontCodes::Glyph& glyph : codes.glyphs()) {
    gids[glyph.id] = static_cast<std::uint16_t>(hb_map_get(mapping, glyph.id));
  }
  return gids;
}

// A face of a collection as a font of its own.
std::string whole_sfnt(hb_face_t* face) {
  const Face builder(hb_face_builder_create());
  std::array<hb_tag_t, 64> tags;
  unsigned count = tags.size();
  hb_face_get_table_tags(face, 0, &count, tags.data());
  for (unsigned i = 0; i < count; ++i) {
    const Blob table(hb_face_reference_table(face, tags[i]));
    hb_face_builder_add_table(builder.get(), tags[i], table.get());
  }
  return bytes_of(Blob(hb_face_reference_blob(builder.get())).get());
}

}  // namespace

FontProgram make_font_program(const FontCodes& codes) {
  const Font& font = *codes.font();
  FontProgram program;
  program.is_truetype = font.outlines() == OutlineKind::truetype;
  program.is_subset = font.embedding() != Embedding::whole_only;
  if (!program.is_subset) {
    program.bytes = program.is_truetype
                        ? whole_sfnt(font.hb_face())
                        : bytes_of(Blob(hb_face_reference_table(font.hb_face(), kCff)).get());
    return program;
  }
  const Input input = make_input(codes);
  const Plan plan(hb_subset_plan_create_or_fail(font.hb_face(), input.get()));
  if (!plan) fail(font);
  const Face subset(hb_subset_plan_execute_or_fail(plan.get()));
  if (!subset) fail(font);
  const Blob blob(program.is_truetype ? hb_face_reference_blob(subset.get())
                                      : hb_face_reference_table(subset.get(), kCff));
  program.bytes = bytes_of(blob.get());
  if (program.bytes.empty()) fail(font);
  if (program.is_truetype) program.new_gids = new_gids(codes, plan);
  return program;
}

}  // namespace munjip
