// The pass limit_depth. What lies deeper than kMaxDepth is lifted to that depth: its text stays,
// its structure goes. Nothing here recurses deeper, whatever the content.
#include <iterator>
#include <utility>

#include "book/blank.h"
#include "book/pass_functions.h"
#include "book/walk.h"

namespace munjip {

namespace {

// The blocks inside `block` that hold no others, in reading order.
Blocks leaves_of(Block block) {
  Blocks leaves;
  Blocks stack;
  stack.push_back(std::move(block));
  while (!stack.empty()) {
    Block top = std::move(stack.back());
    stack.pop_back();
    if (!holds_blocks(top)) {
      leaves.push_back(std::move(top));
      continue;
    }
    Blocks inside = unwrapped(std::move(top));
    stack.insert(stack.end(), std::make_move_iterator(inside.rbegin()),
                 std::make_move_iterator(inside.rend()));
  }
  return leaves;
}

Inlines leaves_of(Inline in) {
  Inlines leaves;
  Inlines stack;
  stack.push_back(std::move(in));
  while (!stack.empty()) {
    Inline top = std::move(stack.back());
    stack.pop_back();
    Inlines* children = children_of(top);
    if (children == nullptr) {
      leaves.push_back(std::move(top));
      continue;
    }
    Inlines inside = std::move(*children);
    stack.insert(stack.end(), std::make_move_iterator(inside.rbegin()),
                 std::make_move_iterator(inside.rend()));
  }
  return leaves;
}

// Replaces each element of `list` for which `has_inside` holds by its leaves.
template <class List, class HasInside>
void lift(List& list, HasInside has_inside) {
  List lifted;
  for (auto& element : list) {
    if (!has_inside(element)) {
      lifted.push_back(std::move(element));
      continue;
    }
    List leaves = leaves_of(std::move(element));
    lifted.insert(lifted.end(), std::make_move_iterator(leaves.begin()),
                  std::make_move_iterator(leaves.end()));
  }
  list = std::move(lifted);
}

// `depth` is that of the elements of `list`. Returns whether anything had to be lifted.
bool limit(Inlines& list, int depth) {
  bool changed = false;
  const auto has_children = [](const Inline& in) { return children_of(in) != nullptr; };
  for (Inline& in : list) {
    Inlines* children = children_of(in);
    if (children == nullptr) continue;
    if (depth < kMaxDepth) {
      changed = limit(*children, depth + 1) || changed;
    } else {
      lift(list, has_children);
      return true;
    }
  }
  return changed;
}

bool limit(Blocks& list, int depth) {
  bool changed = false;
  for (Block& block : list) {
    if (depth == kMaxDepth && holds_blocks(block)) {
      lift(list, holds_blocks);
      changed = true;
      break;
    }
  }
  for (Block& block : list) {
    for_each_own_inlines(block, [&](Inlines& run) { changed = limit(run, 1) || changed; });
    for_each_child_list(block,
                        [&](Blocks& children) { changed = limit(children, depth + 1) || changed; });
  }
  return changed;
}

}  // namespace

void limit_depth(Book& book, const Manifest&, Diagnostics& diagnostics) {
  for_each_post(book, [&](Post& post) {
    bool changed = false;
    for_each_body(post, [&](Blocks& body) { changed = limit(body, 1) || changed; });
    if (!changed) return;
    diagnostics.warn({post.shown_file, {}},
                     message("{}겹이 넘게 안으로 들어간 내용은 바깥으로 꺼냈습니다",
                             "what is nested more than {} deep was moved outwards", kMaxDepth));
  });
}

}  // namespace munjip
