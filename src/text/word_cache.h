// Shaped words by their text and context: a hash table over flat arrays, emptied when it is full.
// Belongs to one thread.
#pragma once

#include <hb.h>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/font_choice.h"

namespace munjip {

struct WordGlyph {
  std::uint32_t id = 0;
  std::uint32_t cluster = 0;                 // byte offset in the word
  std::int32_t advance = 0, dx = 0, dy = 0;  // font units
};

// Part of a word in one font; glyphs in visual order.
struct WordPiece {
  FontRef font = nullptr;
  std::uint32_t begin = 0;  // byte of the word
  std::uint32_t first_glyph = 0, glyph_count = 0;
  hb_script_t script = HB_SCRIPT_COMMON;
};

// A view: whoever hands it out says how long it holds.
struct ShapedWord {
  std::span<const WordPiece> pieces;  // in logical order
  std::span<const WordGlyph> glyphs;
  std::span<const MissingCodePoint> missing;
};

struct WordKey {
  std::string_view text;
  std::uint32_t context = 0;
  hb_script_t before = HB_SCRIPT_COMMON;
  bool right_to_left = false;
};

class WordCache {
 public:
  // Holds until the next insert.
  std::optional<ShapedWord> find(const WordKey& key) const;
  // Copies the word; may forget all earlier ones to make room.
  void insert(const WordKey& key, const ShapedWord& word);

 private:
  struct Entry {
    std::uint64_t hash = 0;
    std::uint32_t text = 0, pieces = 0, glyphs = 0, missing = 0;  // where each begins
    std::uint32_t text_count = 0;
    std::uint32_t piece_count = 0, glyph_count = 0, missing_count = 0;
    std::uint32_t context = 0;
    hb_script_t before = HB_SCRIPT_COMMON;
    bool right_to_left = false;
  };

  bool matches(const Entry& entry, const WordKey& key, std::uint64_t hash) const;
  void grow();
  void clear();
  void place(std::uint32_t entry);

  std::vector<std::uint32_t> slots_;  // 1 + index of an entry, 0 = empty; a power of two of them
  std::vector<Entry> entries_;
  std::string texts_;
  std::vector<WordPiece> pieces_;
  std::vector<WordGlyph> glyphs_;
  std::vector<MissingCodePoint> missing_;
};

}  // namespace munjip
