#include "text/hyphenation.h"

#include <fmt/format.h>
#include <hyphen.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <system_error>

#include "base/utf8.h"

namespace munjip {

namespace {

namespace fs = std::filesystem;

// Where Debian's packages put the patterns, as hyph_en_US.dic.
constexpr std::string_view kFolder = "/usr/share/hyphen";
// Longer "words" are no words. A bound on what libhyphen allocates, too.
constexpr std::size_t kLongestWord = 64;
constexpr std::size_t kMaxLanguages = 16;

struct DictDeleter {
  void operator()(HyphenDict* dict) const { hnj_hyphen_free(dict); }
};

// en-GB → en, GB: two or three small letters, and two capitals or nothing.
struct LanguageAndRegion {
  std::string language, region;
};

LanguageAndRegion parts_of(std::string_view lang) {
  LanguageAndRegion parts;
  const std::size_t end = std::min(lang.find('-'), lang.size());
  for (const char c : lang.substr(0, end)) {
    if (std::isalpha(static_cast<unsigned char>(c)) == 0) return {};
    parts.language += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  if (lang.size() - end != 3) return parts;
  for (const char c : lang.substr(end + 1)) {
    if (std::isalpha(static_cast<unsigned char>(c)) == 0) return parts;
    parts.region += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  }
  return parts;
}

// The region's own patterns, else those of the language's usual region, else any of the language.
fs::path pattern_file(const LanguageAndRegion& lang) {
  if (lang.language.size() < 2 || lang.language.size() > 3) return {};
  std::string usual = lang.language == "en" ? "US" : lang.language;
  std::transform(usual.begin(), usual.end(), usual.begin(),
                 [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  const std::string stem = "hyph_" + lang.language;
  std::error_code error;
  for (const std::string& name : {fmt::format("{}_{}.dic", stem, lang.region),
                                  fmt::format("{}_{}.dic", stem, usual), stem + ".dic"}) {
    if (fs::is_regular_file(fs::path(kFolder) / name, error)) return fs::path(kFolder) / name;
  }
  std::vector<fs::path> others;
  for (const auto& entry : fs::directory_iterator(kFolder, error)) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with(stem + "_") && name.ends_with(".dic")) others.push_back(entry.path());
  }
  if (others.empty()) return {};
  return *std::min_element(others.begin(), others.end());
}

}  // namespace

struct Hyphenation::Patterns {
  std::unique_ptr<HyphenDict, DictDeleter> dict;
};

Hyphenation::Hyphenation() = default;
Hyphenation::~Hyphenation() = default;
Hyphenation::Hyphenation(Hyphenation&&) noexcept = default;

Hyphenation::Patterns& Hyphenation::patterns_of(std::string_view lang) {
  for (const auto& [name, patterns] : loaded_) {
    if (name == lang) return *patterns;
  }
  if (loaded_.size() == kMaxLanguages) loaded_.clear();
  auto patterns = std::make_unique<Patterns>();
  const fs::path file = pattern_file(parts_of(lang));
  if (!file.empty()) patterns->dict.reset(hnj_hyphen_load(file.c_str()));
  return *loaded_.emplace_back(std::string(lang), std::move(patterns)).second;
}

std::vector<std::uint32_t> Hyphenation::divide(std::string_view word, std::string_view lang) {
  if (word.empty() || word.size() > kLongestWord) return {};
  const bool is_ascii =
      std::all_of(word.begin(), word.end(), [](unsigned char c) { return c < 0x80; });
  HyphenDict* dict = patterns_of(lang).dict.get();
  // Patterns in a charset of their own would have to be asked in it.
  if (dict == nullptr || (!is_ascii && dict->utf8 == 0)) return {};
  std::string lower(word);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  std::string marks(word.size() + 5, '\0');  // as libhyphen asks for
  char** replacements = nullptr;
  int *places = nullptr, *cuts = nullptr;
  const int failed = hnj_hyphen_hyphenate2(dict, lower.c_str(), static_cast<int>(lower.size()),
                                           marks.data(), nullptr, &replacements, &places, &cuts);
  std::vector<std::uint32_t> found;
  std::size_t letter = 0;
  for (std::size_t at = 0; failed == 0 && at < word.size(); ++letter) {
    next_code_point(word, at);
    // An odd digit after a letter allows a division; a change of letters (Zuk-ker) is not made.
    const bool divides = ((marks[letter] - '0') & 1) != 0;
    const bool changes = replacements != nullptr && replacements[letter] != nullptr;
    if (divides && !changes && at < word.size()) found.push_back(static_cast<std::uint32_t>(at));
  }
  if (replacements != nullptr) {
    for (std::size_t i = 0; i < lower.size(); ++i) std::free(replacements[i]);
  }
  std::free(static_cast<void*>(replacements));
  std::free(places);
  std::free(cuts);
  return found;
}

}  // namespace munjip
