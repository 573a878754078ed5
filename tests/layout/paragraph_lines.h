// One paragraph broken into lines, for tests: the texts of its lines, at any measure.
#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "layout/line_break.h"
#include "layout/measured_paragraph.h"
#include "layout/set_book.h"
#include "layout/unit.h"

namespace munjip::sample {

// Paragraphs in munjip's own print style with `css` above it: 10 pt, as an A5 has it.
class ParagraphLines {
 public:
  explicit ParagraphLines(const std::string& css = {}, std::string lang = "ko")
      : sheet_(StyleSheet::parse("@import 'essay.css';\n" + css, "test.css",
                                 std::filesystem::path(MUNJIP_SOURCE_DIR) / "styles",
                                 diagnostics_)),
        shaper_(fonts()) {
    book_.info.language = std::move(lang);
  }

  struct Line {
    std::string text;  // its ink, without a hyphen
    BreakGrade end = BreakGrade::free;
  };

  std::vector<Line> set(const std::string& text, double measure_em) {
    const LayoutSetting setting{book_, sheet_, fonts(),      {{}, {}, kEm, kEm * 17 / 10},
                                {},    {},     kEm * 17 / 10};
    Cascade cascade(sheet_, setting.defaults);
    TagTree tags;
    LayoutContext context = unit_context(setting, cascade, shaper_, tags, diagnostics_);
    const Entered entered(cascade, {.name = "p"});
    ParagraphBuilder builder(context, tags.add(0, Element::paragraph));
    builder.add_text(text, tags.add_text(1));
    BreakSettings settings;
    settings.measure = settings.first_measure = kEm.scaled(measure_em);
    settings.em = kEm;
    settings.justified = entered.style()->align == TextAlign::justify;
    measured_ = measure_paragraph(context, builder.take(), settings.measure);
    broken_ = break_lines(measured_.candidates, settings);
    std::vector<Line> lines;
    for (const BrokenLine& line : broken_.lines) {
      const std::uint32_t begin = measured_.offsets[line.from];
      lines.push_back({measured_.shaped.text.substr(begin, measured_.ink_ends[line.to] - begin),
                       measured_.candidates[line.to].grade});
    }
    return lines;
  }

  // Of the paragraph set last.
  const MeasuredParagraph& measured() const { return measured_; }
  const BrokenParagraph& broken() const { return broken_; }

 private:
  static inline const Length kEm = Length::pt(10);
  Diagnostics diagnostics_;
  Book book_;
  StyleSheet sheet_;
  Shaper shaper_;
  MeasuredParagraph measured_;
  BrokenParagraph broken_;
};

}  // namespace munjip::sample
