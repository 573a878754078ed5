#include "book/element_selector.h"
#include "base/ascii.h"

#include <algorithm>

namespace munjip {

namespace {

class SelectorReader {
 public:
  explicit SelectorReader(std::string_view text) : text_(text) {}

  std::optional<ElementSelector> run() {
    ElementSelector selector;
    if (at_ < text_.size() && text_[at_] == '*') {
      ++at_;
    } else {
      selector.tag = ascii_lower(name());
    }
    const bool has_tag = at_ > 0;
    while (at_ < text_.size()) {
      const char mark = text_[at_++];
      if (mark == '[') {
        if (!read_attribute(selector)) return std::nullopt;
        continue;
      }
      std::string word(name());
      if (word.empty() || (mark != '.' && mark != '#')) return std::nullopt;
      if (mark == '.') {
        selector.classes.push_back(std::move(word));
      } else {
        selector.id = std::move(word);
      }
    }
    const bool is_empty = !has_tag && text_.empty();
    return is_empty ? std::nullopt : std::optional(std::move(selector));
  }

 private:
  std::string_view name() {
    const std::size_t begin = at_;
    at_ = std::min(text_.find_first_of(".#[]>+~:=*,()\"' \t\n", at_), text_.size());
    return text_.substr(begin, at_ - begin);
  }

  bool read_attribute(ElementSelector& selector) {
    std::string attribute = ascii_lower(name());
    std::optional<std::string> value;
    if (at_ < text_.size() && text_[at_] == '=') {
      const std::size_t end = text_.find(']', ++at_);
      if (end == std::string_view::npos) return false;
      std::string_view written = text_.substr(at_, end - at_);
      const bool is_quoted = written.size() >= 2 && written.front() == written.back() &&
                             (written.front() == '"' || written.front() == '\'');
      if (is_quoted) written = written.substr(1, written.size() - 2);
      value = std::string(written);
      at_ = end;
    }
    if (attribute.empty() || at_ >= text_.size() || text_[at_] != ']') return false;
    ++at_;
    selector.attributes.emplace_back(std::move(attribute), std::move(value));
    return true;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

std::optional<ElementSelector> parse_element_selector(std::string_view text) {
  return SelectorReader(text).run();
}

}  // namespace munjip
