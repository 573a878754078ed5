// Lines → paragraphs: which line ends are the author's, and which only the width of a window.
#include <algorithm>

#include "base/letters.h"
#include "base/utf8.h"
#include "source/inline_builder.h"
#include "source/text_blocks.h"

namespace munjip {

namespace {

// Lines of verse are not wider than this (about 30 syllables).
constexpr std::size_t kMaxVerseWidth = 60;
// Mail and editors of old wrapped at 60 to 80 columns.
constexpr std::size_t kMinWrapWidth = 50;
// Lines that are as long as a paragraph are paragraphs.
constexpr std::size_t kParagraphWidth = 100;

// What an address in running text ends at. Korean puts a particle behind it without a space, so
// Hangul belongs to it only where it follows a sign of the address itself (`/wiki/한글_맞춤법`).
std::size_t address_length(std::string_view text) {
  std::size_t end = 0;
  char32_t previous = 0;
  bool in_hangul = false;
  while (end < text.size()) {
    std::size_t next = end;
    const char32_t c = next_code_point(text, next);
    if (c <= U' ' || c == U'<' || c == U'>' || c == U'"' || c == 0xA0) break;
    if (c >= 0x80) {
      const bool belongs = in_hangul || previous == U'/' || previous == U'_' || previous == U'=' ||
                           previous == U'-' || previous == U'%' || previous == U'&';
      if (!is_hangul_syllable(c) || !belongs) break;
      in_hangul = true;
    } else if (c != U'_' && c != U'-') {
      in_hangul = false;
    }
    previous = c;
    end = next;
  }
  while (end > 0 && std::string_view(".,;:!?'").find(text[end - 1]) != std::string_view::npos)
    --end;
  // A closing bracket belongs to it only with its opening one.
  const std::string_view address = text.substr(0, end);
  if (address.ends_with(')') && address.find('(') == std::string_view::npos) --end;
  return end;
}

// Where the next address begins that has something behind its `//`; npos where none does.
std::size_t find_address(std::string_view text, std::size_t from) {
  for (std::size_t at = text.find("http", from); at != std::string_view::npos;
       at = text.find("http", at + 1)) {
    for (const std::string_view scheme : {"http://", "https://"}) {
      if (text.substr(at).starts_with(scheme) && address_length(text.substr(at)) > scheme.size()) {
        return at;
      }
    }
  }
  return std::string_view::npos;
}

void add_text(std::string_view text, SourcePos at, InlineBuilder& out) {
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t begin = find_address(text, from);
    out.text(text.substr(from, begin == std::string_view::npos ? begin : begin - from), at);
    if (begin == std::string_view::npos) break;
    const std::string_view address = text.substr(begin, address_length(text.substr(begin)));
    Link link;
    link.target = address;
    out.open({std::move(link), at});
    out.text(address, at);
    out.close();
    from = begin + address.size();
  }
}

// What the line ends of one chunk mean.
enum class LineEnds { are_wrapping, are_verse, are_paragraphs, depend };

std::size_t first_word_width(std::string_view text) {
  return width_of(text.substr(0, text.find(' ')));
}

// Whether each line ends where a window of the widest line's width would have ended it: the next
// word did not fit any more.
bool are_wrapped_at(std::span<const TextLine> lines, std::size_t widest) {
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (width_of(lines[i].text) + 1 + first_word_width(lines[i + 1].text) <= widest) return false;
  }
  return true;
}

LineEnds line_ends_of(std::span<const TextLine> lines) {
  if (lines.size() < 3) return LineEnds::depend;
  std::size_t widest = 0;
  std::size_t stops = 0;
  for (const TextLine& line : lines) {
    widest = std::max(widest, width_of(line.text));
    stops += ends_with_stop(line.text) ? 1 : 0;
  }
  const bool may_be_wrapped = widest >= kMinWrapWidth && widest < kParagraphWidth;
  if (may_be_wrapped && are_wrapped_at(lines, widest)) return LineEnds::are_wrapping;
  const bool is_verse =
      widest <= kMaxVerseWidth / 2 || (widest <= kMaxVerseWidth && stops * 2 < lines.size());
  if (is_verse) return LineEnds::are_verse;
  // A novel, or an old blog post: a line a paragraph, long ones among them.
  const bool are_paragraphs = widest >= kParagraphWidth && stops * 3 >= lines.size() * 2;
  return are_paragraphs ? LineEnds::are_paragraphs : LineEnds::depend;
}

bool goes_on(const TextLine& line, const TextLine& next, LineEnds ends) {
  if (ends == LineEnds::are_wrapping) return true;
  if (ends == LineEnds::are_verse) return false;
  if (!ends_within_sentence(line.text)) return false;
  const char first = next.text.front();
  return first != '-' && first != '*' && first != '#';
}

bool parts_paragraphs(const TextLine& line, const TextLine& next, LineEnds ends) {
  if (ends == LineEnds::are_paragraphs) return ends_with_stop(line.text);
  return ends == LineEnds::depend && ends_with_stop(line.text) &&
         width_of(line.text) >= kParagraphWidth && width_of(next.text) >= kMaxVerseWidth;
}

}  // namespace

Inlines inlines_of_text(std::string_view text, SourcePos at) {
  InlineBuilder builder;
  add_text(text, at, builder);
  return builder.take();
}

Inlines inlines_of_lines(std::span<const TextLine> lines) {
  const LineEnds ends = line_ends_of(lines);
  InlineBuilder builder;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    add_text(lines[i].text, lines[i].at(), builder);
    if (i + 1 == lines.size()) break;
    if (goes_on(lines[i], lines[i + 1], ends)) {
      builder.text(" ", lines[i].at());
    } else {
      builder.line_break(lines[i].at());
    }
  }
  return builder.take();
}

void add_prose(std::span<const TextLine> lines, Blocks& out) {
  const LineEnds ends = line_ends_of(lines);
  std::size_t begin = 0;
  for (std::size_t i = 1; i <= lines.size(); ++i) {
    if (i < lines.size() && !parts_paragraphs(lines[i - 1], lines[i], ends)) continue;
    const auto own = lines.subspan(begin, i - begin);
    Inlines inlines = inlines_of_lines(own);
    if (!inlines.empty()) out.push_back({Paragraph{std::move(inlines)}, {}, {}, own.front().at()});
    begin = i;
  }
}

}  // namespace munjip
