// Fonts: found through fonts/ (files the user dropped in, then the catalogue fonts/catalogue.toml),
// then fontconfig; opened and checked once with FreeType, shaped with HarfBuzz's own OpenType
// functions.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "base/length.h"
#include "style/style.h"
#include "style/style_sheet.h"

struct hb_face_t;
struct hb_font_t;

namespace munjip {

enum class OutlineKind { truetype, cff_cid_keyed, cff_name_keyed };

// What OS/2.fsType allows (OpenType 1.9, OS/2): only `allowed` and `whole_only` fonts are used.
enum class Embedding { allowed, whole_only, refused };

struct FontMetrics {
  double units_per_em = 1000;
  // In em, y upwards from the baseline:
  double ascender = 0.88, descender = -0.12;  // descender is negative
  double cap_height = 0.7;
  double hangul_top = 0.8,
         hangul_bottom = -0.08;  // ink of 가; equal to the Latin's where the font has no Hangul
  double space = 0.25;           // advance of U+0020
  double underline_position = -0.1, underline_thickness = 0.05;
  double italic_angle = 0;
  double x_min = 0, y_min = 0, x_max = 1, y_max = 1;  // font bounding box
};

// One face of one font file. Immutable and shared by all threads; owned by the FontLibrary, which
// outlives everything that is shaped.
class Font {
 public:
  Font(const Font&) = delete;
  Font& operator=(const Font&) = delete;
  ~Font();

  std::uint32_t id() const;  // 0, 1, 2 ... in order of opening by the catalogue's order, never by
                             // thread timing: compare names for order
  std::string_view family() const;
  std::string_view postscript_name() const;
  std::string_view version() const;  // of the file, from the name table
  std::string_view licence() const;  // from the catalogue or the name table
  const std::filesystem::path& file() const;
  int face_index() const;  // in a collection
  int weight() const;
  bool italic() const;
  OutlineKind outlines() const;
  Embedding embedding() const;
  const FontMetrics& metrics() const;
  hb_font_t* hb() const;       // immutable; scale = units per em
  hb_face_t* hb_face() const;  // immutable
  bool has_glyph(char32_t code_point) const;
  std::uint32_t glyph(char32_t code_point) const;  // 0 = none
  double advance(std::uint32_t glyph) const;       // horizontal, in em

  struct Data;
  explicit Font(std::unique_ptr<Data> data);
  // For the library itself.
  Data& data() const { return *data_; }

 private:
  std::unique_ptr<Data> data_;
};
using FontRef = const Font*;

// The fonts of a process. Opens each file once, at first use; safe to use from any number of
// threads.
class FontLibrary {
 public:
  // `folders`: fonts/ folders searched first, each with files and perhaps a catalogue.toml.
  FontLibrary(std::vector<std::filesystem::path> folders, Diagnostics& diagnostics);
  ~FontLibrary();

  // Families a sheet brings (@font-face); call before anything is shaped.
  void add_font_faces(std::span<const FontFaceRule> rules, Diagnostics& diagnostics);

  // The face of a family nearest to weight and slope (CSS Fonts 4, 5.2); nothing where the family
  // is not on this machine. Generic names (serif, sans-serif, monospace) are families of the
  // catalogue.
  FontRef find(std::string_view family, int weight, bool italic) const;

  // The fonts to try for text of this style, in order: its families, then the catalogue's fallbacks
  // for the generic family, then for symbols and emoji. Never empty: throws Error(usage) where the
  // machine has no Korean font at all.
  std::span<const FontRef> chain(const Style& style) const;

  // One line per family known, for `munjip fonts`.
  struct Family {
    std::string name;
    std::vector<std::filesystem::path> files;
    std::string licence, package, coverage;
    bool installed = false;
  };
  std::vector<Family> families() const;

  // Every font opened so far, ordered by name.
  std::vector<FontRef> opened() const;

  // What was found only when fonts were used: files that turned out to be damaged (warnings) and
  // families that styles name and this machine lacks (notes), in the order of their names. Call
  // once at the end.
  void report_problems(Diagnostics& diagnostics) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace munjip
