#include "source/markdown_tag_blocks.h"

#include <algorithm>

namespace munjip {

namespace {

bool is_raw(std::string_view name) {
  return name == "raw" || name == "verbatim";
}

}  // namespace

bool TagEnds::has(std::string_view sign, std::size_t offset) {
  auto found = last_.find(sign);
  if (found == last_.end()) found = last_.emplace(sign, text_.rfind(sign)).first;
  return found->second != std::string_view::npos && found->second > offset;
}

bool TagEnds::has_end_of(const SiteTag& tag, std::size_t offset) {
  // More names than that nobody uses: each costs a search.
  constexpr std::size_t kMaxNames = 64;
  if (last_.size() > kMaxNames) return false;
  const std::string name(tag.name);
  if (tag.syntax == TagSyntax::liquid) return has("end" + name, offset);
  return has("/" + name, offset) || has("/ " + name, offset);
}

bool OpenTags::open(std::string name, std::string closes) {
  constexpr std::size_t kMaxOpen = 32;
  if (open_.size() >= kMaxOpen) return false;
  open_.push_back({std::move(name), std::move(closes)});
  return true;
}

std::string OpenTags::close(std::string_view name) {
  const auto found =
      std::find_if(open_.rbegin(), open_.rend(), [&](const Open& one) { return one.name == name; });
  if (found == open_.rend()) return {};
  std::string html;
  while (true) {
    const Open last = std::move(open_.back());
    open_.pop_back();
    html += last.closes;
    if (last.name == name) return html;
  }
}

bool is_end_of_raw(const SiteTag& tag) {
  return tag.syntax == TagSyntax::liquid && tag.name.starts_with("end") &&
         is_raw(tag.name.substr(3));
}

std::string without_raw_tags(std::string_view text) {
  std::string out;
  SiteTags tags(text);
  for (std::size_t at = 0; at < text.size();) {
    const auto tag = text[at] == '{' ? tags.at(at) : std::nullopt;
    if (!tag) {
      out.push_back(text[at++]);
      continue;
    }
    if (const auto shown = shown_shortcode(*tag)) {
      out += *shown;
    } else if (tag->syntax != TagSyntax::liquid || !(is_raw(tag->name) || is_end_of_raw(*tag))) {
      out += tag->whole;
    }
    at += tag->whole.size();
  }
  return out;
}

}  // namespace munjip
