#include <doctest/doctest.h>

#include "book/build_posts.h"

using namespace munjip;
using namespace munjip::testing;

namespace {

Cell cell(Inlines words) {
  Cell made;
  if (!words.empty()) made.children = {paragraph(std::move(words))};
  return made;
}
Cell plain(std::string words) {
  return cell({text(std::move(words))});
}
Cell bold(std::string words) {
  return cell({phrase(Element::strong, {text(std::move(words))})});
}

// The table after the passes: what its head says, and how many rows its body has.
std::string head_of(std::vector<Row> body) {
  Table made;
  made.body = std::move(body);
  const Book book = book_of({{made}});
  CHECK(fault_lines(book) == "");
  const auto& table = std::get<Table>(only_post(book).body[0].is);
  std::string out;
  for (const Row& row : table.head) {
    for (const Cell& one : row.cells) {
      CHECK(one.is_header);
      for (const Block& block : one.children) {
        const Inlines& content = std::get<Paragraph>(block.is).content;
        for (const Inline& in : content) CHECK_FALSE(std::holds_alternative<Phrase>(in.is));
        out += plain_text(content);
      }
      out += "|";
    }
  }
  return out + std::to_string(table.body.size());
}

}  // namespace

TEST_CASE("a first row wholly in bold is the head of its table (HTML 4.9.10: the th element)") {
  CHECK(head_of({{{bold("달"), bold("비")}}, {{plain("칠월"), plain("이틀")}}}) == "달|비|1");
  CHECK(head_of({{{cell({}), bold("비")}}, {{plain("칠월"), plain("이틀")}}}) == "|비|1");
}

TEST_CASE("a row that is bold in part, and a table that is bold throughout, have no head") {
  CHECK(head_of({{{bold("달"), plain("비")}}, {{plain("칠월"), plain("이틀")}}}) == "2");
  CHECK(head_of({{{bold("달"), bold("비")}}, {{bold("칠월"), bold("이틀")}}}) == "2");
  CHECK(head_of({{{bold("달"), bold("비")}}}) == "1");
  CHECK(head_of({{{bold("달"), cell({})}}, {{plain("칠월"), plain("이틀")}}}) == "2");
}

TEST_CASE("the names of rows may be bold without being the head") {
  CHECK(head_of({{{bold("달"), bold("비")}}, {{bold("칠월"), plain("이틀")}}}) == "달|비|1");
}
