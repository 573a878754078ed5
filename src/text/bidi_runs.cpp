#include "text/bidi_runs.h"

#include <unicode/ubidi.h>

#include <memory>
#include <string>

#include "base/utf8.h"

namespace munjip {

namespace {

struct BidiCloser {
  void operator()(UBiDi* bidi) const { ubidi_close(bidi); }
};

bool is_rtl_language(std::string_view lang) {
  for (const std::string_view rtl : {"ar", "he", "fa", "ur", "yi", "ps", "sd", "ug", "dv"}) {
    if (lang.starts_with(rtl) && (lang.size() == rtl.size() || lang[rtl.size()] == '-')) {
      return true;
    }
  }
  return false;
}

// Right-to-left scripts and explicit marks. Their lead bytes in UTF-8: D6-DF, E0 A0 - E0 A3,
// E2 80/81 (marks), EF AC - EF BB (presentation forms), F0 90, F0 9E.
bool may_run_rtl(std::string_view text) {
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    const auto lead = static_cast<unsigned char>(text[i]);
    if (lead < 0xD6) continue;
    const auto second = static_cast<unsigned char>(text[i + 1]);
    if (lead <= 0xDF || (lead == 0xE0 && second >= 0xA0 && second <= 0xA3)) return true;
    if (lead == 0xEF && second >= 0xAC && second <= 0xBB) return true;
    if (lead == 0xF0 && (second == 0x90 || second == 0x9E)) return true;
    if (lead != 0xE2 || i + 2 >= text.size()) continue;
    const auto third = static_cast<unsigned char>(text[i + 2]);
    if (second == 0x80 && (third == 0x8F || (third >= 0xAA && third <= 0xAE))) return true;
    if (second == 0x81 && third >= 0xA6 && third <= 0xA9) return true;
  }
  return false;
}

// UTF-16 with, for each unit, the byte offset of its character.
struct Utf16 {
  std::u16string units;
  std::vector<std::uint32_t> bytes;
};

Utf16 to_utf16(std::string_view text) {
  Utf16 out;
  for (std::size_t at = 0; at < text.size();) {
    const auto begin = static_cast<std::uint32_t>(at);
    const char32_t c = next_code_point(text, at);
    if (c >= 0x10000) {
      out.units.push_back(static_cast<char16_t>(0xD800 + ((c - 0x10000) >> 10)));
      out.units.push_back(static_cast<char16_t>(0xDC00 + ((c - 0x10000) & 0x3FF)));
      out.bytes.push_back(begin);
    } else {
      out.units.push_back(static_cast<char16_t>(c));
    }
    out.bytes.push_back(begin);
  }
  out.bytes.push_back(static_cast<std::uint32_t>(text.size()));
  return out;
}

}  // namespace

std::vector<BidiRun> bidi_runs(std::string_view text, std::string_view lang, bool right_to_left) {
  const bool is_rtl = right_to_left || is_rtl_language(lang);
  const BidiRun whole{0, static_cast<std::uint32_t>(text.size()),
                      static_cast<std::uint8_t>(is_rtl ? 1 : 0)};
  if (!is_rtl && !may_run_rtl(text)) return {whole};
  const Utf16 utf16 = to_utf16(text);
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UBiDi, BidiCloser> bidi(ubidi_open());
  ubidi_setPara(bidi.get(), utf16.units.data(), static_cast<std::int32_t>(utf16.units.size()),
                whole.level, nullptr, &status);
  std::vector<BidiRun> runs;
  const auto length = static_cast<std::int32_t>(utf16.units.size());
  for (std::int32_t at = 0; U_SUCCESS(status) && at < length;) {
    std::int32_t end = 0;
    UBiDiLevel level = 0;
    ubidi_getLogicalRun(bidi.get(), at, &end, &level);
    runs.push_back({utf16.bytes[static_cast<std::size_t>(at)],
                    utf16.bytes[static_cast<std::size_t>(end)], level});
    at = end;
  }
  if (U_FAILURE(status) || runs.empty()) return {whole};
  return runs;
}

}  // namespace munjip
