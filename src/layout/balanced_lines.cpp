#include "layout/balanced_lines.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "layout/cover_lines.h"

namespace munjip {

namespace {

constexpr std::u32string_view kPhraseEnds = U",:;!?.-–—―…·~|/)]}」』》〉”’";
constexpr std::u32string_view kPhraseStarts = U"([{「『《〈“‘";
constexpr std::u32string_view kOpeners = U"([{「『《〈", kClosers = U")]}」』》〉";
constexpr std::u32string_view kJoints = U"-–—―~|/·:+=&";  // alone they stand at a line's end

bool is_one_of(std::u32string_view set, char32_t c) {
  return c != 0 && set.find(c) != std::u32string_view::npos;
}

// The words between two forced line ends, with the candidates at which they end.
struct Words {
  std::vector<TitleWord> words;
  std::vector<std::uint32_t> ends;
  double space = 0;
};

class Balancer {
 public:
  Balancer(const MeasuredParagraph& paragraph, Length measure)
      : p_(paragraph), text_(paragraph.shaped.text), measure_(measure) {}

  // The lines from candidate `first` to `last`; empty where they cannot be balanced. What stands in
  // brackets stays together if it can.
  std::vector<BrokenLine> lines(std::uint32_t first, std::uint32_t last, std::size_t count) const {
    std::vector<BrokenLine> whole = lines_of(words_of(first, last, true), first, count);
    return whole.empty() ? lines_of(words_of(first, last, false), first, count) : whole;
  }

 private:
  std::vector<BrokenLine> lines_of(const Words& words, std::uint32_t first,
                                   std::size_t count) const {
    if (count < 2 || words.words.size() < count || words.words.size() > kMostTitleWords) return {};
    const TitleLines title = break_title(words.words, words.space, count);
    std::vector<BrokenLine> lines;
    std::uint32_t from = first;
    for (const std::size_t end : title.ends) {
      const std::uint32_t to = words.ends[end - 1];
      if ((p_.candidates[to].end - p_.candidates[from].start).width > measure_) return {};
      lines.push_back({from, to});
      from = to;
    }
    return lines;
  }

  Words words_of(std::uint32_t first, std::uint32_t last, bool keeps_brackets) const {
    Words found;
    std::uint32_t from = first;
    int depth = 0;
    for (std::uint32_t i = first + 1; i <= last; ++i) {
      if (keeps_brackets) depth = std::max(depth + opened_between(i - 1, i), 0);
      if (i < last && (depth > 0 || !may_end(i))) continue;
      const double width = (p_.candidates[i].end - p_.candidates[from].start).width.pt();
      found.words.push_back({width, ends_phrase(i)});
      found.ends.push_back(i);
      if (i < last) {
        const LineTotals space = p_.candidates[i].start - p_.candidates[i].end;
        found.space = std::max(found.space, space.width.pt());
      }
      from = i;
    }
    return found;
  }

  // Brackets that are opened, less those that are closed, between two candidates.
  int opened_between(std::uint32_t from, std::uint32_t to) const {
    int opened = 0;
    for (std::size_t at = p_.offsets[from]; at < p_.offsets[to];) {
      const char32_t c = next_code_point(text_, at);
      if (is_one_of(kOpeners, c)) ++opened;
      if (is_one_of(kClosers, c)) --opened;
    }
    return opened;
  }

  // At a word space between words that are not bound together, and not before a lone dash.
  bool may_end(std::uint32_t i) const {
    const BreakCandidate& candidate = p_.candidates[i];
    if (candidate.grade != BreakGrade::free || candidate.penalty > 0) return false;
    std::size_t at = p_.offsets[i];
    if (at >= text_.size()) return true;
    const char32_t next = next_code_point(text_, at);
    return !is_one_of(kJoints, next) || !is_word_space(character_at(text_, at));
  }

  bool ends_phrase(std::uint32_t i) const {
    const std::size_t end = p_.ink_ends[i];
    if (end == 0) return false;
    std::size_t before = end;
    return is_one_of(kPhraseEnds, previous_code_point(text_, before)) ||
           is_one_of(kPhraseStarts, character_at(text_, p_.offsets[i]));
  }

  const MeasuredParagraph& p_;
  std::string_view text_;
  Length measure_;
};

}  // namespace

BrokenParagraph balance_lines(const MeasuredParagraph& paragraph, const BrokenParagraph& broken,
                              const BreakSettings& settings) {
  if (broken.overfull) return broken;
  const Balancer balancer(paragraph, std::min(settings.measure, settings.first_measure));
  BrokenParagraph out = broken;
  for (std::size_t begin = 0; begin < broken.lines.size();) {
    std::size_t end = begin + 1;
    while (end < broken.lines.size() &&
           paragraph.candidates[broken.lines[end - 1].to].grade != BreakGrade::mandatory) {
      ++end;
    }
    const std::vector<BrokenLine> lines =
        balancer.lines(broken.lines[begin].from, broken.lines[end - 1].to, end - begin);
    std::copy(lines.begin(), lines.end(), out.lines.begin() + static_cast<std::ptrdiff_t>(begin));
    begin = end;
  }
  return out;
}

}  // namespace munjip
