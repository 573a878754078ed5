#include "epub/xml.h"

#include <algorithm>

#include "base/utf8.h"

namespace munjip {

namespace {

bool is_forbidden(char32_t c) {
  return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0xFFFE || c == 0xFFFF;
}

// U+FFFE and U+FFFF begin with EF BF in UTF-8.
bool may_hold_forbidden(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) {
                       return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' &&
                              c != '\r';
                     }) ||
         text.find("\xEF\xBF") != std::string_view::npos;
}

std::string without_forbidden(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (!is_forbidden(c)) append_utf8(out, c);
  }
  return out;
}

struct StringWriter : pugi::xml_writer {
  std::string out;
  void write(const void* data, std::size_t size) override {
    out.append(static_cast<const char*>(data), size);
  }
};

bool is_alpha(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Where a subtag may stand: 0 language, 1 script, 2 region, 3 variant.
int rank_of_subtag(std::string_view subtag) {
  const bool letters = std::all_of(subtag.begin(), subtag.end(), is_alpha);
  const bool alphanumeric =
      std::all_of(subtag.begin(), subtag.end(), [](char c) { return is_alpha(c) || is_digit(c); });
  if (letters && subtag.size() == 4) return 1;
  if ((letters && subtag.size() == 2) ||
      (subtag.size() == 3 && std::all_of(subtag.begin(), subtag.end(), is_digit))) {
    return 2;
  }
  if (alphanumeric &&
      ((subtag.size() >= 5 && subtag.size() <= 8) || (subtag.size() == 4 && is_digit(subtag[0])))) {
    return 3;
  }
  return -1;
}

}  // namespace

XmlNode add(XmlNode parent, const char* name) {
  return parent.append_child(name);
}

XmlNode add(XmlNode parent, const char* name, std::string_view text) {
  const XmlNode node = parent.append_child(name);
  add_text(node, text);
  return node;
}

void add_text(XmlNode parent, std::string_view text) {
  if (text.empty()) return;
  XmlNode node = parent.append_child(pugi::node_pcdata);
  if (may_hold_forbidden(text)) {
    node.set_value(without_forbidden(text).c_str());
  } else {
    node.set_value(text.data(), text.size());
  }
}

void set(XmlNode node, const char* name, std::string_view value) {
  if (!value.empty()) set_always(node, name, value);
}

void set_always(XmlNode node, const char* name, std::string_view value) {
  pugi::xml_attribute attribute = node.append_attribute(name);
  if (may_hold_forbidden(value)) {
    attribute.set_value(without_forbidden(value).c_str());
  } else {
    attribute.set_value(value.data(), value.size());
  }
}

void set(XmlNode node, const char* name, int value) {
  node.append_attribute(name).set_value(value);
}

void keep_open(XmlNode node) {
  node.append_child(pugi::node_pcdata).set_value("");
}

void end_line(XmlNode parent) {
  parent.append_child(pugi::node_pcdata).set_value("\n");
}

std::string to_bytes(const pugi::xml_document& document) {
  StringWriter writer;
  writer.out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  document.save(writer, "", pugi::format_raw | pugi::format_no_declaration, pugi::encoding_utf8);
  writer.out += '\n';
  return std::move(writer.out);
}

XmlNode start_xhtml(pugi::xml_document& document, std::string_view title, std::string_view lang,
                    std::string_view style) {
  document.append_child(pugi::node_doctype).set_value("html");
  const XmlNode html = add(document, "html");
  set(html, "xmlns", "http://www.w3.org/1999/xhtml");
  set(html, "xmlns:epub", "http://www.idpf.org/2007/ops");
  set(html, "lang", lang);
  set(html, "xml:lang", lang);
  end_line(html);
  const XmlNode head = add(html, "head");
  set(add(head, "meta"), "charset", "UTF-8");
  add(head, "title", title);
  const XmlNode link = add(head, "link");
  set(link, "rel", "stylesheet");
  set(link, "type", "text/css");
  set(link, "href", style);
  end_line(html);
  const XmlNode body = add(html, "body");
  end_line(html);
  end_line(body);
  return body;
}

std::string_view well_formed_language(std::string_view tag) {
  std::size_t end = std::min(tag.find('-'), tag.size());
  const std::string_view language = tag.substr(0, end);
  if (language.size() < 2 || language.size() > 3 ||
      !std::all_of(language.begin(), language.end(), is_alpha)) {
    return {};
  }
  int rank = 0;
  while (end < tag.size()) {
    const std::size_t next = std::min(tag.find('-', end + 1), tag.size());
    const int next_rank = rank_of_subtag(tag.substr(end + 1, next - end - 1));
    if (next_rank < rank || (next_rank == rank && rank != 3)) break;
    rank = next_rank;
    end = next;
  }
  return tag.substr(0, end);
}

}  // namespace munjip
