#include "epub/xhtml.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "book/credits.h"
#include "book/labels.h"
#include "book/walk.h"
#include "epub/addresses.h"

namespace munjip {

int HeadingLevels::enter(int level) {
  level = std::max(level, 2);
  while (open_.size() > 1 && open_.back() >= level) open_.pop_back();
  open_.push_back(level);
  return std::min(static_cast<int>(open_.size()), 6);
}

XhtmlWriter::XhtmlWriter(const BookContext& context, const Chapter& chapter,
                         const Document& document)
    : context_(context), chapter_(chapter), document_(document) {
  note_paths_.resize(chapter.post->notes.size());
  for (const Document& other : chapter.documents) {
    for (const std::size_t note : other.notes) note_paths_[note] = other.path;
  }
  // The headings of the documents before this one say how deep it begins.
  const auto before = std::span(*chapter.body).first(document.first);
  for_each_block(before, [&](const Block& block) {
    if (const auto* heading = std::get_if<Heading>(&block.is)) levels_.enter(heading->level);
  });
}

void XhtmlWriter::write_document(XmlNode body) {
  const XmlNode section = add(body, "section");
  set(section, "class", "post");
  set(section, "epub:type", "chapter");
  set(section, "role", "doc-chapter");
  const bool is_first = document_.first == 0;
  if (is_first) {
    set_anchor(section, chapter_.post->id);
    set(section, "aria-labelledby", std::string(kOwnIdPrefix) + "title");
  } else {
    set(section, "aria-label", chapter_.post->title);
  }
  set_lang(section, chapter_.post->lang);
  end_line(section);
  if (is_first) {
    page_breaks(section, 0);
    title(section);
  }
  for (std::size_t i = document_.first; i < document_.end; ++i) {
    if (i > 0) page_breaks(section, i);
    block(section, (*chapter_.body)[i]);
  }
  if (!document_.notes.empty()) notes(section);
  end_line(body);
}

void XhtmlWriter::title(XmlNode section) {
  const XmlNode header = add(section, "header");
  set(header, "class", "post-header");
  const XmlNode heading = add(header, "h1", chapter_.post->title);
  set(heading, "id", std::string(kOwnIdPrefix) + "title");
  set(heading, "class", "post-title");
  const std::string data = post_data_line(*chapter_.post, context_.book.info.language);
  if (!data.empty()) set(add(header, "p", data), "class", "post-meta");
  end_line(section);
}

void XhtmlWriter::page_breaks(XmlNode parent, std::size_t block) {
  for (const PageBreak& page : document_.page_breaks) {
    if (page.block != block) continue;
    const XmlNode mark = add(parent, "span");
    set(mark, "id", page_id(page.page));
    set(mark, "epub:type", "pagebreak");
    set(mark, "role", "doc-pagebreak");
    set(mark, "aria-label", context_.page_marks[page.page].label);
    keep_open(mark);
    end_line(parent);
  }
}

// Readers show an aside of type footnote as a pop-up; the others find it at the end of the post,
// with a way back (EPUB 3 Structural Semantics Vocabulary, 2.11).
void XhtmlWriter::notes(XmlNode section) {
  const XmlNode list = add(section, "div");
  set(list, "class", "notes");
  end_line(list);
  for (const std::size_t note : document_.notes) {
    XmlNode aside = add(list, "aside");
    set(aside, "id", note_id(note));
    set(aside, "class", "note");
    set(aside, "epub:type", "footnote");
    set(aside, "role", "doc-footnote");
    end_line(aside);
    blocks(aside, chapter_.post->notes[note].body);
    XmlNode first = aside.child("p");
    if (!first || first.previous_sibling().type() == pugi::node_element) {
      first = aside.prepend_child("p");
    }
    XmlNode number = first.prepend_child("span");
    if (note_marks_.contains(note)) {
      number.set_name("a");
      set(number, "href", "#" + note_mark_id(note, 0));
      set(number, "role", "doc-backlink");
      set(number, "aria-label", fmt::format("{} {}", label(Label::notes, context_.lang), note + 1));
    }
    set(number, "class", "note-number");
    add_text(number, fmt::format("{}", note + 1));
    first.insert_child_after(pugi::node_pcdata, number).set_value(" ");
    end_line(list);
  }
  end_line(section);
}

}  // namespace munjip
