#include "pdf/structure.h"

#include <doctest/doctest.h>

#include "pdf/structure_rules.h"

using namespace munjip;

namespace {

// A tag tree and its marked content, written down by hand.
struct Tree {
  std::vector<TagNode> tags = std::vector<TagNode>(1);
  std::vector<std::vector<MarkedSequence>> pages = std::vector<std::vector<MarkedSequence>>(1);
  std::vector<LinkAnnotation> links;

  Tree() { tags[0].element = Element::document; }
  TagId add(TagId parent, Element element) {
    const auto id = static_cast<TagId>(tags.size());
    tags.emplace_back().element = element;
    tags.back().parent = parent;
    tags[parent].children.push_back(id);
    return id;
  }
  // A leaf whose text stands on a page.
  TagId text(TagId parent, std::size_t page = 0) {
    const TagId leaf = add(parent, Element::text);
    mark(leaf, page);
    return leaf;
  }
  void mark(TagId tag, std::size_t page = 0) {
    if (pages.size() <= page) pages.resize(page + 1);
    pages[page].push_back({tag, {}, {}});
  }
  void link(TagId tag) {
    LinkAnnotation& annotation = links.emplace_back();
    annotation.tag = tag;
  }
  Structure build() const { return build_structure(tags, pages, links); }
};

// `Document(P(0.0 Span(0.1)))`: page.mcid, and @ for an annotation.
std::string shown(const Structure& structure, ElementId element = 0) {
  std::string out(structure.elements[element].type);
  out += '(';
  for (const StructureKid& kid : structure.elements[element].kids) {
    if (out.back() != '(') out += ' ';
    if (const auto* child = std::get_if<ChildKid>(&kid)) {
      out += shown(structure, child->element);
    } else if (const auto* content = std::get_if<ContentKid>(&kid)) {
      out += std::to_string(content->page) + '.' + std::to_string(content->mcid);
    } else {
      out += '@';
    }
  }
  return out + ')';
}

}  // namespace

TEST_CASE("text stands in its parent's place, between the other children") {
  Tree tree;
  const TagId paragraph = tree.add(0, Element::paragraph);
  tree.text(paragraph);
  tree.text(tree.add(paragraph, Element::strong));
  tree.text(paragraph);
  CHECK(shown(tree.build()) == "Document(P(0.0 Span(0.1) 0.2))");
}

TEST_CASE("a paragraph over two pages is one element") {
  Tree tree;
  const TagId leaf = tree.text(tree.add(0, Element::paragraph));
  tree.mark(leaf, 1);
  const Structure structure = tree.build();
  CHECK(shown(structure) == "Document(P(0.0 1.0))");
  CHECK(structure.by_page_and_mcid == std::vector<std::vector<ElementId>>{{1}, {1}});
}

// PDF/UA-1, 7.1: no element without content; a note's text comes at its mark.
TEST_CASE("empty elements are left out") {
  Tree tree;
  tree.add(tree.add(0, Element::unordered_list), Element::list_item);
  tree.text(tree.add(0, Element::paragraph));
  CHECK(shown(tree.build()) == "Document(P(0.0))");
}

TEST_CASE("reading order is that of the tags, not of the page") {
  Tree tree;
  const TagId first = tree.add(tree.add(0, Element::paragraph), Element::text);
  const TagId second = tree.add(tree.add(0, Element::paragraph), Element::text);
  tree.mark(second);
  tree.mark(first);
  CHECK(shown(tree.build()) == "Document(P(0.1) P(0.0))");
}

// PDF/UA-1, 7.18.5
TEST_CASE("an annotation belongs to a Link element") {
  Tree tree;
  const TagId link = tree.add(tree.add(0, Element::paragraph), Element::link);
  const TagId leaf = tree.text(link);
  tree.link(leaf);
  tree.link(link);
  const Structure structure = tree.build();
  CHECK(shown(structure) == "Document(P(Link(@ @ 0.0)))");
  CHECK(structure.by_link == std::vector<ElementId>{2, 2});
}

TEST_CASE("where there is no Link element, one is put around the content") {
  Tree tree;
  const TagId mark = tree.add(tree.add(0, Element::paragraph), Element::note_mark);
  tree.link(mark);
  tree.text(mark);
  CHECK(shown(tree.build()) == "Document(P(Reference(Link(@ 0.0))))");
}

// PDF/UA-1, 7.2: TOCI holds Lbl, Reference, NonStruct, P and TOC only.
TEST_CASE("the lines of a table of contents are references") {
  Tree tree;
  const TagId item =
      tree.add(tree.add(0, Element::table_of_contents), Element::table_of_contents_item);
  const TagId link = tree.add(item, Element::link);
  tree.link(link);
  tree.text(link);
  CHECK(shown(tree.build()) == "Document(TOC(TOCI(Reference(Link(@ 0.0)))))");
}

TEST_CASE("terms and definitions become list items") {
  Tree tree;
  const TagId list = tree.add(0, Element::definition_list);
  tree.text(tree.add(list, Element::definition_term));
  tree.text(tree.add(list, Element::definition));
  tree.text(tree.add(list, Element::definition));
  tree.text(tree.add(list, Element::definition_term));
  tree.text(tree.add(list, Element::definition));
  CHECK(shown(tree.build()) ==
        "Document(L(LI(Lbl(0.0) LBody(0.1) LBody(0.2)) LI(Lbl(0.3) LBody(0.4))))");
}

TEST_CASE("text directly in a grouping element gets a paragraph") {
  Tree tree;
  const TagId section = tree.add(0, Element::section);
  tree.text(section);
  tree.text(tree.add(section, Element::emphasis));
  CHECK(shown(tree.build()) == "Document(Sect(P(0.0 Span(0.1))))");
}

// PDF/UA-1, 7.5: rows of a table have equal widths, so its empty cells stay.
TEST_CASE("empty cells of a table stay, an empty table goes") {
  Tree tree;
  const TagId row = tree.add(tree.add(0, Element::table), Element::table_row);
  tree.text(tree.add(row, Element::cell));
  tree.add(row, Element::cell);
  tree.add(tree.add(tree.add(0, Element::table), Element::table_row), Element::cell);
  CHECK(shown(tree.build()) == "Document(Table(TR(TD(0.0) TD())))");
}

TEST_CASE("header cells say what they head") {
  Tree tree;
  const TagId table = tree.add(0, Element::table);
  const TagId head = tree.add(table, Element::table_row);
  const TagId corner = tree.add(head, Element::header_cell);
  tree.text(corner);
  tree.text(tree.add(head, Element::header_cell));
  const TagId body = tree.add(table, Element::table_row);
  tree.text(tree.add(body, Element::header_cell));
  tree.text(tree.add(body, Element::cell));
  tree.tags[corner].colspan = 1;
  tree.tags[corner].rowspan = 2;
  const Structure structure = tree.build();
  std::vector<std::string> attributes;
  for (const StructureElement& element : structure.elements) {
    if (element.type == "TH") attributes.push_back(element.attributes);
  }
  CHECK(attributes == std::vector<std::string>{"<</O/Table/Scope/Column/RowSpan 2>>",
                                               "<</O/Table/Scope/Column>>",
                                               "<</O/Table/Scope/Row>>"});
}

// PDF/UA-1, 7.9
TEST_CASE("every note has an ID of its own") {
  Tree tree;
  const TagId paragraph = tree.add(0, Element::paragraph);
  tree.text(tree.add(paragraph, Element::note));
  tree.text(tree.add(paragraph, Element::note));
  const Structure structure = tree.build();
  CHECK(structure.elements[2].id == "note1");
  CHECK(structure.elements[3].id == "note2");
}

TEST_CASE("a run of text with a language or a text of its own is a Span") {
  Tree tree;
  const TagId paragraph = tree.add(0, Element::paragraph);
  tree.tags[tree.text(paragraph)].lang = "ja";
  tree.text(paragraph);
  tree.pages[0][1].actual_text = "e\u0301";
  const Structure structure = tree.build();
  CHECK(shown(structure) == "Document(P(Span(0.0) Span(0.1)))");
  CHECK(structure.elements[2].lang == "ja");
  CHECK(structure.elements[3].actual_text == "e\u0301");
}

TEST_CASE("a figure knows its box") {
  Tree tree;
  const TagId image = tree.add(0, Element::image);
  tree.tags[image].alternative = "바다";
  tree.mark(image);
  tree.pages[0][0].picture = MarkedSequence::Box{10, 20, 110, 70.5};
  const Structure structure = tree.build();
  CHECK(structure.elements[1].attributes == "<</O/Layout/BBox[10 20 110 70.5]>>");
  CHECK(structure.elements[1].alternative == "바다");
}

TEST_CASE("a hundred thousand quotes in each other do no harm") {
  Tree tree;
  TagId innermost = 0;
  for (int i = 0; i < 100'000; ++i) innermost = tree.add(innermost, Element::block_quote);
  tree.text(innermost);
  CHECK(tree.build().elements.size() == 100'002);
}

// ISO 32000-1, 14.8.4.4.1: Code is an inline-level element, so a block of code stands in a
// paragraph.
TEST_CASE("each block of code has a paragraph of its own") {
  Tree tree;
  const TagId section = tree.add(0, Element::section);
  tree.text(tree.add(section, Element::code_block));
  tree.text(tree.add(section, Element::code_block));
  const TagId list = tree.add(section, Element::unordered_list);
  const TagId body = tree.add(tree.add(list, Element::list_item), Element::list_body);
  tree.text(tree.add(body, Element::paragraph));
  tree.text(tree.add(body, Element::code_block));
  CHECK(shown(tree.build()) ==
        "Document(Sect(P(Code(0.0)) P(Code(0.1)) L(LI(LBody(P(0.2) P(Code(0.3)))))))");
}
