// The card that an editor makes of an address (Open Graph): copied as three lines, the page's
// title, its description, its address without scheme.
#include <algorithm>

#include "source/text_blocks.h"

namespace munjip {

namespace {

constexpr std::size_t kMaxTitleWidth = 160;
constexpr std::size_t kMaxAddress = 200;
constexpr std::size_t kMinDescriptionWidth = 40;

bool is_host_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '.';
}

// `www.example.com`, `blog.tistory.com/10`: dots between names, the last of them letters.
bool is_bare_address(std::string_view text) {
  if (text.size() > kMaxAddress || text.find_first_of(" \t") != std::string_view::npos)
    return false;
  const std::string_view host = text.substr(0, text.find('/'));
  const std::size_t dot = host.rfind('.');
  if (dot == std::string_view::npos || dot == 0 || host.size() - dot < 3) return false;
  if (!std::all_of(host.begin(), host.end(), is_host_character)) return false;
  return std::all_of(host.begin() + static_cast<std::ptrdiff_t>(dot) + 1, host.end(),
                     [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
}

}  // namespace

std::optional<TakenBlock> take_link_card(Chunks chunks, std::size_t at) {
  if (at + 2 >= chunks.size()) return std::nullopt;
  const TextChunk& title = chunks[at];
  const TextChunk& description = chunks[at + 1];
  const TextChunk& address = chunks[at + 2];
  if (!title.is_single() || !description.is_single() || !address.is_single()) return std::nullopt;
  if (!is_bare_address(address.first().text)) return std::nullopt;
  const bool is_sure =
      width_of(title.first().text) <= kMaxTitleWidth && !title.first().text.ends_with('.') &&
      (title.after_spacer || width_of(description.first().text) >= kMinDescriptionWidth);
  if (!is_sure) return std::nullopt;
  LinkBox card;
  card.title = plain_text(inlines_of_text(title.first().text, {}));
  card.description = plain_text(inlines_of_text(description.first().text, {}));
  card.target = "https://" + std::string(address.first().text);
  return TakenBlock{{std::move(card), {}, {}, title.at()}, at + 3};
}

}  // namespace munjip
