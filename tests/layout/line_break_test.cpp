#include "layout/line_break.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <optional>
#include <random>

using namespace munjip;

namespace {

// Words of `lengths` syllables of 10 pt with spaces of 3 pt; syllable breaks inside a word where
// two syllables stand on each side.
std::vector<BreakCandidate> words(const std::vector<int>& lengths, bool inside = true) {
  std::vector<BreakCandidate> all(1);
  LineTotals at;
  const auto syllable = [&](bool gap) {
    at.width += Length::pt(10);
    at.syllables += 1;
    if (!gap) return;
    at.letter_stretch += Length::pt(0.2);
    at.letter_shrink += Length::pt(0.15);
  };
  for (std::size_t w = 0; w < lengths.size(); ++w) {
    for (int s = 0; s < lengths[w]; ++s) {
      syllable(false);
      if (s + 1 == lengths[w]) break;
      LineTotals after = at;
      after.letter_stretch += Length::pt(0.2);
      after.letter_shrink += Length::pt(0.15);
      const bool allowed = inside && s >= 1 && lengths[w] - s - 1 >= 2;
      all.push_back({at, after, allowed ? BreakGrade::syllable : BreakGrade::emergency});
      at = after;
    }
    BreakCandidate end{at, at, BreakGrade::free};
    end.start.width += Length::pt(3);
    end.start.word_stretch += Length::pt(1.5);
    end.start.word_shrink += Length::pt(0.6);
    end.start.spaces += 1;
    all.push_back(end);
    at = end.start;
  }
  all.back().grade = BreakGrade::mandatory;
  return all;
}

// The least demerits over every way to break, by trying all of them.
void search(const std::vector<BreakCandidate>& all, const BreakSettings& settings,
            std::uint32_t from, const LineState& state, double so_far, double& best) {
  for (std::uint32_t to = from + 1; to < all.size(); ++to) {
    if (all[to].grade == BreakGrade::emergency) continue;
    const LineTotals line = all[to].end - all[from].start;
    const Length measure = from == 0 ? settings.first_measure : settings.measure;
    const bool last = to + 1 == all.size();
    if (!last && looseness(line, measure) > settings.tolerance) continue;
    const LineCost cost = line_cost(line, measure, all[to].grade, all[to].penalty, settings, state);
    const double total = so_far + cost.demerits;
    if (!(total < kForbidden)) continue;
    if (last) {
      best = std::min(best, total);
    } else {
      search(all, settings, to, cost.state, total, best);
    }
  }
}

BreakSettings settings_of(double measure, double indent = 0) {
  BreakSettings settings;
  settings.measure = Length::pt(measure);
  settings.first_measure = Length::pt(measure - indent);
  settings.em = Length::pt(10);
  return settings;
}

void check_whole(const BrokenParagraph& broken, std::size_t candidates) {
  REQUIRE(!broken.lines.empty());
  CHECK(broken.lines.front().from == 0);
  CHECK(broken.lines.back().to == candidates - 1);
  for (std::size_t i = 1; i < broken.lines.size(); ++i) {
    CHECK(broken.lines[i].from == broken.lines[i - 1].to);
  }
}

}  // namespace

TEST_CASE("total fit finds the demerits of an exhaustive search on 1,000 random paragraphs") {
  std::mt19937 random(20250131);
  int compared = 0;
  for (int round = 0; round < 1000; ++round) {
    std::vector<int> lengths(3 + random() % 10);
    for (int& length : lengths) length = 1 + static_cast<int>(random() % 6);
    auto all = words(lengths);
    // Every grade and penalty: bound words, words in other letters, addresses.
    for (BreakCandidate& one : all) {
      if (one.grade == BreakGrade::free && random() % 8 == 0) one.penalty = 500;
      if (one.grade != BreakGrade::syllable || random() % 4 != 0) continue;
      constexpr BreakGrade kOthers[] = {BreakGrade::medium, BreakGrade::hyphen, BreakGrade::joint};
      one.grade = kOthers[random() % 3];
      if (one.grade == BreakGrade::hyphen) one.end.width += Length::pt(3);
    }
    const BreakSettings settings =
        settings_of(70 + static_cast<double>(random() % 120), round % 2 == 0 ? 10 : 0);
    double best = kForbidden;
    search(all, settings, 0, {}, 0, best);
    const BrokenParagraph broken = break_lines(all, settings);
    check_whole(broken, all.size());
    if (best > 5e7) {                 // then anything looser that is better counts too
      if (all.size() > 22) continue;  // 2^n ways
      BreakSettings lenient = settings;
      lenient.tolerance = kForbidden;
      lenient.third_syllable_break = 1e9;
      best = kForbidden;
      search(all, lenient, 0, {}, 0, best);
    } else {
      ++compared;
    }
    if (broken.overfull) continue;
    CHECK(broken.demerits == doctest::Approx(best).epsilon(1e-12));
  }
  CHECK(compared > 500);  // ... without any leniency
}

TEST_CASE("no line shrinks below its limit or leaves the measure, at any width") {
  std::mt19937 random(7);
  std::vector<int> lengths(300);
  for (int& length : lengths) length = 1 + static_cast<int>(random() % 9);
  const auto all = words(lengths);
  for (int width = 30; width <= 400; width += 7) {
    const BreakSettings settings = settings_of(width, 10);
    const BrokenParagraph broken = break_lines(all, settings);
    check_whole(broken, all.size());
    CHECK(!broken.overfull);
    for (const BrokenLine& line : broken.lines) {
      const Length measure = line.from == 0 ? settings.first_measure : settings.measure;
      CHECK(looseness(all[line.to].end - all[line.from].start, measure) >= -1);
    }
  }
}

TEST_CASE("emergency breaks are used only inside a word longer than the measure") {
  const auto all = words({3, 30, 2}, false);
  const BrokenParagraph broken = break_lines(all, settings_of(100));
  check_whole(broken, all.size());
  CHECK(!broken.overfull);
  CHECK(broken.lines.size() >= 4);

  // `word` mode: at spaces only where every word fits (typography.md, checklist 13).
  const auto fitting = words({2, 7, 3, 6, 9, 4}, false);
  for (const BrokenLine& line : break_lines(fitting, settings_of(95)).lines) {
    CHECK(fitting[line.to].grade != BreakGrade::emergency);
  }
}

TEST_CASE("a last line of one syllable is avoided (typography.md, checklist 30)") {
  for (int width = 60; width < 240; width += 5) {
    const auto all = words({3, 4, 2, 3, 5, 2, 4, 3, 2, 1});
    const auto lines = break_lines(all, settings_of(width)).lines;
    const BrokenLine last = lines.back();
    CHECK((all[last.to].end - all[last.from].start).syllables > 1);
  }
}

TEST_CASE("three lines in a row never end inside a word while there is another way") {
  std::mt19937 random(3);
  std::vector<int> lengths(200);
  for (int& length : lengths) length = 3 + static_cast<int>(random() % 6);
  const auto all = words(lengths);
  int run = 0;
  for (const BrokenLine& line : break_lines(all, settings_of(280)).lines) {
    run = all[line.to].grade == BreakGrade::syllable ? run + 1 : 0;
    CHECK(run < 3);
  }
}

TEST_CASE("ragged lines end at spaces and inside the measure") {
  const auto all = words({3, 4, 2, 3, 5, 2, 4, 3, 2, 6, 3, 4});
  BreakSettings settings = settings_of(97);
  settings.justified = false;
  for (const BrokenLine& line : break_lines(all, settings).lines) {
    CHECK(all[line.to].grade != BreakGrade::syllable);
    CHECK((all[line.to].end - all[line.from].start).width <= settings.measure);
  }
}

TEST_CASE("mandatory breaks inside are kept") {
  auto all = words({3, 4, 2, 3});
  for (std::size_t i = 1; i < all.size(); ++i) {
    if (all[i].grade == BreakGrade::free) {
      all[i].grade = BreakGrade::mandatory;
      const auto lines = break_lines(all, settings_of(300)).lines;
      REQUIRE(lines.size() == 2);
      CHECK(lines[0].to == i);
      return;
    }
  }
}

TEST_CASE("nothing fits a measure of nothing, and still there are lines") {
  const auto all = words({3, 4});
  const BrokenParagraph broken = break_lines(all, settings_of(0));
  check_whole(broken, all.size());
  CHECK(broken.overfull);
}
