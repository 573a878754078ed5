#include "layout/running.h"

#include "layout/short_text.h"

namespace munjip {

namespace {

bool is_head(MarginPlace place) {
  return place == MarginPlace::top_left || place == MarginPlace::top_center ||
         place == MarginPlace::top_right;
}

bool prints(PageKind kind, MarginPlace place) {
  switch (kind) {
    case PageKind::body:
      return true;
    case PageKind::opener:
    case PageKind::contents:
      return !is_head(place);
    case PageKind::part:
    case PageKind::title:
    case PageKind::colophon:
    case PageKind::cover:
    case PageKind::blank:
      return false;
  }
  return false;
}

std::string text_of(const MarginBox& box, const BookInfo& info, const RunningTitles& titles,
                    const std::string& folio) {
  std::string text;
  for (const MarginPiece& piece : box.content) {
    switch (piece.kind) {
      case RunningText::literal:
        text += piece.text;
        break;
      case RunningText::book_title:
        text += info.title;
        break;
      case RunningText::chapter_title:
        text += titles.chapter;
        break;
      case RunningText::part_title:
        text += titles.part;
        break;
      case RunningText::author:
        for (std::size_t i = 0; i < info.authors.size(); ++i) {
          text += (i > 0 ? ", " : "") + info.authors[i].name;
        }
        break;
      case RunningText::folio:
        text += folio;
    }
  }
  return text;
}

}  // namespace

std::vector<PageItem> running_items(LayoutContext& context, const PageStyle& style, Size trim,
                                    PageKind kind, const RunningTitles& titles,
                                    const std::string& folio) {
  std::vector<PageItem> items;
  const Length measure = trim.width - style.margin.left - style.margin.right;
  for (const MarginBox& box : style.boxes) {
    if (!prints(kind, box.place) || !box.style) continue;
    const std::string text = text_of(box, context.book.info, titles, folio);
    if (text.empty()) continue;
    // Two boxes side by side never touch: each has its part of the measure.
    ShortText set =
        set_short_text_within(context, text, box.style, kArtifact, measure.scaled(0.72));
    Length x = style.margin.left;
    if (box.place == MarginPlace::top_center || box.place == MarginPlace::bottom_center) {
      x += (measure - set.width) / 2;
    } else if (box.place == MarginPlace::top_right || box.place == MarginPlace::bottom_right) {
      x += measure - set.width;
    }
    const Length middle =
        is_head(box.place) ? style.margin.top / 2 : trim.height - style.margin.bottom / 2;
    append_moved(items, std::move(set.items), {x, middle + box.style->font_size.scaled(0.38)});
  }
  return items;
}

}  // namespace munjip
