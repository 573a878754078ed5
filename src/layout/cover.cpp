// The typeset cover: a field of quiet colour, the title large at its upper third, a short rule, the
// author below. Everything is in proportion to the trim, so that the same cover stands in the PDF
// and, drawn to pixels, in the EPUB; the title is legible at the 160 pixels of a store's list.
#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/digest.h"
#include "base/utf8.h"
#include "book/credits.h"
#include "layout/cover_lines.h"
#include "layout/lay_out.h"
#include "layout/layout_context.h"
#include "layout/short_text.h"

namespace munjip {

namespace {

// Parts of the trim's width or height.
constexpr double kSideMargin = 0.12;
constexpr double kTitleTop = 0.2;
constexpr double kTitleHeight = 0.36;    // at most
constexpr double kLargestTitle = 0.135;  // of the width: 21 px at 160 px
constexpr double kSmallestTitle = 0.045;
constexpr double kTitleLeading = 1.32;
constexpr std::size_t kMostTitleBytes = 360;  // 120 syllables; more is no cover

struct Palette {
  Color field, ink, rule;
};

// Muted colours with paper-white lettering (contrast 7:1 and more, WCAG 2.2 SC 1.4.6); a book keeps
// its own, chosen by its identifier.
constexpr std::array<Palette, 6> kPalettes = {{
    {{0x1F, 0x3A, 0x4D}, {0xF7, 0xF3, 0xEA}, {0xC9, 0xA2, 0x5E}},  // 쪽빛
    {{0x4A, 0x2C, 0x2A}, {0xF8, 0xF1, 0xE7}, {0xD0, 0x9A, 0x7A}},  // 밤빛
    {{0x2F, 0x42, 0x35}, {0xF5, 0xF3, 0xE8}, {0xB9, 0xB0, 0x72}},  // 솔빛
    {{0x3B, 0x33, 0x4F}, {0xF6, 0xF2, 0xF0}, {0xC0, 0x9B, 0xB0}},  // 가지빛
    {{0x2B, 0x2F, 0x36}, {0xF5, 0xF4, 0xF0}, {0xB8, 0x5C, 0x4A}},  // 먹빛
    {{0x5A, 0x34, 0x22}, {0xF9, 0xF2, 0xE4}, {0xD9, 0xB0, 0x6A}},  // 대춧빛
}};

const Palette& palette_of(const Book& book) {
  return kPalettes[sha256(book.info.identifier)[0] % kPalettes.size()];
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : std::string(utf8_prefix(text, kMostTitleBytes)) + " ") {
    if (c != ' ') {
      word += c;
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  return words;
}

bool ends_phrase(const std::string& word) {
  constexpr std::array<std::string_view, 8> kEnds = {",", ":", ";", "!", "?", "—", "…", "·"};
  return std::any_of(kEnds.begin(), kEnds.end(),
                     [&](std::string_view end) { return word.ends_with(end); });
}

class CoverLayout {
 public:
  CoverLayout(LayoutContext& context, Size trim, const Palette& palette)
      : context_(context), trim_(trim), palette_(palette) {
    page_.trim = trim;
    add_rect({}, trim, palette.field);
  }

  Page make(const BookInfo& info) {
    Length y = trim_.height.scaled(kTitleTop);
    y = add_title(info.title, y);
    if (!info.subtitle.empty())
      y = add_small_lines(info.subtitle, y + part_of_width(0.035), part_of_width(0.05));
    add_rect({margin(), y + part_of_width(0.06)}, {part_of_width(0.11), part_of_width(0.008)},
             palette_.rule);
    add_at_foot(short_authors_line(info), 0.86, 0.052);
    add_at_foot(info.publisher, 0.925, 0.034);
    return std::move(page_);
  }

 private:
  Length part_of_width(double part) const { return trim_.width.scaled(part); }
  Length margin() const { return part_of_width(kSideMargin); }
  Length measure() const { return trim_.width - margin() * 2; }

  void add_rect(Point at, Size size, Color color) {
    page_.items.push_back({at, kArtifact, FilledRect{size, color}});
  }

  StyleRef style_at(Length size, int weight) const {
    Style style = *context_.cascade.current();
    style.font_size = size;
    style.font_weight = weight;
    style.color = palette_.ink;
    style.letter_spacing = {};
    return std::make_shared<const Style>(std::move(style));
  }

  // The words' widths at size 1; words longer than a line of the smallest title are cut into
  // syllables.
  std::vector<TitleWord> measured(std::vector<std::string>& words, int weight) {
    const Length unit = Length::pt(100);
    const double longest = measure().pt() / part_of_width(kSmallestTitle).pt();
    std::vector<std::string> kept;
    std::vector<TitleWord> measured_words;
    const auto width_of = [&](const std::string& word) {
      return set_short_text(context_, word, style_at(unit, weight), kArtifact).width.ratio(unit);
    };
    const auto keep = [&](std::string word, double width) {
      measured_words.push_back({width, ends_phrase(word)});
      kept.push_back(std::move(word));
    };
    for (std::string& word : words) {
      const double width = width_of(word);
      if (width <= longest) {
        keep(std::move(word), width);
        continue;
      }
      const auto bytes =
          static_cast<std::size_t>(static_cast<double>(word.size()) * longest / width * 0.9);
      for (std::string_view rest = word; !rest.empty();) {
        const std::string_view piece = utf8_prefix(rest, std::max<std::size_t>(bytes, 4));
        keep(std::string(piece), width_of(std::string(piece)));
        rest.remove_prefix(piece.size());
      }
    }
    words = std::move(kept);
    return measured_words;
  }

  struct ChosenLines {
    TitleLines lines;
    Length size;
  };

  // Fewest lines among those that let the letters be (nearly) as large as they can be.
  ChosenLines choose(std::span<const TitleWord> words, Length largest, Length height) const {
    constexpr double kWorthALine = 1.12;
    constexpr double kSpace = 0.28;  // em; what Korean faces have
    ChosenLines chosen;
    for (std::size_t count = 1; count <= std::min<std::size_t>(words.size(), 12); ++count) {
      TitleLines lines = break_title(words, kSpace, count);
      const Length by_width = measure().scaled(1 / std::max(lines.width, 0.01));
      const Length by_height = height.scaled(1 / (kTitleLeading * static_cast<double>(count)));
      const Length size = std::min({largest, by_width, by_height});
      if (chosen.lines.ends.empty() || size > chosen.size.scaled(kWorthALine))
        chosen = {std::move(lines), size};
    }
    return chosen;
  }

  Length add_lines(std::vector<std::string> words, Length top, Length largest, Length height,
                   int weight) {
    const std::vector<TitleWord> widths = measured(words, weight);
    if (words.empty()) return top;
    const ChosenLines chosen = choose(widths, largest, height);
    const StyleRef style = style_at(chosen.size, weight);
    std::size_t word = 0;
    for (const std::size_t end : chosen.lines.ends) {
      std::string line;
      for (; word < end; ++word) line += (line.empty() ? "" : " ") + words[word];
      const Length baseline = top + chosen.size.scaled(0.88);
      append_moved(page_.items, set_short_text(context_, line, style, kArtifact).items,
                   {margin(), baseline});
      top += chosen.size.scaled(kTitleLeading);
    }
    return top;
  }

  Length add_title(const std::string& title, Length top) {
    return add_lines(words_of(title), top, part_of_width(kLargestTitle),
                     trim_.height.scaled(kTitleHeight), 700);
  }

  Length add_small_lines(const std::string& text, Length top, Length size) {
    return add_lines(words_of(text), top, size, size.scaled(kTitleLeading * 3), 400);
  }

  // `y` of the height, `size` of the width.
  void add_at_foot(const std::string& text, double y, double size) {
    if (text.empty()) return;
    ShortText set = set_short_text_within(context_, text, style_at(part_of_width(size), 400),
                                          kArtifact, measure());
    append_moved(page_.items, std::move(set.items), {margin(), trim_.height.scaled(y)});
  }

  LayoutContext& context_;
  Size trim_;
  const Palette& palette_;
  Page page_;
};

}  // namespace

Page lay_out_cover(const Book& book, const StyleSheet& sheet, const FontLibrary& fonts, Size trim) {
  const PageDefaults defaults{trim, {}, Length::pt(10), Length::pt(17)};
  Cascade cascade(sheet, defaults);
  Shaper shaper(fonts);
  TagTree tags;
  Diagnostics told_elsewhere;  // the title page tells of characters that no font has
  LayoutContext context{book, sheet, cascade, shaper, tags, told_elsewhere, defaults.leading, trim};
  const Entered body(cascade, {"body"});
  return CoverLayout(context, trim, palette_of(book)).make(book.info);
}

}  // namespace munjip
