// What an export holds besides the posts of a book: counted, and told once.
#pragma once

#include <array>
#include <cstddef>
#include <string>

#include "base/diagnostics.h"

namespace munjip {

enum class LeftOutKind { page, unpublished, locked, attachment, menu_item, comment, other };

class LeftOut {
 public:
  void add(LeftOutKind kind, std::size_t count = 1) {
    counts_[static_cast<std::size_t>(kind)] += count;
  }

  // A note, where anything was left out; a warning where nothing else is there.
  void tell(const std::string& shown_file, bool has_posts, Diagnostics& diagnostics) const;

 private:
  std::array<std::size_t, static_cast<std::size_t>(LeftOutKind::other) + 1> counts_ = {};
};

}  // namespace munjip
