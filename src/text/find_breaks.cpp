// Break opportunities of whole texts: words between spaces by the Korean rules, stretches in other
// languages by UAX #14, line ends that the author has set.
#include <algorithm>

#include "text/break_class.h"
#include "text/break_zones.h"
#include "text/korean_breaks.h"
#include "text/latin_breaks.h"
#include "text/soft_binds.h"
#include "text/uax14_breaks.h"
#include "text/url_breaks.h"

namespace munjip {

namespace {

using Class = BreakClass;

// koTeX's default penalty between syllables.
constexpr std::uint16_t kBetweenSyllables = 50;
// A line with spaces of 0.75 em is about as bad (line_break.cpp).
constexpr std::uint16_t kForeignHyphen = 9500;
constexpr std::uint16_t kSplit = 5000;

bool is_blank(Class c) {
  return c == Class::space || c == Class::newline;
}

bool vanishes(Class c) {
  return is_blank(c) || c == Class::zero_width;
}

bool is_language(std::string_view lang, std::string_view primary) {
  return lang.starts_with(primary) && (lang.size() == primary.size() || lang[2] == '-');
}

// UAX #14 serves Japanese and Chinese better than the Korean rules.
bool is_uax14_language(std::string_view lang) {
  return is_language(lang, "ja") || is_language(lang, "zh");
}

BreakGrade grade_of(Cut cut) {
  switch (cut) {
    case Cut::medium:
      return BreakGrade::medium;
    case Cut::syllable:
      return BreakGrade::syllable;
    case Cut::hyphen:
    case Cut::foreign_hyphen:
      return BreakGrade::hyphen;
    case Cut::joint:
    case Cut::split:
      return BreakGrade::joint;
    case Cut::emergency:
      return BreakGrade::emergency;
    case Cut::mandatory:
      return BreakGrade::mandatory;
    case Cut::none:
    case Cut::free:
    case Cut::between:
      break;
  }
  return BreakGrade::free;
}

std::uint16_t penalty_of(Cut cut) {
  if (cut == Cut::between) return kBetweenSyllables;
  if (cut == Cut::foreign_hyphen) return kForeignHyphen;
  return cut == Cut::split ? kSplit : 0;
}

// The cuts of one text. cuts_[i] is before units_[i]; the text's end is not among them.
class TextCuts {
 public:
  TextCuts(std::string_view text, std::span<const BreakZone> zones, double room,
           Hyphenation* hyphenation)
      : text_(text), zones_(zones), room_(room), hyphenation_(hyphenation) {
    read_break_units(text, units_);
    cuts_.assign(units_.size(), Cut::none);
  }

  FoundBreaks find();

 private:
  template <class Visit>
  void for_each_word(Visit visit) const;
  std::span<const BreakUnit> units(std::size_t begin, std::size_t end) const {
    return std::span(units_).subspan(begin, end - begin);
  }
  std::span<Cut> cuts(std::size_t begin, std::size_t end) {
    return std::span(cuts_).subspan(begin, end - begin);
  }
  std::uint32_t offset(std::size_t unit) const {
    return unit < units_.size() ? units_[unit].begin : static_cast<std::uint32_t>(text_.size());
  }
  const BreakZone& zone_at(std::size_t unit);
  void cut_blanks(std::size_t begin, std::size_t end, std::size_t word_end);
  void cut_word(std::size_t begin, std::size_t end);
  void hyphenate();
  void cut_by_uax14(std::size_t begin, std::size_t end, const std::string& lang);
  void cut_zones_by_uax14();
  void cut_complex_runs();
  BreakPoint point_before(std::size_t unit, BreakGrade grade) const;
  std::vector<BreakPoint> points() const;

  std::string_view text_;
  std::span<const BreakZone> zones_;
  double room_;
  Hyphenation* hyphenation_;  // nullptr = no word is divided
  struct Bind {
    std::size_t unit = 0;
    std::uint16_t penalty = 0;
  };

  std::vector<BreakUnit> units_;
  std::vector<Cut> cuts_;
  std::vector<Bind> binds_;  // in order
  std::size_t zone_ = 0;     // of the last zone_at
  std::vector<TextRange> addresses_;
};

// visit(blanks, begin, end): blanks [blanks, begin), then a word [begin, end); either may be empty.
template <class Visit>
void TextCuts::for_each_word(Visit visit) const {
  for (std::size_t blanks = 0; blanks < units_.size();) {
    std::size_t begin = blanks;
    while (begin < units_.size() && is_blank(units_[begin].is)) ++begin;
    std::size_t end = begin;
    while (end < units_.size() && !is_blank(units_[end].is)) ++end;
    visit(blanks, begin, end);
    blanks = end;
  }
}

const BreakZone& TextCuts::zone_at(std::size_t unit) {
  if (zones_[zone_].begin > offset(unit)) zone_ = 0;
  while (zone_ + 1 < zones_.size() && zones_[zone_ + 1].begin <= offset(unit)) ++zone_;
  return zones_[zone_];
}

void TextCuts::cut_word(std::size_t begin, std::size_t end) {
  find_word_cuts(units(begin, end), zone_at(begin).mode, cuts(begin, end));
  for (const UnitRange& address : find_addresses(units(begin, end))) {
    cut_address(units(begin, end), address, cuts(begin, end));
    addresses_.push_back({offset(begin + address.first), offset(begin + address.end)});
  }
}

// The words of one text with those around them, because a single Latin word in Korean text is
// divided more reluctantly than the words of an English sentence.
void TextCuts::hyphenate() {
  std::vector<WordRange> words;
  for_each_word([&](std::size_t, std::size_t begin, std::size_t end) {
    if (end > begin) words.push_back({begin, end});
  });
  find_latin_passages(units_, words);
  auto address = addresses_.begin();
  for (const WordRange& word : words) {
    while (address != addresses_.end() && address->end <= offset(word.begin)) ++address;
    if (address != addresses_.end() && address->begin < offset(word.end)) continue;
    const BreakZone& zone = zone_at(word.begin);
    const bool is_cjk = is_language(zone.lang, "ko") || is_uax14_language(zone.lang);
    LatinWordRule rule{is_cjk ? "en" : zone.lang};
    if (word.in_passage || !is_cjk) rule = {rule.lang, Cut::hyphen, 5, 2};
    if (!zone.hyphens) rule.cut = Cut::none;  // names alone, which show no hyphen
    cut_latin_words(text_, units(word.begin, word.end), rule, *hyphenation_,
                    cuts(word.begin, word.end));
  }
}

void TextCuts::cut_blanks(std::size_t begin, std::size_t end, std::size_t word_end) {
  bool has_ink = begin > 0;
  for (std::size_t i = begin; i < end; ++i) {
    if (units_[i].is != Class::newline) continue;
    if (i + 1 < units_.size()) cuts_[i + 1] = Cut::mandatory;
    has_ink = false;
  }
  // Spaces at a line's start are an indent, not a place to break.
  if (!has_ink || begin == end || end == units_.size()) return;
  if (may_break_at_space(units_[begin - 1], units(end, word_end))) cuts_[end] = Cut::free;
}

void TextCuts::cut_by_uax14(std::size_t begin, std::size_t end, const std::string& lang) {
  const std::uint32_t from = offset(begin);
  for (Cut& cut : cuts(begin + 1, end)) {
    if (cut != Cut::mandatory) cut = Cut::none;
  }
  std::size_t unit = begin;
  for (const std::uint32_t at : uax14_breaks(text_.substr(from, offset(end) - from), lang)) {
    while (unit < end && offset(unit) < from + at) ++unit;
    if (unit < end && offset(unit) == from + at && cuts_[unit] == Cut::none) {
      cuts_[unit] = Cut::free;
    }
  }
}

void TextCuts::cut_zones_by_uax14() {
  std::size_t unit = 0;
  for (std::size_t z = 0; z < zones_.size(); ++z) {
    const std::size_t zone_end = z + 1 < zones_.size() ? zones_[z + 1].begin : text_.size();
    const std::size_t begin = unit;
    while (unit < units_.size() && offset(unit) < zone_end) ++unit;
    if (!is_uax14_language(zones_[z].lang) || unit <= begin) continue;
    cut_by_uax14(begin, unit, std::string(zones_[z].lang.substr(0, 2)));
  }
}

// Runs of Thai and the like, whatever the language of the text around them.
void TextCuts::cut_complex_runs() {
  for (std::size_t i = 0; i < units_.size(); ++i) {
    std::size_t end = i;
    while (end < units_.size() && units_[end].is == Class::complex) ++end;
    if (end > i + 1) cut_by_uax14(i, end, "th");
    i = std::max(i, end);
  }
}

FoundBreaks TextCuts::find() {
  std::size_t earlier = 0;  // where the word before the blanks begins
  for_each_word([&](std::size_t blanks, std::size_t begin, std::size_t end) {
    cut_blanks(blanks, begin, end);
    if (begin == blanks + 1 && end > begin && cuts_[begin] == Cut::free) {
      const std::uint16_t penalty = soft_bind(units(earlier, blanks), units(begin, end));
      if (penalty > 0) binds_.push_back({begin, penalty});
    }
    if (end > begin) cut_word(begin, end);
    earlier = begin;
  });
  if (hyphenation_ != nullptr) hyphenate();
  cut_zones_by_uax14();
  cut_complex_runs();
  for_each_word([this](std::size_t, std::size_t begin, std::size_t end) {
    add_emergency_cuts(units(begin, end), room_, cuts(begin, end));
  });
  return {points(), std::move(addresses_)};
}

// The line's ink ends before the blanks that stand before its end.
BreakPoint TextCuts::point_before(std::size_t unit, BreakGrade grade) const {
  BreakPoint point;
  point.offset = offset(unit);
  point.grade = grade;
  // Not beyond an earlier line's end: two '\n' make an empty line.
  const auto is_earlier_end = [&](std::size_t i) { return cuts_[i] == Cut::mandatory; };
  std::size_t end = unit;
  while (end > 0 && vanishes(units_[end - 1].is) && (end == unit || !is_earlier_end(end))) --end;
  point.line_end = offset(end);
  return point;
}

std::vector<BreakPoint> TextCuts::points() const {
  std::vector<BreakPoint> points;
  points.reserve(units_.size() / 2 + 1);
  auto bind = binds_.begin();
  for (std::size_t i = 1; i < units_.size(); ++i) {
    if (cuts_[i] == Cut::none) continue;
    points.push_back(point_before(i, grade_of(cuts_[i])));
    points.back().penalty = penalty_of(cuts_[i]);
    while (bind != binds_.end() && bind->unit < i) ++bind;
    if (bind != binds_.end() && bind->unit == i) points.back().penalty = bind->penalty;
  }
  points.push_back(point_before(units_.size(), BreakGrade::mandatory));
  return points;
}

}  // namespace

FoundBreaks find_breaks_in_zones(std::string_view text, std::span<const BreakZone> zones,
                                 double room, Hyphenation* hyphenation) {
  return TextCuts(text, zones, room, hyphenation).find();
}

std::vector<BreakPoint> find_breaks(std::string_view text, std::string_view lang, WordBreak mode,
                                    double room) {
  const BreakZone zone{0, lang, mode};
  return find_breaks_in_zones(text, std::span(&zone, 1), room).points;
}

}  // namespace munjip
