// The pass apply_rules: passages that the manifest's patterns find get their role; rules that
// nothing matched are told.
#include <re2/re2.h>

#include <algorithm>
#include <deque>
#include <iterator>

#include "book/pass_functions.h"
#include "book/walk.h"

namespace munjip {

namespace {

struct PatternRule {
  PatternRule(std::size_t place, const RoleRule& rule)
      : index(place), role(rule.role), keeps_match(rule.keeps_match), pattern(rule.pattern) {}
  std::size_t index;
  Role role;
  bool keeps_match;
  re2::RE2 pattern;
};

// Takes the first `bytes` of the text off.
void remove_prefix(Inlines& inlines, std::size_t bytes) {
  for (Inline& in : inlines) {
    if (bytes == 0) return;
    if (auto* text = std::get_if<Text>(&in.is)) {
      const std::size_t taken = std::min(bytes, text->text.size());
      text->text.erase(0, taken);
      bytes -= taken;
    } else if (auto* children = children_of(in)) {
      const std::size_t length = plain_text(*children).size();
      remove_prefix(*children, bytes);
      bytes -= std::min(bytes, length);
    } else {
      return;
    }
  }
}

class RuleApplier {
 public:
  explicit RuleApplier(const std::vector<RoleRule>& rules) {
    for (std::size_t i = 0; i < rules.size(); ++i) {
      if (rules[i].pattern.empty()) continue;
      patterns_.emplace_back(i, rules[i]);
    }
  }

  void apply(Post& post) {
    if (patterns_.empty()) return;
    for_each_body(post, [&](Blocks& body) {
      for_each_block_list(body, [&](Blocks& list) {
        for (Block& block : list) apply(block, post);
      });
    });
  }

 private:
  // Marks of this kind stand at the beginning (`[시] `); they are the markup, not the text.
  void apply(Block& block, Post& post) {
    auto* paragraph = std::get_if<Paragraph>(&block.is);
    if (paragraph == nullptr || role_of(block.classes)) return;
    const std::string text = plain_text(paragraph->content);
    for (PatternRule& rule : patterns_) {
      re2::StringPiece match;
      if (!rule.pattern.Match(text, 0, text.size(), re2::RE2::UNANCHORED, &match, 1)) continue;
      post.matched_rules.push_back(rule.index);
      const bool is_at_start = match.data() == text.data();
      if (is_at_start && !rule.keeps_match && match.size() < text.size()) {
        remove_prefix(paragraph->content, match.size());
      }
      give_role(block, rule.role);
      return;
    }
  }

  static void give_role(Block& block, Role role) {
    Block inner{std::move(block.is), {}, {}, block.at};
    Blocks children;
    children.push_back(std::move(inner));
    if (info(role).element == Element::block_quote) {
      block.is = Quote{std::move(children)};
    } else {
      block.is = Group{std::move(children)};
    }
    block.classes = classes_of(role);
  }

  std::deque<PatternRule> patterns_;  // RE2 stays where it is made
};

// Paragraphs in a row that one rule found are one passage: the stanzas of a poem, a box.
void join_neighbours(Blocks& list) {
  Blocks joined;
  for (Block& block : list) {
    auto* group = std::get_if<Group>(&block.is);
    auto* before = joined.empty() ? nullptr : std::get_if<Group>(&joined.back().is);
    const auto role = role_of(block.classes);
    const bool is_same = group != nullptr && before != nullptr && role &&
                         joined.back().classes == block.classes && joined.back().lang == block.lang;
    if (!is_same) {
      joined.push_back(std::move(block));
      continue;
    }
    std::move(group->children.begin(), group->children.end(), std::back_inserter(before->children));
  }
  list = std::move(joined);
}

}  // namespace

void apply_rules(Book& book, const Manifest& manifest, Diagnostics& diagnostics) {
  if (manifest.rules.empty()) return;
  RuleApplier rules(manifest.rules);
  std::vector<bool> matched(manifest.rules.size());
  for_each_post(book, [&](Post& post) {
    rules.apply(post);
    if (!post.matched_rules.empty()) {
      for_each_body(post, [](Blocks& body) { for_each_block_list(body, join_neighbours); });
    }
    for (const std::size_t index : post.matched_rules) matched.at(index) = true;
  });
  for (std::size_t i = 0; i < matched.size(); ++i) {
    if (matched[i]) continue;
    const RoleRule& rule = manifest.rules[i];
    diagnostics.warn(rule.at, message("이 규칙에 맞는 곳이 책에 없습니다: {}",
                                      "nothing in the book matches this rule: {}",
                                      rule.selector.empty() ? rule.pattern : rule.selector));
  }
}

}  // namespace munjip
