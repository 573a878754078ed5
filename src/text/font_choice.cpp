#include "text/font_choice.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "base/utf8.h"
#include "text/graphemes.h"

namespace munjip {

namespace {

struct Cluster {
  std::uint32_t begin = 0, end = 0;
  char32_t base = 0;
  hb_script_t script = HB_SCRIPT_COMMON;
  bool is_letter = false;  // has its script by itself, not from what stands beside it
  bool is_paired = false;  // a bracket or quotation mark whose partner is in the word
  FontRef font = nullptr;
};

hb_unicode_funcs_t* unicode() {
  return hb_unicode_funcs_get_default();
}

// The mark that closes what this one opens; 0 for none. Straight quotes and ’ are no pairs: they
// may be apostrophes.
char32_t closing_mark_of(char32_t c) {
  constexpr std::u32string_view kPairs = U"()[]{}“”‘’«»〈〉《》「」『』【】〔〕〖〗（）［］｛｝";
  const std::size_t at = kPairs.find(c);
  return at != std::u32string_view::npos && at % 2 == 0 ? kPairs[at + 1] : 0;
}

bool has_script(hb_script_t script) {
  return script != HB_SCRIPT_COMMON && script != HB_SCRIPT_INHERITED && script != HB_SCRIPT_UNKNOWN;
}

bool is_east_asian(hb_script_t script) {
  return script == HB_SCRIPT_HANGUL || script == HB_SCRIPT_HAN || script == HB_SCRIPT_HIRAGANA ||
         script == HB_SCRIPT_KATAKANA;
}

std::vector<Cluster> clusters_of(std::string_view word) {
  std::vector<Cluster> clusters;
  for (std::size_t at = 0; at < word.size();) {
    Cluster cluster;
    cluster.begin = static_cast<std::uint32_t>(at);
    std::size_t after_base = at;
    cluster.base = next_code_point(word, after_base);
    at = grapheme_end(word, at);
    cluster.end = static_cast<std::uint32_t>(at);
    cluster.script = hb_unicode_script(unicode(), cluster.base);
    cluster.is_letter = has_script(cluster.script);
    clusters.push_back(cluster);
  }
  return clusters;
}

// ’ before a letter of an alphabet: don’t, ’n.
bool is_apostrophe(const std::vector<Cluster>& clusters, const Cluster& cluster) {
  const auto next = static_cast<std::size_t>(&cluster - clusters.data()) + 1;
  return cluster.base == U'’' && next < clusters.size() && is_alphabet(clusters[next].script);
}

// Characters common to all scripts take that of what stands before them, a closing mark that of
// its opening mark (UAX #24, 5.1), and those at the beginning that of what follows.
void resolve_scripts(std::vector<Cluster>& clusters, hb_script_t before, hb_script_t otherwise) {
  constexpr std::size_t kMaxDepth = 16;
  struct Open {
    char32_t closing;
    Cluster* opening;
  };
  std::vector<Open> open;
  if (!has_script(before)) {
    const auto first = std::find_if(clusters.begin(), clusters.end(),
                                    [](const Cluster& c) { return has_script(c.script); });
    before = first != clusters.end() ? first->script : otherwise;
  }
  for (Cluster& cluster : clusters) {
    if (has_script(cluster.script)) {
      before = cluster.script;
      continue;
    }
    cluster.script = before;
    const char32_t closing = closing_mark_of(cluster.base);
    if (closing != 0 && open.size() < kMaxDepth) open.push_back({closing, &cluster});
    const auto opened = std::find_if(open.rbegin(), open.rend(),
                                     [&](const Open& o) { return o.closing == cluster.base; });
    if (opened == open.rend() || is_apostrophe(clusters, cluster)) continue;
    cluster.script = opened->opening->script;
    cluster.is_paired = opened->opening->is_paired = true;
    open.erase(opened.base() - 1, open.end());
  }
}

// The code points of a cluster that a font has to have.
std::u32string needed_code_points(std::string_view cluster) {
  std::u32string needed;
  for (std::size_t at = 0; at < cluster.size();) {
    const char32_t c = next_code_point(cluster, at);
    if (!is_ignorable(c) && !(is_skin_tone(c) && !needed.empty())) needed.push_back(c);
  }
  return needed;
}

// As HarfBuzz composes them: conjoining jamo to syllables, letters with accents.
std::u32string composed(const std::u32string& code_points) {
  std::u32string out;
  for (const char32_t c : code_points) {
    hb_codepoint_t together = 0;
    if (!out.empty() && hb_unicode_compose(unicode(), out.back(), c, &together) != 0) {
      out.back() = together;
    } else {
      out.push_back(c);
    }
  }
  return out;
}

}  // namespace

bool draws(FontRef font, char32_t c) {
  hb_codepoint_t first = 0, second = 0;
  if (font->has_glyph(c)) return true;
  return hb_unicode_decompose(unicode(), c, &first, &second) != 0 && font->has_glyph(first) &&
         (second == 0 || font->has_glyph(second));
}

namespace {

bool draws_all(FontRef font, const std::u32string& code_points) {
  return std::all_of(code_points.begin(), code_points.end(),
                     [&](char32_t c) { return draws(font, c); });
}

// Chooses the fonts of one word's clusters.
class FontChooser {
 public:
  FontChooser(std::string_view word, const ShapingContext& context, WordFonts& fonts)
      : word_(word), context_(context), fonts_(fonts) {}

  void choose(std::vector<Cluster>& clusters);

 private:
  FontRef font_for(const Cluster& cluster) const;
  bool goes_with_hangul(const Cluster& cluster) const;
  bool covers(FontRef font, const Cluster& cluster) const;
  void unify_runs(std::vector<Cluster>& clusters) const;
  void add(Cluster cluster);
  void add_divided(const Cluster& cluster);
  void add_base_only(Cluster cluster);
  std::string_view text(const Cluster& cluster) const {
    return word_.substr(cluster.begin, cluster.end - cluster.begin);
  }
  char32_t code_point_at(std::size_t at) const { return next_code_point(word_, at); }

  std::string_view word_;
  const ShapingContext& context_;
  WordFonts& fonts_;
};

bool FontChooser::covers(FontRef font, const Cluster& cluster) const {
  const std::u32string needed = needed_code_points(text(cluster));
  return draws_all(font, needed) || (needed.size() > 1 && draws_all(font, composed(needed)));
}

// In Korean text quotation marks whose partner stands in another word, with who knows what beside
// it, are those of the Hangul font: both of a pair. ’ before a letter is an apostrophe (don’t, ’n).
bool FontChooser::goes_with_hangul(const Cluster& cluster) const {
  if (!goes_with_neighbours(cluster.base)) return false;
  if (is_east_asian(cluster.script)) return true;
  if (!context_.is_korean() || cluster.is_paired) return false;
  if (is_quotation_mark(cluster.base)) return true;
  if (cluster.base != U'’') return false;
  const bool is_before_letter =
      cluster.end < word_.size() && u_isalpha(static_cast<UChar32>(code_point_at(cluster.end)));
  return !is_before_letter;
}

FontRef FontChooser::font_for(const Cluster& cluster) const {
  if (goes_with_hangul(cluster)) {
    const FontRef font = context_.font_of_mark(cluster.base);
    if (font != nullptr && covers(font, cluster)) return font;
  }
  const FontRef italic = context_.italic_font();
  if (italic != nullptr && is_alphabet(cluster.script) && covers(italic, cluster)) return italic;
  const std::span<const FontRef> chain = context_.fonts_for(cluster.base);
  const auto found =
      std::find_if(chain.begin(), chain.end(), [&](FontRef font) { return covers(font, cluster); });
  return found != chain.end() ? *found : nullptr;
}

// One font for each run of Hanja and of letters of one alphabet, where one has all of it: a word
// half in one hand and half in another is worse than one in the second best.
void FontChooser::unify_runs(std::vector<Cluster>& clusters) const {
  for (auto begin = clusters.begin(); begin != clusters.end();) {
    const auto continues = [&](const Cluster& c) {
      return c.is_letter == begin->is_letter && c.script == begin->script;
    };
    const auto end = std::find_if_not(begin, clusters.end(), continues);
    const auto differs = [&](const Cluster& c) { return c.font != begin->font; };
    const bool is_run =
        begin->is_letter && (begin->script == HB_SCRIPT_HAN || is_alphabet(begin->script));
    if (is_run && std::any_of(begin, end, differs)) {
      const auto has_all = [&](FontRef font) {
        return std::all_of(begin, end, [&](const Cluster& c) { return covers(font, c); });
      };
      const std::span<const FontRef> chain = context_.chain();
      const auto font = std::find_if(chain.begin(), chain.end(), has_all);
      if (font != chain.end()) std::for_each(begin, end, [&](Cluster& c) { c.font = *font; });
    }
    begin = end;
  }
}

void FontChooser::add(Cluster cluster) {
  std::vector<WordSegment>& segments = fonts_.segments;
  if (!segments.empty() && cluster.font != nullptr && segments.back().font == cluster.font &&
      segments.back().script == cluster.script) {
    segments.back().end = cluster.end;
    return;
  }
  segments.push_back({cluster.begin, cluster.end, cluster.font, cluster.script});
}

// An emoji joined of several, of which no font has all: each picture for itself.
void FontChooser::add_divided(const Cluster& cluster) {
  Cluster part = cluster;
  for (std::size_t at = cluster.begin; at < cluster.end;) {
    std::size_t next = at;
    const char32_t c = next_code_point(word_, next);
    const bool starts = u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_GRAPHEME_EXTEND) == 0 &&
                        !is_ignorable(c);
    if (starts && at > part.begin) {
      part.end = static_cast<std::uint32_t>(at);
      add_base_only(part);
      part.begin = part.end;
    }
    if (starts) part.base = c;
    at = next;
  }
  part.end = cluster.end;
  add_base_only(part);
}

// A letter whose marks no font has together with it: the letter, without them.
void FontChooser::add_base_only(Cluster cluster) {
  cluster.font = context_.font_of(cluster.base);
  for (std::size_t at = cluster.begin; at < cluster.end;) {
    const auto place = static_cast<std::uint32_t>(at);
    const char32_t c = next_code_point(word_, at);
    if (is_ignorable(c) || (is_skin_tone(c) && place > cluster.begin) ||
        (cluster.font != nullptr && draws(cluster.font, c)))
      continue;
    fonts_.missing.push_back({c, place});
  }
  add(cluster);
}

void FontChooser::choose(std::vector<Cluster>& clusters) {
  for (Cluster& cluster : clusters) cluster.font = font_for(cluster);
  unify_runs(clusters);
  for (const Cluster& cluster : clusters) {
    if (cluster.font != nullptr) {
      add(cluster);
    } else {
      add_divided(cluster);
    }
  }
}

}  // namespace

void WordFonts::clear() {
  segments.clear();
  missing.clear();
}

void choose_fonts(std::string_view word, hb_script_t before, const ShapingContext& context,
                  WordFonts& fonts) {
  fonts.clear();
  std::vector<Cluster> clusters = clusters_of(word);
  resolve_scripts(clusters, before, context.default_script());
  FontChooser(word, context, fonts).choose(clusters);
}

}  // namespace munjip
