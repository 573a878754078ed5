#include "source/text_page.h"

#include <algorithm>
#include <array>
#include <optional>

#include "source/date_text.h"
#include "source/html_tree.h"
#include "source/text_page_words.h"

namespace munjip {

namespace {

// A page's head ends within this many lines that are not blank, its foot begins within this many.
constexpr std::size_t kMaxHead = 80;
constexpr std::size_t kMaxFoot = 120;
constexpr std::size_t kMaxTitleWidth = 120;

template <std::size_t N>
bool is_one_of(std::string_view text, const std::array<std::string_view, N>& set) {
  return std::find(set.begin(), set.end(), text) != set.end();
}

struct Separated {
  std::string_view name;
  DateTime moment;
};

// A name, `separator`, and a date with time at the end of the line: `블로그・2025. 1. 31. 17:17`.
std::optional<Separated> name_and_date(std::string_view text, std::string_view separator) {
  const std::size_t at = text.rfind(separator);
  if (at == std::string_view::npos) return std::nullopt;
  const auto moment = parse_date(text.substr(at + separator.size()));
  if (!moment || !moment->has_time) return std::nullopt;
  return Separated{trim_ascii(text.substr(0, at)), *moment};
}

// `by 블로그 2025. 1. 31. 17:17`.
std::optional<Separated> byline(std::string_view text) {
  if (!text.starts_with("by ")) return std::nullopt;
  for (std::size_t at = text.find(' ', 2); at != std::string_view::npos;
       at = text.find(' ', at + 1)) {
    const auto moment = parse_date(text.substr(at));
    if (moment)
      return Separated{trim_ascii(text.substr(3, std::max<std::size_t>(at, 3) - 3)), *moment};
  }
  return std::nullopt;
}

// A line that begins with the date of publication; `rest` is what is glued to it.
struct DateLine {
  DateTime moment;
  std::string_view rest;
};

std::optional<DateLine> date_line(std::string_view text) {
  const auto date = leading_date(text);
  if (!date || width_of(text) > kMaxTitleWidth) return std::nullopt;
  const std::string_view rest = trim_ascii(text.substr(date->length));
  // A date without time may be how the author begins; alone on its line it is the page's.
  if (!date->moment.has_time && !rest.empty()) return std::nullopt;
  return DateLine{date->moment, rest};
}

// `/ 조회 481`, `| 조회수 10 | 댓글 3`: the page's numbers, not a category.
bool is_statistics(std::string_view text) {
  return text.starts_with('/') || text.starts_with('|') || text.starts_with("조회");
}

// Reads the page from both ends towards the text.
class Page {
 public:
  Page(std::span<const TextLine> lines, Post& post) : post_(post) {
    for (const TextLine& line : lines) {
      if (!line.is_blank()) shown_.push_back(&line);
    }
    begin_ = 0;
    end_ = shown_.size();
  }

  void take_head() {
    if (end_ == 0) return;
    if (!take_copied_page() && !take_named_date() && !take_title_and_date()) take_title();
  }

  void take_foot() {
    take_source_line();
    const std::size_t limit = end_ - std::min(end_ - begin_, kMaxFoot);
    for (std::size_t start = limit; start < end_; ++start) {
      if (begins_page_foot(text(start)) && reads_as_foot(start)) {
        drop_foot(start);
        break;
      }
    }
    take_source_line();
  }

  // The number of the first and behind the last line of the text.
  std::uint32_t first_line() const { return begin_ < end_ ? shown_[begin_]->number : 0; }
  std::uint32_t last_line() const { return begin_ < end_ ? shown_[end_ - 1]->number : 0; }

 private:
  std::string_view text(std::size_t index) const { return shown_[index]->text; }

  void drop(std::size_t index, DropReason reason) {
    post_.dropped.push_back({reason, std::string(text(index)), shown_[index]->at()});
  }
  void drop_range(std::size_t from, std::size_t to, DropReason reason) {
    for (std::size_t i = from; i < to; ++i) drop(i, reason);
  }

  // A whole Tistory page: menus, category, title, byline.
  bool take_copied_page() {
    constexpr std::array<std::string_view, 3> kFirst = {"본문 바로가기", "메뉴 바로가기",
                                                        "본문으로 바로가기"};
    if (!is_one_of(text(0), kFirst)) return false;
    for (std::size_t i = 1; i < std::min(end_, kMaxHead); ++i) {
      const auto by = byline(text(i));
      if (!by) continue;
      post_.title = text(i - 1);
      post_.author = by->name;
      post_.published = by->moment;
      const std::size_t category = i >= 3 ? i - 2 : 0;
      if (category > 0) post_.category = text(category);
      drop_range(0, i - 1, DropReason::chrome);
      drop(i, DropReason::header);
      begin_ = i + 1;
      return true;
    }
    return false;
  }

  // Naver's: category, title, `블로그・date`, buttons.
  bool take_named_date() {
    for (std::size_t i = 1; i < std::min<std::size_t>(end_, 4); ++i) {
      auto found = name_and_date(text(i), "・");
      if (!found) found = name_and_date(text(i), "·");
      if (!found) continue;
      post_.title = text(i - 1);
      post_.author = found->name;
      post_.published = found->moment;
      if (i >= 2) post_.category = text(i - 2);
      drop_range(0, i - 1, DropReason::header);
      drop(i, DropReason::header);
      begin_ = i + 1;
      if (begin_ < end_ && text(begin_).starts_with("URL 복사")) drop(begin_++, DropReason::chrome);
      return true;
    }
    return false;
  }

  // Title, then a line with the date and what is glued to it.
  bool take_title_and_date() {
    const auto date = end_ >= 2 ? date_line(text(1)) : std::nullopt;
    if (!date) return false;
    std::string_view title = text(0);
    // The window's title has the blog's name behind it.
    const std::size_t blog = title.rfind(" :: ");
    if (blog != std::string_view::npos && is_statistics(date->rest)) {
      post_.dropped.push_back(
          {DropReason::header, std::string(title.substr(blog)), shown_[0]->at()});
      title = title.substr(0, blog);
    }
    post_.title = trim_ascii(title);
    post_.published = date->moment;
    if (!is_statistics(date->rest)) post_.category = date->rest;
    drop(1, DropReason::header);
    begin_ = 2;
    return true;
  }

  // A first line that stands alone, and is no sentence of the text.
  void take_title() {
    const std::size_t width = width_of(text(0));
    const bool is_alone = end_ > 1 && shown_[1]->number > shown_[0]->number + 1;
    const bool is_short = end_ > 1 && !ends_like_sentence(text(0)) && width * 2 < width_of(text(1));
    if (width > kMaxTitleWidth || is_divider(text(0)) || !(is_alone || is_short)) return;
    if (ends_with_stop(text(0)) && width > kMaxTitleWidth / 2) return;
    post_.title = text(0);
    begin_ = 1;
  }

  // `출처: https://... [블로그:티스토리]`, which Tistory adds to what is copied.
  void take_source_line() {
    if (end_ - begin_ < 1) return;
    const std::string_view line = text(end_ - 1);
    if (!line.starts_with("출처") || !line.ends_with("]")) return;
    const std::size_t address = line.find("http");
    const std::size_t blog = line.rfind(" [");
    if (address == std::string_view::npos || blog == std::string_view::npos || blog < address)
      return;
    post_.address = line.substr(address, blog - address);
    drop(end_ - 1, DropReason::footer);
    --end_;
  }

  // ---- the foot ----

  // Whether every line from `start` on belongs to the foot: one line that does not, and all of it
  // is the author's.
  bool reads_as_foot(std::size_t start) const {
    bool in_other_posts = false;
    bool in_comments = false;
    for (std::size_t i = start; i < end_; ++i) {
      const std::string_view line = text(i);
      if (i > start && is_counter_of(line, "댓글")) in_comments = true;
      if (is_button_word(line)) {
        in_other_posts = is_title_of_other_posts(line) || (in_other_posts && line != "태그");
        continue;
      }
      const bool names_blog = i > start && text(i - 1) == "구독하기";
      const bool is_tags = line.starts_with('#');
      const bool other = in_other_posts && is_line_of_other_post(line);
      if (!names_blog && !is_tags && !other && !in_comments) return false;
    }
    return true;
  }

  void drop_foot(std::size_t start) {
    for (std::size_t i = start; i < end_; ++i) {
      const std::string_view line = text(i);
      if (line.starts_with('#')) {
        take_tags(line);
        drop(i, DropReason::tag_list);
      } else if (is_title_of_other_posts(line) || is_line_of_other_post(line)) {
        drop(i, DropReason::related_posts);
      } else {
        drop(i, is_button_word(line) ? DropReason::post_buttons : DropReason::footer);
      }
    }
    end_ = start;
  }

  // `#설정 (System Lab)/적용, #일상`
  void take_tags(std::string_view line) {
    while (!line.empty()) {
      const std::size_t end = std::min(line.find(',', 1), line.size());
      std::string_view tag = trim_ascii(line.substr(0, end));
      while (tag.starts_with('#')) tag.remove_prefix(1);
      if (!tag.empty()) post_.tags.emplace_back(tag);
      line.remove_prefix(std::min(end + 1, line.size()));
    }
  }

  Post& post_;
  std::vector<const TextLine*> shown_;  // the lines that are not blank
  std::size_t begin_ = 0, end_ = 0;     // of the text, in shown_
};

}  // namespace

std::vector<TextLine> take_page_furniture(std::span<const TextLine> lines, Post& post) {
  std::vector<TextLine> without_ads;
  without_ads.reserve(lines.size());
  for (const TextLine& line : lines) {
    if (is_advertisement_word(line.text)) {
      post.dropped.push_back({DropReason::advertisement, std::string(line.text), line.at()});
    } else {
      without_ads.push_back(line);
    }
  }
  Page page(without_ads, post);
  page.take_head();
  page.take_foot();
  std::vector<TextLine> text;
  for (const TextLine& line : without_ads) {
    if (line.number >= page.first_line() && line.number <= page.last_line()) text.push_back(line);
  }
  return text;
}

}  // namespace munjip
