// Ways through the content tree. Each takes const content or not; the content that is handed to a
// function may be changed by it. Depth of recursion is the depth of the content, which the pass
// limit_depth bounds.
#pragma once

#include <type_traits>
#include <variant>

#include "base/overloaded.h"
#include "book/book.h"

namespace munjip {

// `T`, const where `Like` is const.
template <class T, class Like>
using ConstLike = std::conditional_t<std::is_const_v<Like>, const T, T>;

// The inlines inside one inline (of a phrase or a link), or null.
template <class InlineT>
ConstLike<Inlines, InlineT>* children_of(InlineT& in) {
  if (auto* phrase = std::get_if<Phrase>(&in.is)) return &phrase->children;
  if (auto* link = std::get_if<Link>(&in.is)) return &link->children;
  return nullptr;
}

// Whether `in` names its place and shows nothing.
inline bool is_mark(const Inline& in) {
  return std::holds_alternative<Anchor>(in.is) || std::holds_alternative<IndexTerm>(in.is);
}

// fn(Blocks&) for each list of blocks directly inside `block`.
template <class BlockT, class Fn>
void for_each_child_list(BlockT& block, Fn&& fn) {
  if (auto* quote = std::get_if<Quote>(&block.is)) {
    fn(quote->children);
  } else if (auto* group = std::get_if<Group>(&block.is)) {
    fn(group->children);
  } else if (auto* list = std::get_if<List>(&block.is)) {
    for (auto& item : list->items) fn(item.children);
  } else if (auto* definitions = std::get_if<DefinitionList>(&block.is)) {
    for (auto& item : definitions->items) {
      for (auto& definition : item.definitions) fn(definition);
    }
  } else if (auto* table = std::get_if<Table>(&block.is)) {
    for (auto* rows : {&table->head, &table->body}) {
      for (auto& row : *rows) {
        for (auto& cell : row.cells) fn(cell.children);
      }
    }
  }
}

// fn(Inlines&) for each run of text that `block` has of its own (not in blocks inside it): a
// paragraph's content, a caption, a quotation's credit, terms.
template <class BlockT, class Fn>
void for_each_own_inlines(BlockT& block, Fn&& fn) {
  if (auto* heading = std::get_if<Heading>(&block.is)) {
    fn(heading->content);
  } else if (auto* paragraph = std::get_if<Paragraph>(&block.is)) {
    fn(paragraph->content);
  } else if (auto* quote = std::get_if<Quote>(&block.is)) {
    fn(quote->credit);
  } else if (auto* definitions = std::get_if<DefinitionList>(&block.is)) {
    for (auto& item : definitions->items) {
      for (auto& term : item.terms) fn(term);
    }
  } else if (auto* figure = std::get_if<Figure>(&block.is)) {
    fn(figure->caption);
  } else if (auto* table = std::get_if<Table>(&block.is)) {
    fn(table->caption);
  } else if (auto* box = std::get_if<LinkBox>(&block.is)) {
    fn(box->caption);
  }
}

// fn(Block&) for every block, a block before the blocks inside it.
template <class BlocksT, class Fn>
void for_each_block(BlocksT& blocks, Fn&& fn) {
  for (auto& block : blocks) {
    fn(block);
    for_each_child_list(block, [&](auto& children) { for_each_block(children, fn); });
  }
}

// fn(Blocks&) for `blocks` and every list of blocks inside it, innermost first, so that `fn` finds
// the inner lists done.
template <class BlocksT, class Fn>
void for_each_block_list(BlocksT& blocks, Fn&& fn) {
  for (auto& block : blocks) {
    for_each_child_list(block, [&](auto& children) { for_each_block_list(children, fn); });
  }
  fn(blocks);
}

// fn(Inline&) for every inline in reading order, a phrase or link before what is inside it.
template <class InlinesT, class Fn>
void for_each_inline(InlinesT& inlines, Fn&& fn) {
  for (auto& in : inlines) {
    fn(in);
    if (auto* children = children_of(in)) for_each_inline(*children, fn);
  }
}

// fn(Inlines&) for `inlines` and the children of every phrase and link in it, innermost first.
template <class InlinesT, class Fn>
void for_each_inline_list(InlinesT& inlines, Fn&& fn) {
  for (auto& in : inlines) {
    if (auto* children = children_of(in)) for_each_inline_list(*children, fn);
  }
  fn(inlines);
}

// fn(Inlines&) for every run of text of all the blocks, in reading order: what stands in one line
// of text, with the phrases in it. A quotation's credit comes after the quotation, a definition
// after its term.
template <class BlocksT, class Fn>
void for_each_run(BlocksT& blocks, Fn&& fn) {
  for (auto& block : blocks) {
    if (auto* quote = std::get_if<Quote>(&block.is)) {
      for_each_run(quote->children, fn);
      fn(quote->credit);
    } else if (auto* definitions = std::get_if<DefinitionList>(&block.is)) {
      for (auto& item : definitions->items) {
        for (auto& term : item.terms) fn(term);
        for (auto& definition : item.definitions) for_each_run(definition, fn);
      }
    } else {
      for_each_own_inlines(block, fn);
      for_each_child_list(block, [&](auto& children) { for_each_run(children, fn); });
    }
  }
}

// fn(Image&, SourcePos) for every picture, in figures and in lines.
template <class BlocksT, class Fn>
void for_each_image(BlocksT& blocks, Fn&& fn) {
  for_each_block(blocks, [&](auto& block) {
    if (auto* figure = std::get_if<Figure>(&block.is)) {
      for (auto& image : figure->images) fn(image, block.at);
    }
    for_each_own_inlines(block, [&](auto& run) {
      for_each_inline(run, [&](auto& in) {
        if (auto* picture = std::get_if<InlineImage>(&in.is)) fn(picture->image, in.at);
      });
    });
  });
}

// fn(Blocks&) for the post's body, then for the body of each of its notes.
template <class PostT, class Fn>
void for_each_body(PostT& post, Fn&& fn) {
  fn(post.body);
  for (auto& note : post.notes) fn(note.body);
}

// fn(Post&) for every post in order.
template <class BookT, class Fn>
void for_each_post(BookT& book, Fn&& fn) {
  for (auto& part : book.parts) {
    for (auto& post : part.posts) fn(post);
  }
}

}  // namespace munjip
