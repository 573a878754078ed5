#include "text/shape.h"

#include <algorithm>

#include "text/bidi_runs.h"
#include "text/break_zones.h"
#include "text/missing_characters.h"
#include "text/paragraph_shaper.h"
#include "text/shaping_context.h"
#include "text/word_shaper.h"

namespace munjip {

namespace {

// A book has a handful of looks and languages; a hostile one may have any number.
constexpr std::size_t kMaxContexts = 64;
constexpr std::size_t kMaxLangBytes = 16;

std::string_view lang_of(const TextSpan& span, const ParagraphText& paragraph) {
  const std::string_view lang = span.lang.empty() ? paragraph.lang : span.lang;
  return lang.substr(0, kMaxLangBytes);
}

std::vector<BreakZone> zones_of(const ParagraphText& paragraph) {
  std::vector<BreakZone> zones;
  for (const TextSpan& span : paragraph.spans) {
    const std::string_view lang = lang_of(span, paragraph);
    const WordBreak mode = span.style->word_break;
    const bool hyphens = span.style->hyphens;
    if (!zones.empty() && zones.back().lang == lang && zones.back().mode == mode &&
        zones.back().hyphens == hyphens) {
      continue;
    }
    zones.push_back({zones.empty() ? 0 : span.begin, lang, mode, hyphens});
  }
  if (zones.empty()) zones.push_back({0, paragraph.lang, WordBreak::book});
  return zones;
}

// The measure in em of the largest type, less what wide Latin letters may take beyond the rough
// widths that find_breaks counts with.
double room_of(const ParagraphText& paragraph) {
  constexpr double kReserve = 0.6;
  Length largest;
  for (const TextSpan& span : paragraph.spans) largest = std::max(largest, span.style->font_size);
  if (paragraph.measure <= Length() || largest <= Length()) return kDefaultRoom;
  return paragraph.measure.ratio(largest) * kReserve;
}

}  // namespace

struct Shaper::State {
  explicit State(const FontLibrary& library) : fonts(library) {}

  ShapingContext& context_for(const StyleRef& style, std::string_view lang);
  ShapingContext& find_context(ContextKey key);

  // A style seen lately, kept alive so that its address stays its own.
  struct Seen {
    StyleRef style;
    std::string lang;
    ShapingContext* context;
  };

  const FontLibrary& fonts;
  WordShaper words;
  Hyphenation hyphenation;
  std::vector<std::unique_ptr<ShapingContext>> contexts;
  std::vector<Seen> seen;
};

ShapingContext& Shaper::State::find_context(ContextKey key) {
  for (const auto& context : contexts) {
    if (context->key() == key) return *context;
  }
  if (contexts.size() == kMaxContexts) {
    seen.clear();
    words = WordShaper();
    contexts.clear();
  }
  const auto id = static_cast<std::uint32_t>(contexts.size());
  contexts.push_back(std::make_unique<ShapingContext>(std::move(key), id));
  return *contexts.back();
}

ShapingContext& Shaper::State::context_for(const StyleRef& style, std::string_view lang) {
  for (const Seen& entry : seen) {
    if (entry.style == style && entry.lang == lang) return *entry.context;
  }
  // Letters that are set apart are not joined (CSS Text 3, 8.2).
  const bool ligatures = style->letter_spacing == Length();
  ShapingContext& context = find_context({fonts.chain(*style), std::string(lang), ligatures});
  if (seen.size() == kMaxContexts) seen.clear();
  seen.push_back({style, std::string(lang), &context});
  return context;
}

Shaper::Shaper(const FontLibrary& fonts) : state_(std::make_unique<State>(fonts)) {}
Shaper::~Shaper() = default;
Shaper::Shaper(Shaper&&) noexcept = default;

ShapedParagraph Shaper::shape(ParagraphText paragraph, std::vector<MissingGlyph>& missing) {
  ShapedParagraph shaped;
  const std::vector<BidiRun> levels =
      bidi_runs(paragraph.text, paragraph.lang, paragraph.right_to_left);
  ParagraphShaper runs(paragraph.text, paragraph.objects, state_->words, missing);
  std::size_t level = 0;
  for (std::size_t i = 0; i < paragraph.spans.size(); ++i) {
    const TextSpan& span = paragraph.spans[i];
    Stretch stretch;
    stretch.span = static_cast<std::uint32_t>(i);
    stretch.style = span.style;
    stretch.context = &state_->context_for(span.style, lang_of(span, paragraph));
    for (std::uint32_t at = span.begin; at < span.end; at = stretch.end) {
      while (level + 1 < levels.size() && levels[level].end <= at) ++level;
      stretch.begin = at;
      stretch.end = std::max(at + 1, std::min(span.end, levels[level].end));
      stretch.level = levels[level].level;
      runs.add(stretch);
    }
  }
  shaped.runs = runs.finish();
  FoundBreaks found = find_breaks_in_zones(paragraph.text, zones_of(paragraph), room_of(paragraph),
                                           &state_->hyphenation);
  shaped.breaks = std::move(found.points);
  shaped.addresses = std::move(found.addresses);
  shaped.text = std::move(paragraph.text);
  return shaped;
}

std::vector<TextSlice> Shaper::find_missing(std::string_view text, const StyleRef& style,
                                            std::string_view lang) {
  return find_missing_characters(text, state_->context_for(style, lang.substr(0, kMaxLangBytes)));
}

}  // namespace munjip
