#include "pdf/glyph_codes.h"

#include <hb.h>

#include <algorithm>
#include <memory>

#include "base/utf8.h"
#include "pdf/cff.h"
#include "pdf/number.h"

namespace munjip {

namespace {

// Every glyph has to stand for something (PDF/UA-1, 7.21.7): a zero width space shows in no reader
// that does not know /ActualText.
constexpr std::string_view kNoText = "\u200B";

// Decimals of the widths in /W.
constexpr int kWidthDecimals = 2;

// Where the text of the cluster that begins at `begin` ends. Clusters rise in reading order; where
// a run breaks that rule, a cluster is one code point.
std::size_t cluster_end(const GlyphRun& run, std::size_t begin, std::size_t following) {
  if (following > begin) return std::min(following, run.text.size());
  std::size_t end = begin;
  if (begin < run.text.size()) next_code_point(run.text, end);
  return end;
}

std::size_t code_points_until(std::string_view text, std::size_t limit) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size() && count < limit; ++count) next_code_point(text, at);
  return count;
}

using Blob = std::unique_ptr<hb_blob_t, decltype(&hb_blob_destroy)>;

// CIDs by glyph id; empty where a glyph's code is its id.
std::vector<std::uint16_t> cids_of(const Font& font) {
  if (font.outlines() != OutlineKind::cff_cid_keyed) return {};
  const Blob blob(hb_face_reference_table(font.hb_face(), HB_TAG('C', 'F', 'F', ' ')),
                  hb_blob_destroy);
  unsigned size = 0;
  const char* bytes = hb_blob_get_data(blob.get(), &size);
  const auto charset =
      read_cff_charset(std::string_view(bytes, size), hb_face_get_glyph_count(font.hb_face()));
  return charset && charset->is_cid_keyed ? charset->ids : std::vector<std::uint16_t>{};
}

// How often each text was seen for a glyph, while collecting.
struct SeenText {
  std::string text;
  std::size_t count = 0;
};
struct SeenGlyph {
  std::uint32_t id = 0;
  std::vector<SeenText> texts;  // a handful at most, in practice one
};

// The most frequent text first: switching to an alias font costs bytes.
std::vector<std::string> by_frequency(std::vector<SeenText> seen) {
  std::sort(seen.begin(), seen.end(), [](const SeenText& a, const SeenText& b) {
    return a.count != b.count ? a.count > b.count : a.text < b.text;
  });
  std::vector<std::string> texts;
  texts.reserve(seen.size());
  for (SeenText& one : seen) texts.push_back(std::move(one.text));
  return texts;
}

class SeenFont {
 public:
  explicit SeenFont(FontRef font) : font_(font), index_(hb_face_get_glyph_count(font->hb_face())) {}

  void add(std::uint32_t glyph, std::string_view text) {
    if (glyph >= index_.size()) index_.resize(glyph + std::size_t{1});
    if (index_[glyph] == 0) {
      glyphs_.push_back({glyph, {}});
      index_[glyph] = static_cast<std::uint32_t>(glyphs_.size());
    }
    std::vector<SeenText>& texts = glyphs_[index_[glyph] - 1].texts;
    for (SeenText& seen : texts) {
      if (seen.text == text) {
        ++seen.count;
        return;
      }
    }
    texts.push_back({std::string(text), 1});
  }

  FontRef font() const { return font_; }
  std::vector<FontCodes::Glyph> sorted_glyphs() && {
    std::vector<FontCodes::Glyph> sorted;
    sorted.reserve(glyphs_.size());
    for (SeenGlyph& glyph : glyphs_) {
      sorted.push_back({glyph.id, 0, 0, by_frequency(std::move(glyph.texts))});
    }
    std::sort(sorted.begin(), sorted.end(),
              [](const auto& a, const auto& b) { return a.id < b.id; });
    return sorted;
  }

 private:
  FontRef font_;
  std::vector<std::uint32_t> index_;  // 1 + index of glyphs_
  std::vector<SeenGlyph> glyphs_;
};

void collect(const GlyphRun& run, std::vector<Cluster>& clusters, SeenFont& font) {
  find_clusters(run, clusters);
  for (const Cluster& cluster : clusters) {
    for (std::uint32_t i = 0; i < cluster.glyph_count; ++i) {
      font.add(run.glyphs[cluster.first_glyph + i].id, glyph_text(cluster, i, run.right_to_left));
    }
  }
}

}  // namespace

void find_clusters(const GlyphRun& run, std::vector<Cluster>& out) {
  out.clear();
  const auto glyph_count = static_cast<std::uint32_t>(run.glyphs.size());
  for (std::uint32_t first = 0, end = 0; first < glyph_count; first = end) {
    const std::uint32_t offset = run.glyphs[first].cluster;
    for (end = first + 1; end < glyph_count && run.glyphs[end].cluster == offset;) ++end;
    const bool is_last = run.right_to_left ? first == 0 : end == glyph_count;
    const bool is_first = run.right_to_left ? end == glyph_count : first == 0;
    const std::size_t following = is_last             ? run.text.size()
                                  : run.right_to_left ? run.glyphs[first - 1].cluster
                                                      : run.glyphs[end].cluster;
    // Text before the first cluster has no glyph of its own.
    const std::size_t begin = is_first ? 0 : std::min<std::size_t>(offset, run.text.size());
    const std::size_t text_end = cluster_end(run, begin, following);
    Cluster cluster{first, end - first, std::string_view(run.text).substr(begin, text_end - begin)};
    cluster.needs_actual_text =
        cluster.glyph_count > 1 &&
        code_points_until(cluster.text, cluster.glyph_count) < cluster.glyph_count;
    out.push_back(cluster);
  }
}

std::string_view glyph_text(const Cluster& cluster, std::uint32_t index, bool right_to_left) {
  if (cluster.text.empty()) return "\uFFFD";
  if (cluster.glyph_count == 1) return cluster.text;
  const std::uint32_t place = right_to_left ? cluster.glyph_count - 1 - index : index;
  if (cluster.needs_actual_text) return place == 0 ? cluster.text : kNoText;
  std::size_t begin = 0;
  for (std::uint32_t i = 0; i < place; ++i) next_code_point(cluster.text, begin);
  if (place + 1 == cluster.glyph_count) return cluster.text.substr(begin);
  std::size_t end = begin;
  next_code_point(cluster.text, end);
  return cluster.text.substr(begin, end - begin);
}

FontCodes::FontCodes(FontRef font, std::vector<Glyph> glyphs)
    : font_(font), glyphs_(std::move(glyphs)) {
  const std::vector<std::uint16_t> cids = cids_of(*font_);
  index_.resize(glyphs_.empty() ? 0 : glyphs_.back().id + std::size_t{1});
  for (std::size_t i = 0; i < glyphs_.size(); ++i) {
    Glyph& glyph = glyphs_[i];
    glyph.code = glyph.id < cids.size() ? cids[glyph.id] : static_cast<std::uint16_t>(glyph.id);
    glyph.width = printed_value(font_->advance(glyph.id) * 1000, kWidthDecimals);
    index_[glyph.id] = static_cast<std::uint32_t>(i + 1);
    alias_count_ = std::max(alias_count_, glyph.texts.size());
  }
}

FontCodes::Shown FontCodes::find(std::uint32_t glyph, std::string_view text) const {
  const Glyph& found = glyphs_[index_[glyph] - 1];
  std::uint16_t alias = 0;
  while (alias + 1U < found.texts.size() && found.texts[alias] != text) ++alias;
  return {found.code, alias, found.width};
}

GlyphCodes::GlyphCodes(std::span<const Page> pages) {
  std::vector<SeenFont> seen;
  std::vector<Cluster> clusters;
  for (const Page& page : pages) {
    for (const PageItem& item : page.items) {
      const auto* run = std::get_if<GlyphRun>(&item.is);
      if (run == nullptr || run->glyphs.empty() || run->size <= Length()) continue;
      const auto [place, is_new] = by_font_.try_emplace(run->font->id(), seen.size());
      if (is_new) seen.emplace_back(run->font);
      collect(*run, clusters, seen[place->second]);
    }
  }
  fonts_.reserve(seen.size());
  for (SeenFont& font : seen) {
    fonts_.push_back(FontCodes(font.font(), std::move(font).sorted_glyphs()));
  }
}

std::string font_resource_name(std::size_t font_index, std::size_t alias) {
  std::string name = "F";
  append_integer(name, static_cast<std::int64_t>(font_index) + 1);
  if (alias == 0) return name;
  name += '.';
  append_integer(name, static_cast<std::int64_t>(alias) + 1);
  return name;
}

}  // namespace munjip
