#include "text/font_file.h"

#include <fcntl.h>
#include <ft2build.h>
#include <hb-ot.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <utility>

#include "base/utf8.h"
#include FT_CID_H
#include FT_FREETYPE_H
#include FT_FONT_FORMATS_H
#include FT_SFNT_NAMES_H
#include FT_TRUETYPE_IDS_H
#include FT_TRUETYPE_TABLES_H

namespace munjip {

namespace {

// The largest collections (Noto CJK, all weights) have some 200 MB.
constexpr off_t kMaxFontBytes = off_t{1} << 30;

}  // namespace

MappedFile::MappedFile(const std::filesystem::path& file) {
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return;
  struct stat status = {};
  if (::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode) && status.st_size > 0 &&
      status.st_size <= kMaxFontBytes) {
    const auto size = static_cast<std::size_t>(status.st_size);
    void* data = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, descriptor, 0);
    if (data != MAP_FAILED) {
      data_ = static_cast<const char*>(data);
      size_ = size;
    }
  }
  ::close(descriptor);
}

MappedFile::~MappedFile() {
  if (data_ != nullptr) ::munmap(const_cast<char*>(data_), size_);
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
  std::swap(data_, other.data_);
  std::swap(size_, other.size_);
  return *this;
}

namespace {

using FtLibrary = std::unique_ptr<FT_LibraryRec_, HbDeleter<FT_Done_FreeType>>;
using FtFace = std::unique_ptr<FT_FaceRec_, HbDeleter<FT_Done_Face>>;

std::string utf8_of_utf16be(std::string_view bytes) {
  std::string out;
  for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
    const auto unit = [&](std::size_t at) {
      return static_cast<char32_t>((static_cast<unsigned char>(bytes[at]) << 8) |
                                   static_cast<unsigned char>(bytes[at + 1]));
    };
    char32_t c = unit(i);
    if (c >= 0xD800 && c < 0xDC00 && i + 3 < bytes.size()) {
      c = 0x10000 + ((c - 0xD800) << 10) + ((unit(i + 2) - 0xDC00) & 0x3FF);
      i += 2;
    }
    append_utf8(out, c);
  }
  return out;
}

// Name table strings of Microsoft Unicode and of Macintosh Roman, where that is ASCII.
std::string decode_name(const FT_SfntName& name) {
  const std::string_view bytes(reinterpret_cast<const char*>(name.string), name.string_len);
  if (name.platform_id == TT_PLATFORM_MICROSOFT || name.platform_id == TT_PLATFORM_APPLE_UNICODE) {
    return utf8_of_utf16be(bytes);
  }
  for (const char c : bytes) {
    if (static_cast<unsigned char>(c) >= 0x80) return {};
  }
  return std::string(bytes);
}

void add_unique(std::vector<std::string>& list, const std::string& name) {
  for (const std::string& known : list) {
    if (known == name) return;
  }
  list.push_back(name);
}

// OpenType 1.9, name table: 1 family, 4 full name, 5 version, 13 licence, 16 typographic family.
void read_names(FT_Face face, FaceFacts& facts) {
  std::string typographic, plain_licence;
  const FT_UInt count = FT_Get_Sfnt_Name_Count(face);
  for (FT_UInt i = 0; i < count; ++i) {
    FT_SfntName name;
    if (FT_Get_Sfnt_Name(face, i, &name) != 0) continue;
    const std::string text = decode_name(name);
    if (text.empty()) continue;
    if (name.name_id == TT_NAME_ID_TYPOGRAPHIC_FAMILY || name.name_id == TT_NAME_ID_FONT_FAMILY) {
      add_unique(facts.families, text);
    }
    if (name.name_id == TT_NAME_ID_FULL_NAME && facts.full_name.empty()) facts.full_name = text;
    if (name.name_id == TT_NAME_ID_VERSION_STRING && facts.version.empty()) facts.version = text;
    if (name.name_id == TT_NAME_ID_LICENSE && facts.licence.empty()) facts.licence = text;
  }
  if (const char* name = FT_Get_Postscript_Name(face)) facts.postscript_name = name;
}

// OpenType 1.9, OS/2.fsType: 2 forbids embedding, 0x100 subsetting, 0x200 outlines.
Embedding embedding_of(unsigned fs_type) {
  if ((fs_type & 0xF) == 2 || (fs_type & 0x200) != 0) return Embedding::refused;
  return (fs_type & 0x100) != 0 ? Embedding::whole_only : Embedding::allowed;
}

void read_metrics(FT_Face face, const TT_OS2* os2, FontMetrics& metrics) {
  const double em = face->units_per_EM;
  metrics.units_per_em = em;
  metrics.ascender = face->ascender / em;
  metrics.descender = face->descender / em;
  if (os2 != nullptr && os2->version != 0xFFFF && os2->sTypoAscender > os2->sTypoDescender) {
    metrics.ascender = os2->sTypoAscender / em;
    metrics.descender = os2->sTypoDescender / em;
  }
  if (os2 != nullptr && os2->version != 0xFFFF && os2->version >= 2 && os2->sCapHeight > 0) {
    metrics.cap_height = os2->sCapHeight / em;
  }
  if (const auto* post = static_cast<const TT_Postscript*>(FT_Get_Sfnt_Table(face, FT_SFNT_POST))) {
    metrics.italic_angle = static_cast<double>(post->italicAngle) / 65536.0;
    metrics.underline_position = post->underlinePosition / em;
    if (post->underlineThickness > 0) metrics.underline_thickness = post->underlineThickness / em;
  }
  metrics.x_min = static_cast<double>(face->bbox.xMin) / em;
  metrics.y_min = static_cast<double>(face->bbox.yMin) / em;
  metrics.x_max = static_cast<double>(face->bbox.xMax) / em;
  metrics.y_max = static_cast<double>(face->bbox.yMax) / em;
}

// Which of the outline formats that a PDF takes the face has; nothing for any other.
std::optional<OutlineKind> outlines_of(FT_Face face) {
  const std::string_view format = FT_Get_Font_Format(face);
  FT_ULong length = 0;
  if (format == "TrueType") return OutlineKind::truetype;
  const bool is_cff =
      FT_Load_Sfnt_Table(face, FT_MAKE_TAG('C', 'F', 'F', ' '), 0, nullptr, &length) == 0;
  if (format != "CFF" || !is_cff) return std::nullopt;
  // Only a font whose Top DICT has ROS is CID-keyed; FT_IS_CID_KEYED does not see it inside an
  // sfnt.
  const char *registry = nullptr, *ordering = nullptr;
  FT_Int supplement = 0;
  const bool has_ros =
      FT_Get_CID_Registry_Ordering_Supplement(face, &registry, &ordering, &supplement) == 0;
  return has_ros ? OutlineKind::cff_cid_keyed : OutlineKind::cff_name_keyed;
}

FaceFacts read_facts(FT_Face face, OutlineKind outlines) {
  FaceFacts facts;
  facts.outlines = outlines;
  read_names(face, facts);
  facts.italic = (face->style_flags & FT_STYLE_FLAG_ITALIC) != 0;
  facts.weight = (face->style_flags & FT_STYLE_FLAG_BOLD) != 0 ? 700 : 400;
  const auto* os2 = static_cast<const TT_OS2*>(FT_Get_Sfnt_Table(face, FT_SFNT_OS2));
  if (os2 != nullptr && os2->version != 0xFFFF) {
    if (os2->usWeightClass >= 1 && os2->usWeightClass <= 1000) facts.weight = os2->usWeightClass;
    facts.embedding = embedding_of(os2->fsType);
  }
  read_metrics(face, os2, facts.metrics);
  return facts;
}

}  // namespace

FaceProbe probe_face(std::string_view bytes, int index) {
  FaceProbe probe;
  FT_Library raw_library = nullptr;
  FT_Face raw_face = nullptr;
  if (FT_Init_FreeType(&raw_library) != 0) return probe;
  const FtLibrary library(raw_library);
  if (bytes.empty() ||
      FT_New_Memory_Face(raw_library, reinterpret_cast<const FT_Byte*>(bytes.data()),
                         static_cast<FT_Long>(bytes.size()), index, &raw_face) != 0) {
    probe.problem = message("글꼴 파일이 깨졌거나 글꼴이 아닙니다", "damaged, or no font file");
    return probe;
  }
  const FtFace face(raw_face);
  probe.face_count = static_cast<int>(raw_face->num_faces);
  const bool is_sfnt = FT_IS_SFNT(raw_face) && FT_IS_SCALABLE(raw_face);
  const std::optional<OutlineKind> outlines = is_sfnt ? outlines_of(raw_face) : std::nullopt;
  if (!outlines || bytes.starts_with("wOF") || raw_face->units_per_EM == 0) {
    probe.problem = message("윤곽선이 있는 TTF, OTF, TTC 글꼴만 쓸 수 있습니다",
                            "only TTF, OTF and TTC fonts with outlines can be used");
    return probe;
  }
  if (FT_Load_Glyph(raw_face, 0, FT_LOAD_NO_SCALE) != 0) {
    probe.problem = message("글꼴의 글자 모양을 읽을 수 없습니다", "its glyphs cannot be read");
    return probe;
  }
  probe.facts = read_facts(raw_face, *outlines);
  if (probe.facts->embedding == Embedding::refused) {
    probe.problem = message("글꼴이 문서에 넣는 것을 허락하지 않습니다 (OS/2 fsType)",
                            "the font forbids embedding (OS/2 fsType)");
    probe.facts.reset();
  }
  return probe;
}

HbFonts make_hb_fonts(std::string_view bytes, int index) {
  HbFonts hb;
  hb_blob_t* blob = hb_blob_create(bytes.data(), static_cast<unsigned>(bytes.size()),
                                   HB_MEMORY_MODE_READONLY, nullptr, nullptr);
  hb.face.reset(hb_face_create(blob, static_cast<unsigned>(index)));
  hb_blob_destroy(blob);
  hb.font.reset(hb_font_create(hb.face.get()));
  hb_ot_font_set_funcs(hb.font.get());
  const int scale = static_cast<int>(hb_face_get_upem(hb.face.get()));
  hb_font_set_scale(hb.font.get(), scale, scale);
  hb_face_make_immutable(hb.face.get());
  hb_font_make_immutable(hb.font.get());
  return hb;
}

void measure_ink(const HbFonts& hb, FontMetrics& metrics) {
  const auto extents_of = [&](hb_codepoint_t code, hb_glyph_extents_t& extents) {
    hb_codepoint_t glyph = 0;
    return hb_font_get_nominal_glyph(hb.font.get(), code, &glyph) != 0 &&
           hb_font_get_glyph_extents(hb.font.get(), glyph, &extents) != 0;
  };
  hb_codepoint_t space = 0;
  if (hb_font_get_nominal_glyph(hb.font.get(), ' ', &space) != 0) {
    metrics.space = hb_font_get_glyph_h_advance(hb.font.get(), space) / metrics.units_per_em;
  }
  hb_glyph_extents_t extents = {};
  if (extents_of(U'가', extents) || extents_of('H', extents)) {
    metrics.hangul_top = extents.y_bearing / metrics.units_per_em;
    metrics.hangul_bottom = (extents.y_bearing + extents.height) / metrics.units_per_em;
  }
}

}  // namespace munjip
