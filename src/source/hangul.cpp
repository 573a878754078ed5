#include "source/hangul.h"

#include "base/letters.h"
#include "base/utf8.h"

namespace munjip {

namespace {

// Unicode 15, 3.12, "Conjoining Jamo Behavior".
constexpr char32_t kSBase = 0xAC00;
constexpr char32_t kLBase = 0x1100;
constexpr char32_t kVBase = 0x1161;
constexpr char32_t kTBase = 0x11A7;
constexpr char32_t kLCount = 19;
constexpr char32_t kVCount = 21;
constexpr char32_t kTCount = 28;

bool is_modern_l(char32_t c) {
  return c >= kLBase && c < kLBase + kLCount;
}
bool is_modern_v(char32_t c) {
  return c >= kVBase && c < kVBase + kVCount;
}
bool is_modern_t(char32_t c) {
  return c > kTBase && c < kTBase + kTCount;
}

// Hangul_Syllable_Type L, V and T: modern jamo, old ones, and the two extended blocks.
bool is_l(char32_t c) {
  return (c >= 0x1100 && c <= 0x115F) || (c >= 0xA960 && c <= 0xA97C);
}
bool is_v(char32_t c) {
  return (c >= 0x1160 && c <= 0x11A7) || (c >= 0xD7B0 && c <= 0xD7C6);
}
bool is_t(char32_t c) {
  return (c >= 0x11A8 && c <= 0x11FF) || (c >= 0xD7CB && c <= 0xD7FB);
}
bool is_lv_syllable(char32_t c) {
  return is_hangul_syllable(c) && (c - kSBase) % kTCount == 0;
}

// Reads code points of one text ahead without losing the place.
class Cursor {
 public:
  explicit Cursor(std::string_view text, std::size_t at) : text_(text), at_(at) {}
  // 0 at the end.
  char32_t peek() const {
    std::size_t at = at_;
    return at < text_.size() ? next_code_point(text_, at) : 0;
  }
  char32_t next() { return at_ < text_.size() ? next_code_point(text_, at_) : 0; }
  std::size_t at() const { return at_; }

 private:
  std::string_view text_;
  std::size_t at_;
};

// The syllable of the whole cluster that begins with `first` at the cursor (which stands behind
// it), or 0 where the cluster is not exactly one modern syllable. Moves the cursor behind the
// cluster.
char32_t take_cluster(char32_t first, Cursor& cursor) {
  char32_t syllable = 0;
  if (is_modern_l(first) && is_modern_v(cursor.peek())) {
    syllable = kSBase + ((first - kLBase) * kVCount + (cursor.next() - kVBase)) * kTCount;
  } else if (is_lv_syllable(first)) {
    syllable = first;
  }
  if (syllable != 0 && is_modern_t(cursor.peek())) syllable += cursor.next() - kTBase;
  // What else belongs to the cluster (UAX #29, GB6-GB8) makes it an old or a broken one.
  while (syllable == 0 && is_l(cursor.peek())) cursor.next();
  while (is_v(cursor.peek()) || is_t(cursor.peek())) {
    cursor.next();
    syllable = 0;
  }
  return syllable;
}

}  // namespace

std::string compose_hangul(std::string text) {
  // Every conjoining jamo of the modern repertoire is E1 84 ... E1 87 in UTF-8.
  std::size_t jamo = text.find('\xE1');
  while (jamo != std::string::npos &&
         (jamo + 1 >= text.size() || (text[jamo + 1] & 0xFC) != 0x84)) {
    jamo = text.find('\xE1', jamo + 1);
  }
  if (jamo == std::string::npos) return text;

  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    Cursor cursor(text, at);
    const char32_t first = cursor.next();
    const bool may_compose = is_l(first) || is_lv_syllable(first);
    const char32_t syllable = may_compose ? take_cluster(first, cursor) : 0;
    if (syllable != 0) {
      append_utf8(out, syllable);
    } else {
      out.append(text, at, cursor.at() - at);
    }
    at = cursor.at();
  }
  return out;
}

}  // namespace munjip
