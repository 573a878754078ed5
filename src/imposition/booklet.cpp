#include <algorithm>
#include <array>

#include "imposition/sheet_grid.h"

namespace munjip {

namespace {

constexpr std::size_t kPagesOfSheet = 4;
constexpr std::size_t kLargestSignature = 32;
constexpr std::size_t kUsualSignature = 16;

std::size_t signature_size(std::size_t pages, int wanted) {
  if (wanted != 0) return static_cast<std::size_t>(wanted);
  return pages <= kLargestSignature ? kLargestSignature : kUsualSignature;
}

// Places pages of one book against the fold.
class Booklet {
 public:
  Booklet(const PageSequence& pages, const SheetGrid& grid, Length creep)
      : pages_(pages), grid_(grid), creep_(creep) {}

  // The sheet that has `inside` others of its signature around it; `first` and `end` are the
  // signature's pages.
  Sheet sheet(std::size_t first, std::size_t end, std::size_t inside) const {
    const std::size_t low = first + 2 * inside, high = end - 1 - 2 * inside;
    const Length shift = creep_ * static_cast<std::int64_t>(inside);
    return {{left(high, shift), right(low, shift)},
            {{left(low + 1, shift), right(high - 1, shift)}}};
  }

 private:
  PlacedPage left(std::size_t page, Length shift) const {
    return placed(page, grid_.cell(0), grid_.cell(0).size.width - grid_.page.width + shift);
  }
  PlacedPage right(std::size_t page, Length shift) const {
    return placed(page, grid_.cell(1), -shift);
  }

  // `x` is the page's left edge in its cell.
  PlacedPage placed(std::size_t page, const Rect& cell, Length x) const {
    const Point at{cell.at.x + x, cell.at.y + (cell.size.height - grid_.page.height) / 2};
    return {page < pages_.size() ? pages_[page] : std::nullopt, {at, grid_.page}, cell};
  }

  const PageSequence& pages_;
  const SheetGrid& grid_;
  Length creep_;
};

}  // namespace

PageSequence page_sequence(std::size_t count) {
  PageSequence pages;
  for (std::size_t page = 0; page < count; ++page) pages.emplace_back(page);
  return pages;
}

SheetPlan plan_booklet(const PageSequence& pages, Size page, const SheetOptions& options) {
  const Size sheet = options.sheet.value_or(Size{page.width * 2, page.height});
  const SheetGrid grid = best_grid(page, sheet, std::array{GridShape{2, 1}});
  const DuplexEdge upright = upright_edge(grid.sheet);
  SheetPlan plan{grid.sheet, page, grid.scale, options.duplex.value_or(upright), {}};
  const Booklet booklet(pages, grid, options.creep);
  const std::size_t all = (pages.size() + kPagesOfSheet - 1) / kPagesOfSheet * kPagesOfSheet;
  const std::size_t signature = signature_size(all, options.signature);
  for (std::size_t first = 0; first < all; first += signature) {
    const std::size_t end = std::min(first + signature, all);
    for (std::size_t inside = 0; inside < (end - first) / kPagesOfSheet; ++inside) {
      plan.sheets.push_back(booklet.sheet(first, end, inside));
    }
  }
  if (plan.duplex == upright) return plan;
  for (Sheet& turned : plan.sheets) turned.back = half_turned(std::move(*turned.back), grid.sheet);
  return plan;
}

SheetPlan plan_sheets(const PageSequence& pages, Size page, const SheetOptions& options) {
  return options.imposition == Imposition::booklet ? plan_booklet(pages, page, options)
                                                   : plan_n_up(pages, page, options);
}

}  // namespace munjip
