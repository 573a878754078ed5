// The pass number_notes: notes come into the order of their first marks, so that a note's number is
// its place; notes that nothing marks are kept, notes without text go, and no note holds a mark.
#include <iterator>
#include <limits>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "book/blank.h"
#include "book/pass_functions.h"
#include "book/walk.h"

namespace munjip {

namespace {

constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();

bool is_mark(const Inline& in) {
  return std::holds_alternative<NoteMark>(in.is);
}

// Whether a note holds nothing, or nothing but marks of other notes.
bool says_nothing(const Note& note) {
  Blocks body = note.body;
  for_each_run(body, [](Inlines& run) {
    for_each_inline_list(run, [](Inlines& list) { std::erase_if(list, is_mark); });
  });
  return is_blank(body);
}

class NoteNumberer {
 public:
  explicit NoteNumberer(Post& post)
      : post_(post), number_(post.notes.size(), kNone), is_absorbed_(post.notes.size(), false) {
    for (const Note& note : post.notes) is_empty_.push_back(says_nothing(note));
  }

  // Marks in the body, in reading order. A mark whose note does not exist or is empty goes.
  void number_body() {
    for_each_run(post_.body, [&](Inlines& run) {
      for_each_inline_list(run, [&](Inlines& list) {
        std::erase_if(list, [&](const Inline& in) {
          const auto* mark = std::get_if<NoteMark>(&in.is);
          return mark != nullptr && (mark->note >= is_empty_.size() || is_empty_[mark->note]);
        });
      });
      for_each_inline(run, [&](const Inline& in) {
        if (const auto* mark = std::get_if<NoteMark>(&in.is)) number(mark->note);
      });
    });
    for (std::size_t i = 0; i < order_.size(); ++i) absorb_into(order_[i]);
  }

  // The notes that no mark leads to: they get theirs in a paragraph at the end of the post.
  std::vector<std::size_t> keep_unmarked() {
    std::vector<std::size_t> unmarked;
    for (std::size_t i = 0; i < number_.size(); ++i) {
      if (number_[i] != kNone || is_absorbed_[i] || is_empty_[i]) continue;
      number(i);
      absorb_into(i);
      unmarked.push_back(i);
    }
    if (!unmarked.empty()) post_.body.push_back(marks_of(unmarked));
    return unmarked;
  }

  void reorder() {
    std::vector<Note> ordered;
    for (const std::size_t note : order_) ordered.push_back(std::move(post_.notes[note]));
    post_.notes = std::move(ordered);
    for_each_run(post_.body, [&](Inlines& run) {
      for_each_inline(run, [&](Inline& in) {
        if (auto* mark = std::get_if<NoteMark>(&in.is)) mark->note = number_[mark->note];
      });
    });
  }

 private:
  void number(std::size_t note) {
    if (number_[note] != kNone) return;
    number_[note] = order_.size();
    order_.push_back(note);
  }

  Block marks_of(const std::vector<std::size_t>& notes) const {
    Paragraph paragraph;
    for (const std::size_t note : notes) {
      if (!paragraph.content.empty()) paragraph.content.push_back({Text{" "}});
      paragraph.content.push_back({NoteMark{note}, post_.notes[note].at});
    }
    return {std::move(paragraph), {}, {}, post_.notes[notes.front()].at};
  }

  // A note that only this note marks follows its text, and so do the notes of that one; the mark of
  // a note that has its number becomes that number.
  void absorb_into(std::size_t owner) {
    Blocks& body = post_.notes[owner].body;
    std::vector<std::size_t> found;
    take_marks(body, owner, found);
    for (std::size_t i = 0; i < found.size(); ++i) {
      Blocks absorbed = std::move(post_.notes[found[i]].body);
      take_marks(absorbed, owner, found);
      body.insert(body.end(), std::make_move_iterator(absorbed.begin()),
                  std::make_move_iterator(absorbed.end()));
    }
  }

  void take_marks(Blocks& blocks, std::size_t owner, std::vector<std::size_t>& found) {
    for_each_run(blocks, [&](Inlines& run) {
      for_each_inline_list(run, [&](Inlines& list) {
        std::erase_if(list, [&](Inline& in) {
          const auto* mark = std::get_if<NoteMark>(&in.is);
          return mark != nullptr && !keep_as_number(in, mark->note, owner, found);
        });
      });
    });
  }

  bool keep_as_number(Inline& in, std::size_t note, std::size_t owner,
                      std::vector<std::size_t>& found) {
    if (note >= number_.size() || is_empty_[note] || note == owner || is_absorbed_[note]) {
      return false;
    }
    if (number_[note] == kNone) {
      is_absorbed_[note] = true;
      found.push_back(note);
      return false;
    }
    Phrase superscript{Element::superscript, {}};
    superscript.children.push_back({Text{std::to_string(number_[note] + 1)}, in.at});
    in.is = std::move(superscript);
    return true;
  }

  Post& post_;
  std::vector<std::size_t> number_;  // of each note, from 0
  std::vector<std::size_t> order_;   // the inverse
  std::vector<bool> is_absorbed_, is_empty_;
};

}  // namespace

void number_notes(Book& book, const Manifest&, Diagnostics& diagnostics) {
  std::set<SourceSpan> told;  // by the readers
  for (const Diagnostic& diagnostic : diagnostics.all()) told.insert(diagnostic.at);
  for_each_post(book, [&](Post& post) {
    NoteNumberer numberer(post);
    numberer.number_body();
    std::vector<SourcePos> places;
    for (const Note& note : post.notes) places.push_back(note.at);
    for (const std::size_t note : numberer.keep_unmarked()) {
      const SourceSpan at{post.shown_file, places[note]};
      if (at.pos.line != 0 && told.contains(at)) continue;
      diagnostics.warn(
          at,
          message("본문에 표시가 없는 각주를 글 끝에 두었습니다",
                  "a note that nothing in the text refers to stands at the post's end"),
          {message("본문에 각주 표시를 넣거나 각주를 지우세요",
                   "put its mark into the text, or take the note away")});
    }
    numberer.reorder();
  });
}

}  // namespace munjip
