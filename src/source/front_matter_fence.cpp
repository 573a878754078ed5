#include "source/front_matter_fence.h"

#include <algorithm>

namespace munjip {

namespace {

// Larger blocks are no front matter but a text between two rules.
constexpr std::size_t kMaxBytes = std::size_t{64} << 10;

std::string_view without_trailing_blanks(std::string_view line) {
  const std::size_t end = line.find_last_not_of(" \t");
  return end == std::string_view::npos ? std::string_view() : line.substr(0, end + 1);
}

// Reads lines one by one.
struct LineReader {
  std::string_view text;
  std::size_t at = 0;
  std::uint32_t line = 0;  // of the line that was read last

  bool next(std::string_view& out) {
    if (at >= text.size()) return false;
    const std::size_t end = std::min(text.find('\n', at), text.size());
    out = text.substr(at, end - at);
    at = std::min(end + 1, text.size());
    ++line;
    return true;
  }
};

std::optional<FrontMatterFence> find_block(std::string_view text) {
  LineReader reader{text};
  std::string_view line;
  do {
    if (!reader.next(line)) return std::nullopt;
  } while (without_trailing_blanks(line).empty());
  const std::string_view mark = without_trailing_blanks(line);
  if (mark != "---" && mark != "+++") return std::nullopt;
  FrontMatterFence fence;
  fence.is_toml = mark == "+++";
  fence.first_line = reader.line + 1;
  const std::size_t begin = reader.at;
  while (reader.at - begin <= kMaxBytes) {
    const std::size_t end = reader.at;
    if (!reader.next(line)) return std::nullopt;
    const std::string_view closing = without_trailing_blanks(line);
    // YAML's own end of document is `...`.
    if (closing != mark && (fence.is_toml || closing != "...")) continue;
    fence.content = text.substr(begin, end - begin);
    fence.body_offset = reader.at;
    fence.body_line = reader.line + 1;
    return fence;
  }
  return std::nullopt;
}

bool is_key_line(std::string_view line) {
  const std::size_t colon = line.find_first_of(":=");
  return colon != std::string_view::npos && colon > 0 &&
         line.find_first_of(" \t") >= std::min(colon, line.find_first_not_of(" \t"));
}

// Between two rules there may also stand a poem: front matter has a key in its first line.
bool looks_like_data(std::string_view content) {
  LineReader reader{content};
  std::string_view line;
  while (reader.next(line)) {
    const std::string_view bare = without_trailing_blanks(line);
    if (!bare.empty() && bare.front() != '#') return is_key_line(bare);
  }
  return true;
}

}  // namespace

std::optional<FrontMatterFence> find_front_matter(std::string_view text) {
  const auto fence = find_block(text);
  if (!fence || !looks_like_data(fence->content)) return std::nullopt;
  return fence;
}

}  // namespace munjip
