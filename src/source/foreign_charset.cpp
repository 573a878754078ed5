#include "source/foreign_charset.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/letters.h"
#include "base/utf8.h"

namespace munjip {

namespace {

// The letters that each language uses most, a third to a half of any prose.
constexpr std::u32string_view kKorean =
    U"이다는을고하에가나지그리어은아도의한니로서기를것사게보시었으자들무소수인달라러내마거면있만대"
    U"우까정"
    U"일여려말운부주해때없음였오치던장할동안와물문생며더간바위제못않집상각모되두과또스란";
constexpr std::u32string_view kSimplifiedChinese =
    U"的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过"
    U"发后"
    U"作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心本前开但"
    U"因只"
    U"从想实日者意它与长把十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应向头文"
    U"体相"
    U"见利二等新己";
constexpr std::u32string_view kTraditionalChinese =
    U"的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過"
    U"發後"
    U"作里用道行所然家種事成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心本前開但"
    U"因只"
    U"從想實日者意它與長把十民第公此已工使情明性知全三又關點正業外將兩高間由問很最重並物手應向頭文"
    U"體相"
    U"見利二等新己";

struct Language {
  std::string_view charset;
  std::u32string_view letters;  // empty: kana
};
constexpr std::array<Language, 4> kLanguages{{{"gbk", kSimplifiedChinese},
                                              {"big5", kTraditionalChinese},
                                              {"shift_jis", {}},
                                              {"euc-jp", {}}}};

// What of a text beyond ASCII is in a language's letters.
struct Share {
  std::size_t letters = 0, all = 0;
  double part() const {
    return all == 0 ? 0 : static_cast<double>(letters) / static_cast<double>(all);
  }
};

Share share_of(std::string_view text, std::u32string_view letters) {
  Share share;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (c < 0x80) continue;
    ++share.all;
    const bool is_one = letters.empty() ? is_kana(c) : letters.find(c) != std::u32string_view::npos;
    if (is_one) ++share.letters;
  }
  return share;
}

constexpr std::string_view kWestern = "windows-1252";
constexpr std::size_t kSample = std::size_t{64} << 10;

// Readings of a sample may end within a character.
bool is_nearly_whole(const ConvertedText& converted, const Share& share) {
  return converted.malformed <= 1 + share.all / 50;
}

// Which of the sets that are told here a page's own word means.
std::string_view family_of(std::string_view declared) {
  struct Name {
    std::string_view label, family;
  };
  static constexpr Name kNames[] = {
      {"gb2312", "gbk"},          {"gb18030", "gbk"},        {"shift-jis", "shift_jis"},
      {"sjis", "shift_jis"},      {"x-sjis", "shift_jis"},   {"windows-31j", "shift_jis"},
      {"iso-8859-1", kWestern},   {"latin1", kWestern},      {"iso-8859-2", kWestern},
      {"iso-8859-9", kWestern},   {"iso-8859-15", kWestern}, {"windows-1250", kWestern},
      {"windows-1254", kWestern},
  };
  const auto* found = std::find_if(std::begin(kNames), std::end(kNames),
                                   [&](const Name& name) { return name.label == declared; });
  return found == std::end(kNames) ? declared : found->family;
}

// The Chinese or Japanese set in which the text reads much better than in `korean`. Without a
// declaration of it, a few letters are no proof.
std::string_view far_eastern_set(std::string_view bytes, double korean, std::string_view declared) {
  constexpr double kMargin = 0.15;
  constexpr std::size_t kLeastLetters = 8;
  const std::string_view sample = bytes.substr(0, kSample);
  std::string_view best;
  double best_part = korean + kMargin;
  for (const Language& language : kLanguages) {
    const auto converted = convert_as_declared(sample, language.charset);
    if (!converted) continue;
    const Share share = share_of(converted->text, language.letters);
    const bool is_declared = family_of(declared) == language.charset;
    const std::size_t least = is_declared ? 1 : kLeastLetters;
    if (share.part() < best_part || share.letters < least || !is_nearly_whole(*converted, share))
      continue;
    best = language.charset;
    best_part = share.part();
  }
  return best;
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Western European: single bytes beyond ASCII among ASCII, where Far Eastern sets have pairs. Of
// CP949 only syllables that nobody writes look like that, and only behind capital letters.
bool is_western(std::string_view bytes, std::size_t malformed_as_korean) {
  std::size_t all = 0, alone = 0, accented = 0;
  const auto is_beyond = [&](std::size_t at) {
    return at < bytes.size() && static_cast<unsigned char>(bytes[at]) >= 0x80;
  };
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    if (!is_beyond(at)) continue;
    const auto byte = static_cast<unsigned char>(bytes[at]);
    constexpr std::string_view kUndefined = "\x81\x8D\x8F\x90\x9D";
    if (kUndefined.find(bytes[at]) != std::string_view::npos) return false;
    ++all;
    if ((at > 0 && is_beyond(at - 1)) || is_beyond(at + 1)) continue;
    ++alone;
    const bool is_in_word =
        (at > 0 && is_letter(bytes[at - 1])) || (at + 1 < bytes.size() && is_letter(bytes[at + 1]));
    if (byte >= 0xC0 && is_in_word) ++accented;
  }
  const bool are_letters = malformed_as_korean > 0 || accented == all;
  return all > 0 && alone * 2 >= all && are_letters;
}

}  // namespace

std::optional<ForeignText> read_as_foreign(std::string_view bytes, const ConvertedText& korean,
                                           std::string_view declared) {
  constexpr double kSurelyKorean = 0.3;
  const double part = share_of(std::string_view(korean.text).substr(0, kSample), kKorean).part();
  std::string charset(far_eastern_set(bytes, part, declared));
  if (charset.empty() && part >= kSurelyKorean) return std::nullopt;
  if (charset.empty() && is_western(bytes, korean.malformed)) charset = kWestern;
  const bool is_sure = !charset.empty();
  if (!is_sure || family_of(declared) == charset) charset = declared;
  std::optional<ConvertedText> converted = convert_as_declared(bytes, charset);
  if (!converted || (!is_sure && converted->malformed >= korean.malformed)) return std::nullopt;
  return ForeignText{std::move(*converted), std::move(charset)};
}

}  // namespace munjip
