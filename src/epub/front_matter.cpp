#include "epub/front_matter.h"

#include <fmt/format.h>

#include <algorithm>

#include "book/credits.h"
#include "book/labels.h"
#include "book/walk.h"
#include "epub/addresses.h"

namespace munjip {

namespace {

// A page of one section with the semantics of `type` (EPUB 3 Structural Semantics Vocabulary) and
// `role` (DPUB-ARIA 1.1).
XmlNode start_section(pugi::xml_document& document, const BookContext& context,
                      std::string_view page_title, std::string_view css_class,
                      std::string_view type, std::string_view role) {
  const XmlNode body = start_xhtml(document, page_title, context.lang, "style.css");
  const XmlNode section = add(body, "section");
  set(section, "class", css_class);
  set(section, "epub:type", type);
  set(section, "role", role);
  end_line(section);
  end_line(body);
  return section;
}

void add_line(XmlNode section, const char* name, std::string_view css_class,
              std::string_view text) {
  if (text.empty()) return;
  set(add(section, name, text), "class", css_class);
  end_line(section);
}

class ColophonList {
 public:
  ColophonList(XmlNode section, std::string_view lang) : list_(add(section, "dl")), lang_(lang) {
    end_line(section);
    end_line(list_);
  }
  void row(Label name, std::string_view value) {
    if (value.empty()) return;
    add(list_, "dt", label(name, lang_));
    add(list_, "dd", value);
    end_line(list_);
  }
  void link_row(Label name, const std::string& address) {
    add(list_, "dt", label(name, lang_));
    set(add(add(list_, "dd"), "a", address), "href", address);
    end_line(list_);
  }

 private:
  XmlNode list_;
  std::string_view lang_;
};

std::string series_text(const BookInfo& info) {
  if (info.series.empty() || !info.series_position) return info.series;
  return fmt::format("{} {}", info.series, *info.series_position);
}

}  // namespace

std::string full_title(const BookInfo& info, std::string_view lang) {
  std::string title = info.title.empty() ? std::string(label(Label::untitled, lang)) : info.title;
  if (!info.subtitle.empty()) title += ": " + info.subtitle;
  return title;
}

std::vector<std::string> source_sites(const Book& book) {
  std::vector<std::string> sites;
  for_each_post(book, [&](const Post& post) {
    std::string site = site_of(post.address);
    if (!site.empty() && std::find(sites.begin(), sites.end(), site) == sites.end()) {
      sites.push_back(std::move(site));
    }
  });
  return sites;
}

std::string cover_page(const BookContext& context, std::string_view picture) {
  pugi::xml_document document;
  const std::string_view name = label(Label::cover, context.lang);
  const XmlNode section = start_section(document, context, name, "cover", "cover", "");
  const XmlNode image = add(section, "img");
  set(image, "src", picture);
  set(image, "alt", fmt::format("{}: {}", name, full_title(context.book.info, context.lang)));
  set(image, "role", "doc-cover");
  end_line(section);
  return to_bytes(document);
}

std::string title_page(const BookContext& context) {
  pugi::xml_document document;
  const BookInfo& info = context.book.info;
  const XmlNode section = start_section(document, context, full_title(info, context.lang),
                                        "title-page", "titlepage", "");
  const std::string_view title =
      info.title.empty() ? label(Label::untitled, context.lang) : info.title;
  add_line(section, "h1", "book-title", title);
  add_line(section, "p", "book-subtitle", info.subtitle);
  add_line(section, "p", "book-author", authors_line(info));
  add_line(section, "p", "book-publisher", info.publisher);
  return to_bytes(document);
}

std::string part_page(const BookContext& context, const std::string& title) {
  pugi::xml_document document;
  const XmlNode section = start_section(document, context, title, "part", "part", "doc-part");
  set(section, "aria-labelledby", "part-title");
  const XmlNode heading = add(section, "h1", title);
  set(heading, "id", "part-title");
  set(heading, "class", "part-title");
  end_line(section);
  return to_bytes(document);
}

std::string colophon_page(const BookContext& context) {
  pugi::xml_document document;
  const BookInfo& info = context.book.info;
  const std::string_view name = label(Label::colophon, context.lang);
  const XmlNode section =
      start_section(document, context, name, "colophon", "colophon", "doc-colophon");
  add(section, "h1", name);
  end_line(section);
  ColophonList list(section, context.lang);
  list.row(Label::title, info.title.empty() ? label(Label::untitled, context.lang) : info.title);
  list.row(Label::subtitle, info.subtitle);
  for (const Person& person : info.authors) list.row(Label::author, person.name);
  list.row(Label::publisher, info.publisher);
  if (info.date) list.row(Label::published, date_for_readers(*info.date, context.lang));
  list.row(Label::series, series_text(info));
  if (!info.isbn.empty()) list.row(Label::identifier, "ISBN " + info.isbn);
  for (const std::string& site : source_sites(context.book)) list.link_row(Label::source, site);
  list.row(Label::rights, info.rights);
  return to_bytes(document);
}

}  // namespace munjip
