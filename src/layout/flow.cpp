// The core of Flow: margins, frames, break costs and lines. The kinds of blocks stand in blocks.cpp
// and in files of their own.
#include "layout/flow.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "layout/balanced_lines.h"

namespace munjip {

namespace {

// So that hostile styles cannot put any number of boxes on one page.
const Length kLeastLine = Length::pt(2);
constexpr std::int64_t kLeastMeasure = 8;  // em

bool shows_frame(const Style& style) {
  const auto shows = [](const Border& border) { return border_width(border) > Length(); };
  return style.background || shows(style.border_top) || shows(style.border_right) ||
         shows(style.border_bottom) || shows(style.border_left);
}

bool is_inside_word(BreakGrade grade) {
  return grade == BreakGrade::syllable || grade == BreakGrade::emergency;
}

bool ends_in_colon(std::string_view text) {
  return text.ends_with(':') || text.ends_with("：");
}

// A paragraph wholly in bold, which a style has not made so: a heading in all but name.
bool is_bold_throughout(const ParagraphContent& content, const Style& style) {
  constexpr int kBold = 600;
  const std::vector<TextSpan>& spans = content.text.spans;
  return style.font_weight < kBold && !spans.empty() &&
         std::all_of(spans.begin(), spans.end(),
                     [](const TextSpan& span) { return span.style->font_weight >= kBold; });
}

// Where text begins at the right, left and right change places: indents, rules, padding.
StyleRef mirrored(const StyleRef& style) {
  if (!style->right_to_left) return style;
  Style other = *style;
  std::swap(other.margin.left, other.margin.right);
  std::swap(other.padding.left, other.padding.right);
  std::swap(other.border_left, other.border_right);
  return std::make_shared<const Style>(std::move(other));
}

// Where a line's text stands whose style knows only its beginning and its end.
TextAlign align_of(const Style& style, bool is_last) {
  if (!style.right_to_left) return style.align;
  const bool is_ragged = style.align == TextAlign::start || is_last;
  if (style.align == TextAlign::end) return TextAlign::start;
  return is_ragged && style.align != TextAlign::center ? TextAlign::end : style.align;
}

}  // namespace

// Pictures in a line, none wider than `width`.
void fit_pictures(ParagraphContent& content, Length width) {
  for (std::size_t i = 0; i < content.pictures.size(); ++i) {
    Size& size = content.pictures[i].size;
    size = fit_into(size, {width, size.height});
    content.text.objects[i].width = size.width;
    content.text.objects[i].height = size.height;
  }
}

Area inset(Area area, Length left, Length right, Length em) {
  const Length least = std::min(area.measure, em * kLeastMeasure);
  const Length wanted = left + right, most = area.measure - least;
  if (wanted > most) {
    const double factor = most.ratio(wanted);
    left = left.scaled(factor);
    right = right.scaled(factor);
  }
  return {area.left + left, area.measure - left - right};
}

void Flow::keep_next(double cost) {
  if (break_cost_ == kForcedBreak) return;
  break_cost_ = cost == kForcedBreak ? cost : std::max(break_cost_, cost);
}

void Flow::add_margin(Length margin) {
  margin_ = std::max(margin_, margin);
  if (margin_past_figure_ && !in_figure_) {
    margin_past_figure_ = std::max(*margin_past_figure_, margin);
  }
}

void Flow::add_box(VerticalBox box) {
  if (margin_past_figure_ && !in_figure_) {
    list_.figures.back().margin_after = *margin_past_figure_ + box.margin;
    margin_past_figure_.reset();
  }
  // Two lines follow a heading on its page, be they of one paragraph or of two.
  if (lines_to_keep_ > 0 && --lines_to_keep_ == 0) {
    keep_next(box.on_grid ? kBreakOrphan : kBreakSecondLine);
  }
  box.margin += margin_;
  box.above += above_;
  if (break_cost_ == kForcedBreak) {
    box.break_before = kForcedBreak;
  } else if (box.break_before != kForcedBreak) {
    box.break_before = std::max(box.break_before, break_cost_);
  }
  margin_ = above_ = Length();
  break_cost_ = 0;
  list_.boxes.push_back(std::move(box));
}

void Flow::stop_figures(std::size_t first) {
  for (std::size_t i = first; i < list_.boxes.size(); ++i) list_.boxes[i].stops_figures = true;
}

void Flow::narrow(Length by) {
  area_ = inset(area_, Length(), by, context_.style()->font_size);
}

void Flow::indent(Length by) {
  area_ = inset(area_, by, Length(), context_.style()->font_size);
}

// Opens the element that the cascade has entered: its margins, padding and borders.
Flow::Opened Flow::open(bool nests) {
  Opened opened{area_, static_cast<std::uint32_t>(list_.boxes.size()), 0,
                mirrored(context_.style()), nests};
  opened.columns = columns_;
  opened.leaves_columns = columns_ && opened.style->spans_columns;
  const Style& style = *opened.style;
  if (nests) ++depth_;
  switch (style.break_before) {
    case BreakRule::automatic:
      break;
    case BreakRule::avoid:
      keep_next(kBreakKeep);
      break;
    case BreakRule::page:
    case BreakRule::recto:
    case BreakRule::verso:
      if (!list_.boxes.empty()) keep_next(kForcedBreak);
  }
  add_margin(style.margin.top);
  if (opened.leaves_columns) leave_columns();
  area_ = inset(area_, style.margin.left, style.margin.right, style.font_size);
  const Length above = style.padding.top + border_width(style.border_top);
  if (shows_frame(style)) {
    list_.frames.push_back({opened.first_box, opened.first_box, area_.left, area_.measure,
                            above + above_, Length(), opened.style});
    opened.frame = list_.frames.size();
  }
  above_ += above;
  const Length inner_left = style.padding.left + border_width(style.border_left);
  const Length inner_right = style.padding.right + border_width(style.border_right);
  area_ = inset(area_, inner_left, inner_right, style.font_size);
  begin_columns(style);
  return opened;
}

void Flow::close(const Opened& opened) {
  const Style& style = *opened.style;
  if (opened.nests) --depth_;
  return_to_columns(opened);
  area_ = opened.area;
  const auto count = static_cast<std::uint32_t>(list_.boxes.size());
  // The last box is not always the lowest one where there are columns.
  const bool had_columns = !columns_ && !list_.columns.empty() && list_.columns.back().end == count;
  const Length below = style.padding.bottom + border_width(style.border_bottom);
  if (count > opened.first_box) {
    list_.boxes.back().below += had_columns ? Length() : below;
    if (opened.frame != 0) {
      Frame& frame = list_.frames[opened.frame - 1];
      frame.last = count - 1;
      frame.below = had_columns ? below : list_.boxes.back().below;
    }
    if (style.break_inside_avoid) {
      for (std::uint32_t i = opened.first_box + 1; i < count; ++i) {
        double& cost = list_.boxes[i].break_before;
        if (cost != kForcedBreak && !list_.boxes[i].may_begin_page)
          cost = std::max(cost, kBreakAvoided);
      }
    }
  } else if (opened.frame != 0) {
    list_.frames.resize(opened.frame - 1);  // nothing stood in it
  }
  add_margin(style.margin.bottom + (had_columns ? below : Length()));
  if (style.break_after == BreakRule::avoid) keep_next(kBreakKeep);
  const bool page =
      style.break_after != BreakRule::automatic && style.break_after != BreakRule::avoid;
  if (page) keep_next(kForcedBreak);
}

BreakSettings Flow::settings_for(const Style& style, const MeasuredParagraph& paragraph) const {
  BreakSettings settings;
  settings.measure = area_.measure;
  const bool indents = style.align == TextAlign::justify || style.align == TextAlign::start;
  const Length indent = indents ? std::min(style.text_indent, area_.measure / 2) : Length();
  settings.first_measure = area_.measure - std::max(indent, -area_.left);
  settings.em = paragraph.em;
  settings.justified = style.align == TextAlign::justify;
  return settings;
}

void Flow::add_lines(ParagraphContent content) {
  const StyleRef style = context_.style();
  const bool lead_in = ends_in_colon(content.text.text);
  const StyleRef initial = context_.cascade.initial_letter();
  if (initial && add_with_initial(content, context_.scaled(initial))) {
    if (lead_in) keep_next(kBreakLeadIn);
    return;
  }
  // Pictures in the line have room in the first one too, which may be indented.
  fit_pictures(content,
               area_.measure - std::clamp(style->text_indent, Length(), area_.measure / 2));
  const bool is_bold = is_bold_throughout(content, *style);
  LineSetter setter(context_, measure_paragraph(context_, std::move(content), area_.measure));
  const BreakSettings settings = settings_for(*style, setter.paragraph());
  BrokenParagraph broken = break_lines(setter.paragraph().candidates, settings);
  if (style->balanced && !settings.justified) {
    broken = balance_lines(setter.paragraph(), broken, settings);
  }
  const Length indent = area_.measure - settings.first_measure;
  add_broken_lines(setter, broken, *style, std::span(&indent, 1));
  if (lead_in || (is_bold && broken.lines.size() == 1)) keep_next(kBreakLeadIn);
}

// One box a line. At least `orphans` lines stand before and `widows` after a page break.
void Flow::add_broken_lines(LineSetter& setter, const BrokenParagraph& broken, const Style& style,
                            std::span<const Length> indents) {
  const auto count = static_cast<int>(broken.lines.size());
  const Length leading = std::max(style.line_height, kLeastLine);
  for (int i = 0; i < count; ++i) {
    const auto index = static_cast<std::size_t>(i);
    const BrokenLine& line = broken.lines[index];
    const Length shift = index < indents.size() ? indents[index] : Length();
    const bool ends = setter.paragraph().candidates[line.to].grade == BreakGrade::mandatory;
    const LineFrame frame{area_.left + (style.right_to_left ? Length() : shift),
                          area_.measure - shift, baseline_in(leading, style.font_size),
                          align_of(style, ends)};
    VerticalBox box;
    const Length tall = setter.tallest_picture(line) - frame.baseline;
    if (tall > Length()) box.above = tall;
    if (tall > leading) {  // a picture among lines of text: it stands clear of them
      box.above += leading / 2;
      box.below = leading / 2;
    }
    box.height = leading;
    box.on_grid = depth_ == 0 && leading == context_.grid && tall <= Length();
    box.items = setter.set(line, frame);
    box.notes = setter.notes_until(line.to);
    const bool parted = i > 0 && (i < style.orphans || count - i < style.widows);
    if (parted) {
      box.break_before = kBreakOrphan;
    } else if (i > 0 && is_inside_word(setter.paragraph().candidates[line.from].grade)) {
      box.break_before = kBreakInsideWord;
    }
    add_box(std::move(box));
  }
}

}  // namespace munjip
