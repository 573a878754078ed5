// toc.ncx (OPF 2.0.1, 2.4.1; ANSI/NISO Z39.86-2005, 8): the contents for EPUB 2 readers.
#include <fmt/format.h>

#include <algorithm>

#include "book/labels.h"
#include "epub/nav.h"

namespace munjip {

namespace {

void add_label(XmlNode parent, const char* name, std::string_view text) {
  add(add(parent, name), "text", text);
}

class NcxWriter {
 public:
  void add_points(XmlNode parent, const std::vector<NavigationEntry>& entries) {
    for (const NavigationEntry& entry : entries) {
      const XmlNode point = add(parent, "navPoint");
      set_place(point, "nav");
      add_label(point, "navLabel", entry.title);
      set(add(point, "content"), "src", entry.address);
      if (!entry.children.empty()) end_line(point);
      add_points(point, entry.children);
      end_line(parent);
    }
  }

  void add_pages(XmlNode ncx, const BookContext& context) {
    XmlNode list;
    for (std::size_t i = 0; i < context.page_marks.size(); ++i) {
      const std::string& address = context.plan.page_addresses[i];
      const std::string& folio = context.page_marks[i].label;
      if (address.empty() || folio.empty()) continue;
      if (!list) {
        list = add(ncx, "pageList");
        add_label(list, "navLabel", label(Label::pages, context.lang));
        end_line(list);
      }
      const XmlNode target = add(list, "pageTarget");
      set_place(target, "page");
      const bool is_number =
          std::all_of(folio.begin(), folio.end(), [](char c) { return c >= '0' && c <= '9'; });
      set(target, "type", is_number ? "normal" : "front");
      add_label(target, "navLabel", folio);
      set(add(target, "content"), "src", address);
      end_line(list);
    }
  }

 private:
  void set_place(XmlNode node, std::string_view prefix) {
    ++order_;
    set(node, "id", fmt::format("{}-{}", prefix, order_));
    set(node, "playOrder", order_);
  }

  int order_ = 0;
};

int depth_of(const std::vector<NavigationEntry>& entries) {
  int depth = 0;
  for (const NavigationEntry& entry : entries) depth = std::max(depth, depth_of(entry.children));
  return entries.empty() ? 0 : depth + 1;
}

}  // namespace

std::string ncx_document(const BookContext& context, const std::vector<NavigationEntry>& contents,
                         std::string_view identifier) {
  pugi::xml_document document;
  const XmlNode ncx = add(document, "ncx");
  set(ncx, "xmlns", "http://www.daisy.org/z3986/2005/ncx/");
  set(ncx, "version", "2005-1");
  set(ncx, "xml:lang", context.lang);
  end_line(ncx);
  const XmlNode head = add(ncx, "head");
  const auto meta = [&](std::string_view name, std::string_view content) {
    const XmlNode node = add(head, "meta");
    set(node, "name", name);
    set(node, "content", content);
  };
  meta("dtb:uid", identifier);
  meta("dtb:depth", fmt::format("{}", depth_of(contents)));
  end_line(ncx);
  add_label(ncx, "docTitle", context.book.info.title);
  end_line(ncx);
  NcxWriter writer;
  const XmlNode map = add(ncx, "navMap");
  end_line(map);
  writer.add_points(map, contents);
  end_line(ncx);
  writer.add_pages(ncx, context);
  end_line(ncx);
  return to_bytes(document);
}

}  // namespace munjip
