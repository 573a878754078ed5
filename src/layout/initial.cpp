#include "layout/initial.h"

#include <algorithm>
#include <memory>
#include <span>
#include <utility>
#include <vector>

#include "base/letters.h"
#include "base/utf8.h"
#include "layout/flow.h"
#include "text/glyph_ink.h"
#include "text/graphemes.h"

namespace munjip {

namespace {

constexpr std::u32string_view kOpening = U"“‘「『《〈【〔([\"'";
constexpr std::size_t kMostMarks = 2;
constexpr double kGap = 0.22;  // em of the text, between the letter's ink and the lines

bool is_letter(char32_t c) {
  return is_hangul(c) || is_hanja(c) || is_kana(c) || is_latin_letter(c);
}

// The end of the opening marks at the text's beginning.
std::size_t end_of_marks(std::string_view text) {
  std::size_t end = 0;
  for (std::size_t marks = 0; marks < kMostMarks && end < text.size(); ++marks) {
    std::size_t next = end;
    if (kOpening.find(next_code_point(text, next)) == std::u32string_view::npos) return end;
    end = next;
  }
  return end;
}

const SpanLook* look_at(const ParagraphContent& content, std::size_t offset) {
  const auto& spans = content.text.spans;
  const auto span = std::find_if(spans.begin(), spans.end(),
                                 [&](const TextSpan& one) { return offset < one.end; });
  return span == spans.end() ? nullptr
                             : &content.looks[static_cast<std::size_t>(span - spans.begin())];
}

void erase_front(ParagraphContent& content, std::uint32_t count) {
  const auto shift = [count](std::uint32_t& offset) { offset -= std::min(offset, count); };
  content.text.text.erase(0, count);
  std::vector<TextSpan> spans;
  std::vector<SpanLook> looks;
  for (std::size_t i = 0; i < content.text.spans.size(); ++i) {
    TextSpan span = content.text.spans[i];
    shift(span.begin);
    shift(span.end);
    if (span.begin == span.end) continue;
    spans.push_back(std::move(span));
    looks.push_back(content.looks[i]);
  }
  content.text.spans = std::move(spans);
  content.looks = std::move(looks);
  for (InlineObject& object : content.text.objects) shift(object.offset);
  for (NotePlace& note : content.notes) shift(note.offset);
  for (AnchorPlace& anchor : content.anchors) shift(anchor.offset);
  for (InlinePicture& picture : content.pictures) shift(picture.offset);
  for (RubyPlace& ruby : content.rubies) {
    shift(ruby.begin);
    shift(ruby.end);
  }
}

// What letters of one kind reach from and to in a font, in em above the baseline: capitals from the
// baseline up, all others as Hangul does.
InkHeight face_of(const Font& font, char32_t letter) {
  const FontMetrics& metrics = font.metrics();
  if (is_latin_letter(letter)) return {metrics.cap_height, 0};
  return hangul_height(font).value_or(InkHeight{metrics.hangul_top, metrics.hangul_bottom});
}

const GlyphRun* first_run(const ShortText& text) {
  return text.items.empty() ? nullptr : std::get_if<GlyphRun>(&text.items.front().is);
}

}  // namespace

std::optional<Initial> take_initial(ParagraphContent& content) {
  const std::string& text = content.text.text;
  const std::size_t marks = end_of_marks(text);
  if (marks >= text.size()) return std::nullopt;
  std::size_t after = marks;
  if (!is_letter(next_code_point(text, after))) return std::nullopt;
  std::size_t end = grapheme_end(text, marks);
  const SpanLook* look = look_at(content, marks);
  const bool in_ruby = !content.rubies.empty() && content.rubies.front().begin < end;
  const bool is_plain = look != nullptr && look->link == 0 && look->rise == Length() && !in_ruby &&
                        look_at(content, 0)->link == 0;
  if (!is_plain || end == text.size()) return std::nullopt;
  if (text[end] == ' ') ++end;
  Initial initial{text.substr(0, marks), text.substr(marks, end - marks),
                  content.text.spans.front().style, look_at(content, 0)->tag, look->tag};
  erase_front(content, static_cast<std::uint32_t>(end));
  return initial;
}

SetInitial set_initial(LayoutContext& context, const Initial& initial, const Style& style,
                       const Style& text) {
  std::size_t at = 0;
  const char32_t letter = next_code_point(initial.letter, at);
  Style own = style;
  own.font_size = text.font_size;
  own.letter_spacing = Length();
  const ShortText as_text = set_short_text(context, initial.letter,
                                           std::make_shared<const Style>(text), initial.letter_tag);
  ShortText set = set_short_text(context, initial.letter, std::make_shared<const Style>(own),
                                 initial.letter_tag);
  const GlyphRun *small = first_run(as_text), *first = first_run(set);
  SetInitial out;
  if (small == nullptr || first == nullptr) return out;
  const InkHeight text_face = face_of(*small->font, letter), face = face_of(*first->font, letter);
  const Length below = text.line_height * (style.initial_letter - 1);
  const Length height = below + small->size.scaled(text_face.height());
  // The size of the glyphs is not always that of the style (harmony.h).
  const double factor = height.ratio(first->size) / std::max(face.height(), 0.1);
  own.font_size = own.font_size.scaled(factor);
  set = set_short_text(context, initial.letter, std::make_shared<const Style>(own),
                       initial.letter_tag);
  first = first_run(set);
  const Length baseline =
      below - small->size.scaled(text_face.bottom) + first->size.scaled(face.bottom);
  const SideBearings blank = side_bearings(*first->font, first->glyphs.front().id);
  const Length before = first->size.scaled(blank.left);
  Length ink_end = set.width;
  const auto space =
      std::find_if(first->glyphs.begin(), first->glyphs.end(), [&](const auto& glyph) {
        return glyph.cluster + 1 == initial.letter.size() && initial.letter.back() == ' ';
      });
  if (space != first->glyphs.end()) ink_end = space->x;
  const ShortText marks =
      set_short_text(context, initial.marks, initial.marks_style, initial.marks_tag);
  append_moved(out.items, marks.items, {Length() - marks.width, Length()});
  append_moved(out.items, std::move(set.items), {Length() - before, baseline});
  out.width = ink_end - before - first->size.scaled(blank.right) + text.font_size.scaled(kGap);
  return out;
}

// The first lines are broken for the room beside the initial, the others for the whole measure.
// False, and nothing set, where the paragraph has no initial or fewer lines than that is high.
bool Flow::add_with_initial(const ParagraphContent& paragraph, const StyleRef& initial_style) {
  const StyleRef style = context_.style();
  ParagraphContent content = paragraph;
  const std::optional<Initial> initial = take_initial(content);
  if (!initial) return false;
  SetInitial set = set_initial(context_, *initial, *initial_style, *style);
  const auto lines = static_cast<std::size_t>(initial_style->initial_letter);
  if (set.items.empty() || set.width > area_.measure / 2) return false;
  const Length narrow = area_.measure - set.width;
  fit_pictures(content, narrow);
  LineSetter setter(context_, measure_paragraph(context_, std::move(content), narrow));
  const std::span<const BreakCandidate> candidates = setter.paragraph().candidates;
  BreakSettings settings = settings_for(*style, setter.paragraph());
  settings.measure = settings.first_measure = narrow;
  BrokenParagraph broken = break_lines(candidates, settings);
  if (broken.lines.size() < lines) return false;
  broken.lines.resize(lines);
  const std::uint32_t rest = broken.lines.back().to;
  if (rest + 1 < candidates.size()) {
    settings.measure = settings.first_measure = area_.measure;
    for (const BrokenLine& line : break_lines(candidates.subspan(rest), settings).lines) {
      broken.lines.push_back({line.from + rest, line.to + rest});
    }
  }
  const std::size_t first = list_.boxes.size();
  add_broken_lines(setter, broken, *style, std::vector(lines, set.width));
  for (std::size_t i = 1; i < lines; ++i) list_.boxes[first + i].break_before = kBreakInsidePiece;
  VerticalBox& box = list_.boxes[first];
  std::vector<PageItem> items = std::exchange(box.items, {});
  append_moved(box.items, std::move(set.items),
               {area_.left, baseline_in(box.height, style->font_size)});
  append_moved(box.items, std::move(items), {});
  return true;
}

}  // namespace munjip
