// One face of a font file as it is opened: the bytes mapped into memory, FreeType's word that it is
// sound, its names and measures, and HarfBuzz's objects for it.
#pragma once

#include <hb.h>

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/message.h"
#include "text/font.h"

namespace munjip {

// A file's bytes, shared with the system's page cache. Throws nothing; empty where the file cannot
// be mapped.
class MappedFile {
 public:
  MappedFile() = default;
  explicit MappedFile(const std::filesystem::path& file);
  ~MappedFile();
  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;

  std::string_view bytes() const { return {data_, size_}; }

 private:
  const char* data_ = nullptr;
  std::size_t size_ = 0;
};

// What the font's own tables say.
struct FaceFacts {
  std::vector<std::string> families;  // typographic family, family; in every language (UTF-8)
  std::string full_name, postscript_name, version, licence;
  int weight = 400;
  bool italic = false;
  OutlineKind outlines = OutlineKind::truetype;
  Embedding embedding = Embedding::allowed;
  FontMetrics metrics;
};

// The facts, or why the face is not usable.
struct FaceProbe {
  std::optional<FaceFacts> facts;
  Message problem;
  int face_count = 1;
};

// Opens `index` of a TTF, OTF or TTC with FreeType. Safe from any thread.
FaceProbe probe_face(std::string_view bytes, int index);

template <auto destroy>
struct HbDeleter {
  template <class T>
  void operator()(T* object) const {
    destroy(object);
  }
};
using HbFace = std::unique_ptr<hb_face_t, HbDeleter<hb_face_destroy>>;
using HbFont = std::unique_ptr<hb_font_t, HbDeleter<hb_font_destroy>>;

struct HbFonts {
  HbFace face;
  HbFont font;  // OpenType functions, scale = units per em
};

// Immutable; `bytes` must outlive them.
HbFonts make_hb_fonts(std::string_view bytes, int index);

// Fills what needs HarfBuzz: the ink of 가 and the advance of the space.
void measure_ink(const HbFonts& hb, FontMetrics& metrics);

}  // namespace munjip
