#include "pdf/write_pdf.h"

#include <string_view>

#include "base/digest.h"
#include "base/parallel.h"
#include "pdf/content.h"
#include "pdf/flate.h"
#include "pdf/font_embed.h"
#include "pdf/glyph_codes.h"
#include "pdf/haru.h"
#include "pdf/images.h"
#include "pdf/links.h"
#include "pdf/metadata.h"
#include "pdf/number.h"
#include "pdf/page_labels.h"
#include "pdf/profile.h"
#include "pdf/structure.h"
#include "pdf/tags.h"

namespace munjip {

namespace {

constexpr int kContentLevel = 6;

// Where the trim box lies on the page. Pages have no bleed yet.
constexpr UserPoint kTrimOrigin = {0, 0};

// Everything that is made of the pages in parallel, before any object is written.
struct Parts {
  GlyphCodes codes;
  std::vector<EmbeddedFont> fonts;
  Images images;
  std::vector<PageContent> contents;  // operators deflated
};

Parts make_parts(const PagedBook& paged, const Book& book, const Profile& profile, unsigned jobs,
                 Diagnostics& diagnostics) {
  const std::span<const Page> pages = paged.pages;
  GlyphCodes codes(pages);
  std::vector<EmbeddedFont> fonts =
      map_parallel(codes.fonts(), jobs, diagnostics,
                   [](const FontCodes& font, Diagnostics&) { return embed_font(font); });
  Images images(pages, book, profile, jobs, diagnostics);
  std::vector<PageContent> contents =
      map_parallel(pages, jobs, diagnostics, [&](const Page& page, Diagnostics&) {
        PageContent content = write_content(page, paged.tags, codes, images, kTrimOrigin);
        content.operators = deflate(content.operators, kContentLevel);
        return content;
      });
  return {std::move(codes), std::move(fonts), std::move(images), std::move(contents)};
}

// The resource dictionaries of the pages: one shared by all that have no pictures.
class Resources {
 public:
  Resources(HaruDocument& document, Parts& parts)
      : document_(document), images_(parts.images.write(document)) {
    std::string fonts;
    for (std::size_t font = 0; font < parts.fonts.size(); ++font) {
      const std::vector<ObjectId> aliases = write_font(document, std::move(parts.fonts[font]));
      for (std::size_t alias = 0; alias < aliases.size(); ++alias) {
        fonts += '/' + font_resource_name(font, alias) + ' ' + reference(aliases[alias]);
      }
    }
    fonts_ = "/Font " + reference(document.add(fonts));
    shared_ = document.add(fonts_);
  }

  ObjectId of(const PageContent& content) {
    if (content.images.empty()) return shared_;
    std::string pictures;
    for (const std::size_t image : content.images) {
      pictures += '/' + image_resource_name(image) + ' ' + reference(images_[image]);
    }
    return document_.add(fonts_ + "/XObject<<" + pictures + ">>");
  }

 private:
  HaruDocument& document_;
  std::vector<ObjectId> images_;
  std::string fonts_;
  ObjectId shared_;
};

std::vector<ObjectId> write_links(HaruDocument& document, std::span<const LinkAnnotation> links,
                                  std::size_t page_count) {
  std::vector<ObjectId> objects;
  objects.reserve(links.size());
  for (std::size_t i = 0; i < links.size(); ++i) {
    objects.push_back(document.add(link_entries(links[i], link_parent_key(page_count, i))));
  }
  return objects;
}

void write_pages(HaruDocument& document, const PagedBook& paged, Parts& parts,
                 std::span<const LinkAnnotation> links, std::span<const ObjectId> link_objects) {
  Resources resources(document, parts);
  std::size_t link = 0;  // links come in page order
  for (std::size_t i = 0; i < paged.pages.size(); ++i) {
    HaruPage page;
    page.media = page.trim = paged.pages[i].trim;
    page.resources = resources.of(parts.contents[i]);
    for (; link < links.size() && links[link].page == i; ++link) {
      page.annotations.push_back(link_objects[link]);
    }
    page.struct_parents = page_parent_key(i);
    page.contents = std::move(parts.contents[i].operators);
    document.fill_page(i, std::move(page));
  }
}

std::vector<std::vector<MarkedSequence>> take_sequences(std::vector<PageContent>& contents) {
  std::vector<std::vector<MarkedSequence>> sequences;
  sequences.reserve(contents.size());
  for (PageContent& content : contents) sequences.push_back(std::move(content.sequences));
  return sequences;
}

void write_navigation(HaruDocument& document, const PagedBook& paged, const Profile& profile,
                      const Destinations& destinations, std::span<const ObjectId> pages) {
  if (!destinations.empty()) {
    document.set_catalog("Names", write_names(document, destinations, pages));
  }
  std::vector<std::string> labels;
  labels.reserve(paged.pages.size());
  for (const Page& page : paged.pages) labels.push_back(page.label);
  document.set_catalog("PageLabels", document.add(page_label_entries(labels)));
  if (!profile.has_outline || paged.outline.empty()) return;
  for (const OutlineEntry& entry : paged.outline) {
    const bool leads_somewhere = destinations.contains(entry.anchor);
    document.add_outline_item({entry.level, entry.title, leads_somewhere ? entry.anchor : ""});
  }
  document.set_catalog_name("PageMode", "UseOutlines");
}

// From what the file holds, never from time or place: the same book, the same /ID. Pictures are
// named by the hash of their bytes.
std::string file_id(const BookInfo& info, const Profile& profile, const Parts& parts) {
  std::string key = xmp_packet(info, profile);
  for (const PageContent& content : parts.contents) key += content.operators;
  for (const EmbeddedFont& font : parts.fonts) key += font.program;
  for (const auto& [name, index] : parts.images.by_name()) key += name;
  const auto digest = sha256(key);
  return {reinterpret_cast<const char*>(digest.data()), 16};
}

}  // namespace

std::string write_pdf(const PagedBook& paged, const Book& book, const PdfOptions& options,
                      Diagnostics& diagnostics) {
  Profile profile = profile_of(options.profile);
  profile.claims_pdf_a = profile.claims_pdf_a && options.pdf_a;
  const std::span<const Page> pages = paged.pages;
  const Destinations destinations = find_destinations(pages, kTrimOrigin);
  const std::vector<LinkAnnotation> links =
      profile.has_links ? find_links(pages, destinations, kTrimOrigin, diagnostics)
                        : std::vector<LinkAnnotation>{};
  Parts parts = make_parts(paged, book, profile, options.jobs, diagnostics);
  const Structure structure = build_structure(paged.tags, take_sequences(parts.contents), links);

  HaruDocument document;
  document.set_file_id(file_id(book.info, profile, parts));
  std::vector<ObjectId> page_objects;
  page_objects.reserve(pages.size());
  for (std::size_t i = 0; i < pages.size(); ++i) page_objects.push_back(document.reserve_page());
  const std::vector<ObjectId> link_objects = write_links(document, links, pages.size());
  write_pages(document, paged, parts, links, link_objects);
  write_tags(document, structure, page_objects, link_objects);
  write_navigation(document, paged, profile, destinations, page_objects);
  write_metadata(document, book.info, profile);
  return document.save();
}

}  // namespace munjip
