#include "cli/finish_pdf.h"

#include <cmath>

#include "imposition/compact.h"
#include "imposition/impose.h"

namespace munjip {

namespace {

// In a booklet every page stands on the side that it was set for: a screen book's cover, which is
// no page of the count, gets a blank inside. (Other sheets have no left and right pages.)
PageSequence pages_in_order(const PagedBook& paged, Imposition imposition) {
  if (imposition != Imposition::booklet) return page_sequence(paged.pages.size());
  PageSequence pages;
  for (std::size_t i = 0; i < paged.pages.size(); ++i) {
    const bool is_recto = pages.size() % 2 == 0;
    if (paged.pages[i].is_recto != is_recto) pages.emplace_back();
    pages.emplace_back(i);
  }
  return pages;
}

std::string impose_pages(const std::string& pdf, const PagedBook& paged,
                         const SheetOptions& options, Diagnostics& diagnostics) {
  const Size page = paged.pages.empty() ? Size{} : paged.pages.front().trim;
  const SheetPlan plan = plan_sheets(pages_in_order(paged, options.imposition), page, options);
  diagnostics.note({}, message("종이 {}장에 {}%로 앉혔습니다. 태그와 링크는 없습니다",
                               "on {} sheets at {} %, without tags and links", plan.sheets.size(),
                               std::lround(plan.scale * 100)));
  return impose(pdf, plan);
}

}  // namespace

std::string_view imposition_suffix(Imposition imposition) {
  switch (imposition) {
    case Imposition::none:
      return "";
    case Imposition::booklet:
      return "-booklet";
    case Imposition::two_up:
      return "-2up";
    case Imposition::four_up:
      return "-4up";
  }
  return "";
}

std::string finish_pdf(std::string pdf, const PagedBook& paged, const OutputSpec& spec,
                       Diagnostics& diagnostics) {
  if (spec.sheets.imposition != Imposition::none && !paged.pages.empty()) {
    pdf = impose_pages(pdf, paged, spec.sheets, diagnostics);
  }
  if (spec.compact) pdf = compact(pdf);
  if (spec.protection) pdf = encrypt(pdf, *spec.protection);
  return pdf;
}

}  // namespace munjip
