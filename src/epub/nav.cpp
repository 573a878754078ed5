#include "epub/nav.h"

#include "book/labels.h"

namespace munjip {

namespace {

XmlNode add_nav(XmlNode body, std::string_view type, std::string_view role, std::string_view id,
                const char* heading, std::string_view title) {
  const XmlNode nav = add(body, "nav");
  set(nav, "epub:type", type);
  set(nav, "role", role);
  set(nav, "id", id);
  set(nav, "class", id);
  end_line(nav);
  add(nav, heading, title);
  end_line(nav);
  return nav;
}

void add_link(XmlNode list, std::string_view title, std::string_view address,
              std::string_view type = {}) {
  const XmlNode link = add(add(list, "li"), "a", title);
  set(link, "href", address);
  set(link, "epub:type", type);
  end_line(list);
}

void add_entries(XmlNode parent, const std::vector<NavigationEntry>& entries) {
  const XmlNode list = add(parent, "ol");
  end_line(list);
  for (const NavigationEntry& entry : entries) {
    const XmlNode item = add(list, "li");
    set(add(item, "a", entry.title), "href", entry.address);
    if (!entry.children.empty()) {
      end_line(item);
      add_entries(item, entry.children);
    }
    end_line(list);
  }
  end_line(parent);
}

void add_page_list(XmlNode body, const BookContext& context) {
  XmlNode list;
  for (std::size_t i = 0; i < context.page_marks.size(); ++i) {
    const std::string& address = context.plan.page_addresses[i];
    if (address.empty() || context.page_marks[i].label.empty()) continue;
    if (!list) {
      const XmlNode nav = add_nav(body, "page-list", "doc-pagelist", "page-list", "h2",
                                  label(Label::pages, context.lang));
      set(nav, "hidden", "hidden");
      list = add(nav, "ol");
      end_line(list);
      end_line(nav);
    }
    add_link(list, context.page_marks[i].label, address);
  }
}

}  // namespace

std::string nav_document(const BookContext& context, const std::vector<NavigationEntry>& contents,
                         const std::vector<Landmark>& landmarks) {
  pugi::xml_document document;
  const std::string_view title = label(Label::contents, context.lang);
  const XmlNode body = start_xhtml(document, title, context.lang, "style.css");
  add_entries(add_nav(body, "toc", "doc-toc", "toc", "h1", title), contents);
  end_line(body);
  // For programs: readers have the contents.
  const XmlNode nav =
      add_nav(body, "landmarks", "", "landmarks", "h2", label(Label::landmarks, context.lang));
  set(nav, "aria-label", label(Label::landmarks, context.lang));
  set(nav, "hidden", "hidden");
  const XmlNode list = add(nav, "ol");
  end_line(list);
  for (const Landmark& landmark : landmarks) {
    add_link(list, landmark.title, landmark.address, landmark.type);
  }
  end_line(nav);
  end_line(body);
  add_page_list(body, context);
  end_line(body);
  return to_bytes(document);
}

}  // namespace munjip
