// A non-validating XML tokenizer over a text in memory, for SVG. Private to media/.
#pragma once

#include <string_view>
#include <vector>

namespace munjip {

// Views into the scanned text; entities stand as written.
struct XmlAttribute {
  std::string_view name, value;
};

struct XmlToken {
  enum class Kind { start_tag, empty_tag, end_tag, text, cdata, comment, instruction, doctype };
  Kind kind = Kind::text;
  std::string_view name;  // of tags
  std::string_view text;  // of all else, without its delimiters
  std::vector<XmlAttribute> attributes;
};

class XmlScanner {
 public:
  // A byte order mark is skipped; the text must outlive the scanner.
  explicit XmlScanner(std::string_view text);
  // False at the end, and where the text is no XML (then failed() is true). Does not check that
  // tags match.
  bool next(XmlToken& token);
  bool failed() const { return failed_; }
  // How many bytes of the text are behind the token that next() gave last.
  std::size_t offset() const { return size_ - rest_.size(); }

 private:
  bool fail();
  bool delimited(XmlToken& token, XmlToken::Kind kind, std::string_view open,
                 std::string_view close);
  bool doctype(XmlToken& token);
  bool tag(XmlToken& token);
  bool attribute(XmlToken& token);
  std::string_view name();
  void skip_space();

  std::string_view rest_;
  std::size_t size_;  // of the whole text
  bool failed_ = false;
};

}  // namespace munjip
