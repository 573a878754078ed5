#include "epub/package.h"

#include <span>

#include "base/parallel.h"
#include "book/labels.h"
#include "epub/front_matter.h"
#include "epub/nav.h"
#include "epub/opf.h"

namespace munjip {

namespace {

constexpr std::string_view kXhtml = "application/xhtml+xml";
constexpr std::string_view kFolder = "EPUB/";
constexpr std::string_view kContainer =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<container xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\" version=\"1.0\">\n"
    "<rootfiles>\n"
    "<rootfile full-path=\"EPUB/package.opf\" media-type=\"application/oebps-package+xml\"/>\n"
    "</rootfiles>\n"
    "</container>\n";

// One content document that is still to be written.
struct PendingDocument {
  const Chapter* chapter;
  const Document* document;
};

PackageFile spine_file(std::string path, std::string bytes) {
  PackageFile file;
  file.path = std::move(path);
  file.media_type = kXhtml;
  file.bytes = std::move(bytes);
  file.in_spine = true;
  return file;
}

PackageFile chapter_file(const BookContext& context, const PendingDocument& pending) {
  const Post& post = *pending.chapter->post;
  const std::string_view own = well_formed_language(post.lang);
  const std::string_view title =
      post.title.empty() ? label(Label::untitled, context.lang) : post.title;
  pugi::xml_document document;
  const XmlNode body = start_xhtml(document, title, own.empty() ? context.lang : own, "style.css");
  XhtmlWriter(context, *pending.chapter, *pending.document).write_document(body);
  return spine_file(pending.document->path, to_bytes(document));
}

// The chapters' documents, in reading order, with the title pages of parts between them.
std::vector<PackageFile> text_files(const BookContext& context, unsigned jobs,
                                    Diagnostics& diagnostics) {
  std::vector<PendingDocument> pending;
  for (const PartPlan& part : context.plan.parts) {
    for (const Chapter& chapter : part.chapters) {
      for (const Document& document : chapter.documents) pending.push_back({&chapter, &document});
    }
  }
  std::vector<PackageFile> written = map_parallel(
      std::span<const PendingDocument>(pending), jobs, diagnostics,
      [&](const PendingDocument& one, Diagnostics&) { return chapter_file(context, one); });
  std::vector<PackageFile> files;
  auto next = written.begin();
  for (const PartPlan& part : context.plan.parts) {
    if (!part.path.empty()) files.push_back(spine_file(part.path, part_page(context, part.title)));
    for (const Chapter& chapter : part.chapters) {
      const auto end = next + static_cast<std::ptrdiff_t>(chapter.documents.size());
      std::move(next, end, std::back_inserter(files));
      next = end;
    }
  }
  return files;
}

std::optional<PackageFile> cover_file(const std::string& picture, EpubImageLimits limits) {
  if (picture.empty()) return std::nullopt;
  std::optional<EpubImage> image = image_for_epub(picture, limits);
  if (!image) return std::nullopt;
  PackageFile file;
  file.path = "images/cover." + image->extension;
  file.media_type = image->media_type;
  file.properties = "cover-image";
  file.bytes = std::move(image->bytes);
  return file;
}

std::vector<Landmark> landmarks_of(const BookContext& context, bool has_cover,
                                   const std::string& first_text) {
  std::vector<Landmark> landmarks;
  const auto named = [&](Label name) { return std::string(label(name, context.lang)); };
  if (has_cover) landmarks.push_back({"cover", "cover", named(Label::cover), "cover.xhtml"});
  landmarks.push_back({"titlepage", "title-page", named(Label::title_page), "title.xhtml"});
  landmarks.push_back({"toc", "toc", named(Label::contents), "nav.xhtml"});
  landmarks.push_back({"bodymatter", "text", named(Label::body), first_text});
  landmarks.push_back({"colophon", "colophon", named(Label::colophon), "colophon.xhtml"});
  return landmarks;
}

PackageFile plain_file(std::string path, std::string media_type, std::string bytes) {
  PackageFile file;
  file.path = std::move(path);
  file.media_type = std::move(media_type);
  file.bytes = std::move(bytes);
  return file;
}

// Everything that the manifest lists, in zip order: what a reader opens first comes first.
std::vector<PackageFile> manifest_files(const BookContext& context, const EpubOptions& options,
                                        std::optional<PackageFile> cover, PackagedImages&& images,
                                        std::vector<Landmark>& landmarks,
                                        Diagnostics& diagnostics) {
  std::vector<PackageFile> text = text_files(context, options.jobs, diagnostics);
  landmarks = landmarks_of(context, cover.has_value(), text.front().path);
  std::vector<NavigationEntry> contents = contents_of(context.book, context.plan);
  contents.push_back({std::string(label(Label::colophon, context.lang)), "colophon.xhtml", {}});

  std::vector<PackageFile> files;
  if (cover) files.push_back(spine_file("cover.xhtml", cover_page(context, cover->path)));
  files.push_back(spine_file("title.xhtml", title_page(context)));
  files.push_back(spine_file("nav.xhtml", nav_document(context, contents, landmarks)));
  files.back().properties = "nav";
  std::move(text.begin(), text.end(), std::back_inserter(files));
  files.push_back(spine_file("colophon.xhtml", colophon_page(context)));
  files.push_back(
      plain_file("toc.ncx", "application/x-dtbncx+xml",
                 ncx_document(context, contents, unique_identifier(context.book.info))));
  files.push_back(plain_file("style.css", "text/css", options.css));
  if (cover) files.push_back(std::move(*cover));
  std::move(images.files.begin(), images.files.end(), std::back_inserter(files));
  return files;
}

}  // namespace

Package build_package(const Book& book, const EpubOptions& options, Diagnostics& diagnostics) {
  const Plan plan = plan_documents(book, options.page_marks);
  PackagedImages images = package_images(book, options, diagnostics);
  const std::string_view language = well_formed_language(book.info.language);
  const BookContext context{book, plan, images, options.page_marks,
                            std::string(language.empty() ? "und" : language)};
  std::optional<PackageFile> cover = cover_file(options.cover_picture, options.image_limits);
  const std::string cover_path = cover ? cover->path : std::string();
  std::vector<Landmark> landmarks;
  std::vector<PackageFile> files =
      manifest_files(context, options, std::move(cover), std::move(images), landmarks, diagnostics);

  Package package;
  package.files.push_back(plain_file("mimetype", "", "application/epub+zip"));
  package.files.push_back(plain_file("META-INF/container.xml", "", std::string(kContainer)));
  package.files.push_back(plain_file(std::string(kFolder) + "package.opf", "",
                                     package_document(context, files, landmarks, cover_path)));
  for (PackageFile& file : files) {
    file.path.insert(0, kFolder);
    package.files.push_back(std::move(file));
  }
  return package;
}

}  // namespace munjip
