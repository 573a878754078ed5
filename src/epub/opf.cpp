#include "epub/opf.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/digest.h"
#include "book/credits.h"
#include "book/labels.h"
#include "book/walk.h"
#include "epub/accessibility.h"
#include "epub/front_matter.h"

namespace munjip {

namespace {

bool is_uuid(std::string_view text) {
  constexpr std::string_view kForm = "hhhhhhhh-hhhh-hhhh-hhhh-hhhhhhhhhhhh";
  return text.size() == kForm.size() &&
         std::equal(text.begin(), text.end(), kForm.begin(), [](char c, char form) {
           const bool is_hex =
               (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
           return form == '-' ? c == '-' : is_hex;
         });
}

// Categories, then tags, each once.
std::vector<std::string_view> subjects_of(const Book& book) {
  std::vector<std::string_view> subjects;
  std::set<std::string_view> seen;
  const auto add_subject = [&](std::string_view subject) {
    if (!subject.empty() && seen.insert(subject).second) subjects.push_back(subject);
  };
  for_each_post(book, [&](const Post& post) { add_subject(category_for_readers(post)); });
  for_each_post(book, [&](const Post& post) {
    for (const std::string& tag : post.tags) add_subject(tag);
  });
  return subjects;
}

std::string plain_number(double value) {
  return fmt::format("{}", value);
}

class Metadata {
 public:
  Metadata(XmlNode package, const BookContext& context)
      : node_(add(package, "metadata")), context_(context), info_(context.book.info) {
    set(node_, "xmlns:dc", "http://purl.org/dc/elements/1.1/");
    end_line(node_);
    end_line(package);
  }

  void write(std::string_view cover_path) {
    identifiers();
    set(dc("dc:title", full_title(info_, context_.lang)), "id", "title");
    dc("dc:language", context_.lang);
    people();
    dc("dc:publisher", info_.publisher);
    if (info_.date) dc("dc:date", iso_8601(*info_.date));
    meta("dcterms:modified", iso_8601_utc(info_.modified));
    dc("dc:description", info_.description);
    for (const std::string_view subject : subjects_of(context_.book)) dc("dc:subject", subject);
    dc("dc:rights", info_.rights);
    for (const std::string& site : source_sites(context_.book)) dc("dc:source", site);
    series();
    accessibility();
    page_source();
    if (!cover_path.empty()) old_meta("cover", "cover-image");
  }

 private:
  XmlNode dc(const char* name, std::string_view text) {
    if (text.empty()) return {};
    const XmlNode node = add(node_, name, text);
    end_line(node_);
    return node;
  }
  XmlNode meta(std::string_view property, std::string_view text, std::string_view refines = {}) {
    const XmlNode node = add(node_, "meta");
    set(node, "refines", refines);
    set(node, "property", property);
    add_text(node, text);
    end_line(node_);
    return node;
  }
  // EPUB 2's form, which calibre and old readers look for.
  void old_meta(std::string_view name, std::string_view content) {
    const XmlNode node = add(node_, "meta");
    set(node, "name", name);
    set(node, "content", content);
    end_line(node_);
  }

  void identifiers() {
    set(dc("dc:identifier", unique_identifier(info_)), "id", "book-id");
    if (!info_.isbn.empty()) dc("dc:identifier", "urn:isbn:" + digits_of(info_.isbn));
  }
  static std::string digits_of(std::string_view isbn) {
    std::string digits;
    for (const char c : isbn) {
      if ((c >= '0' && c <= '9') || c == 'X' || c == 'x') digits += c;
    }
    return digits;
  }

  void people() {
    int number = 0;
    for (const Person& person : info_.authors) {
      if (person.name.empty()) continue;
      const std::string id = fmt::format("creator-{}", ++number);
      set(dc("dc:creator", person.name), "id", id);
      set(meta("role", person.role, "#" + id), "scheme", "marc:relators");
      meta("file-as", person.file_as.empty() ? person.name : person.file_as, "#" + id);
    }
  }

  void series() {
    if (info_.series.empty()) return;
    set(meta("belongs-to-collection", info_.series), "id", "series");
    meta("collection-type", "series", "#series");
    old_meta("calibre:series", info_.series);
    if (!info_.series_position) return;
    meta("group-position", plain_number(*info_.series_position), "#series");
    old_meta("calibre:series_index", plain_number(*info_.series_position));
  }

  void accessibility() {
    const Accessibility facts = accessibility_of(context_);
    for (const std::string& mode : facts.modes) meta("schema:accessMode", mode);
    for (const std::string& modes : facts.sufficient_modes) {
      meta("schema:accessModeSufficient", modes);
    }
    for (const std::string& feature : facts.features) meta("schema:accessibilityFeature", feature);
    for (const std::string& hazard : facts.hazards) meta("schema:accessibilityHazard", hazard);
    meta("schema:accessibilitySummary", facts.summary);
  }

  // EPUB Accessibility 1.1, 2.4: which pages the page list counts.
  void page_source() {
    const auto& pages = context_.plan.page_addresses;
    if (std::all_of(pages.begin(), pages.end(), [](const auto& page) { return page.empty(); })) {
      return;
    }
    meta("pageBreakSource", unique_identifier(info_));
  }

  XmlNode node_;
  const BookContext& context_;
  const BookInfo& info_;
};

// `images/img-01.png` → `images-img-01.png`: an id that says what it stands for.
std::string item_id(std::string_view path, std::string_view cover_path) {
  if (path == cover_path) return "cover-image";
  std::string id(path);
  std::replace(id.begin(), id.end(), '/', '-');
  return id;
}

void write_manifest(XmlNode package, const std::vector<PackageFile>& files,
                    std::string_view cover_path) {
  const XmlNode manifest = add(package, "manifest");
  end_line(manifest);
  for (const PackageFile& file : files) {
    const XmlNode item = add(manifest, "item");
    set(item, "id", item_id(file.path, cover_path));
    set(item, "href", file.path);
    set(item, "media-type", file.media_type);
    set(item, "properties", file.properties);
    end_line(manifest);
  }
  end_line(package);
}

void write_spine(XmlNode package, const std::vector<PackageFile>& files,
                 std::string_view cover_path) {
  const XmlNode spine = add(package, "spine");
  set(spine, "toc", "toc.ncx");
  end_line(spine);
  for (const PackageFile& file : files) {
    if (!file.in_spine) continue;
    const XmlNode item = add(spine, "itemref");
    set(item, "idref", item_id(file.path, cover_path));
    if (!file.is_linear) set(item, "linear", "no");
    end_line(spine);
  }
  end_line(package);
}

void write_guide(XmlNode package, const std::vector<Landmark>& landmarks) {
  const XmlNode guide = add(package, "guide");
  end_line(guide);
  for (const Landmark& landmark : landmarks) {
    if (landmark.guide_type.empty()) continue;
    const XmlNode reference = add(guide, "reference");
    set(reference, "type", landmark.guide_type);
    set(reference, "title", landmark.title);
    set(reference, "href", landmark.address);
    end_line(guide);
  }
  end_line(package);
}

}  // namespace

std::string unique_identifier(const BookInfo& info) {
  constexpr std::string_view kUuid = "urn:uuid:";
  const std::string& given = info.identifier;
  const bool claims_uuid = given.starts_with(kUuid);
  if (claims_uuid && !is_uuid(std::string_view(given).substr(kUuid.size()))) {
    return uuid_v5_urn(given);
  }
  return is_uuid(given) ? std::string(kUuid) + given : given;
}

std::string package_document(const BookContext& context, const std::vector<PackageFile>& files,
                             const std::vector<Landmark>& landmarks, std::string_view cover_path) {
  pugi::xml_document document;
  const XmlNode package = add(document, "package");
  set(package, "xmlns", "http://www.idpf.org/2007/opf");
  set(package, "version", "3.0");
  set(package, "unique-identifier", "book-id");
  set(package, "xml:lang", context.lang);
  end_line(package);
  Metadata(package, context).write(cover_path);
  write_manifest(package, files, cover_path);
  write_spine(package, files, cover_path);
  write_guide(package, landmarks);
  return to_bytes(document);
}

}  // namespace munjip
