#include "layout/code_lines.h"

#include <algorithm>
#include <string_view>

namespace munjip {

namespace {

constexpr int kTabColumns = 4;
constexpr int kHangingColumns = 2;
// What a better place for the end of a line is worth, in parts of the measure.
constexpr double kAfterSpace = 0.3, kAfterComma = 0.28, kAtSign = 0.24, kInsideName = 0.2;

bool is_word(unsigned char c) {
  return c >= 0x80 || (c >= '0' && c <= '9') || ((c | 0x20U) >= 'a' && (c | 0x20U) <= 'z') ||
         c == '_' || c == '$';
}

class CodeBreaker {
 public:
  CodeBreaker(const MeasuredParagraph& paragraph, Length measure, Length column)
      : p_(paragraph), text_(paragraph.shaped.text), measure_(measure), column_(column) {}

  std::vector<CodeLine> run() {
    const auto count = static_cast<std::uint32_t>(p_.candidates.size());
    Length indent;
    for (std::uint32_t from = 0; from + 1 < count;) {
      const std::uint32_t to = end_of_line(from, measure_ - indent);
      lines_.push_back({{from, to}, indent});
      const bool goes_on = p_.candidates[to].grade != BreakGrade::mandatory && to + 1 < count;
      if (!goes_on) {
        indent = Length();
      } else if (indent == Length()) {
        indent = hanging_indent(p_.offsets[from]);
      }
      from = to;
    }
    return std::move(lines_);
  }

 private:
  Length width(std::uint32_t from, std::uint32_t to) const {
    return (p_.candidates[to].end - p_.candidates[from].start).width;
  }

  std::uint32_t end_of_line(std::uint32_t from, Length room) const {
    const auto count = static_cast<std::uint32_t>(p_.candidates.size());
    std::uint32_t end = from + 1;
    while (end + 1 < count && p_.candidates[end].grade != BreakGrade::mandatory &&
           width(from, end + 1) <= room) {
      ++end;
    }
    if (end + 1 == count || p_.candidates[end].grade == BreakGrade::mandatory) return end;
    std::uint32_t best = end;
    double most = 0;
    for (std::uint32_t to = end; to > from && width(from, to) * 2 > room; --to) {
      const double worth = width(from, to).ratio(room) + bonus(p_.offsets[to]);
      if (worth <= most) continue;
      most = worth;
      best = to;
    }
    return best;
  }

  double bonus(std::uint32_t at) const {
    if (at == 0 || at >= text_.size()) return 0;
    const auto before = static_cast<unsigned char>(text_[at - 1]);
    const auto after = static_cast<unsigned char>(text_[at]);
    if (before == ' ' || before == '\t') return kAfterSpace;
    if (before == ',' || before == ';') return kAfterComma;
    if (!is_word(before) || !is_word(after)) return after == ' ' || after == ',' ? 0 : kAtSign;
    const bool is_camel = before >= 'a' && before <= 'z' && after >= 'A' && after <= 'Z';
    return is_camel || before == '_' ? kInsideName : 0;
  }

  // No more than half of the measure.
  Length hanging_indent(std::uint32_t at) const {
    std::int64_t columns = 0;
    for (; at < text_.size() && (text_[at] == ' ' || text_[at] == '\t'); ++at) {
      columns += text_[at] == ' ' ? 1 : kTabColumns - columns % kTabColumns;
    }
    return std::min(column_ * (columns + kHangingColumns), measure_ / 2);
  }

  const MeasuredParagraph& p_;
  std::string_view text_;
  Length measure_, column_;
  std::vector<CodeLine> lines_;
};

}  // namespace

std::vector<CodeLine> code_lines(const MeasuredParagraph& paragraph, Length measure,
                                 Length column) {
  return CodeBreaker(paragraph, measure, column).run();
}

}  // namespace munjip
