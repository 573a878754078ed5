// Inlines → ParagraphContent. One function for each kind of inline; the cascade and the tag tree
// are walked along.
#include "layout/paragraph.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/overloaded.h"
#include "base/utf8.h"
#include "book/labels.h"
#include "layout/hanja_gloss.h"
#include "layout/picture_size.h"

namespace munjip {

namespace {

constexpr double kSuperscriptRise = 0.35, kSubscriptRise = -0.15;  // of the font size around it
constexpr double kHangulMiddle = 0.37;           // of its height, in em above the baseline
constexpr double kWidestRubyGap = 1;             // em of the reading, between its syllables
constexpr double kEmoticonHeight = 1.1;          // of the font size
constexpr std::string_view kUnknownPage = "00";  // until all pages are numbered

}  // namespace

ParagraphBuilder::ParagraphBuilder(LayoutContext& context, TagId parent)
    : context_(context), parent_(parent), lang_(context.lang()) {
  content_.text.lang = lang_;
  content_.text.right_to_left = context.style()->right_to_left;
}

void ParagraphBuilder::add(const Inlines& inlines) {
  walk(inlines, parent_);
}

void ParagraphBuilder::walk(const Inlines& inlines, TagId parent) {
  leaf_ = 0;
  for (const Inline& one : inlines) add_inline(one, parent);
  leaf_ = 0;
}

void ParagraphBuilder::add_inline(const Inline& one, TagId parent) {
  if (one.at.line != 0) context_.at = one.at;
  const auto leaf = [&] {
    if (leaf_ == 0) leaf_ = context_.tags.add_text(parent);
    return leaf_;
  };
  const auto element = [&](auto add) {
    add();
    leaf_ = 0;
  };
  std::visit(
      overloaded{
          [&](const Text& text) { add_text(text.text, leaf()); },
          [&](const LineBreak&) { add_text("\n", leaf()); },
          [&](const Phrase& phrase) { element([&] { add_phrase(phrase, parent); }); },
          [&](const InlineCode& code) { element([&] { add_code(code, parent); }); },
          [&](const Link& link) { element([&] { add_link(link, parent); }); },
          [&](const Ruby& ruby) { element([&] { add_ruby(ruby, parent); }); },
          [&](const NoteMark& mark) { element([&] { add_note_mark(mark, parent); }); },
          [&](const InlineImage& image) { element([&] { add_picture(image.image, parent); }); },
          [&](const Anchor& anchor) { add_anchor(anchor.id); },
          [](const IndexTerm&) {},
      },
      one.is);
}

void ParagraphBuilder::add_anchor(std::string id) {
  if (!id.empty()) content_.anchors.push_back({offset(), std::move(id)});
}

void ParagraphBuilder::add_text(std::string_view text, TagId tag) {
  add_span(text, context_.style(), tag);
}

void ParagraphBuilder::add_span(std::string_view text, const StyleRef& style, TagId tag) {
  if (text.empty() || style->display == Display::none) return;
  const std::vector<TextPart> parts = replace_missing(context_, text, style, lang_);
  if (parts.empty()) {
    add_part(text, style, tag);
    return;
  }
  const bool is_content = tag != kArtifact;
  for (const TextPart& part : parts) {
    // What follows a name is a leaf of its own: the name's leaf says what it stands for.
    if (&part != &parts.front() && is_content)
      tag = context_.tags.add_text(context_.tags[tag].parent);
    if (part.original.empty()) {
      add_part(part.shown, style, tag);
    } else {
      add_missing(part, tag);
    }
  }
  leaf_ = 0;
}

void ParagraphBuilder::add_missing(const TextPart& part, TagId tag) {
  if (tag != kArtifact) context_.tags[tag].actual_text = part.original;
  const std::vector<std::string> classes = {"missing"};
  const Look before = enter({.name = "span", .classes = classes});
  push_span(part.shown, context_.style(), tag);
  leave(before);
}

// Hanja that explain the Hangul before them are smaller, in the middle of its height.
void ParagraphBuilder::add_part(std::string_view text, const StyleRef& style, TagId tag) {
  std::size_t done = 0;
  if (style->hanja_in_parentheses != 1) {
    std::size_t end = content_.text.text.size();
    const char32_t before = end == 0 ? 0 : previous_code_point(content_.text.text, end);
    for (const TextSlice& gloss : find_hanja_glosses(text, before)) {
      push_span(text.substr(done, gloss.begin - done), style, tag);
      const Look look = look_;
      look_.rise += style->font_size.scaled(kHangulMiddle * (1 - style->hanja_in_parentheses));
      push_span(text.substr(gloss.begin, gloss.end - gloss.begin), context_.gloss_style(style),
                tag);
      look_ = look;
      done = gloss.end;
    }
  }
  push_span(text.substr(done), style, tag);
}

void ParagraphBuilder::push_span(std::string_view text, const StyleRef& style, TagId tag) {
  if (text.empty()) return;
  const std::uint32_t begin = offset();
  content_.text.text += text;
  content_.text.spans.push_back({begin, offset(), style, lang_});
  content_.looks.push_back({tag, look_.rise, look_.link, look_.background, look_.underline,
                            look_.line_through, look_.decorated_em, look_.decorated_rise});
}

ParagraphBuilder::Look ParagraphBuilder::enter(const ElementKey& key) {
  const Look before = look_;
  const Length around = context_.style()->font_size;
  context_.cascade.enter(key);
  const StyleRef style = context_.style();
  if (style->vertical_align == VerticalAlign::super) {
    look_.rise += around.scaled(kSuperscriptRise);
  } else if (style->vertical_align == VerticalAlign::sub) {
    look_.rise += around.scaled(kSubscriptRise);
  }
  const bool decorates = style->underline || style->line_through || style->background;
  if (decorates && !look_.underline && !look_.line_through && !look_.background) {
    look_.decorated_em = style->font_size;
    look_.decorated_rise = look_.rise;
  }
  look_.underline = look_.underline || style->underline;
  look_.line_through = look_.line_through || style->line_through;
  if (style->background) look_.background = style->background;
  return before;
}

void ParagraphBuilder::leave(const Look& before) {
  context_.cascade.leave();
  look_ = before;
}

void ParagraphBuilder::add_phrase(const Phrase& phrase, TagId parent) {
  const TagId tag = context_.tags.add(parent, phrase.element);
  context_.tags[tag].lang = phrase.lang;
  context_.tags[tag].expansion = phrase.title;
  const std::string outer_lang = lang_;
  if (!phrase.lang.empty()) lang_ = phrase.lang;
  const Look before = enter({.name = html_name(phrase.element),
                             .classes = phrase.classes,
                             .id = {},
                             .lang = phrase.lang,
                             .index = 1,
                             .is_last = false,
                             .previous = {}});
  if (const StyleRef mark = context_.cascade.pseudo("before")) {
    add_span(mark->content, context_.scaled(mark), kArtifact);
  }
  walk(phrase.children, tag);
  // The tag says it already to those who hear the page.
  if (phrase.shows_title) add_text("(" + phrase.title + ")", kArtifact);
  if (const StyleRef mark = context_.cascade.pseudo("after")) {
    add_span(mark->content, context_.scaled(mark), kArtifact);
  }
  leave(before);
  lang_ = outer_lang;
}

void ParagraphBuilder::add_code(const InlineCode& code, TagId parent) {
  const TagId tag = context_.tags.add(parent, Element::code);
  const Look before = enter({.name = "code"});
  add_text(code.text, context_.tags.add_text(tag));
  leave(before);
}

void ParagraphBuilder::add_link(const Link& link, TagId parent) {
  const TagId outer = parent_;
  parent_ = parent;
  add_link(link.children, link.target);
  parent_ = outer;
  if (!link.shows_page || !link.target.starts_with('#')) return;
  const std::string anchor = link.target.substr(1);
  const bool is_known = context_.page_labels != nullptr && context_.page_labels->contains(anchor);
  const std::string_view number = is_known ? context_.page_labels->at(anchor) : kUnknownPage;
  add_text(" " + page_reference(number, context_.book.info.language),
           context_.tags.add_text(parent));
}

void ParagraphBuilder::add_link(const Inlines& children, const std::string& target) {
  const TagId tag = context_.tags.add(parent_, Element::link);
  content_.links.push_back({tag, target, plain_text(children)});
  const Look before = enter({.name = "a"});
  look_.link = static_cast<std::uint32_t>(content_.links.size());
  walk(children, tag);
  leave(before);
}

// The style of a ruby's reading, below the ruby itself.
Style ParagraphBuilder::reading_style() {
  const Entered entered(context_.cascade, {.name = "rt"});
  Style style = *context_.style();
  style.letter_spacing = Length();
  style.text_emphasis.clear();
  return style;
}

// A reading that is narrower than its base is spread over it, with half a gap at either end; a base
// that is narrower is spaced out, so that nothing runs into its neighbours.
void ParagraphBuilder::add_ruby(const Ruby& ruby, TagId parent) {
  const TagId tag = context_.tags.add(parent, Element::ruby);
  const TagId base = context_.tags.add(tag, Element::ruby_base);
  const TagId reading = context_.tags.add(tag, Element::ruby_text);
  const Look before = enter({.name = "ruby"});
  const StyleRef style = context_.style();
  Style small = reading_style();
  const TagId base_leaf = context_.tags.add_text(base);
  const Length natural = set_short_text(context_, ruby.base, style, base_leaf).width;
  RubyPlace place;
  place.tag = context_.tags.add_text(reading);
  place.reading =
      set_short_text(context_, ruby.reading, std::make_shared<const Style>(small), place.tag);
  const auto syllables = static_cast<std::int64_t>(count_code_points(ruby.reading));
  if (syllables > 0 && place.reading.width < natural) {
    small.letter_spacing = std::min((natural - place.reading.width) / syllables,
                                    small.font_size.scaled(kWidestRubyGap));
    place.reading =
        set_short_text(context_, ruby.reading, std::make_shared<const Style>(small), place.tag);
    place.reading.width -= small.letter_spacing;
    // The gaps are no spaces.
    context_.tags[place.tag].actual_text = ruby.reading;
  }
  StyleRef wide = style;
  const auto letters = static_cast<std::int64_t>(count_code_points(ruby.base));
  if (place.reading.width > natural && letters > 0) {
    Style spaced = *style;
    spaced.letter_spacing += (place.reading.width - natural) / letters;
    wide = std::make_shared<const Style>(std::move(spaced));
  }
  place.begin = offset();
  add_span(ruby.base, wide, base_leaf);
  place.end = offset();
  content_.rubies.push_back(std::move(place));
  leave(before);
}

// A superscript number; the note's own node stands right after it (PDF/UA-1, 7.9).
void ParagraphBuilder::add_note_mark(const NoteMark& mark, TagId parent) {
  if (context_.post == nullptr || mark.note >= context_.post->notes.size()) return;
  const Post& post = *context_.post;
  const TagId tag = context_.tags.add(parent, Element::note_mark);
  const std::vector<std::string> classes = {std::string(info(Element::note_mark).css_class)};
  const Look before = enter({.name = "a", .classes = classes});
  const std::string number = fmt::format("{}", context_.note_number(mark.note));
  content_.links.push_back({tag, "#" + note_anchor(post, mark.note), number});
  look_.link = static_cast<std::uint32_t>(content_.links.size());
  if (!context_.note_seen[mark.note]) {
    context_.note_seen[mark.note] = true;
    add_anchor(note_mark_anchor(post, mark.note));
    if (context_.book.notes.position == NotePosition::foot) {
      content_.notes.push_back({offset(), mark.note, context_.tags.add(parent, Element::note)});
    }
  }
  add_text(number, context_.tags.add_text(tag));
  leave(before);
}

void ParagraphBuilder::add_picture(const Image& image, TagId parent) {
  const auto found = context_.book.resources.find(image.resource);
  if (found == context_.book.resources.end()) {
    add_lost_picture(image, parent);
    return;
  }
  const Length em = context_.style()->font_size;
  Size size = natural_size(image, found->second);
  const Length highest =
      image.is_emoticon ? em.scaled(kEmoticonHeight) : context_.text_block.height / 2;
  size = fit_into(size, {context_.text_block.width, highest});
  const TagId tag = context_.tags.add(parent, Element::image);
  context_.tags[tag].alternative = alternative_text(image, {}, context_.book.info.language);
  content_.text.objects.push_back({offset(), size.width, size.height});
  content_.pictures.push_back({offset(), image.resource, size, tag});
  add_text("\uFFFC", tag);
}

void ParagraphBuilder::add_lost_picture(const Image& image, TagId parent) {
  add_text(lost_image_text(image, context_.book.info.language), context_.tags.add_text(parent));
}

ParagraphContent ParagraphBuilder::take() {
  return std::move(content_);
}

}  // namespace munjip
