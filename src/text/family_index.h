// Family names → the faces that are on this machine. Files in fonts/ and of @font-face come first,
// then the files that the catalogue names, then, for a family that neither knows, fontconfig.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/catalogue.h"
#include "text/font.h"
#include "text/font_match.h"
#include "text/system_fonts.h"

namespace munjip {

struct FontSource;

// Not for two threads at once; the Fonts it owns are.
class FamilyIndex {
 public:
  FamilyIndex(std::vector<std::filesystem::path> folders, Diagnostics& diagnostics);

  void add_font_faces(std::span<const FontFaceRule> rules, Diagnostics& diagnostics);

  // A usable face of the family, opened; nothing where it is not on this machine. `ask_system`:
  // fontconfig may be asked.
  FontRef find(std::string_view family, FaceLook look, bool ask_system);
  // The same without opening it: for fallbacks, which are opened when a character needs them.
  FontRef find_unopened(std::string_view family, FaceLook look);

  const Catalogue& catalogue() const { return catalogue_; }
  // serif, sans-serif or monospace; empty for a family that the catalogue does not know.
  std::string_view kind_of(std::string_view family) const;
  // What the catalogue knows of a family, on this machine or not.
  const CatalogueFamily* entry(std::string_view family) const;

  std::vector<FontLibrary::Family> families();
  std::span<const std::unique_ptr<Font>> fonts() const { return fonts_; }

 private:
  struct Known {
    CatalogueFamily entry;
    std::uint32_t first_id = 0;
    bool is_located = false;     // the catalogue's faces have been looked for
    bool was_asked = false;      // fontconfig has been asked
    std::vector<FontRef> faces;  // found, own files first
    std::vector<FontRef> own;    // of fonts/ and @font-face
  };

  void scan_folder(const std::filesystem::path& folder, Diagnostics& diagnostics);
  void add_own_file(const std::filesystem::path& file, Diagnostics& diagnostics);
  bool add_rule_file(const FontFaceRule& rule, const std::filesystem::path& file,
                     Diagnostics& diagnostics);
  bool add_rule_local(const FontFaceRule& rule, const std::string& name);
  void add_rule_face(const FontFaceRule& rule, FontRef font);
  FontRef add_font(FontSource source);
  void add_own_face(FontRef font, std::span<const std::string> names);
  void index_catalogue();
  Known* known(std::string_view family) const;
  Known& known_or_new(const std::string& family);
  void ask_system(Known& family, const std::string& name);
  std::span<const FontRef> locate(Known& family);
  std::filesystem::path file_of(const CatalogueFace& face) const;

  std::vector<std::filesystem::path> roots_;
  Catalogue catalogue_;
  std::vector<std::unique_ptr<Known>> known_;
  std::map<std::string, std::size_t, std::less<>> by_key_;
  std::vector<std::unique_ptr<Font>> fonts_;
  std::uint32_t next_id_ = 0;
  SystemFonts system_;
};

}  // namespace munjip
