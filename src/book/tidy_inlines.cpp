// The passes over runs of text: flatten_links, fold_spaces, merge_text.
#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

#include "book/blank.h"
#include "book/pass_functions.h"
#include "book/walk.h"

namespace munjip {

namespace {

void for_each_run_of(Book& book, void (*fn)(Inlines&)) {
  for_each_post(book, [&](Post& post) {
    for_each_body(post, [&](Blocks& body) { for_each_run(body, fn); });
  });
}

void append(Inlines& to, Inlines&& from) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

// ---- flatten_links ----

// What is inside a link: links dissolve into their content, marks move to `marks`.
void flatten_inside(Inlines& list, Inlines& marks) {
  Inlines flat;
  for (Inline& in : list) {
    if (std::holds_alternative<NoteMark>(in.is)) {
      marks.push_back(std::move(in));
      continue;
    }
    Inlines* children = children_of(in);
    if (children != nullptr) flatten_inside(*children, marks);
    if (std::holds_alternative<Link>(in.is)) {
      append(flat, std::move(*children));
    } else {
      flat.push_back(std::move(in));
    }
  }
  list = std::move(flat);
}

void flatten(Inlines& list) {
  Inlines flat;
  for (Inline& in : list) {
    Inlines marks;
    if (auto* link = std::get_if<Link>(&in.is)) {
      flatten_inside(link->children, marks);
    } else if (Inlines* children = children_of(in)) {
      flatten(*children);
    }
    flat.push_back(std::move(in));
    append(flat, std::move(marks));
  }
  list = std::move(flat);
}

// ---- fold_spaces ----

// Folds white space over a whole run as CSS does (CSS Text 3, 4.1), and finds the line breaks that
// stand at an edge or double another. What becomes empty is taken out afterwards.
class SpaceFolder {
 public:
  void fold(Inlines& run) {
    for_each_inline(run, [&](Inline& in) { visit(in); });
    trim_open_space();
    if (last_break_ != nullptr) *last_break_ = {Text{}, last_break_->at};
  }

 private:
  void visit(Inline& in) {
    if (auto* text = std::get_if<Text>(&in.is)) {
      fold_text(text->text);
    } else if (std::holds_alternative<LineBreak>(in.is)) {
      trim_open_space();
      if (is_line_empty_) {
        in.is = Text{};
      } else {
        last_break_ = &in;
      }
      is_line_empty_ = true;
      after_space_ = true;
    } else if (children_of(in) == nullptr && !is_mark(in)) {
      something_visible();
    }
  }

  void something_visible() {
    after_space_ = false;
    is_line_empty_ = false;
    open_space_ = nullptr;
    last_break_ = nullptr;
  }

  void fold_text(std::string& text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t begin = at;
      std::size_t spaces = 0;
      for (std::size_t length = 0; at < text.size() && (length = space_length(text, at)) > 0;
           at += length) {
        ++spaces;
      }
      if (spaces == 0) {
        out.push_back(text[at++]);
        if (after_space_ || is_line_empty_) something_visible();
      } else if (!after_space_) {
        // One space keeps its kind: a no-break space between a number and its unit is meant.
        open_space_at_ = out.size();
        out += spaces == 1 ? text.substr(begin, at - begin) : std::string(" ");
        open_space_ = &text;
        after_space_ = true;
      }
    }
    text = std::move(out);
  }

  // The space before the end of a line or of the run.
  void trim_open_space() {
    if (open_space_ != nullptr) open_space_->resize(open_space_at_);
    open_space_ = nullptr;
  }

  bool after_space_ = true;    // a further space would be the second one, or stand at an edge
  bool is_line_empty_ = true;  // nothing visible since the run's beginning or the last break
  std::string* open_space_ = nullptr;  // the text that ends in a space with nothing visible after
  std::size_t open_space_at_ = 0;
  Inline* last_break_ = nullptr;  // a break with nothing visible after it
};

bool is_empty_text(const Inline& in) {
  const auto* text = std::get_if<Text>(&in.is);
  return text != nullptr && text->text.empty();
}

bool holds_only_anchors(const Inlines& list) {
  return std::all_of(list.begin(), list.end(), is_mark);
}

// Phrases and links around nothing, or around anchors only, dissolve.
void prune(Inlines& run) {
  for_each_inline_list(run, [](Inlines& list) {
    Inlines kept;
    kept.reserve(list.size());
    for (Inline& in : list) {
      Inlines* children = children_of(in);
      if (children != nullptr && holds_only_anchors(*children)) {
        append(kept, std::move(*children));
      } else if (!is_empty_text(in)) {
        kept.push_back(std::move(in));
      }
    }
    list = std::move(kept);
  });
}

void fold_run(Inlines& run) {
  SpaceFolder().fold(run);
  prune(run);
}

// ---- merge_text ----

void merge_list(Inlines& list) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < list.size(); ++i) {
    auto* text = std::get_if<Text>(&list[i].is);
    auto* before = kept == 0 ? nullptr : std::get_if<Text>(&list[kept - 1].is);
    if (text != nullptr && before != nullptr) {
      before->text += text->text;
      continue;
    }
    if (kept != i) list[kept] = std::move(list[i]);
    ++kept;
  }
  list.resize(kept);
}

void merge_run(Inlines& run) {
  for_each_inline_list(run, merge_list);
}

}  // namespace

void flatten_links(Book& book, const Manifest&, Diagnostics&) {
  for_each_run_of(book, flatten);
}

void fold_spaces(Book& book, const Manifest&, Diagnostics&) {
  for_each_run_of(book, fold_run);
}

void merge_text(Book& book, const Manifest&, Diagnostics&) {
  for_each_run_of(book, merge_run);
}

}  // namespace munjip
