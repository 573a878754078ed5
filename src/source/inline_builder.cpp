#include "source/inline_builder.h"

#include <algorithm>
#include <utility>

#include "base/overloaded.h"
#include "base/utf8.h"

namespace munjip {

namespace {

// Deeper nesting of phrases is not kept: nobody reads it, and each take() reopens all of them.
constexpr std::size_t kMaxOpenPhrases = 24;

enum class CharacterClass { plain, space, line_break, leading_only, dropped, forbidden };

// `leading_only`: of no use at the edge of a run (a hand-made indent, an editor's placeholder).
CharacterClass classify(char32_t c) {
  switch (c) {
    case U' ':
    case U'\t':
    case U'\n':
    case U'\r':
    case U'\f':
    case U'\u0085':
    case U'\u00A0':
      return CharacterClass::space;
    case U'\u2028':
    case U'\u2029':
      return CharacterClass::line_break;
    case U'\u3000':
    case U'\u200B':
    case U'\u2060':
    case U'\u3164':
      return CharacterClass::leading_only;
    case U'\uFEFF':
      return CharacterClass::dropped;
    default:
      break;
  }
  const bool is_control = c < 0x20 || (c >= 0x7F && c < 0xA0);
  const bool is_noncharacter = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
  return is_control || is_noncharacter ? CharacterClass::forbidden : CharacterClass::plain;
}

bool is_plain_ascii(char c) {
  return c > 0x20 && c < 0x7F;
}

Inlines* children_of(Inline& inline_) {
  if (auto* phrase = std::get_if<Phrase>(&inline_.is)) return &phrase->children;
  if (auto* link = std::get_if<Link>(&inline_.is)) return &link->children;
  return nullptr;
}

bool are_same(const Inline& a, const Inline& b) {
  if (const auto* x = std::get_if<Phrase>(&a.is)) {
    const auto* y = std::get_if<Phrase>(&b.is);
    return y != nullptr && x->element == y->element && x->lang == y->lang &&
           x->classes == y->classes && x->title == y->title;
  }
  const auto* x = std::get_if<Link>(&a.is);
  const auto* y = std::get_if<Link>(&b.is);
  return x != nullptr && y != nullptr && x->target == y->target &&
         x->names_title == y->names_title && x->names_post == y->names_post &&
         x->shows_page == y->shows_page;
}

Inline without_children(const Inline& wrapper) {
  if (const auto* phrase = std::get_if<Phrase>(&wrapper.is)) {
    return {Phrase{phrase->element, {}, phrase->lang, phrase->classes, phrase->title}, wrapper.at};
  }
  Link link = std::get<Link>(wrapper.is);
  link.children.clear();
  return {std::move(link), wrapper.at};
}

}  // namespace

void append_inline(Inlines& inlines, Inline inline_) {
  if (inlines.empty()) {
    inlines.push_back(std::move(inline_));
    return;
  }
  Inline& last = inlines.back();
  if (auto* added = std::get_if<Text>(&inline_.is)) {
    if (auto* text = std::get_if<Text>(&last.is)) {
      text->text += added->text;
      return;
    }
  } else if (are_same(last, inline_)) {
    Inlines& into = *children_of(last);
    for (Inline& child : *children_of(inline_)) append_inline(into, std::move(child));
    return;
  }
  inlines.push_back(std::move(inline_));
}

void trim_end(Inlines& inlines) {
  while (!inlines.empty()) {
    Inline& last = inlines.back();
    if (auto* text = std::get_if<Text>(&last.is)) {
      while (text->text.ends_with(' ')) text->text.pop_back();
      if (!text->text.empty()) return;
    } else if (Inlines* children = children_of(last)) {
      trim_end(*children);
      if (!children->empty()) return;
    } else if (!std::holds_alternative<LineBreak>(last.is)) {
      return;
    }
    inlines.pop_back();
  }
}

std::string without_forbidden(std::string text) {
  std::string clean;
  std::size_t kept = 0;  // up to here `text` is in `clean`
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    if (classify(next_code_point(text, at)) != CharacterClass::forbidden) continue;
    clean.append(text, kept, begin - kept);
    append_utf8(clean, kReplacement);
    kept = at;
  }
  if (kept == 0) return text;
  clean.append(text, kept);
  return clean;
}

Inlines& InlineBuilder::here() {
  const auto real =
      std::find_if(open_.rbegin(), open_.rend(), [](const Level& level) { return level.is_real; });
  return real == open_.rend() ? root_ : real->children;
}

void InlineBuilder::append_text(std::string_view text, SourcePos at) {
  if (breaks_pending_ > 0 || !anchors_.empty()) flush_pending(at);
  has_content_ = true;
  at_space_ = false;
  Inlines& inlines = here();
  if (!inlines.empty()) {
    if (auto* last = std::get_if<Text>(&inlines.back().is)) {
      last->text += text;
      return;
    }
  }
  inlines.push_back({Text{std::string(text)}, at});
}

void InlineBuilder::append_space(SourcePos at) {
  if (at_space_) return;
  append_text(" ", at);
  at_space_ = true;
}

void InlineBuilder::flush_pending(SourcePos at) {
  if (breaks_pending_ > 0 && has_content_) here().push_back({LineBreak{}, break_at_});
  breaks_pending_ = 0;
  for (Inline& anchor : anchors_) {
    anchor.at = at;
    here().push_back(std::move(anchor));
  }
  anchors_.clear();
}

void InlineBuilder::text(std::string_view text, SourcePos at) {
  std::size_t i = 0;
  while (i < text.size()) {
    std::size_t end = i;
    while (end < text.size() && is_plain_ascii(text[end])) ++end;
    if (end > i) {
      append_text(text.substr(i, end - i), at);
      i = end;
      continue;
    }
    const std::size_t begin = i;
    switch (classify(next_code_point(text, i))) {
      case CharacterClass::space:
        append_space(at);
        break;
      case CharacterClass::line_break:
        line_break(at);
        break;
      case CharacterClass::leading_only:
        if (!has_content_ || breaks_pending_ > 0) break;
        append_text(text.substr(begin, i - begin), at);
        break;
      case CharacterClass::dropped:
        break;
      case CharacterClass::forbidden:
        append_text(utf8(kReplacement), at);
        break;
      case CharacterClass::plain:
        append_text(text.substr(begin, i - begin), at);
        break;
    }
  }
}

void InlineBuilder::atom(Inline inline_) {
  flush_pending(inline_.at);
  has_content_ = true;
  at_space_ = false;
  here().push_back(std::move(inline_));
}

void InlineBuilder::anchor(std::string id, SourcePos at) {
  anchors_.push_back({Anchor{std::move(id)}, at});
}

void InlineBuilder::index_term(IndexTerm term, SourcePos at) {
  anchors_.push_back({std::move(term), at});
}

std::string InlineBuilder::take_anchor() {
  const auto first = std::find_if(anchors_.begin(), anchors_.end(), [](const Inline& mark) {
    return std::holds_alternative<Anchor>(mark.is);
  });
  if (first == anchors_.end()) return {};
  std::string id = std::move(std::get<Anchor>(first->is).id);
  anchors_.erase(first);
  return id;
}

void InlineBuilder::line_break(SourcePos at) {
  if (!has_content_) return;
  ++breaks_pending_;
  break_at_ = at;
  at_space_ = true;
  for (auto level = open_.rbegin(); level != open_.rend(); ++level) {
    trim_end(level->children);
    if (!level->children.empty()) return;
  }
  trim_end(root_);
}

bool InlineBuilder::is_inside_same(const Inline& wrapper) const {
  const bool is_link = std::holds_alternative<Link>(wrapper.is);
  return std::any_of(open_.begin(), open_.end(), [&](const Level& level) {
    if (!level.is_real) return false;
    return is_link ? std::holds_alternative<Link>(level.wrapper.is)
                   : are_same(level.wrapper, wrapper);
  });
}

void InlineBuilder::open(Inline wrapper) {
  const bool is_real = open_.size() < kMaxOpenPhrases && !is_inside_same(wrapper);
  open_.push_back({std::move(wrapper), {}, is_real});
}

void InlineBuilder::close() {
  if (open_.empty()) return;
  close_into_parent();
}

void InlineBuilder::close_into_parent() {
  Level level = std::move(open_.back());
  open_.pop_back();
  if (!level.is_real || level.children.empty()) return;
  const bool is_raised_mark =
      level.children.size() == 1 && std::holds_alternative<NoteMark>(level.children[0].is);
  if (is_raised_mark) {  // a mark is raised anyway, and links to its note
    append_inline(here(), std::move(level.children[0]));
    return;
  }
  *children_of(level.wrapper) = std::move(level.children);
  append_inline(here(), std::move(level.wrapper));
}

Inlines InlineBuilder::take() {
  std::vector<Level> reopened;
  for (const Level& level : open_) {
    reopened.push_back({without_children(level.wrapper), {}, level.is_real});
  }
  while (!open_.empty()) close_into_parent();
  Inlines taken = std::move(root_);
  root_ = {};
  trim_end(taken);
  if (!has_content_) taken.clear();
  open_ = std::move(reopened);
  breaks_pending_ = 0;
  at_space_ = true;
  has_content_ = false;
  return taken;
}

}  // namespace munjip
