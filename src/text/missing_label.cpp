#include "text/missing_label.h"

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/uldnames.h>
#include <unicode/uscript.h>

#include <array>
#include <memory>

#include "base/ascii.h"
#include "base/utf8.h"
#include "text/emoji_names.h"

namespace munjip {

namespace {

constexpr std::string_view kNoBreakSpace = "\u00A0";

struct NamesCloser {
  void operator()(ULocaleDisplayNames* names) const { uldn_close(names); }
};

std::string script_name(UScriptCode script, const char* locale) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<ULocaleDisplayNames, NamesCloser> names(
      uldn_open(locale, ULDN_STANDARD_NAMES, &status));
  std::array<char16_t, 64> text{};
  if (U_SUCCESS(status)) {
    uldn_scriptDisplayName(names.get(), uscript_getShortName(script), text.data(), text.size() - 1,
                           &status);
  }
  std::string out;
  for (std::size_t i = 0; U_SUCCESS(status) && text[i] != 0; ++i) append_utf8(out, text[i]);
  return out;
}

// As Unicode names it, in small letters; empty for what has no name.
std::string english_name(char32_t c) {
  std::array<char, 128> name{};
  UErrorCode status = U_ZERO_ERROR;
  u_charName(static_cast<UChar32>(c), U_UNICODE_CHAR_NAME, name.data(), name.size(), &status);
  return U_SUCCESS(status) ? ascii_lower(name.data()) : std::string();
}

std::string in_brackets(std::string_view words) {
  std::string out = "[";
  for (const char c : words) {
    if (c == ' ') {
      out += kNoBreakSpace;
    } else {
      out += c;
    }
  }
  return out + ']';
}

Message in_brackets(std::string_view ko, std::string_view en) {
  return {in_brackets(ko), in_brackets(en)};
}

std::size_t count_letters(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto c = static_cast<UChar32>(next_code_point(text, at));
    if (u_hasBinaryProperty(c, UCHAR_GRAPHEME_EXTEND) == 0) ++count;
  }
  return count;
}

}  // namespace

std::string code_points_of(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto code = static_cast<std::uint32_t>(next_code_point(text, at));
    out += fmt::format("{}U+{:04X}", out.empty() ? "" : " ", code);
  }
  return out;
}

Message missing_label(std::string_view slice) {
  std::size_t at = 0;
  const char32_t first = next_code_point(slice, at);
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(static_cast<UChar32>(first), &status);
  const std::string codes = code_points_of(slice);
  if (script == USCRIPT_HAN) return in_brackets("한자 " + codes, "Hanja " + codes);
  if (script == USCRIPT_COMMON) {
    const std::string name = english_name(first);
    const std::string_view korean = korean_emoji_name(first);
    if (name.empty()) return in_brackets(codes, codes);
    return in_brackets(korean.empty() ? name : korean, name);
  }
  const std::string ko = script_name(script, "ko"), en = script_name(script, "en");
  if (script == USCRIPT_UNKNOWN || ko.empty() || en.empty()) return in_brackets(codes, codes);
  const std::size_t count = count_letters(slice);
  const bool says_script = ko.ends_with("문자");
  return in_brackets(fmt::format("{}{} {}자", ko, says_script ? "" : " 문자", count),
                     fmt::format("{} {} letter{}", count, en, count == 1 ? "" : "s"));
}

}  // namespace munjip
