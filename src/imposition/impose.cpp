#include "imposition/impose.h"

#include <fmt/format.h>

#include <map>

#include "imposition/claims.h"
#include "imposition/qpdf_document.h"

namespace munjip {

namespace {

using Handle = QpdfDocument::Handle;

std::string form_name(std::size_t page) {
  return fmt::format("/P{}", page + 1);
}

// The pages of the book as form XObjects (ISO 32000-1, 8.10), each made when it is first asked for.
class PageForms {
 public:
  explicit PageForms(QpdfDocument& document)
      : document_(document), pages_(document.pages()), forms_(pages_.size()) {}

  const std::vector<Handle>& pages() const { return pages_; }
  bool has(std::size_t page) const { return page < pages_.size(); }

  Handle form(std::size_t page) {
    if (!forms_[page]) forms_[page] = make(pages_[page]);
    return *forms_[page];
  }
  PdfBox box(std::size_t page) const { return document_.trim_box(pages_[page]); }

 private:
  Handle make(Handle page) {
    const PdfBox box = document_.trim_box(page);
    const Handle form = document_.add_stream(document_.page_content(page));
    const Handle entries = document_.stream_entries(form);
    document_.set(entries, "/Type", document_.parse("/XObject"));
    document_.set(entries, "/Subtype", document_.parse("/Form"));
    document_.set(entries, "/BBox",
                  document_.parse(fmt::format("[{:.4f} {:.4f} {:.4f} {:.4f}]", box.left, box.bottom,
                                              box.right, box.top)));
    for (const char* key : {"/Resources", "/Group"}) {
      if (document_.has(page, key)) document_.set(entries, key, document_.get(page, key));
    }
    return form;
  }

  QpdfDocument& document_;
  std::vector<Handle> pages_;
  std::vector<std::optional<Handle>> forms_;
};

// The operators that draw one page. The plan's y goes downwards, PDF's upwards.
std::string draw_operators(const PlacedPage& placed, const PdfBox& box, const SheetPlan& plan) {
  const auto bottom = [&](const Rect& rect) {
    return (plan.sheet.height - rect.at.y - rect.size.height).pt();
  };
  const Rect &cell = placed.cell, &area = placed.area;
  double scale = plan.scale;
  double x = area.at.x.pt() - scale * box.left, y = bottom(area) - scale * box.bottom;
  if (placed.turn == PageTurn::half_turn) {
    x = (area.at.x + area.size.width).pt() + scale * box.left;
    y = bottom(area) + area.size.height.pt() + scale * box.bottom;
    scale = -scale;
  }
  return fmt::format(
      "q {:.4f} {:.4f} {:.4f} {:.4f} re W n {:.6f} 0 0 {:.6f} {:.4f} {:.4f} cm {} Do Q\n",
      cell.at.x.pt(), bottom(cell), cell.size.width.pt(), cell.size.height.pt(), scale, scale, x, y,
      form_name(*placed.page));
}

void add_side(QpdfDocument& document, PageForms& forms, const SheetSide& side,
              const SheetPlan& plan) {
  std::string operators;
  const Handle objects = document.parse("<< >>");
  for (const PlacedPage& placed : side) {
    if (!placed.page || !forms.has(*placed.page)) continue;
    operators += draw_operators(placed, forms.box(*placed.page), plan);
    document.set(objects, form_name(*placed.page).c_str(), forms.form(*placed.page));
  }
  const Handle resources = document.parse("<< >>");
  document.set(resources, "/XObject", objects);
  const Handle page = document.parse(fmt::format("<< /Type /Page /MediaBox [0 0 {:.4f} {:.4f}] >>",
                                                 plan.sheet.width.pt(), plan.sheet.height.pt()));
  document.set(page, "/Resources", resources);
  document.set(page, "/Contents", document.add_stream(operators));
  document.add_page(page);
}

// What of the catalog speaks of pages that are pages no more.
void drop_reading_order(QpdfDocument& document) {
  const Handle root = document.root();
  for (const char* key : {"/StructTreeRoot", "/MarkInfo", "/Names", "/Dests", "/Outlines",
                          "/PageLabels", "/PageMode", "/OpenAction"}) {
    document.remove(root, key);
  }
  if (!document.has(root, "/Metadata")) return;
  const Handle metadata = document.get(root, "/Metadata");
  document.replace_stream(metadata, without_claims(document.stream_data(metadata)));
}

// How a print dialogue is to be set: the right edge, and no fitting to the paper, which would move
// the fold (ISO 32000-1, table 150).
void ask_printer(QpdfDocument& document, const SheetPlan& plan) {
  const Handle preferences = document.parse("<< /DisplayDocTitle true /PrintScaling /None >>");
  const char* mode = !plan.duplex                             ? "/Simplex"
                     : *plan.duplex == DuplexEdge::short_edge ? "/DuplexFlipShortEdge"
                                                              : "/DuplexFlipLongEdge";
  document.set(preferences, "/Duplex", document.parse(mode));
  document.set(document.root(), "/ViewerPreferences", preferences);
}

}  // namespace

std::string impose(std::string_view pdf, const SheetPlan& plan) {
  QpdfDocument document(pdf);
  PageForms forms(document);
  for (const Sheet& sheet : plan.sheets) {
    add_side(document, forms, sheet.front, plan);
    if (sheet.back) add_side(document, forms, *sheet.back, plan);
  }
  for (const Handle page : forms.pages()) document.remove_page(page);
  drop_reading_order(document);
  ask_printer(document, plan);
  document.remove(document.trailer(), "/ID");  // it is another document
  return document.save({});
}

}  // namespace munjip
