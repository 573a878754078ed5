// What a page says of its character set.
#include <algorithm>
#include <array>

#include "source/charset.h"
#include "source/markup_text.h"

namespace munjip {

namespace {

// Declarations stand in the first 1,024 bytes (HTML, 4.2.5.4); saved pages have longer preambles.
constexpr std::size_t kMaxPreamble = 4096;

// The value of `key=`, quoted or not, after `at`; empty where the next thing is another.
std::string_view value_after(std::string_view text, std::size_t at) {
  at = text.find_first_not_of(" \t\n", at);
  if (at == std::string_view::npos || text[at] != '=') return {};
  at = text.find_first_not_of(" \t\n", at + 1);
  if (at == std::string_view::npos) return {};
  if (text[at] == '"' || text[at] == '\'') ++at;
  const std::size_t end = text.find_first_of(" \t\n\"'>;?/", at);
  return text.substr(at, end == std::string_view::npos ? end : end - at);
}

std::string_view xml_declaration(std::string_view text) {
  if (!text.starts_with("<?xml")) return {};
  const std::string_view declaration = text.substr(0, text.find("?>"));
  const std::size_t key = declaration.find("encoding");
  return key == std::string_view::npos ? std::string_view() : value_after(declaration, key + 8);
}

std::string_view meta_declaration(std::string_view text) {
  for (std::size_t at = text.find("<meta"); at != std::string_view::npos;
       at = text.find("<meta", at + 5)) {
    const std::string_view tag = text.substr(at, text.find('>', at) - at);
    const std::size_t key = tag.find("charset");
    if (key == std::string_view::npos) continue;
    const std::string_view value = value_after(tag, key + 7);
    if (!value.empty()) return value;
  }
  return {};
}

template <std::size_t kCount>
bool is_one_of(std::string_view name, const std::array<std::string_view, kCount>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

std::string declared_charset(std::string_view text) {
  const std::string head = ascii_lower(text.substr(0, kMaxPreamble));
  const std::string_view begin = trim_ascii(head);
  if (!begin.starts_with('<')) return {};
  const std::string_view xml = xml_declaration(begin);
  return std::string(xml.empty() ? meta_declaration(begin) : xml);
}

bool names_charset(std::string_view name, Charset charset) {
  switch (charset) {
    case Charset::utf8:
      return name == "utf-8" || name == "utf8" || name == "unicode-1-1-utf-8";
    case Charset::utf16_le:
      return is_one_of<5>(name, {"utf-16", "utf-16le", "utf16", "unicode", "ucs-2"});
    case Charset::utf16_be:
      return is_one_of<5>(name, {"utf-16", "utf-16be", "utf16", "unicode", "ucs-2"});
    case Charset::cp949:
      return is_one_of<16>(
          name, {"euc-kr", "euckr", "euc_kr", "cp949", "ms949", "uhc", "windows-949",
                 "x-windows-949", "ks_c_5601-1987", "ks_c_5601-1989", "ksc5601", "ksc_5601",
                 "ks_c_5601", "korean", "iso-ir-149", "csksc56011987"});
    case Charset::johab:
      return name == "johab" || name == "cp1361" || name == "ms1361";
    case Charset::iso_2022_kr:
      return name == "iso-2022-kr" || name == "csiso2022kr";
  }
  return false;
}

}  // namespace munjip
