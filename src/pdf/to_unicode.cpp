#include "pdf/to_unicode.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "pdf/number.h"
#include "pdf/pdf_string.h"

namespace munjip {

namespace {

// Adobe Technical Note 5411: at most so many entries between begin and end.
constexpr std::size_t kMaxBlock = 100;

constexpr std::string_view kHead =
    "/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n"
    "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
    "/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n"
    "1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n";
constexpr std::string_view kTail =
    "endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n";

// Codes first ... last stand for consecutive code points from `text` on.
struct Range {
  std::uint16_t first = 0, last = 0;
  std::string_view text;
  char32_t next = 0;  // the code point that would go on with the range; 0 = none can
};

// The single code point of a text in the BMP; 0 for longer text (a range counts up the last byte
// of its UTF-16, which is not allowed to carry).
char32_t single_bmp_code_point(std::string_view text) {
  std::size_t at = 0;
  const char32_t code_point = next_code_point(text, at);
  return at == text.size() && code_point < 0x10000 ? code_point : 0;
}

bool continues(const Range& range, std::uint16_t code, char32_t code_point) {
  return code_point != 0 && code_point == range.next && code == range.last + 1 &&
         code >> 8 == range.first >> 8 && (code_point & 0xFF) != 0;
}

std::vector<Range> find_ranges(std::span<const CodeText> codes) {
  std::vector<Range> ranges;
  for (const CodeText& one : codes) {
    const char32_t code_point = single_bmp_code_point(one.text);
    if (ranges.empty() || !continues(ranges.back(), one.code, code_point)) {
      ranges.push_back({one.code, one.code, one.text, 0});
    }
    ranges.back().last = one.code;
    ranges.back().next = code_point == 0 ? 0 : code_point + 1;
  }
  return ranges;
}

void append_code(std::string& out, std::uint16_t code) {
  const std::string bytes = {static_cast<char>(code >> 8), static_cast<char>(code & 0xFF)};
  out += '<';
  append_hex(out, bytes);
  out += '>';
}

void append_entry(std::string& out, const Range& range, bool is_range) {
  append_code(out, range.first);
  if (is_range) append_code(out, range.last);
  out += '<';
  append_hex(out, utf16be(range.text));
  out += ">\n";
}

void append_blocks(std::string& out, std::span<const Range> entries, bool are_ranges) {
  const std::string_view keyword = are_ranges ? "bfrange\n" : "bfchar\n";
  for (std::size_t begin = 0; begin < entries.size(); begin += kMaxBlock) {
    const std::size_t count = std::min(kMaxBlock, entries.size() - begin);
    append_integer(out, static_cast<std::int64_t>(count));
    out += " begin";
    out += keyword;
    for (const Range& entry : entries.subspan(begin, count)) append_entry(out, entry, are_ranges);
    out += "end";
    out += keyword;
  }
}

}  // namespace

std::string to_unicode_cmap(std::span<const CodeText> codes) {
  std::vector<Range> all = find_ranges(codes);
  const auto ranges = std::stable_partition(
      all.begin(), all.end(), [](const Range& range) { return range.first == range.last; });
  const auto single_count = static_cast<std::size_t>(ranges - all.begin());
  std::string out(kHead);
  append_blocks(out, std::span(all).first(single_count), false);
  append_blocks(out, std::span(all).subspan(single_count), true);
  out += kTail;
  return out;
}

}  // namespace munjip
