// book_text: what is to be read back from the PDF; the rules are in dump.h.
#include <string>
#include <string_view>
#include <vector>

#include "base/overloaded.h"
#include "book/dump.h"
#include "book/labels.h"

namespace munjip {

namespace {

class TextWriter {
 public:
  explicit TextWriter(std::string_view lang) : lang_(lang) {}

  void line(std::string_view text) {
    const std::size_t begin = out_.size();
    bool space = false;
    for (const char c : text) {
      if (c == ' ' || c == '\t' || c == '\n') {
        space = out_.size() > begin;
        continue;
      }
      if (space) out_.push_back(' ');
      space = false;
      out_.push_back(c);
    }
    if (out_.size() > begin) out_.push_back('\n');
  }

  void post(const Post& post) {
    line(post.title);
    notes_ = &post.notes;
    is_printed_.assign(post.notes.size(), false);
    blocks(post.body);
  }

  std::string take() { return std::move(out_); }

 private:
  void line(const Inlines& content) {
    std::string text;
    append(text, content);
    line(std::string_view(text));
  }

  void blocks(const Blocks& list) {
    for (const Block& block : list) {
      std::visit([&](const auto& is) { print(is); }, block.is);
    }
  }

  void print(const Heading& heading) { line(heading.content); }
  void print(const Paragraph& paragraph) { line(paragraph.content); }
  void print(const Quote& quote) {
    blocks(quote.children);
    line(quote.credit);
  }
  void print(const List& list) {
    for (const ListItem& item : list.items) blocks(item.children);
  }
  void print(const DefinitionList& list) {
    for (const DefinitionItem& item : list.items) {
      for (const Inlines& term : item.terms) line(term);
      for (const Blocks& definition : item.definitions) blocks(definition);
    }
  }
  void print(const Figure& figure) {
    for (const Image& image : figure.images) {
      if (image.resource.empty()) line(std::string_view(lost_image_text(image, lang_)));
    }
    line(figure.caption);
  }
  void print(const CodeBlock& code) {
    std::string_view rest = code.text;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      line(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  void print(const Table& table) {
    line(table.caption);
    for (const auto* rows : {&table.head, &table.body}) {
      for (const Row& row : *rows) {
        for (const Cell& cell : row.cells) blocks(cell.children);
      }
    }
  }
  void print(const Divider&) {}
  void print(const LinkBox& box) {
    line(std::string_view(box.title.empty() ? box.target : box.title));
    line(std::string_view(box.description));
    line(box.caption);
  }
  void print(const Group& group) { blocks(group.children); }

  void append(std::string& text, const Inlines& inlines) {
    for (const Inline& in : inlines) {
      std::visit(overloaded{
                     [&](const Text& is) { text += is.text; },
                     [&](const Phrase& is) { append(text, is.children); },
                     [&](const InlineCode& is) { text += is.text; },
                     [&](const Link& is) { append(text, is.children); },
                     [&](const Ruby& is) { text += is.base + "(" + is.reading + ")"; },
                     [&](const NoteMark& is) { append_note(text, is.note); },
                     [&](const InlineImage& is) {
                       if (is.image.resource.empty()) text += lost_image_text(is.image, lang_);
                     },
                     [&](const LineBreak&) { text += ' '; },
                     [](const Anchor&) {},
                     [](const IndexTerm&) {},
                 },
                 in.is);
    }
  }

  void append_note(std::string& text, std::size_t note) {
    if (notes_ == nullptr || note >= notes_->size() || is_printed_[note]) return;
    is_printed_[note] = true;
    std::string outer = std::move(out_);
    out_.clear();
    blocks((*notes_)[note].body);
    for (char& c : out_) {
      if (c == '\n') c = ' ';
    }
    if (!out_.empty()) out_.pop_back();
    text += "⦃" + out_ + "⦄";
    out_ = std::move(outer);
  }

  std::string out_;
  std::string_view lang_;
  const std::vector<Note>* notes_ = nullptr;
  std::vector<bool> is_printed_;
};

}  // namespace

std::string book_text(const Book& book) {
  TextWriter writer(book.info.language);
  for (const Part& part : book.parts) {
    writer.line(std::string_view(part.title));
    for (const Post& post : part.posts) writer.post(post);
  }
  return writer.take();
}

std::string post_text(const Post& post) {
  const std::string_view lang = post.lang.empty() ? "ko" : std::string_view(post.lang);
  TextWriter writer(lang);
  writer.post(post);
  return writer.take();
}

}  // namespace munjip
