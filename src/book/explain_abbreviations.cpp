// The pass explain_abbreviations: what an abbreviation stands for is shown on paper where a post
// has it first, as Korean prose does (문체부(문화체육관광부)).
#include <set>
#include <string>
#include <utility>

#include "book/pass_functions.h"
#include "book/walk.h"

namespace munjip {

namespace {

// Whether the author has written it out there, in parentheses or in the words themselves.
bool is_explained(const Phrase& phrase, const Inline* next) {
  const auto* text = next == nullptr ? nullptr : std::get_if<Text>(&next->is);
  return (text != nullptr && text->text.starts_with("(" + phrase.title)) ||
         plain_text(phrase.children) == phrase.title;
}

void explain(Inlines& list, std::set<std::pair<std::string, std::string>>& known) {
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (Inlines* children = children_of(list[i])) explain(*children, known);
    auto* phrase = std::get_if<Phrase>(&list[i].is);
    if (phrase == nullptr || phrase->title.empty()) continue;
    const bool is_first = known.emplace(plain_text(phrase->children), phrase->title).second;
    const Inline* next = i + 1 < list.size() ? &list[i + 1] : nullptr;
    phrase->shows_title = is_first && !is_explained(*phrase, next);
  }
}

}  // namespace

void explain_abbreviations(Book& book, const Manifest&, Diagnostics&) {
  for_each_post(book, [](Post& post) {
    std::set<std::pair<std::string, std::string>> known;
    for_each_body(post, [&](Blocks& body) {
      for_each_run(body, [&](Inlines& run) { explain(run, known); });
    });
  });
}

}  // namespace munjip
