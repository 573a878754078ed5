#include "media/xml_scanner.h"

#include <algorithm>

namespace munjip {

namespace {

constexpr std::string_view kSpace = " \t\r\n";

bool is_name_char(char c) {
  return static_cast<unsigned char>(c) >= 0x80 || (c >= 'a' && c <= 'z') ||
         (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ':' || c == '_' || c == '-' ||
         c == '.';
}

}  // namespace

XmlScanner::XmlScanner(std::string_view text) : rest_(text), size_(text.size()) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (rest_.starts_with(kByteOrderMark)) rest_.remove_prefix(kByteOrderMark.size());
}

bool XmlScanner::fail() {
  failed_ = true;
  rest_ = {};
  return false;
}

void XmlScanner::skip_space() {
  rest_.remove_prefix(std::min(rest_.find_first_not_of(kSpace), rest_.size()));
}

std::string_view XmlScanner::name() {
  const auto end = std::find_if_not(rest_.begin(), rest_.end(), is_name_char);
  const auto length = static_cast<std::size_t>(end - rest_.begin());
  const std::string_view found = rest_.substr(0, length);
  rest_.remove_prefix(length);
  return found;
}

bool XmlScanner::delimited(XmlToken& token, XmlToken::Kind kind, std::string_view open,
                           std::string_view close) {
  rest_.remove_prefix(open.size());
  const std::size_t end = rest_.find(close);
  if (end == std::string_view::npos) return fail();
  token.kind = kind;
  token.text = rest_.substr(0, end);
  rest_.remove_prefix(end + close.size());
  return true;
}

// Up to the `>` that is in no quotes and no internal subset.
bool XmlScanner::doctype(XmlToken& token) {
  char quote = 0;
  int depth = 0;
  for (std::size_t i = 0; i < rest_.size(); ++i) {
    const char c = rest_[i];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '[') {
      ++depth;
    } else if (c == ']') {
      --depth;
    } else if (c == '>' && depth <= 0) {
      token.kind = XmlToken::Kind::doctype;
      token.text = rest_.substr(0, i);
      rest_.remove_prefix(i + 1);
      return true;
    }
  }
  return fail();
}

bool XmlScanner::attribute(XmlToken& token) {
  XmlAttribute found;
  found.name = name();
  if (found.name.empty()) return fail();
  skip_space();
  if (!rest_.starts_with('=')) return fail();
  rest_.remove_prefix(1);
  skip_space();
  if (rest_.empty() || (rest_[0] != '"' && rest_[0] != '\'')) return fail();
  const std::size_t end = rest_.find(rest_[0], 1);
  if (end == std::string_view::npos) return fail();
  found.value = rest_.substr(1, end - 1);
  rest_.remove_prefix(end + 1);
  token.attributes.push_back(found);
  return true;
}

bool XmlScanner::tag(XmlToken& token) {
  rest_.remove_prefix(1);
  token.kind = XmlToken::Kind::start_tag;
  if (rest_.starts_with('/')) {
    token.kind = XmlToken::Kind::end_tag;
    rest_.remove_prefix(1);
  }
  token.name = name();
  if (token.name.empty()) return fail();
  for (;;) {
    skip_space();
    if (rest_.starts_with('>')) break;
    if (rest_.starts_with("/>") && token.kind == XmlToken::Kind::start_tag) {
      token.kind = XmlToken::Kind::empty_tag;
      rest_.remove_prefix(1);
      break;
    }
    if (token.kind == XmlToken::Kind::end_tag || !attribute(token)) return fail();
  }
  rest_.remove_prefix(1);
  return true;
}

bool XmlScanner::next(XmlToken& token) {
  token.name = token.text = {};
  token.attributes.clear();
  if (rest_.empty()) return false;
  if (rest_[0] != '<') {
    token.kind = XmlToken::Kind::text;
    token.text = rest_.substr(0, std::min(rest_.find('<'), rest_.size()));
    rest_.remove_prefix(token.text.size());
    return true;
  }
  if (rest_.starts_with("<!--")) return delimited(token, XmlToken::Kind::comment, "<!--", "-->");
  if (rest_.starts_with("<![CDATA[")) {
    return delimited(token, XmlToken::Kind::cdata, "<![CDATA[", "]]>");
  }
  if (rest_.starts_with("<?")) return delimited(token, XmlToken::Kind::instruction, "<?", "?>");
  if (rest_.starts_with("<!")) return doctype(token);
  return tag(token);
}

}  // namespace munjip
