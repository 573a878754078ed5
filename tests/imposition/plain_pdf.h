// A small PDF whose pages say which they are, written by hand (ISO 32000-1, 7.5), for tests.
#pragma once

#include <fmt/format.h>

#include <string>
#include <vector>

namespace munjip::testing {

inline std::string xmp_with(const std::string& properties) {
  return "<?xpacket begin=\"\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?><x:xmpmeta "
         "xmlns:x=\"adobe:ns:meta/\"><rdf:RDF "
         "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description "
         "rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
         "xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" "
         "xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\"><dc:format>application/pdf</"
         "dc:format>" +
         properties + "</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end=\"r\"?>";
}

inline const std::string kPdfAClaim = "<pdfaid:part>2</pdfaid:part>";
inline const std::string kPdfUaClaim = "<pdfuaid:part>1</pdfuaid:part>";

class PlainPdf {
 public:
  // Pages of 200 x 300 points within 3 points of bleed; page 0 says `(page 0) Tj`.
  PlainPdf(std::size_t pages, const std::string& xmp) {
    const std::size_t first_page = 6;
    std::string kids;
    for (std::size_t i = 0; i < pages; ++i) kids += fmt::format("{} 0 R ", first_page + 2 * i);
    add("<</Type/Catalog/Pages 2 0 R/Lang(ko)/Metadata 3 0 R/MarkInfo<</Marked true>>"
        "/StructTreeRoot 5 0 R>>");
    add(fmt::format("<</Type/Pages/Count {}/Kids[{}]>>", pages, kids));
    add_stream("/Type/Metadata/Subtype/XML", xmp);
    add("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>");
    add("<</Type/StructTreeRoot>>");
    for (std::size_t i = 0; i < pages; ++i) {
      add(
          fmt::format("<</Type/Page/Parent 2 0 R/MediaBox[0 0 206 306]/TrimBox[3 3 203 303]"
                      "/Resources<</Font<</F1 4 0 R>>>>/Contents {} 0 R>>",
                      first_page + 2 * i + 1));
      add_stream("", fmt::format("BT /F1 12 Tf 20 20 Td (page {}) Tj ET", i));
    }
  }

  std::string bytes() const {
    std::string table = fmt::format("xref\n0 {}\n0000000000 65535 f \n", offsets_.size() + 1);
    for (const std::size_t offset : offsets_) table += fmt::format("{:010} 00000 n \n", offset);
    return body_ + table +
           fmt::format("trailer\n<</Size {}/Root 1 0 R>>\nstartxref\n{}\n%%EOF\n",
                       offsets_.size() + 1, body_.size());
  }

 private:
  void add(const std::string& object) {
    offsets_.push_back(body_.size());
    body_ += fmt::format("{} 0 obj\n{}\nendobj\n", offsets_.size(), object);
  }
  void add_stream(const std::string& entries, const std::string& data) {
    add(fmt::format("<<{}/Length {}>>\nstream\n{}\nendstream", entries, data.size(), data));
  }

  std::string body_ = "%PDF-1.7\n";
  std::vector<std::size_t> offsets_;
};

}  // namespace munjip::testing
