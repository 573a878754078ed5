#include "text/word_cache.h"

#include <algorithm>
#include <functional>

namespace munjip {

namespace {

// Some 8 MB: more different words than a long book has.
constexpr std::size_t kMaxWords = 60'000, kMaxGlyphs = 250'000, kMaxMissing = 50'000;
constexpr std::size_t kFirstSlots = 1024;

std::uint64_t hash_of(const WordKey& key) {
  const std::uint64_t rest = (static_cast<std::uint64_t>(key.before) << 24U) + key.context * 2U +
                             static_cast<std::uint64_t>(key.right_to_left);
  const std::uint64_t mixed =
      std::hash<std::string_view>()(key.text) ^ (rest * 0x9E3779B97F4A7C15U);
  return mixed ^ (mixed >> 32U);
}

template <class T>
std::uint32_t append(std::vector<T>& arena, std::span<const T> values) {
  const auto begin = static_cast<std::uint32_t>(arena.size());
  arena.insert(arena.end(), values.begin(), values.end());
  return begin;
}

template <class T>
std::span<const T> part(const std::vector<T>& arena, std::uint32_t begin, std::uint32_t count) {
  return std::span(arena).subspan(begin, count);
}

}  // namespace

bool WordCache::matches(const Entry& entry, const WordKey& key, std::uint64_t hash) const {
  return entry.hash == hash && entry.context == key.context && entry.before == key.before &&
         entry.right_to_left == key.right_to_left &&
         std::string_view(texts_).substr(entry.text, entry.text_count) == key.text;
}

std::optional<ShapedWord> WordCache::find(const WordKey& key) const {
  if (slots_.empty()) return std::nullopt;
  const std::uint64_t hash = hash_of(key);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t slot = hash & mask; slots_[slot] != 0; slot = (slot + 1) & mask) {
    const Entry& entry = entries_[slots_[slot] - 1];
    if (!matches(entry, key, hash)) continue;
    return ShapedWord{part(pieces_, entry.pieces, entry.piece_count),
                      part(glyphs_, entry.glyphs, entry.glyph_count),
                      part(missing_, entry.missing, entry.missing_count)};
  }
  return std::nullopt;
}

void WordCache::insert(const WordKey& key, const ShapedWord& word) {
  if (entries_.size() >= kMaxWords || glyphs_.size() >= kMaxGlyphs ||
      missing_.size() >= kMaxMissing) {
    clear();
  }
  // At most half full.
  if ((entries_.size() + 1) * 2 > slots_.size()) grow();
  Entry entry;
  entry.hash = hash_of(key);
  entry.text = static_cast<std::uint32_t>(texts_.size());
  entry.text_count = static_cast<std::uint32_t>(key.text.size());
  texts_ += key.text;
  entry.pieces = append(pieces_, word.pieces);
  entry.piece_count = static_cast<std::uint32_t>(word.pieces.size());
  entry.glyphs = append(glyphs_, word.glyphs);
  entry.glyph_count = static_cast<std::uint32_t>(word.glyphs.size());
  entry.missing = append(missing_, word.missing);
  entry.missing_count = static_cast<std::uint32_t>(word.missing.size());
  entry.context = key.context;
  entry.before = key.before;
  entry.right_to_left = key.right_to_left;
  entries_.push_back(entry);
  place(static_cast<std::uint32_t>(entries_.size() - 1));
}

void WordCache::place(std::uint32_t entry) {
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = entries_[entry].hash & mask;
  while (slots_[slot] != 0) slot = (slot + 1) & mask;
  slots_[slot] = entry + 1;
}

void WordCache::grow() {
  slots_.assign(std::max(kFirstSlots, slots_.size() * 2), 0);
  for (std::uint32_t i = 0; i < entries_.size(); ++i) place(i);
}

void WordCache::clear() {
  std::fill(slots_.begin(), slots_.end(), 0);
  entries_.clear();
  texts_.clear();
  pieces_.clear();
  glyphs_.clear();
  missing_.clear();
}

}  // namespace munjip
