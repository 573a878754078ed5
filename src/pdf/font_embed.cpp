#include "pdf/font_embed.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "base/digest.h"
#include "base/error.h"
#include "pdf/flate.h"
#include "pdf/font_subset.h"
#include "pdf/haru.h"
#include "pdf/number.h"
#include "pdf/pdf_string.h"
#include "pdf/to_unicode.h"

namespace munjip {

namespace {

constexpr int kFontLevel = 9;  // once for each font, and read by every reader

// Flags of a font descriptor (ISO 32000-1, table 123).
constexpr int kSymbolic = 1 << 2;
constexpr int kItalic = 1 << 6;

void refuse_where_forbidden(const Font& font) {
  if (font.embedding() != Embedding::refused) return;
  throw Error(
      ExitCode::usage, {font.file().string(), {}},
      message("글꼴 {}은(는) 문서에 넣는 것을 허락하지 않습니다",
              "the font {} does not allow being put into documents", font.postscript_name()),
      {message("다른 글꼴을 지정하세요 (스타일의 font-family).",
               "Name another font (font-family in the style).")});
}

// Six capital letters that stand for the subset (9.6.4); the same subset, the same tag.
std::string subset_tag(const FontCodes& codes) {
  std::string key(codes.font()->postscript_name());
  for (const FontCodes::Glyph& glyph : codes.glyphs()) {
    key += ' ';
    append_integer(key, glyph.id);
  }
  const auto digest = sha256(key);
  std::string tag;
  for (std::size_t i = 0; i < 6; ++i) tag += static_cast<char>('A' + digest[i] % 26);
  return tag;
}

struct CodeWidth {
  std::uint16_t code;
  double width;
};

std::vector<CodeWidth> widths_by_code(const FontCodes& codes) {
  std::vector<CodeWidth> widths;
  widths.reserve(codes.glyphs().size());
  for (const FontCodes::Glyph& glyph : codes.glyphs()) widths.push_back({glyph.code, glyph.width});
  std::sort(widths.begin(), widths.end(),
            [](const CodeWidth& a, const CodeWidth& b) { return a.code < b.code; });
  return widths;
}

bool is_whole(double width) {
  return width == std::floor(width);
}

// /DW is an integer (table 117): readers take a fraction for 1000.
int default_width(const std::vector<CodeWidth>& widths) {
  constexpr int kWithoutDw = 1000;
  std::map<double, std::size_t> counts;
  for (const CodeWidth& one : widths) {
    if (is_whole(one.width)) ++counts[one.width];
  }
  const auto most =
      std::max_element(counts.begin(), counts.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == counts.end() ? kWithoutDw : static_cast<int>(most->first);
}

// /DW and /W (9.7.4.3): the default width left out, the same width over several codes as `first
// last w` (codes between them that nothing uses do not matter), others as `first [w w w]`.
std::string width_entries(const FontCodes& codes) {
  const std::vector<CodeWidth> widths = widths_by_code(codes);
  const int usual = default_width(widths);
  std::string out = "/DW ";
  append_integer(out, usual);
  std::string array;
  const auto same_end = [&](std::size_t first) {
    std::size_t end = first + 1;
    while (end < widths.size() && widths[end].width == widths[first].width) ++end;
    return end;
  };
  constexpr std::size_t kRange = 3;  // shorter ones save nothing
  for (std::size_t i = 0; i < widths.size();) {
    if (widths[i].width == usual) {
      ++i;
      continue;
    }
    if (!array.empty()) array += ' ';
    append_integer(array, widths[i].code);
    const std::size_t end = same_end(i);
    if (end - i >= kRange) {
      array += ' ';
      append_integer(array, widths[end - 1].code);
      array += ' ';
      append_number(array, widths[i].width, 2);
      i = end;
      continue;
    }
    array += '[';
    const std::size_t first = i;
    do {
      if (i > first) array += ' ';
      append_number(array, widths[i].width, 2);
      ++i;
    } while (i < widths.size() && widths[i].code == widths[i - 1].code + 1 &&
             widths[i].width != usual && same_end(i) - i < kRange);
    array += ']';
  }
  if (!array.empty()) out += "/W[" + array + "]";
  return out;
}

std::string descriptor_entries(const Font& font, const std::string& base_name) {
  const FontMetrics& metrics = font.metrics();
  std::string out = "/Type/FontDescriptor/FontName";
  append_name(out, base_name);
  out += "/Flags ";
  append_integer(out, kSymbolic | (font.italic() ? kItalic : 0));
  out += "/FontBBox[";
  for (const double edge : {metrics.x_min, metrics.y_min, metrics.x_max, metrics.y_max}) {
    append_number(out, edge * 1000, 0);
    out += ' ';
  }
  out.back() = ']';
  const std::pair<std::string_view, double> numbers[] = {
      {"/ItalicAngle ", metrics.italic_angle},
      {"/Ascent ", metrics.ascender * 1000},
      {"/Descent ", metrics.descender * 1000},
      {"/CapHeight ", metrics.cap_height * 1000},
      // Not in the font; readers use it only to choose a substitute. 80 at regular, 140 at bold.
      {"/StemV ", 80 + (font.weight() - 400) * 0.2},
  };
  for (const auto& [key, value] : numbers) {
    out += key;
    append_number(out, value, 0);
  }
  return out;
}

// The stream /CIDToGIDMap (9.7.4.3): two bytes for each code.
std::string cid_to_gid_stream(const std::vector<std::uint16_t>& new_gids) {
  std::string bytes;
  bytes.reserve(new_gids.size() * 2);
  for (const std::uint16_t gid : new_gids) {
    bytes += static_cast<char>(gid >> 8);
    bytes += static_cast<char>(gid & 0xFF);
  }
  return deflate(bytes, kFontLevel);
}

// An alias font shows only glyphs that have a text of its number; the first font shows all.
std::string to_unicode_stream(const FontCodes& codes, std::size_t alias) {
  std::vector<CodeText> texts;
  for (const FontCodes::Glyph& glyph : codes.glyphs()) {
    if (alias < glyph.texts.size()) texts.push_back({glyph.code, glyph.texts[alias]});
  }
  std::sort(texts.begin(), texts.end(),
            [](const CodeText& a, const CodeText& b) { return a.code < b.code; });
  return deflate(to_unicode_cmap(texts), kFontLevel);
}

}  // namespace

EmbeddedFont embed_font(const FontCodes& codes) {
  const Font& font = *codes.font();
  refuse_where_forbidden(font);
  const FontProgram program = make_font_program(codes);
  EmbeddedFont embedded;
  if (program.is_subset) embedded.base_name = subset_tag(codes) + '+';
  embedded.base_name += font.postscript_name();
  embedded.is_truetype = program.is_truetype;
  embedded.program = deflate(program.bytes, kFontLevel);
  embedded.program_length = program.bytes.size();
  if (!program.new_gids.empty()) embedded.cid_to_gid = cid_to_gid_stream(program.new_gids);
  embedded.widths = width_entries(codes);
  embedded.descriptor = descriptor_entries(font, embedded.base_name);
  for (std::size_t alias = 0; alias < codes.alias_count(); ++alias) {
    embedded.to_unicode.push_back(to_unicode_stream(codes, alias));
  }
  return embedded;
}

std::vector<ObjectId> write_font(HaruDocument& document, EmbeddedFont font) {
  const std::string flate = "/Filter/FlateDecode";
  std::string program_entries = flate;
  if (font.is_truetype) {
    program_entries += "/Length1 ";
    append_integer(program_entries, static_cast<std::int64_t>(font.program_length));
  } else {
    program_entries += "/Subtype/CIDFontType0C";
  }
  const ObjectId program = document.add_stream(program_entries, std::move(font.program));
  std::string descriptor = std::move(font.descriptor);
  descriptor += font.is_truetype ? "/FontFile2 " : "/FontFile3 ";
  append_reference(descriptor, program);

  std::string base_font = "/BaseFont";
  append_name(base_font, font.base_name);
  std::string descendant = "/Type/Font" + base_font;
  descendant += font.is_truetype ? "/Subtype/CIDFontType2" : "/Subtype/CIDFontType0";
  descendant += "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>" + font.widths;
  descendant += "/FontDescriptor " + reference(document.add(descriptor));
  if (!font.cid_to_gid.empty()) {
    descendant +=
        "/CIDToGIDMap " + reference(document.add_stream(flate, std::move(font.cid_to_gid)));
  } else if (font.is_truetype) {
    descendant += "/CIDToGIDMap/Identity";
  }
  const std::string shared = "/Type/Font/Subtype/Type0" + base_font +
                             "/Encoding/Identity-H/DescendantFonts[" +
                             reference(document.add(descendant)) + "]/ToUnicode ";
  std::vector<ObjectId> fonts;
  for (std::string& cmap : font.to_unicode) {
    fonts.push_back(document.add(shared + reference(document.add_stream(flate, std::move(cmap)))));
  }
  return fonts;
}

}  // namespace munjip
