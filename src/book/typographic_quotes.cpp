// The pass typographic_quotes: straight quotation marks become curly by what stands on either side,
// three full stops an ellipsis; never in code or in addresses.
#include <string>
#include <string_view>
#include <vector>

#include "base/letters.h"
#include "base/utf8.h"
#include "book/pass_functions.h"
#include "book/walk.h"

namespace munjip {

namespace {

bool has_marks(std::string_view text) {
  return text.find_first_of("\"'") != std::string_view::npos ||
         text.find("...") != std::string_view::npos;
}

bool is_digit(char32_t c) {
  return c >= U'0' && c <= U'9';
}

bool is_space(char32_t c) {
  return c == 0 || c == U' ' || c == 0xA0 || c == 0x3000;
}

bool is_any_of(char32_t c, std::u32string_view set) {
  return set.find(c) != std::u32string_view::npos;
}

// What a quotation can follow, and what can follow it.
bool opens_before(char32_t c) {
  return is_space(c) || is_any_of(c, U"([{<‘“「『《〈【—–―·/");
}
bool closes_after(char32_t c) {
  return is_space(c) || is_any_of(c, U")]}>’”」』》〉】—–―·/.,;:!?…");
}

// One run of text, laid out in one string; what is not text (code, a picture) counts as a letter.
class QuoteSetter {
 public:
  void set(Inlines& run) {
    bool wanted = false;
    for_each_inline(run, [&](Inline& in) {
      if (auto* text = std::get_if<Text>(&in.is)) {
        wanted = wanted || has_marks(text->text);
        pieces_.push_back({&text->text, all_.size()});
        all_ += to_utf32(text->text);
      } else if (std::holds_alternative<LineBreak>(in.is)) {
        all_.push_back(U' ');
      } else if (std::holds_alternative<InlineCode>(in.is) || std::holds_alternative<Ruby>(in.is)) {
        all_.push_back(U'x');
      }
    });
    if (!wanted) return;
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      if (!has_marks(*pieces_[i].text)) continue;
      *pieces_[i].text = rewritten(pieces_[i].begin, end_of(i));
    }
  }

 private:
  struct Piece {
    std::string* text;
    std::size_t begin;  // in all_
  };

  std::size_t end_of(std::size_t piece) const {
    return pieces_[piece].begin + count_code_points(*pieces_[piece].text);
  }

  char32_t at(std::size_t i) const { return i < all_.size() ? all_[i] : 0; }

  std::string rewritten(std::size_t begin, std::size_t end) {
    std::string out;
    for (std::size_t i = begin; i < end;) {
      if (const std::size_t address_end = end_of_address(i); address_end > i) {
        const std::size_t stop = std::min(address_end, end);
        for (; i < stop; ++i) append_utf8(out, all_[i]);
      } else if (all_[i] == U'"') {
        append_utf8(out, double_mark(i++));
      } else if (all_[i] == U'\'') {
        append_utf8(out, single_mark(i++));
      } else if (all_[i] == U'.') {
        i = append_stops(out, i, end);
      } else {
        append_utf8(out, all_[i++]);
      }
    }
    return out;
  }

  // The end of the address that begins at `i`, or `i`.
  std::size_t end_of_address(std::size_t i) const {
    if (i > 0 && !opens_before(at(i - 1)) && at(i - 1) != U'"' && at(i - 1) != U'\'') return i;
    const std::u32string_view rest = std::u32string_view(all_).substr(i, 8);
    if (!rest.starts_with(U"http://") && !rest.starts_with(U"https://") &&
        !rest.starts_with(U"www.")) {
      return i;
    }
    const auto ends = [&](std::size_t j) {
      const bool closes = at(j) == U'\'' && !is_latin_letter(at(j + 1)) && !is_digit(at(j + 1));
      return is_space(at(j)) || is_any_of(at(j), U"\"<>") || closes;
    };
    while (!ends(i)) ++i;
    return i;
  }

  // Three full stops are an ellipsis, six are two; any other number is the author's.
  std::size_t append_stops(std::string& out, std::size_t i, std::size_t end) const {
    std::size_t stop = i;
    while (stop < end && all_[stop] == U'.') ++stop;
    const std::size_t count = stop - i;
    if (count % 3 == 0) {
      for (std::size_t n = 0; n < count / 3; ++n) append_utf8(out, U'…');
    } else {
      out.append(count, '.');
    }
    return stop;
  }

  char32_t double_mark(std::size_t i) {
    const char32_t before = i == 0 ? 0 : at(i - 1);
    if (is_digit(before) && !double_is_open_ && !closes_after(before)) return U'"';  // inches
    return mark(before, at(i + 1), double_is_open_, U'“', U'”');
  }

  char32_t single_mark(std::size_t i) {
    const char32_t before = i == 0 ? 0 : at(i - 1);
    const char32_t after = at(i + 1);
    const bool is_apostrophe = (is_latin_letter(before) && is_latin_letter(after)) ||
                               (is_digit(after) && is_digit(at(i + 2)) && at(i + 3) == U's');
    if (is_apostrophe) return U'’';
    if (is_digit(before) && !single_is_open_) return U'\'';  // feet
    return mark(before, after, single_is_open_, U'‘', U'’');
  }

  // Where both sides or neither would do, a mark closes what is open.
  static char32_t mark(char32_t before, char32_t after, bool& is_open, char32_t opening,
                       char32_t closing) {
    const bool can_open =
        (opens_before(before) || before == U'"' || before == U'\'') && !is_space(after);
    const bool can_close =
        (closes_after(after) || after == U'"' || after == U'\'') && !is_space(before);
    const bool opens = can_open == can_close ? !is_open : can_open;
    is_open = opens;
    return opens ? opening : closing;
  }

  std::u32string all_;
  std::vector<Piece> pieces_;
  bool double_is_open_ = false, single_is_open_ = false;
};

void set_title(std::string& title) {
  Inlines run = {{Text{std::move(title)}}};
  QuoteSetter().set(run);
  title = std::move(std::get<Text>(run.front().is).text);
}

}  // namespace

void typographic_quotes(Book& book, const Manifest& manifest, Diagnostics&) {
  if (!manifest.smart_punctuation) return;
  set_title(book.info.title);
  set_title(book.info.subtitle);
  for (Part& part : book.parts) {
    set_title(part.title);
    for (Post& post : part.posts) {
      set_title(post.title);
      for_each_body(post, [](Blocks& body) {
        for_each_run(body, [](Inlines& run) { QuoteSetter().set(run); });
      });
    }
  }
}

}  // namespace munjip
