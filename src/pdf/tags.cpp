#include "pdf/tags.h"

#include <optional>
#include <string>
#include <vector>

#include "base/overloaded.h"
#include "pdf/number.h"
#include "pdf/number_tree.h"
#include "pdf/pdf_string.h"

namespace munjip {

namespace {

class TagWriter {
 public:
  TagWriter(HaruDocument& document, const Structure& structure, std::span<const ObjectId> pages,
            std::span<const ObjectId> links)
      : document_(document), structure_(structure), pages_(pages), links_(links) {}

  void write() {
    const ObjectId root = document_.reserve();
    objects_.reserve(structure_.elements.size());
    for (std::size_t i = 0; i < structure_.elements.size(); ++i) {
      objects_.push_back(document_.reserve());
    }
    for (std::size_t i = 0; i < structure_.elements.size(); ++i) {
      const StructureElement& element = structure_.elements[i];
      const ObjectId parent = i == 0 ? root : objects_[element.parent];
      document_.set(objects_[i], entries(element, parent));
    }
    document_.set(root, root_entries());
    document_.set_catalog("StructTreeRoot", root);
    document_.set_catalog("MarkInfo", document_.add("/Marked true"));
  }

 private:
  // /Type is optional (table 323) and left out: there are many thousands of elements.
  std::string entries(const StructureElement& element, ObjectId parent) const {
    std::string out = "/S/";
    out += element.type;
    out += "/P ";
    append_reference(out, parent);
    append_described(out, element);
    append_kids(out, element);
    return out;
  }

  static void append_described(std::string& out, const StructureElement& element) {
    const std::pair<std::string_view, const std::string*> strings[] = {
        {"/ID", &element.id},
        {"/T", &element.title},
        {"/Lang", &element.lang},
        {"/Alt", &element.alternative},
        {"/ActualText", &element.actual_text},
        {"/E", &element.expansion},
    };
    for (const auto& [key, value] : strings) {
      if (value->empty()) continue;
      out += key;
      append_text_string(out, *value);
    }
    if (!element.attributes.empty()) out += "/A" + element.attributes;
  }

  // Content on the element's own page (/Pg) is a bare MCID, elsewhere a dictionary that names the
  // page.
  void append_kids(std::string& out, const StructureElement& element) const {
    if (element.kids.empty()) return;
    const std::optional<std::size_t> page = first_page(element);
    if (page) {
      out += "/Pg ";
      append_reference(out, pages_[*page]);
    }
    out += element.kids.size() == 1 ? "/K " : "/K[";
    for (const StructureKid& kid : element.kids) {
      append_kid(out, kid, page);
      out += ' ';
    }
    out.pop_back();
    if (element.kids.size() > 1) out += ']';
  }

  static std::optional<std::size_t> first_page(const StructureElement& element) {
    for (const StructureKid& kid : element.kids) {
      if (const auto* content = std::get_if<ContentKid>(&kid)) return content->page;
    }
    return std::nullopt;
  }

  void append_kid(std::string& out, const StructureKid& kid,
                  std::optional<std::size_t> page) const {
    std::visit(
        overloaded{[&](const ChildKid& child) { append_reference(out, objects_[child.element]); },
                   [&](const ContentKid& content) { append_content(out, content, page); },
                   [&](const LinkKid& link) {
                     out += "<</Type/OBJR/Obj ";
                     append_reference(out, links_[link.link]);
                     out += ">>";
                   }},
        kid);
  }

  void append_content(std::string& out, const ContentKid& content,
                      std::optional<std::size_t> page) const {
    if (content.page == page) {
      append_integer(out, static_cast<std::int64_t>(content.mcid));
      return;
    }
    out += "<</Type/MCR/Pg ";
    append_reference(out, pages_[content.page]);
    out += "/MCID ";
    append_integer(out, static_cast<std::int64_t>(content.mcid));
    out += ">>";
  }

  // 14.7.4.4: of a page, the owners of its sequences by MCID; of an annotation, its one owner.
  std::string root_entries() const {
    std::vector<std::string> parents;
    parents.reserve(pages_.size() + links_.size());
    for (const std::vector<ElementId>& owners : structure_.by_page_and_mcid) {
      std::string array = "[";
      for (const ElementId owner : owners) {
        append_reference(array, objects_[owner]);
        array += ' ';
      }
      if (!owners.empty()) array.pop_back();
      parents.push_back(std::move(array) + ']');
    }
    for (const ElementId owner : structure_.by_link) parents.push_back(reference(objects_[owner]));
    std::string out = "/Type/StructTreeRoot/K " + reference(objects_[0]) + "/ParentTree ";
    append_reference(out, document_.add(write_number_tree(document_, parents)));
    out += "/ParentTreeNextKey ";
    append_integer(out, static_cast<std::int64_t>(parents.size()));
    return out;
  }

  HaruDocument& document_;
  const Structure& structure_;
  std::span<const ObjectId> pages_, links_;
  std::vector<ObjectId> objects_;  // by element
};

}  // namespace

void write_tags(HaruDocument& document, const Structure& structure, std::span<const ObjectId> pages,
                std::span<const ObjectId> links) {
  TagWriter(document, structure, pages, links).write();
}

}  // namespace munjip
