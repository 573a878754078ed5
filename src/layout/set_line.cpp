#include "layout/set_line.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <string_view>

namespace munjip {

namespace {

// KLREQ 4.1.1 and typography.md 1.1, 1.2; written down here once more so that the figures do not
// repeat a mistake of the line breaker's own table.
constexpr std::u32string_view kNotFirst =
    U"!%),.:;?]}¢°‰′″℃℉·‧・…‥—―–’”»〉》」』】〕〗！％），．：；？］｝、。々ー";
constexpr std::u32string_view kNotLast = U"([{‘“«〈《「『【〔〖（［｛₩￦№";

// Closer than the unit in which a press could see it.
constexpr double kFlush = 0.01;  // pt

bool is_flush(const SetLine& line) {
  return std::abs(line.shortfall.pt()) <= kFlush;
}

void count_inner(const SetLine& line, LineFigures& out) {
  ++out.inner;
  if (line.word_space > kWideWordSpace) ++out.wide;
  if (line.end == BreakGrade::medium) ++out.medium;
  if (line.end == BreakGrade::syllable) ++out.syllable;
  if (line.end == BreakGrade::hyphen) ++out.hyphen;
  if (line.end == BreakGrade::joint) ++out.joint;
  if (line.end == BreakGrade::emergency) ++out.emergency;
  if (!is_flush(line)) ++out.ragged;
  out.widest_letter_space = std::max(out.widest_letter_space, line.letter_space);
  out.narrowest_letter_space = std::min(out.narrowest_letter_space, line.letter_space);
  if (line.word_space == 0) return;
  out.widest_word_space = std::max(out.widest_word_space, line.word_space);
  if (out.narrowest_word_space == 0 || line.word_space < out.narrowest_word_space)
    out.narrowest_word_space = line.word_space;
}

}  // namespace

bool is_faulty(const SetLine& line) {
  if (kNotFirst.find(line.first) != std::u32string_view::npos) return true;
  if (line.ends_paragraph) return false;
  return line.word_space > kHole || !is_flush(line) ||
         kNotLast.find(line.last) != std::u32string_view::npos;
}

LineFigures figures_of(std::span<const SetLine> lines) {
  LineFigures out;
  bool continues = false, in_address = false;
  for (const SetLine& line : lines) {
    const bool bad_start =
        continues && !in_address && kNotFirst.find(line.first) != std::u32string_view::npos;
    const bool bad_end = !line.ends_paragraph && line.end != BreakGrade::joint &&
                         kNotLast.find(line.last) != std::u32string_view::npos;
    if (bad_start || bad_end) ++out.forbidden;
    if (!line.ends_paragraph) count_inner(line, out);
    continues = !line.ends_paragraph;
    in_address = line.end == BreakGrade::joint;
  }
  return out;
}

std::string dump_lines(std::span<const SetLine> lines) {
  const LineFigures figures = figures_of(lines);
  std::string text;
  const auto out = std::back_inserter(text);
  const auto share = [&](std::string_view name, std::size_t count) {
    const double percent =
        figures.inner == 0 ? 0
                           : 100 * static_cast<double>(count) / static_cast<double>(figures.inner);
    fmt::format_to(out, "{}: {} ({:.1f} %)\n", name, count, percent);
  };
  fmt::format_to(out, "lines: {}, inner: {}\n", lines.size(), figures.inner);
  share("word space over 0.6 em", figures.wide);
  fmt::format_to(out, "word space: {:.3f} ... {:.3f} em\n", figures.narrowest_word_space,
                 figures.widest_word_space);
  fmt::format_to(out, "letter space: {:.3f} ... {:.3f} em\n", figures.narrowest_letter_space,
                 figures.widest_letter_space);
  share("broken between syllables", figures.syllable);
  share("hyphenated", figures.hyphen);
  share("broken inside an address or name", figures.joint);
  share("broken anywhere", figures.emergency);
  share("broken after a mark inside a word", figures.medium);
  share("not flush", figures.ragged);
  share("forbidden at a line's start or end", figures.forbidden);
  for (const SetLine& line : lines) {
    if (is_faulty(line)) fmt::format_to(out, "{:.2f} em: {}\n", line.word_space, line.text);
  }
  return text;
}

}  // namespace munjip
