#include "layout/dump.h"

#include <fmt/format.h>

#include <iterator>

#include "base/overloaded.h"

namespace munjip {

namespace {

using Out = std::back_insert_iterator<std::string>;

std::string tag_name(TagId tag) {
  return tag == kArtifact ? "artifact" : fmt::format("#{}", tag);
}

std::string color_text(const Color& color) {
  return color == Color{} ? std::string()
                          : fmt::format(" #{:02x}{:02x}{:02x}", color.r, color.g, color.b);
}

// Two decimals of a point: enough to see every change that an eye or a printer could, and the same
// on every machine.
void dump_item(const PageItem& item, Out out) {
  fmt::format_to(out, "  {:.2f} {:.2f} {} ", item.at.x.pt(), item.at.y.pt(), tag_name(item.tag));
  std::visit(overloaded{
                 [&](const GlyphRun& run) {
                   const Length width = run.glyphs.empty() ? Length() : run.glyphs.back().x;
                   fmt::format_to(out, "text {} {:.2f}{} {} glyphs to {:.2f} \"{}\"\n",
                                  run.font->postscript_name(), run.size.pt(), color_text(run.color),
                                  run.glyphs.size(), width.pt(), run.text);
                 },
                 [&](const PlacedImage& image) {
                   fmt::format_to(out, "image {} {:.2f} x {:.2f}", image.resource,
                                  image.size.width.pt(), image.size.height.pt());
                   if (image.band_height < 1) {
                     fmt::format_to(out, " from {:.1f} % of it", image.band_top * 100);
                   }
                   fmt::format_to(out, "\n");
                 },
                 [&](const FilledRect& rect) {
                   fmt::format_to(out, "rect {:.2f} x {:.2f}{}\n", rect.size.width.pt(),
                                  rect.size.height.pt(), color_text(rect.color));
                 },
                 [&](const LinkArea& link) {
                   fmt::format_to(out, "link {:.2f} x {:.2f} {}\n", link.size.width.pt(),
                                  link.size.height.pt(), link.target);
                 },
                 [&](const AnchorMark& anchor) { fmt::format_to(out, "anchor {}\n", anchor.id); },
             },
             item.is);
}

// The text of each leaf, from all pages.
std::vector<std::string> text_of_leaves(const PagedBook& paged) {
  std::vector<std::string> texts(paged.tags.size());
  for (const Page& page : paged.pages) {
    for (const PageItem& item : page.items) {
      const GlyphRun* run = std::get_if<GlyphRun>(&item.is);
      if (run != nullptr && item.tag < texts.size()) texts[item.tag] += run->text;
    }
  }
  return texts;
}

void dump_tag(const PagedBook& paged, TagId id, std::size_t depth,
              const std::vector<std::string>& texts, Out out) {
  const TagNode& node = paged.tags[id];
  fmt::format_to(out, "{:{}}", "", 2 * depth);
  if (node.element == Element::text) {
    fmt::format_to(out, "\"{}\"\n", texts[id]);
    return;
  }
  const std::string_view type = structure_type(node.element);
  fmt::format_to(out, "{}", type.empty() ? "-" : type);
  if (!node.lang.empty()) fmt::format_to(out, " lang={}", node.lang);
  if (!node.title.empty()) fmt::format_to(out, " title=\"{}\"", node.title);
  if (!node.alternative.empty()) fmt::format_to(out, " alt=\"{}\"", node.alternative);
  if (!node.actual_text.empty()) fmt::format_to(out, " actual=\"{}\"", node.actual_text);
  if (!node.expansion.empty()) fmt::format_to(out, " expansion=\"{}\"", node.expansion);
  if (node.colspan != 1 || node.rowspan != 1)
    fmt::format_to(out, " span={}x{}", node.colspan, node.rowspan);
  if (!texts[id].empty()) fmt::format_to(out, " \"{}\"", texts[id]);
  fmt::format_to(out, "\n");
  for (const TagId child : node.children) dump_tag(paged, child, depth + 1, texts, out);
}

}  // namespace

std::string dump_pages(const PagedBook& paged) {
  std::string text;
  const Out out(text);
  for (std::size_t i = 0; i < paged.pages.size(); ++i) {
    const Page& page = paged.pages[i];
    fmt::format_to(out, "page {} \"{}\" {} {:.2f} x {:.2f}\n", i + 1, page.label,
                   page.is_recto ? "recto" : "verso", page.trim.width.pt(), page.trim.height.pt());
    for (const PageItem& item : page.items) dump_item(item, out);
  }
  for (const OutlineEntry& entry : paged.outline) {
    fmt::format_to(out, "outline {} \"{}\" #{}\n", entry.level, entry.title, entry.anchor);
  }
  return text;
}

std::string dump_tags(const PagedBook& paged) {
  std::string text;
  if (!paged.tags.empty()) dump_tag(paged, 0, 0, text_of_leaves(paged), Out(text));
  return text;
}

}  // namespace munjip
