#include "pdf/metadata.h"

#include <cstdlib>

#include "base/xml_escape.h"
#include "pdf/flate.h"
#include "pdf/number.h"

namespace munjip {

namespace {

constexpr std::string_view kCreator = "munjip";

std::string producer() {
  return "munjip, libharu " + haru_version();
}

// Control characters, which XML 1.0 does not allow, are left out.
std::string xmp_text(std::string_view text) {
  std::string out = xml_escaped(text);
  std::erase_if(
      out, [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n'; });
  return out;
}

void append_simple(std::string& out, std::string_view name, std::string_view value) {
  if (value.empty()) return;
  out += fmt::format("<{0}>{1}</{0}>\n", name, xmp_text(value));
}

// XMP, 8.2.2.4: text with a default language.
void append_alternative(std::string& out, std::string_view name, std::string_view value) {
  if (value.empty()) return;
  out += fmt::format("<{0}><rdf:Alt><rdf:li xml:lang=\"x-default\">{1}</rdf:li></rdf:Alt></{0}>\n",
                     name, xmp_text(value));
}

void append_list(std::string& out, std::string_view name, std::string_view kind,
                 std::span<const std::string> values) {
  std::string items;
  for (const std::string& value : values) {
    if (!value.empty()) items += "<rdf:li>" + xmp_text(value) + "</rdf:li>";
  }
  if (items.empty()) return;
  out += fmt::format("<{0}><rdf:{1}>{2}</rdf:{1}></{0}>\n", name, kind, items);
}

// PDF/A-2 knows the properties of pdfuaid only by this description (ISO 19005-2, 6.6.2.3.3).
constexpr std::string_view kPdfUaSchema =
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>\n"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\n"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaProperty:name>part</pdfaProperty:name>\n"
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
    "<pdfaProperty:category>internal</pdfaProperty:category>\n"
    "<pdfaProperty:description>Part of the PDF/UA standard</pdfaProperty:description>\n"
    "</rdf:li></rdf:Seq></pdfaSchema:property>\n"
    "</rdf:li></rdf:Bag></pdfaExtension:schemas>\n";

constexpr std::string_view kPacketHead =
    "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
    "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
    "<rdf:Description rdf:about=\"\"\n"
    " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\n"
    " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"\n"
    " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"\n"
    " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"\n"
    " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\"\n"
    " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\"\n"
    " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\"\n"
    " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n";
constexpr std::string_view kPacketTail =
    "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>\n";

std::vector<std::string> author_names(const BookInfo& info) {
  std::vector<std::string> names;
  for (const Person& person : info.authors) names.push_back(person.name);
  return names;
}

std::string joined(std::span<const std::string> names) {
  std::string out;
  for (const std::string& name : names) {
    if (!out.empty()) out += ", ";
    out += name;
  }
  return out;
}

std::string full_title(const BookInfo& info) {
  return info.subtitle.empty() ? info.title : info.title + ": " + info.subtitle;
}

char offset_sign(const DateTime& moment) {
  return moment.utc_offset_minutes < 0 ? '-' : '+';
}

void write_info(HaruDocument& document, const BookInfo& info) {
  const std::string authors = joined(author_names(info));
  const std::string date = pdf_date(info.modified);
  const std::pair<const char*, std::string> entries[] = {
      {"Title", full_title(info)}, {"Author", authors}, {"Subject", info.description},
      {"CreationDate", date},      {"ModDate", date},   {"Creator", std::string(kCreator)},
      {"Producer", producer()},
  };
  for (const auto& [key, value] : entries) {
    if (!value.empty()) document.set_info_text(key, value);
  }
}

void write_output_intent(HaruDocument& document) {
  const ObjectId profile =
      document.add_stream("/N 3/Filter/FlateDecode", deflate(srgb_profile(), 9));
  const ObjectId intent = document.add(
      "/Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)"
      "/Info(sRGB IEC61966-2.1)/DestOutputProfile " +
      reference(profile));
  document.set_catalog_array("OutputIntents", intent);
}

}  // namespace

std::string pdf_date(const DateTime& moment) {
  const int offset = std::abs(moment.utc_offset_minutes);
  return fmt::format("D:{:04}{:02}{:02}{:02}{:02}{:02}{}{:02}'{:02}'", moment.year, moment.month,
                     moment.day, moment.hour, moment.minute, moment.second, offset_sign(moment),
                     offset / 60, offset % 60);
}

std::string xmp_date(const DateTime& moment) {
  const int offset = std::abs(moment.utc_offset_minutes);
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}{}{:02}:{:02}", moment.year, moment.month,
                     moment.day, moment.hour, moment.minute, moment.second, offset_sign(moment),
                     offset / 60, offset % 60);
}

std::string xmp_packet(const BookInfo& info, const Profile& profile) {
  std::string out(kPacketHead);
  append_simple(out, "dc:format", "application/pdf");
  append_alternative(out, "dc:title", full_title(info));
  append_list(out, "dc:creator", "Seq", author_names(info));
  append_alternative(out, "dc:description", info.description);
  append_alternative(out, "dc:rights", info.rights);
  append_list(out, "dc:publisher", "Bag", std::span(&info.publisher, 1));
  append_list(out, "dc:language", "Bag", std::span(&info.language, 1));
  append_simple(out, "dc:identifier", info.identifier);
  append_simple(out, "xmp:CreatorTool", kCreator);
  append_simple(out, "xmp:CreateDate", xmp_date(info.modified));
  append_simple(out, "xmp:ModifyDate", xmp_date(info.modified));
  append_simple(out, "xmp:MetadataDate", xmp_date(info.modified));
  append_simple(out, "pdf:Producer", producer());
  if (profile.claims_pdf_a) {
    append_simple(out, "pdfaid:part", "2");
    append_simple(out, "pdfaid:conformance", "A");
  }
  if (profile.claims_pdf_ua) append_simple(out, "pdfuaid:part", "1");
  if (profile.claims_pdf_a && profile.claims_pdf_ua) out += kPdfUaSchema;
  out += kPacketTail;
  return out;
}

void write_metadata(HaruDocument& document, const BookInfo& info, const Profile& profile) {
  write_info(document, info);
  // Not deflated: programs that know no PDF look for it in the bytes (XMP part 3, 1.1.4).
  document.set_catalog(
      "Metadata", document.add_stream("/Type/Metadata/Subtype/XML", xmp_packet(info, profile)));
  document.set_catalog_text("Lang", info.language.empty() ? "ko" : info.language);
  document.set_catalog("ViewerPreferences", document.add("/DisplayDocTitle true"));
  if (profile.claims_pdf_a) write_output_intent(document);
}

}  // namespace munjip
