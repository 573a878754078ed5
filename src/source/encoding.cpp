#include "source/encoding.h"

#include <algorithm>
#include <cstdint>
#include <optional>

#include "base/error.h"
#include "base/utf8.h"
#include "source/common_hangul.h"
#include "source/foreign_charset.h"
#include "source/hanyang_pua.h"
#include "source/mixed_lines.h"
#include "source/mojibake.h"

namespace munjip {

namespace {

constexpr std::string_view kUtf8Bom = "\xEF\xBB\xBF";
constexpr std::string_view kUtf16LeBom = "\xFF\xFE";
constexpr std::string_view kUtf16BeBom = "\xFE\xFF";

unsigned byte_at(std::string_view bytes, std::size_t at) {
  return static_cast<unsigned char>(bytes[at]);
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
    const unsigned first = byte_at(bytes, at), second = byte_at(bytes, at + 1);
    const bool is_little = charset == Charset::utf16_le;
    common += is_common_unit(is_little ? first | (second << 8) : (first << 8) | second) ? 1 : 0;
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

// Nothing where the bytes are not in Johab, or the machine has no table of it. A `sample` may end
// within a character.
std::optional<std::size_t> common_syllables_in_johab(std::string_view bytes, bool is_sample) {
  try {
    const ConvertedText converted = convert_to_utf8(bytes, Charset::johab);
    if (converted.malformed > (is_sample ? 1U : 0U)) return std::nullopt;
    return count_common_syllables(converted.text);
  } catch (const Error&) {
    return std::nullopt;
  }
}

// CP949 or Johab by how much common Hangul each gives; nothing where the bytes are neither.
std::optional<Charset> legacy_charset(std::string_view bytes) {
  constexpr std::size_t kSample = std::size_t{64} << 10;
  const std::string_view sample = bytes.substr(0, kSample);
  const auto as_johab = common_syllables_in_johab(sample, sample.size() < bytes.size());
  if (as_johab &&
      *as_johab > count_common_syllables(convert_to_utf8(sample, Charset::cp949).text)) {
    return Charset::johab;
  }
  const bool is_cp949 = convert_to_utf8(bytes, Charset::cp949).malformed == 0;
  return is_cp949 ? std::optional(Charset::cp949) : std::nullopt;
}

// RFC 1557: the designator stands once at the beginning of a line, before any shift.
bool is_iso_2022_kr(std::string_view bytes) {
  const std::size_t designator = bytes.find("\x1B$)C");
  return designator != std::string_view::npos &&
         bytes.find('\x0E', designator) != std::string_view::npos &&
         std::all_of(bytes.begin(), bytes.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

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

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

void warn_of_other_charset(std::string_view declared, std::string_view charset,
                           const SourceSpan& at, Diagnostics& diagnostics) {
  diagnostics.warn(at,
                   message("문자 집합을 {}(이)라고 적어 두었지만 내용은 {}여서 그렇게 읽었습니다",
                           "the file says its character set is {}, but its bytes are {}: read "
                           "as such",
                           declared, charset));
}

// Plain ASCII is the same in every set but UTF-16.
void warn_of_other_declaration(std::string_view text, Charset charset, const SourceSpan& at,
                               Diagnostics& diagnostics) {
  const std::string declared = declared_charset(text);
  if (declared.empty() || names_charset(declared, charset) || is_ascii(text)) return;
  warn_of_other_charset(declared, to_string(charset), at, diagnostics);
}

void warn_of_mixture(const MixedLines& mixed, const SourceSpan& at, Diagnostics& diagnostics) {
  diagnostics.warn(at,
                   message("UTF-8과 CP949가 섞여 있어 줄마다 맞추어 읽었습니다. CP949인 줄: {}개",
                           "UTF-8 and CP949 are mixed; each line was read as what it is. Lines in "
                           "CP949: {}",
                           mixed.cp949_lines),
                   {message("파일을 UTF-8로 다시 저장하세요", "save the file as UTF-8")});
}

void warn_of_mojibake(const SourceSpan& at, Diagnostics& diagnostics) {
  diagnostics.warn(at,
                   message("다른 문자 집합으로 잘못 저장되어 깨진 글이라 되돌려 읽었습니다",
                           "the text was saved in the wrong character set; it was mended"),
                   {message("원본이 있으면 원본을 쓰세요", "use the original if you have it")});
}

struct ReadText {
  ConvertedText converted;
  std::optional<Charset> charset;  // one that Korean texts are in
  std::string declared = {};       // else the set by which a page was read
};

ReadText read_as_korean(std::string_view bytes, Charset charset, ConvertedText converted,
                        const SourceSpan& at, Diagnostics& diagnostics) {
  if (charset == Charset::cp949 || (charset == Charset::utf8 && converted.malformed > 0)) {
    if (auto mixed = decode_mixed_lines(bytes)) {
      warn_of_mixture(*mixed, at, diagnostics);
      converted = {std::move(mixed->text), mixed->malformed};
    }
  }
  if (converted.malformed == 0 && charset == Charset::utf8) {
    if (auto mended = mended_mojibake(converted.text)) {
      warn_of_mojibake(at, diagnostics);
      converted.text = std::move(*mended);
    }
  }
  return {std::move(converted), charset};
}

void tell_of_foreign(std::string_view declared, std::string_view charset, const SourceSpan& at,
                     Diagnostics& diagnostics) {
  if (declared.empty() || declared == charset) {
    diagnostics.note(at, message("문자 집합 {}(으)로 읽었습니다", "read as {}", charset));
    return;
  }
  warn_of_other_charset(declared, charset, at, diagnostics);
}

// Any bytes are something in CP949, Johab and UTF-8 with faults.
bool may_be_foreign(Charset charset, const ConvertedText& converted) {
  return charset == Charset::cp949 || charset == Charset::johab ||
         (charset == Charset::utf8 && converted.malformed > 0);
}

ReadText read_bytes(std::string_view bytes, const SourceSpan& at, Diagnostics& diagnostics) {
  const Charset charset = detect_charset(bytes);
  ConvertedText converted = convert_to_utf8(bytes, charset);
  if (may_be_foreign(charset, converted)) {
    const std::string declared = declared_charset(bytes);
    if (auto foreign = read_as_foreign(bytes, converted, declared)) {
      tell_of_foreign(declared, foreign->charset, at, diagnostics);
      return {std::move(foreign->converted), std::nullopt, std::move(foreign->charset)};
    }
  }
  return read_as_korean(bytes, charset, std::move(converted), at, diagnostics);
}

void warn_of_malformed(std::size_t malformed, std::string_view charset, const SourceSpan& at,
                       Diagnostics& diagnostics) {
  diagnostics.warn(at,
                   message("{}(으)로 읽을 수 없는 곳이 {}군데 있어 �로 바꾸었습니다",
                           "{}: {} malformed places became U+FFFD", charset, malformed),
                   {message("파일이 잘렸거나 여러 인코딩이 섞였습니다. 원본을 다시 저장해 보세요",
                            "the file is cut or mixes encodings; try saving the original again")});
}

std::string with_old_hangul(std::string text, const SourceSpan& at, Diagnostics& diagnostics) {
  OldHangul old_hangul = with_standard_old_hangul(std::move(text));
  if (old_hangul.converted > 0) {
    diagnostics.note(
        at, message("한양 사용자 정의 영역의 옛한글 {}자를 표준 자모로 바꾸었습니다",
                    "{} characters of old Hangul in Hanyang's private use became standard jamo",
                    old_hangul.converted));
  }
  return std::move(old_hangul.text);
}

}  // namespace

Charset detect_charset(std::string_view bytes) {
  if (bytes.starts_with(kUtf8Bom)) return Charset::utf8;
  if (bytes.starts_with(kUtf16LeBom)) return Charset::utf16_le;
  if (bytes.starts_with(kUtf16BeBom)) return Charset::utf16_be;
  // NUL stands in no text of any other set, and in nearly every text in UTF-16 (spaces, digits).
  if (bytes.find('\0') != std::string_view::npos) {
    return utf16_by_pattern(bytes).value_or(Charset::utf8);
  }
  if (is_iso_2022_kr(bytes)) return Charset::iso_2022_kr;
  const Utf8Count count = count_utf8(bytes);
  if (count.malformed * 10 <= count.multibyte) return Charset::utf8;
  if (const auto legacy = legacy_charset(bytes)) return *legacy;
  if (const auto utf16 = utf16_by_pattern(bytes)) return *utf16;
  const std::size_t malformed = convert_to_utf8(bytes, Charset::cp949).malformed;
  return malformed < count.malformed ? Charset::cp949 : Charset::utf8;
}

std::string decode_to_utf8(std::string_view bytes, const std::string& shown_file,
                           Diagnostics& diagnostics) {
  const SourceSpan at{shown_file, {}};
  ReadText read = read_bytes(bytes, at, diagnostics);
  std::size_t controls = 0;
  std::string text = cleaned(std::move(read.converted.text), controls);
  if (read.charset) warn_of_other_declaration(text, *read.charset, at, diagnostics);
  if (read.converted.malformed > 0) {
    warn_of_malformed(read.converted.malformed,
                      read.charset ? to_string(*read.charset) : read.declared, at, diagnostics);
  }
  if (controls > 0) {
    diagnostics.warn(at, message("보이지 않는 제어 문자 {}개를 뺐습니다",
                                 "{} control characters were dropped", controls));
  }
  // What a page of another language has in the private use area is its own.
  return read.charset ? with_old_hangul(std::move(text), at, diagnostics) : text;
}

bool looks_like_text(std::string_view bytes) {
  if (bytes.starts_with(kUtf16LeBom) || bytes.starts_with(kUtf16BeBom)) return true;
  if (is_iso_2022_kr(bytes)) return true;  // its shifts are control characters
  const std::string_view head = bytes.substr(0, 8192);
  if (head.find('\0') != std::string_view::npos && utf16_by_pattern(head)) return true;
  // In compressed data one byte in eight is a control character; a text has a stray one at most.
  const auto controls = std::count_if(head.begin(), head.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && byte != 0x1B;
  });
  return static_cast<std::size_t>(controls) * 20 <= head.size();
}

}  // namespace munjip
