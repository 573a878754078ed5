#include "source/charset.h"

#include <iconv.h>
#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>

#include <array>
#include <memory>

#include "base/error.h"
#include "base/utf8.h"

namespace munjip {

namespace {

unsigned byte_at(std::string_view bytes, std::size_t at) {
  return static_cast<unsigned char>(bytes[at]);
}

bool is_high_surrogate(char32_t unit) {
  return unit >= 0xD800 && unit <= 0xDBFF;
}
bool is_low_surrogate(char32_t unit) {
  return unit >= 0xDC00 && unit <= 0xDFFF;
}

ConvertedText from_utf8(std::string_view bytes) {
  ConvertedText out;
  out.text.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(bytes, at);
    if (c == kReplacement && bytes.substr(begin, at - begin) != "\xEF\xBF\xBD") ++out.malformed;
    append_utf8(out.text, c);
  }
  return out;
}

ConvertedText from_utf16(std::string_view bytes, bool is_big_endian) {
  const auto unit_at = [&](std::size_t at) -> char32_t {
    const unsigned first = byte_at(bytes, at), second = byte_at(bytes, at + 1);
    return is_big_endian ? (first << 8) | second : first | (second << 8);
  };
  ConvertedText out;
  out.text.reserve(bytes.size() * 3 / 2);
  std::size_t at = 0;
  for (; at + 1 < bytes.size(); at += 2) {
    char32_t c = unit_at(at);
    if (is_high_surrogate(c) && at + 3 < bytes.size() && is_low_surrogate(unit_at(at + 2))) {
      c = 0x10000 + ((c - 0xD800) << 10) + (unit_at(at + 2) - 0xDC00);
      at += 2;
    } else if (is_high_surrogate(c) || is_low_surrogate(c)) {
      c = kReplacement;
      ++out.malformed;
    }
    append_utf8(out.text, c);
  }
  if (at < bytes.size()) {
    append_utf8(out.text, kReplacement);
    ++out.malformed;
  }
  return out;
}

[[noreturn]] void fail_without_table(std::string_view charset) {
  throw Error(
      ExitCode::unreadable, {},
      message("이 컴퓨터에 {} 변환표가 없습니다", "this machine lacks the table of {}", charset));
}

struct ConverterCloser {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};

// ICU's own substitute is U+001A in some tables. `count` is a std::size_t.
void replace_malformed(const void* count, UConverterToUnicodeArgs* args, const char* /*bytes*/,
                       std::int32_t /*length*/, UConverterCallbackReason reason,
                       UErrorCode* status) {
  if (reason > UCNV_IRREGULAR) return;  // not about bytes
  constexpr UChar kSubstitute = kReplacement;
  *status = U_ZERO_ERROR;
  ucnv_cbToUWriteUChars(args, &kSubstitute, 1, 0, status);
  ++*static_cast<std::size_t*>(const_cast<void*>(count));
}

// `name` is ICU's, `shown` the user's. Its tables used here lie within the BMP: each unit is a code
// point.
ConvertedText from_icu(std::string_view bytes, const char* name, std::string_view shown) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, ConverterCloser> converter(ucnv_open(name, &status));
  if (U_FAILURE(status)) fail_without_table(shown);
  ConvertedText out;
  ucnv_setToUCallBack(converter.get(), replace_malformed, &out.malformed, nullptr, nullptr,
                      &status);
  out.text.reserve(bytes.size() * 3 / 2);
  std::array<UChar, 4096> chunk{};
  const char* source = bytes.data();
  const char* const end = source + bytes.size();
  do {
    UChar* target = chunk.data();
    status = U_ZERO_ERROR;
    ucnv_toUnicode(converter.get(), &target, chunk.data() + chunk.size(), &source, end, nullptr, 1,
                   &status);
    for (const UChar* unit = chunk.data(); unit != target; ++unit) append_utf8(out.text, *unit);
  } while (status == U_BUFFER_OVERFLOW_ERROR);
  return out;
}

// RFC 1557: KS X 1001 in seven bits between shifts. ICU's own table has a Japanese dot in the place
// of the middle dot.
ConvertedText from_iso_2022_kr(std::string_view bytes) {
  constexpr std::string_view kDesignator = "\x1B$)C";
  constexpr char kShiftOut = '\x0E', kShiftIn = '\x0F';
  std::string in_eight_bits;
  bool is_shifted = false;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const char c = bytes[at];
    if (bytes.substr(at).starts_with(kDesignator)) {
      at += kDesignator.size() - 1;
    } else if (c == kShiftOut || c == kShiftIn) {
      is_shifted = c == kShiftOut;
    } else {
      const bool is_half = is_shifted && c > ' ' && c < '\x7F';
      in_eight_bits += is_half ? static_cast<char>(static_cast<unsigned char>(c) | 0x80U) : c;
    }
  }
  return from_icu(in_eight_bits, "windows-949", to_string(Charset::iso_2022_kr));
}

class Iconv {
 public:
  explicit Iconv(const char* from) : handle_(::iconv_open("UTF-8", from)) {}
  ~Iconv() {
    if (is_open()) ::iconv_close(handle_);
  }
  Iconv(const Iconv&) = delete;
  Iconv& operator=(const Iconv&) = delete;

  bool is_open() const { return reinterpret_cast<std::intptr_t>(handle_) != -1; }
  // Converts as far as it can; `bytes` is what is left.
  void convert(std::string_view& bytes, std::string& out) {
    std::array<char, 4096> chunk{};
    char* target = chunk.data();
    std::size_t room = chunk.size(), left = bytes.size();
    char* source = const_cast<char*>(bytes.data());
    ::iconv(handle_, &source, &left, &target, &room);
    out.append(chunk.data(), chunk.size() - room);
    bytes.remove_prefix(bytes.size() - left);
  }

 private:
  ::iconv_t handle_;
};

// ICU has no Johab; glibc has. What is ASCII in it is taken as ASCII: glibc follows KS X 1003,
// which has a won sign in the place of the backslash.
ConvertedText from_johab(std::string_view bytes) {
  Iconv iconv("JOHAB");
  if (!iconv.is_open()) fail_without_table(to_string(Charset::johab));
  ConvertedText out;
  out.text.reserve(bytes.size() * 3 / 2);
  while (!bytes.empty()) {
    if (byte_at(bytes, 0) < 0x80) {
      out.text += bytes[0];
      bytes.remove_prefix(1);
      continue;
    }
    std::string_view pair = bytes.substr(0, 2);
    iconv.convert(pair, out.text);
    if (pair.empty() && bytes.size() > 1) {
      bytes.remove_prefix(2);
    } else {
      append_utf8(out.text, kReplacement);
      ++out.malformed;
      bytes.remove_prefix(1);
    }
  }
  return out;
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
    case Charset::johab:
      return "Johab";
    case Charset::iso_2022_kr:
      return "ISO-2022-KR";
    case Charset::utf8:
      break;
  }
  return "UTF-8";
}

ConvertedText convert_to_utf8(std::string_view bytes, Charset charset) {
  switch (charset) {
    case Charset::utf16_le:
      return from_utf16(bytes, false);
    case Charset::utf16_be:
      return from_utf16(bytes, true);
    case Charset::cp949:
      // ICU's "windows-949" has all 11,172 syllables; its "cp949" and "EUC-KR" are older tables
      // that lose most of the 8,822 which KS X 1001 left out (똠, 햏, 뷁).
      return from_icu(bytes, "windows-949", to_string(charset));
    case Charset::johab:
      return from_johab(bytes);
    case Charset::iso_2022_kr:
      return from_iso_2022_kr(bytes);
    case Charset::utf8:
      break;
  }
  return from_utf8(bytes);
}

std::optional<ConvertedText> convert_as_declared(std::string_view bytes,
                                                 std::string_view declared) {
  struct Name {
    std::string_view label;
    const char* icu;
  };
  // Each within the BMP. "iso-8859-1" means windows-1252 on the web, "gb2312" GBK.
  static constexpr Name kNames[] = {
      {"shift_jis", "windows-31j"},     {"shift-jis", "windows-31j"},
      {"sjis", "windows-31j"},          {"x-sjis", "windows-31j"},
      {"windows-31j", "windows-31j"},   {"euc-jp", "EUC-JP"},
      {"gb2312", "windows-936"},        {"gbk", "windows-936"},
      {"gb18030", "windows-936"},       {"big5", "windows-950"},
      {"iso-8859-1", "windows-1252"},   {"latin1", "windows-1252"},
      {"windows-1252", "windows-1252"}, {"iso-8859-2", "ISO-8859-2"},
      {"iso-8859-9", "windows-1254"},   {"iso-8859-15", "ISO-8859-15"},
      {"windows-1250", "windows-1250"}, {"windows-1251", "windows-1251"},
      {"windows-1254", "windows-1254"}, {"koi8-r", "KOI8-R"}};
  for (const Name& name : kNames) {
    if (name.label == declared) return from_icu(bytes, name.icu, declared);
  }
  return std::nullopt;
}

}  // namespace munjip
