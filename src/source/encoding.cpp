#include "source/encoding.h"

#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <optional>

#include "base/error.h"
#include "base/utf8.h"

namespace munjip {

namespace {

constexpr std::string_view kUtf8Bom = "\xEF\xBB\xBF";
constexpr std::string_view kUtf16LeBom = "\xFF\xFE";
constexpr std::string_view kUtf16BeBom = "\xFE\xFF";

unsigned byte_at(std::string_view bytes, std::size_t at) {
  return static_cast<unsigned char>(bytes[at]);
}

// ---- UTF-16 ----

char32_t utf16_unit(std::string_view bytes, std::size_t at, Charset charset) {
  const unsigned first = byte_at(bytes, at);
  const unsigned second = byte_at(bytes, at + 1);
  return charset == Charset::utf16_le ? first | (second << 8) : (first << 8) | second;
}

bool is_high_surrogate(char32_t unit) {
  return unit >= 0xD800 && unit <= 0xDBFF;
}
bool is_low_surrogate(char32_t unit) {
  return unit >= 0xDC00 && unit <= 0xDFFF;
}

// What a Korean text in UTF-16 is made of. Read with the wrong byte order, ASCII and Hangul fall
// outside of it.
bool is_common_unit(char32_t unit) {
  return unit == '\t' || unit == '\n' || unit == '\r' || (unit >= 0x20 && unit < 0x7F) ||
         unit == 0xA0 || (unit >= 0x2010 && unit <= 0x2027) || (unit >= 0x3000 && unit <= 0x30FF) ||
         (unit >= 0x3131 && unit <= 0x318E) || (unit >= 0xAC00 && unit <= 0xD7A3);
}

// The share of common units in the first few thousand, in percent.
std::size_t utf16_likelihood(std::string_view bytes, Charset charset) {
  const std::size_t end = std::min<std::size_t>(bytes.size() & ~std::size_t{1}, 8192);
  if (end == 0) return 0;
  std::size_t common = 0;
  for (std::size_t at = 0; at < end; at += 2) {
    common += is_common_unit(utf16_unit(bytes, at, charset)) ? 1 : 0;
  }
  return common * 100 / (end / 2);
}

std::optional<Charset> utf16_by_pattern(std::string_view bytes) {
  constexpr std::size_t kSure = 80;  // percent
  const std::size_t le = utf16_likelihood(bytes, Charset::utf16_le);
  const std::size_t be = utf16_likelihood(bytes, Charset::utf16_be);
  if (std::max(le, be) < kSure) return std::nullopt;
  return le >= be ? Charset::utf16_le : Charset::utf16_be;
}

std::string utf16_to_utf8(std::string_view bytes, Charset charset, std::size_t& malformed) {
  std::string out;
  out.reserve(bytes.size() * 3 / 2);
  std::size_t at = 0;
  for (; at + 1 < bytes.size(); at += 2) {
    char32_t c = utf16_unit(bytes, at, charset);
    if (is_high_surrogate(c) && at + 3 < bytes.size() &&
        is_low_surrogate(utf16_unit(bytes, at + 2, charset))) {
      c = 0x10000 + ((c - 0xD800) << 10) + (utf16_unit(bytes, at + 2, charset) - 0xDC00);
      at += 2;
    } else if (is_high_surrogate(c) || is_low_surrogate(c)) {
      c = kReplacement;
      ++malformed;
    }
    append_utf8(out, c);
  }
  if (at < bytes.size()) {
    append_utf8(out, kReplacement);
    ++malformed;
  }
  return out;
}

// ---- CP949 ----

struct ConverterCloser {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};

// ICU's "windows-949" has all 11,172 syllables; its "cp949" and "EUC-KR" are older tables that lose
// most of the 8,822 which KS X 1001 left out (똠, 햏, 뷁).
std::string cp949_to_utf8(std::string_view bytes, std::size_t& malformed) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, ConverterCloser> converter(ucnv_open("windows-949", &status));
  if (U_FAILURE(status)) {
    throw Error(ExitCode::unreadable, {},
                message("ICU에 windows-949 변환표가 없습니다", "ICU lacks the windows-949 table"));
  }
  std::string out;
  out.reserve(bytes.size() * 3 / 2);
  std::array<UChar, 4096> chunk{};
  const char* source = bytes.data();
  const char* const end = source + bytes.size();
  do {
    UChar* target = chunk.data();
    status = U_ZERO_ERROR;
    ucnv_toUnicode(converter.get(), &target, chunk.data() + chunk.size(), &source, end, nullptr, 1,
                   &status);
    // The table lies within the BMP: each unit is a code point.
    for (const UChar* unit = chunk.data(); unit != target; ++unit) {
      malformed += *unit == kReplacement ? 1 : 0;
      append_utf8(out, *unit);
    }
  } while (status == U_BUFFER_OVERFLOW_ERROR);
  return out;
}

// ---- UTF-8 ----

struct Utf8Count {
  std::size_t multibyte = 0, malformed = 0;
};

Utf8Count count_utf8(std::string_view bytes) {
  Utf8Count count;
  for (std::size_t at = 0; at < bytes.size();) {
    if (byte_at(bytes, at) < 0x80) {
      ++at;
      continue;
    }
    const std::size_t begin = at;
    const bool bad = next_code_point(bytes, at) == kReplacement &&
                     bytes.substr(begin, at - begin) != "\xEF\xBF\xBD";
    ++(bad ? count.malformed : count.multibyte);
  }
  return count;
}

std::string repaired_utf8(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size();) append_utf8(out, next_code_point(bytes, at));
  return out;
}

// ---- clean-up ----

// Not allowed in XML 1.0 (2.2), or without meaning in text: C0 but tab and newline, DEL, C1, the
// noncharacters at the end of the BMP.
bool is_control(char32_t c) {
  return (c < 0x20 && c != '\t' && c != '\n') || (c >= 0x7F && c <= 0x9F) || c == 0xFFFE ||
         c == 0xFFFF;
}

bool needs_clean_up(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && byte != '\t' && byte != '\n') || byte == 0x7F || byte == 0xC2 ||
           byte == 0xEF;
  });
}

// Line ends become '\n' (CRLF, CR, NEL), a BOM within the text (two files set together) goes
// without a word, other control characters are counted.
std::string cleaned(std::string text, std::size_t& controls) {
  if (!needs_clean_up(text)) return text;
  constexpr char32_t kNextLine = 0x85;
  constexpr char32_t kBom = 0xFEFF;
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    if (c == '\r' || c == kNextLine) {
      if (c != '\r' || at >= text.size() || text[at] != '\n') out.push_back('\n');
    } else if (is_control(c)) {
      ++controls;
    } else if (c != kBom) {
      out.append(text, begin, at - begin);
    }
  }
  return out;
}

std::string converted(std::string_view bytes, Charset charset, std::size_t& malformed) {
  switch (charset) {
    case Charset::utf16_le:
    case Charset::utf16_be:
      return utf16_to_utf8(bytes, charset, malformed);
    case Charset::cp949:
      return cp949_to_utf8(bytes, malformed);
    case Charset::utf8:
      break;
  }
  malformed = count_utf8(bytes).malformed;
  return malformed == 0 ? std::string(bytes) : repaired_utf8(bytes);
}

}  // namespace

std::string_view to_string(Charset charset) {
  switch (charset) {
    case Charset::utf16_le:
      return "UTF-16LE";
    case Charset::utf16_be:
      return "UTF-16BE";
    case Charset::cp949:
      return "CP949";
    case Charset::utf8:
      break;
  }
  return "UTF-8";
}

Charset detect_charset(std::string_view bytes) {
  if (bytes.starts_with(kUtf8Bom)) return Charset::utf8;
  if (bytes.starts_with(kUtf16LeBom)) return Charset::utf16_le;
  if (bytes.starts_with(kUtf16BeBom)) return Charset::utf16_be;
  // NUL stands in no text of any other set, and in nearly every text in UTF-16 (spaces, digits).
  if (bytes.find('\0') != std::string_view::npos) {
    return utf16_by_pattern(bytes).value_or(Charset::utf8);
  }
  const Utf8Count count = count_utf8(bytes);
  if (count.malformed * 10 <= count.multibyte) return Charset::utf8;
  std::size_t malformed = 0;
  cp949_to_utf8(bytes, malformed);
  if (malformed == 0) return Charset::cp949;
  if (const auto utf16 = utf16_by_pattern(bytes)) return *utf16;
  return malformed < count.malformed ? Charset::cp949 : Charset::utf8;
}

std::string decode_to_utf8(std::string_view bytes, const std::string& shown_file,
                           Diagnostics& diagnostics) {
  const Charset charset = detect_charset(bytes);
  std::size_t malformed = 0;
  std::size_t controls = 0;
  std::string text = cleaned(converted(bytes, charset, malformed), controls);
  if (malformed > 0) {
    diagnostics.warn(
        {shown_file, {}},
        message("{}(으)로 읽을 수 없는 곳이 {}군데 있어 �로 바꾸었습니다",
                "{}: {} malformed places became U+FFFD", to_string(charset), malformed),
        {message("파일이 잘렸거나 여러 인코딩이 섞였습니다. 원본을 다시 저장해 보세요",
                 "the file is cut or mixes encodings; try saving the original again")});
  }
  if (controls > 0) {
    diagnostics.warn({shown_file, {}}, message("보이지 않는 제어 문자 {}개를 뺐습니다",
                                               "{} control characters were dropped", controls));
  }
  return text;
}

bool looks_like_text(std::string_view bytes) {
  if (bytes.starts_with(kUtf16LeBom) || bytes.starts_with(kUtf16BeBom)) return true;
  const std::string_view head = bytes.substr(0, 8192);
  if (head.find('\0') != std::string_view::npos) return utf16_by_pattern(head).has_value();
  // Compressed data without a NUL in its first bytes: one byte in eight is a control character.
  const auto controls = std::count_if(head.begin(), head.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && byte != 0x1B;
  });
  return static_cast<std::size_t>(controls) * 20 <= head.size();
}

}  // namespace munjip
