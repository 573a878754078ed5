// Total-fit line breaking: dynamic programming over (candidate, fitness, run of syllable breaks).
#include "layout/line_break.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace munjip {

namespace {

// Badness of a line whose spaces reach the soft ceiling, and of one ceiling more. With the
// penalties they are tuned on real books (typography.md 2.3): a syllable break is worth a space of
// 0.64 em, a hyphen in Korean text one of 0.75 em.
constexpr double kCeilingBadness = 300, kBeyondCeiling = 18000;
// Demerits of typography.md 2.2; a last line of one syllable is worse than anything but overflow.
constexpr double kTightnessJump = 3000;
constexpr double kConsecutiveSyllables = 5e5;
constexpr double kThirdSyllable = 1e9;  // where nothing else is left
constexpr double kOneSyllableLastLine = 1e10;
constexpr double kShortLastLine = 1e8;
constexpr double kOneWordLastLine = 4e4;
// From here on a looser line than the tolerance allows may be the lesser evil.
constexpr double kUnacceptable = 2e8;
constexpr double kOverfull = 1e13;
// A ragged line is as bad as a justified one when this many em are left at its end.
constexpr double kRaggedStretch = 3;

double penalty_of(BreakGrade grade) {
  switch (grade) {
    case BreakGrade::free:
    case BreakGrade::mandatory:
      return 0;
    case BreakGrade::medium:
      return 300;
    case BreakGrade::syllable:
      return 2800;
    case BreakGrade::hyphen:
      return 500;
    case BreakGrade::joint:
      return 3000;
    case BreakGrade::emergency:
      return 10000;
  }
  return 0;
}

int fitness_of(double ratio) {
  if (ratio < -0.5) return 0;
  if (ratio <= 0.5) return 1;
  return ratio <= 1.5 ? 2 : 3;
}

// How ugly a justified line is. Words may stretch quite freely up to the soft ceiling and hardly
// any further, so that what lies beyond is worth breaking a word.
double badness_of(const LineTotals& line, double ratio, double em) {
  if (ratio <= 0 || line.spaces == 0) return 100 * std::abs(ratio * ratio * ratio);
  const double natural = line.word_stretch.pt() / kWordStretchUnit / line.spaces / em;
  const double share = ratio * kWordStretchUnit * natural / (kWideWordSpace - natural);
  const double beyond = std::max(share - 1, 0.0);
  return kCeilingBadness * share * share * share + kBeyondCeiling * beyond;
}

double last_line_demerits(const LineTotals& line, Length em) {
  if (line.syllables <= 1) return kOneSyllableLastLine;
  if (line.width < em * 2) return kShortLastLine;
  return line.spaces == 0 ? kOneWordLastLine : 0;
}

// The best way to a candidate in one state.
struct Node {
  double total = kForbidden;
  std::int32_t previous = -1;  // node index
  std::uint32_t candidate = 0;
  LineState state;
};

// 4 fitness classes, each with a run of 0, 1 or 2 syllable breaks.
constexpr std::size_t kStates = 12;
std::size_t index_of(const LineState& state) {
  return static_cast<std::size_t>(state.fitness) * 3 +
         static_cast<std::size_t>(state.syllable_breaks);
}

// One run over the candidates between two mandatory breaks.
class Breaker {
 public:
  Breaker(std::span<const BreakCandidate> all, const BreakSettings& settings)
      : all_(all), settings_(settings) {}

  // Lines from candidate `first` to the mandatory one `last`; false where no set of lines fits.
  // With `force` there always is one.
  bool run(std::uint32_t first, std::uint32_t last, std::span<const std::uint32_t> stops,
           bool force);
  double demerits() const { return best_end().total; }
  void collect(BrokenParagraph& out) const;

 private:
  struct Place {
    std::uint32_t candidate = 0;
    std::uint32_t nodes_begin = 0, nodes_end = 0;
  };
  const Node& best_end() const;
  void reach(std::uint32_t candidate, bool is_last);
  void reach_overfull(std::uint32_t candidate);
  void try_line(const Place& from, std::uint32_t to, bool is_last);
  bool add_place(std::uint32_t candidate);
  LineTotals line(std::uint32_t from, std::uint32_t to) const {
    return all_[to].end - all_[from].start;
  }
  Length measure(std::uint32_t from) const {
    return from == 0 ? settings_.first_measure : settings_.measure;
  }

  std::span<const BreakCandidate> all_;
  const BreakSettings& settings_;
  std::vector<Node> nodes_;
  std::vector<Place> places_;
  std::size_t window_ = 0;  // the first place from which a line can still fit
  std::array<Node, kStates> best_;
  bool overfull_ = false;
};

void Breaker::try_line(const Place& from, std::uint32_t to, bool is_last) {
  const LineTotals totals = line(from.candidate, to);
  const Length width = measure(from.candidate);
  for (std::uint32_t n = from.nodes_begin; n < from.nodes_end; ++n) {
    const LineCost cost = line_cost(totals, width, is_last ? BreakGrade::mandatory : all_[to].grade,
                                    all_[to].penalty, settings_, nodes_[n].state);
    const double total = nodes_[n].total + cost.demerits;
    if (!(total < kForbidden)) continue;
    Node& best = best_[index_of(cost.state)];
    if (total < best.total) best = {total, static_cast<std::int32_t>(n), to, cost.state};
  }
}

// Tries lines from every place in the window; places too far back leave it for good, because lines
// only grow.
void Breaker::reach(std::uint32_t candidate, bool is_last) {
  for (std::size_t p = window_; p < places_.size(); ++p) {
    const std::uint32_t from = places_[p].candidate;
    const LineTotals totals = line(from, candidate);
    const double ratio = looseness(totals, measure(from));
    const bool too_wide = settings_.justified ? ratio < -1 : totals.width > measure(from);
    if (too_wide) {
      if (p == window_) ++window_;
      continue;
    }
    if (settings_.justified && !is_last && ratio > settings_.tolerance) break;
    try_line(places_[p], candidate, is_last);
  }
}

// Where not even one stretch between candidates fits: the line stands out over the margin.
void Breaker::reach_overfull(std::uint32_t candidate) {
  const Place& from = places_.back();
  for (std::uint32_t n = from.nodes_begin; n < from.nodes_end; ++n) {
    const double total = nodes_[n].total + kOverfull;
    Node& best = best_[index_of({})];
    if (total < best.total) best = {total, static_cast<std::int32_t>(n), candidate, {}};
  }
  overfull_ = true;
}

bool Breaker::add_place(std::uint32_t candidate) {
  Place place{candidate, static_cast<std::uint32_t>(nodes_.size()), 0};
  for (const Node& node : best_) {
    if (node.total < kForbidden) nodes_.push_back(node);
  }
  place.nodes_end = static_cast<std::uint32_t>(nodes_.size());
  if (place.nodes_begin == place.nodes_end) return false;
  places_.push_back(place);
  return true;
}

bool Breaker::run(std::uint32_t first, std::uint32_t last, std::span<const std::uint32_t> stops,
                  bool force) {
  overfull_ = false;
  window_ = 0;
  // A paragraph of a page or so without growing; longer ones grow.
  nodes_.reserve(std::min<std::size_t>(stops.size() * 2 + 1, 2048));
  places_.reserve(std::min<std::size_t>(stops.size() + 1, 2048));
  nodes_.assign(1, Node{0, -1, first, {}});
  places_.assign(1, Place{first, 0, 1});
  for (const std::uint32_t stop : stops) {
    best_.fill(Node{});
    reach(stop, stop == last);
    if (window_ == places_.size()) {
      if (!force) return false;
      reach_overfull(stop);
      window_ = places_.size() - 1;
    }
    add_place(stop);
  }
  return places_.back().candidate == last;
}

const Node& Breaker::best_end() const {
  const Place& end = places_.back();
  return *std::min_element(nodes_.begin() + end.nodes_begin, nodes_.begin() + end.nodes_end,
                           [](const Node& a, const Node& b) { return a.total < b.total; });
}

void Breaker::collect(BrokenParagraph& out) const {
  out.demerits += best_end().total;
  out.overfull = out.overfull || overfull_;
  const std::size_t start = out.lines.size();
  for (const Node* node = &best_end(); node->previous >= 0;) {
    const Node* previous = &nodes_[static_cast<std::size_t>(node->previous)];
    out.lines.push_back({previous->candidate, node->candidate});
    node = previous;
  }
  std::reverse(out.lines.begin() + static_cast<std::ptrdiff_t>(start), out.lines.end());
}

// The candidates that may be used between `first` and `last`. Emergency breaks (and syllable breaks
// in ragged setting) join only inside a stretch that is wider than the measure.
std::vector<std::uint32_t> stops_between(std::span<const BreakCandidate> all, std::uint32_t first,
                                         std::uint32_t last, const BreakSettings& settings) {
  const Length narrow = std::min(settings.measure, settings.first_measure);
  std::vector<std::uint32_t> stops, held;
  stops.reserve(last - first);
  std::uint32_t open = first;
  for (std::uint32_t i = first + 1; i <= last; ++i) {
    const BreakGrade grade = all[i].grade;
    const bool held_back =
        i < last &&
        (grade == BreakGrade::emergency ||
         (!settings.justified && (grade == BreakGrade::syllable || grade == BreakGrade::hyphen)));
    if (held_back) {
      held.push_back(i);
      continue;
    }
    const LineTotals stretch = all[i].end - all[open].start;
    if (stretch.width > narrow) stops.insert(stops.end(), held.begin(), held.end());
    held.clear();
    stops.push_back(i);
    open = i;
  }
  return stops;
}

}  // namespace

LineTotals& LineTotals::operator+=(const LineTotals& other) {
  width += other.width;
  word_stretch += other.word_stretch;
  word_shrink += other.word_shrink;
  letter_stretch += other.letter_stretch;
  letter_shrink += other.letter_shrink;
  syllables += other.syllables;
  spaces += other.spaces;
  return *this;
}

LineTotals operator-(const LineTotals& a, const LineTotals& b) {
  return {a.width - b.width,
          a.word_stretch - b.word_stretch,
          a.word_shrink - b.word_shrink,
          a.letter_stretch - b.letter_stretch,
          a.letter_shrink - b.letter_shrink,
          a.syllables - b.syllables,
          a.spaces - b.spaces};
}

double looseness(const LineTotals& line, Length measure) {
  const double excess = (measure - line.width).pt();
  if (excess < 0) {
    const double shrink = (line.word_shrink + line.letter_shrink).pt();
    return shrink > 0 ? excess / shrink : -kForbidden;
  }
  if (excess == 0) return 0;
  const double words = line.word_stretch.pt(), letters = line.letter_stretch.pt();
  if (words + letters <= 0) return kForbidden;
  const double together = excess / (words + letters);
  if (together <= kMaxLetterUnits) return together;
  return words > 0 ? (excess - letters * kMaxLetterUnits) / words : kForbidden;
}

LineCost line_cost(const LineTotals& line, Length measure, BreakGrade grade, int penalty,
                   const BreakSettings& settings, const LineState& before) {
  const bool last = grade == BreakGrade::mandatory;
  double ratio = looseness(line, measure);
  if (last) ratio = std::min(ratio, 0.0);
  if (settings.justified ? ratio < -1 : line.width > measure) return {};
  LineCost cost;
  cost.state.fitness = settings.justified ? fitness_of(ratio) : 1;
  if (!settings.justified) {
    ratio = last ? 0 : (measure - line.width).pt() / (kRaggedStretch * settings.em.pt());
  }
  const double badness =
      settings.justified ? badness_of(line, ratio, settings.em.pt()) : 100 * ratio * ratio * ratio;
  // Capped, so that a last line of one syllable stays worse than any loose line.
  const double base = 1 + std::min(badness, 9e4) + penalty_of(grade) + penalty;
  cost.demerits = base * base;
  if (std::abs(cost.state.fitness - before.fitness) > 1) cost.demerits += kTightnessJump;
  if (grade == BreakGrade::syllable || grade == BreakGrade::hyphen) {
    cost.state.syllable_breaks = std::min(before.syllable_breaks + 1, 2);
    if (before.syllable_breaks == 1) cost.demerits += kConsecutiveSyllables;
    if (before.syllable_breaks == 2) cost.demerits += settings.third_syllable_break;
  }
  if (last && settings.justified) cost.demerits += last_line_demerits(line, settings.em);
  return cost;
}

BrokenParagraph break_lines(std::span<const BreakCandidate> candidates,
                            const BreakSettings& settings) {
  BreakSettings lenient = settings;
  lenient.tolerance = kForbidden;
  lenient.third_syllable_break = kThirdSyllable;
  BrokenParagraph out;
  std::uint32_t first = 0;
  for (std::uint32_t i = 1; i < candidates.size(); ++i) {
    if (candidates[i].grade != BreakGrade::mandatory && i + 1 < candidates.size()) continue;
    const std::vector<std::uint32_t> stops = stops_between(candidates, first, i, settings);
    Breaker breaker(candidates, settings);
    if (breaker.run(first, i, stops, false) && breaker.demerits() < kUnacceptable) {
      breaker.collect(out);
    } else {
      Breaker desperate(candidates, lenient);
      desperate.run(first, i, stops, true);
      desperate.collect(out);
    }
    first = i;
  }
  return out;
}

}  // namespace munjip
