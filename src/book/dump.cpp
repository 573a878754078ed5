// dump_book: the book as canonical XHTML, for people and golden tests.
#include "book/dump.h"

#include <fmt/format.h>

#include <string_view>

#include "base/xml_escape.h"
#include "book/kind_names.h"

namespace munjip {

namespace {

void append_attribute(std::string& out, std::string_view name, std::string_view value) {
  out.push_back(' ');
  out += name;
  out += "=\"";
  append_xml_escaped(out, value);
  out.push_back('"');
}

void append_number(std::string& out, std::string_view name, long value) {
  append_attribute(out, name, std::to_string(value));
}

std::string_view marker_name(ListMarker marker) {
  switch (marker) {
    case ListMarker::bullet:
      return "bullet";
    case ListMarker::decimal:
      return "decimal";
    case ListMarker::lower_alpha:
      return "lower-alpha";
    case ListMarker::upper_alpha:
      return "upper-alpha";
    case ListMarker::lower_roman:
      return "lower-roman";
    case ListMarker::upper_roman:
      return "upper-roman";
    case ListMarker::hangul_syllable:
      return "hangul-syllable";
    case ListMarker::hangul_jamo:
      return "hangul-jamo";
    case ListMarker::circled:
      return "circled";
    case ListMarker::circled_hangul:
      return "circled-hangul";
    case ListMarker::none:
      return "none";
  }
  return "";
}

class Dump {
 public:
  std::string of(const Book& book) {
    head(book.info);
    for (const Part& part : book.parts) this->part(part);
    for (const auto& [name, resource] : book.resources) this->resource(resource);
    close("body");
    out_ += "</html>\n";
    return std::move(out_);
  }

 private:
  // ---- lines ----

  void begin_line() { out_.append(depth_ * 2, ' '); }
  void end_line() { out_.push_back('\n'); }

  // A tag with the attributes that every block may have; not yet closed by `>`.
  void begin_tag(std::string_view name, const Block* block = nullptr,
                 std::string_view own_class = {}) {
    out_.push_back('<');
    out_ += name;
    std::string classes(own_class);
    if (block != nullptr) {
      for (const std::string& c : block->classes) classes += (classes.empty() ? "" : " ") + c;
    }
    if (!classes.empty()) append_attribute(out_, "class", classes);
    if (block != nullptr && !block->lang.empty()) append_attribute(out_, "lang", block->lang);
  }
  void open(std::string_view name, const Block* block = nullptr, std::string_view own_class = {}) {
    begin_line();
    begin_tag(name, block, own_class);
    finish_open();
  }
  void finish_open() {
    out_ += ">";
    end_line();
    ++depth_;
  }
  void close(std::string_view name) {
    --depth_;
    begin_line();
    out_ += fmt::format("</{}>", name);
    end_line();
  }
  void line(std::string_view name, const Inlines& content, const Block* block = nullptr) {
    begin_line();
    begin_tag(name, block);
    out_.push_back('>');
    inlines(content);
    out_ += fmt::format("</{}>", name);
    end_line();
  }
  void text_line(std::string_view name, std::string_view text, std::string_view own_class = {}) {
    begin_line();
    begin_tag(name, nullptr, own_class);
    out_.push_back('>');
    append_xml_escaped(out_, text);
    out_ += fmt::format("</{}>", name);
    end_line();
  }

  // ---- the book's data ----

  void meta(std::string_view name, std::string_view content) {
    if (content.empty()) return;
    begin_line();
    out_ += "<meta";
    append_attribute(out_, "name", name);
    append_attribute(out_, "content", content);
    out_ += " />";
    end_line();
  }

  void head(const BookInfo& info) {
    out_ +=
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<html xmlns=\"http://www.w3.org/1999/xhtml\"";
    append_attribute(out_, "lang", info.language);
    out_ += ">\n";
    open("head");
    text_line("title", info.title);
    meta("subtitle", info.subtitle);
    for (const Person& person : info.authors) {
      meta(person.role,
           person.file_as.empty() ? person.name : person.name + " [" + person.file_as + "]");
    }
    meta("publisher", info.publisher);
    meta("description", info.description);
    meta("rights", info.rights);
    meta("isbn", info.isbn);
    meta("identifier", info.identifier);
    if (info.date) meta("date", iso_8601(*info.date));
    meta("modified", iso_8601_utc(info.modified));
    meta("series", info.series);
    if (info.series_position) meta("series-position", fmt::format("{}", *info.series_position));
    close("head");
    open("body");
  }

  void resource(const Resource& resource) {
    begin_line();
    out_ += "<link rel=\"picture\"";
    append_attribute(out_, "href", resource.name);
    append_attribute(out_, "title", resource.shown_name);
    append_number(out_, "width", resource.width_px);
    append_number(out_, "height", resource.height_px);
    out_ += " />";
    end_line();
  }

  void part(const Part& part) {
    open("section", nullptr, "part");
    if (!part.title.empty()) text_line("h1", part.title);
    for (const Post& post : part.posts) this->post(post);
    close("section");
  }

  void post(const Post& post) {
    begin_line();
    begin_tag("section", nullptr, "post");
    append_attribute(out_, "id", post.id);
    if (!post.lang.empty()) append_attribute(out_, "lang", post.lang);
    finish_open();
    text_line("h1", post.title);
    const auto datum = [&](std::string_view name, std::string_view value) {
      if (!value.empty()) text_line("p", value, name);
    };
    datum("author", post.author);
    datum("category", post.category);
    datum("address", post.address);
    if (post.published) datum("published", iso_8601(*post.published));
    if (post.modified) datum("modified", iso_8601(*post.modified));
    for (const std::string& tag : post.tags) datum("tag", tag);
    post_id_ = post.id;
    blocks(post.body);
    for (std::size_t i = 0; i < post.notes.size(); ++i) {
      begin_line();
      begin_tag("aside", nullptr, "note");
      append_attribute(out_, "id", note_id(i));
      finish_open();
      blocks(post.notes[i].body);
      close("aside");
    }
    close("section");
  }

  std::string note_id(std::size_t note) const {
    return fmt::format("{}-note-{}", post_id_, note + 1);
  }

  // ---- blocks ----

  void blocks(const Blocks& list) {
    for (const Block& block : list) {
      std::visit([&](const auto& is) { print(is, block); }, block.is);
    }
  }

  void print(const Heading& heading, const Block& block) {
    begin_line();
    const std::string name = fmt::format("h{}", heading.level);
    begin_tag(name, &block);
    if (!heading.id.empty()) append_attribute(out_, "id", heading.id);
    out_.push_back('>');
    inlines(heading.content);
    out_ += fmt::format("</{}>", name);
    end_line();
  }
  void print(const Paragraph& paragraph, const Block& block) {
    line("p", paragraph.content, &block);
  }
  void print(const Quote& quote, const Block& block) {
    open("blockquote", &block);
    blocks(quote.children);
    if (!quote.credit.empty()) line("footer", quote.credit);
    close("blockquote");
  }
  void print(const List& list, const Block& block) {
    const std::string_view name = list.is_ordered() ? "ol" : "ul";
    begin_line();
    begin_tag(name, &block);
    if (list.marker != ListMarker::bullet && list.marker != ListMarker::decimal) {
      append_attribute(out_, "data-marker", marker_name(list.marker));
    }
    if (list.start != 1) append_number(out_, "start", list.start);
    if (list.delimiter != ListDelimiter::period) {
      append_attribute(out_, "data-label", to_string(list.delimiter));
    }
    finish_open();
    for (const ListItem& item : list.items) {
      begin_line();
      begin_tag("li");
      if (item.value) append_number(out_, "value", *item.value);
      if (item.done) append_attribute(out_, "data-done", *item.done ? "yes" : "no");
      finish_open();
      blocks(item.children);
      close("li");
    }
    close(name);
  }
  void print(const DefinitionList& list, const Block& block) {
    open("dl", &block);
    for (const DefinitionItem& item : list.items) {
      for (const Inlines& term : item.terms) line("dt", term);
      for (const Blocks& definition : item.definitions) {
        open("dd");
        blocks(definition);
        close("dd");
      }
    }
    close("dl");
  }
  void print(const Figure& figure, const Block& block) {
    open("figure", &block);
    for (const Image& picture : figure.images) {
      begin_line();
      image(picture);
      end_line();
    }
    if (!figure.caption.empty()) line("figcaption", figure.caption);
    close("figure");
  }
  // The one block of several lines: its line ends are its content.
  void print(const CodeBlock& code, const Block& block) {
    begin_line();
    begin_tag("pre", &block);
    if (!code.language.empty()) append_attribute(out_, "data-language", code.language);
    out_.push_back('>');
    append_xml_escaped(out_, code.text);
    out_ += "</pre>";
    end_line();
  }
  void print(const Table& table, const Block& block) {
    open("table", &block);
    if (!table.caption.empty()) line("caption", table.caption);
    rows("thead", table.head);
    rows("tbody", table.body);
    close("table");
  }
  void rows(std::string_view name, const std::vector<Row>& rows) {
    if (rows.empty()) return;
    open(name);
    for (const Row& row : rows) {
      open("tr");
      for (const Cell& cell : row.cells) this->cell(cell);
      close("tr");
    }
    close(name);
  }
  void cell(const Cell& cell) {
    const std::string_view name = cell.is_header ? "th" : "td";
    begin_line();
    begin_tag(name);
    if (cell.colspan != 1) append_number(out_, "colspan", cell.colspan);
    if (cell.rowspan != 1) append_number(out_, "rowspan", cell.rowspan);
    if (cell.align != CellAlign::automatic) append_attribute(out_, "align", to_string(cell.align));
    if (cell.children.empty()) {
      out_ += " />";
      end_line();
      return;
    }
    finish_open();
    blocks(cell.children);
    close(name);
  }
  void print(const Divider&, const Block& block) {
    begin_line();
    begin_tag("hr", &block);
    out_ += " />";
    end_line();
  }
  void print(const LinkBox& box, const Block& block) {
    begin_line();
    begin_tag("div", &block, fmt::format("link-box {}", to_string(box.kind)));
    finish_open();
    begin_line();
    out_ += "<a";
    append_attribute(out_, "href", box.target);
    out_.push_back('>');
    append_xml_escaped(out_, box.title);
    out_ += "</a>";
    end_line();
    if (!box.description.empty()) text_line("p", box.description);
    if (!box.caption.empty()) line("figcaption", box.caption);
    close("div");
  }
  void print(const Group& group, const Block& block) {
    open("div", &block);
    blocks(group.children);
    close("div");
  }

  // ---- inlines ----

  void inlines(const Inlines& list) {
    for (const Inline& in : list) {
      std::visit([&](const auto& is) { print(is); }, in.is);
    }
  }

  void print(const Text& text) { append_xml_escaped(out_, text.text); }
  void print(const Phrase& phrase) {
    const std::string_view name = html_name(phrase.element);
    begin_tag(name);
    if (!phrase.classes.empty()) {
      append_attribute(out_, "class", fmt::format("{}", fmt::join(phrase.classes, " ")));
    }
    if (!phrase.lang.empty()) append_attribute(out_, "lang", phrase.lang);
    if (!phrase.title.empty()) append_attribute(out_, "title", phrase.title);
    out_.push_back('>');
    inlines(phrase.children);
    out_ += fmt::format("</{}>", name);
  }
  void print(const InlineCode& code) {
    out_ += "<code>";
    append_xml_escaped(out_, code.text);
    out_ += "</code>";
  }
  void print(const Link& link) {
    out_ += "<a";
    if (link.shows_page) append_attribute(out_, "class", "page");
    append_attribute(out_, "href", link.target);
    out_.push_back('>');
    inlines(link.children);
    out_ += "</a>";
  }
  void print(const Ruby& ruby) {
    out_ += "<ruby>";
    append_xml_escaped(out_, ruby.base);
    out_ += "<rt>";
    append_xml_escaped(out_, ruby.reading);
    out_ += "</rt></ruby>";
  }
  void print(const NoteMark& mark) {
    out_ += "<a class=\"noteref\"";
    append_attribute(out_, "href", "#" + note_id(mark.note));
    out_ += fmt::format(">{}</a>", mark.note + 1);
  }
  void print(const InlineImage& picture) { image(picture.image); }
  void print(const LineBreak&) { out_ += "<br />"; }
  void print(const Anchor& anchor) {
    out_ += "<a";
    append_attribute(out_, "id", anchor.id);
    out_ += "></a>";
  }
  void print(const IndexTerm& term) {
    out_ += "<a class=\"index\"";
    append_attribute(out_, "data-term", term.term);
    if (!term.reading.empty()) append_attribute(out_, "data-reading", term.reading);
    out_ += "></a>";
  }

  void image(const Image& image) {
    out_ += "<img";
    if (image.is_emoticon) append_attribute(out_, "class", "emoticon");
    append_attribute(out_, "src", image.resource);
    if (image.resource.empty()) append_attribute(out_, "data-source", image.source);
    if (!image.lost_name.empty()) append_attribute(out_, "data-filename", image.lost_name);
    append_attribute(out_, "alt", image.alt);
    if (image.width_px > 0) append_number(out_, "width", image.width_px);
    if (image.height_px > 0) append_number(out_, "height", image.height_px);
    out_ += " />";
  }

  std::string out_;
  std::size_t depth_ = 0;
  std::string post_id_;
};

}  // namespace

std::string dump_book(const Book& book) {
  return Dump().of(book);
}

}  // namespace munjip
