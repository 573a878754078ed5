// The inlines of the content tree as XHTML elements.
#include <fmt/format.h>

#include <utility>

#include "book/labels.h"
#include "epub/addresses.h"
#include "epub/xhtml.h"

namespace munjip {

namespace {

// A Phrase holds one of these; anything else would be no valid content.
bool is_phrase(Element element) {
  return element >= Element::emphasis && element <= Element::span;
}

}  // namespace

void XhtmlWriter::inlines(XmlNode parent, const Inlines& inlines) {
  for (const Inline& in : inlines) {
    std::visit([&](const auto& is) { write(parent, is); }, in.is);
  }
}

void XhtmlWriter::write(XmlNode parent, const Text& is) {
  add_text(parent, is.text);
}

void XhtmlWriter::write(XmlNode parent, const Phrase& is) {
  const Element element = is_phrase(is.element) ? is.element : Element::span;
  const XmlNode node = add(parent, std::string(html_name(element)).c_str());
  set_classes(node, {}, is.classes);
  set_lang(node, is.lang);
  if (!is.title.empty()) set(node, "title", is.title);
  inlines(node, is.children);
}

void XhtmlWriter::write(XmlNode parent, const InlineCode& is) {
  add(parent, "code", is.text);
}

// Of an address that leads nowhere only the text is kept. Links do not nest, and a note's mark is a
// link: one inside another follows it.
void XhtmlWriter::write(XmlNode parent, const Link& is) {
  const std::string address = is_in_link_ ? std::string() : address_of(is.target);
  if (address.empty()) {
    inlines(parent, is.children);
    return;
  }
  const XmlNode node = add(parent, "a");
  set(node, "href", address);
  is_in_link_ = true;
  inlines(node, is.children);
  is_in_link_ = false;
  for (const NoteMark& mark : std::exchange(marks_after_link_, {})) write(parent, mark);
}

void XhtmlWriter::write(XmlNode parent, const Ruby& is) {
  const XmlNode node = add(parent, "ruby", is.base);
  add(node, "rt", is.reading);
}

void XhtmlWriter::write(XmlNode parent, const NoteMark& is) {
  if (is.note >= note_paths_.size()) return;
  if (is_in_link_) {
    marks_after_link_.push_back(is);
    return;
  }
  const XmlNode node = add(parent, "a", fmt::format("{}", is.note + 1));
  set(node, "class", "noteref");
  set(node, "epub:type", "noteref");
  set(node, "role", "doc-noteref");
  set(node, "id", note_mark_id(is.note, note_marks_[is.note]++));
  set(node, "href",
      relative_address(fmt::format("{}#{}", note_paths_[is.note], note_id(is.note)),
                       document_.path));
}

void XhtmlWriter::write(XmlNode parent, const InlineImage& is) {
  image(parent, is.image, {});
}

void XhtmlWriter::write(XmlNode parent, const LineBreak&) {
  add(parent, "br");
}

void XhtmlWriter::write(XmlNode parent, const Anchor& is) {
  const XmlNode node = add(parent, "span");
  set_anchor(node, is.id);
  keep_open(node);
}

void XhtmlWriter::image(XmlNode parent, const Image& image, std::string_view caption) {
  const auto path = context_.images.paths.find(image.resource);
  if (path == context_.images.paths.end()) {
    const bool is_block = std::string_view(parent.name()) == "figure";
    const XmlNode box = add(parent, is_block ? "p" : "span", lost_image_text(image, context_.lang));
    set(box, "class", "lost-image");
    return;
  }
  const XmlNode node = add(parent, "img");
  if (image.is_emoticon) set(node, "class", "emoticon");
  set(node, "src", path->second);
  set(node, "alt", alternative_text(image, caption, context_.lang));
  if (image.width_px > 0 && !image.is_emoticon) set(node, "width", image.width_px);
}

// Empty where the target leads nowhere.
std::string XhtmlWriter::address_of(std::string_view target) const {
  if (!target.starts_with('#')) return web_address(target).value_or(std::string());
  const auto found = context_.plan.anchors.find(target.substr(1));
  return found == context_.plan.anchors.end() ? std::string()
                                              : relative_address(found->second, document_.path);
}

void XhtmlWriter::set_anchor(XmlNode node, std::string_view anchor) {
  std::string id = anchor_id(anchor);
  if (ids_.insert(id).second) set(node, "id", id);
}

void XhtmlWriter::set_lang(XmlNode node, std::string_view lang) {
  const std::string_view tag = well_formed_language(lang);
  set(node, "lang", tag);
  set(node, "xml:lang", tag);
}

void XhtmlWriter::set_classes(XmlNode node, std::string_view more,
                              const std::vector<std::string>& classes) {
  std::string all(more);
  for (const std::string& one : classes) {
    all += (all.empty() ? "" : " ") + one;
    if (one == "rtl" || one == "ltr") set(node, "dir", one);
  }
  set(node, "class", all);
}

}  // namespace munjip
