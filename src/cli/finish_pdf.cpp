#include "cli/finish_pdf.h"

#include <cmath>

#include "imposition/compact.h"
#include "imposition/impose.h"

namespace munjip {

namespace {

std::string impose_pages(const std::string& pdf, const PagedBook& paged,
                         const SheetOptions& options, Diagnostics& diagnostics) {
  const Size page = paged.pages.empty() ? Size{} : paged.pages.front().trim;
  const SheetPlan plan = plan_sheets(paged.pages.size(), page, options);
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
