// What a tag of a site generator says in a book: those that Jekyll, Hexo, Hugo and their common
// themes bring. A tag that no book can follow keeps the author's words that stand in it.
#pragma once

#include <string>

#include "source/markdown_tags.h"

namespace munjip {

struct TagMeaning {
  enum class Is {
    text,     // stands for `text`, Markdown or HTML within a line
    block,    // stands for `text`, HTML of a block
    opens,    // `text` is HTML that what follows stands in, up to the tag's end
    ends,     // the end of the tag that is called `text`
    code,     // what follows is code up to the tag's end; `text`: its language
    raw,      // what follows is no tag up to the tag's end
    comment,  // what follows is not to be seen up to the tag's end
    nothing,  // says nothing to a reader
    lost      // shows something that the book cannot; `text`: the author's words for it
  };
  Is is = Is::lost;
  std::string text;
  std::string closes = {};  // for `opens`: HTML at its end
};

TagMeaning meaning_of(const SiteTag& tag);

// What a lost tag is called when the author is told: its name, with the file of an include.
std::string shown_name(const SiteTag& tag);

}  // namespace munjip
