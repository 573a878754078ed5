#include "source/markdown_wiki.h"

#include <algorithm>
#include <string>

#include "base/ascii.h"
#include "source/named_link.h"

namespace munjip {

namespace {

// The end is looked for no farther, so that a long line costs linear time.
constexpr std::size_t kMaxLink = 512;

bool is_letter(char c) {
  return (static_cast<unsigned char>(c) & 0x80) != 0 || (c >= 'a' && c <= 'z') ||
         (c >= 'A' && c <= 'Z');
}

// `[[ -f x ]]`, `[[1, 2]]`, `[[1]](address)` and Tistory's tokens are none.
bool is_name(std::string_view inside, std::string_view behind) {
  if (inside.empty() || inside.front() == ' ' || inside.back() == ' ') return false;
  if (inside.starts_with("##") || inside.starts_with('"') || inside.starts_with('\'') ||
      inside.find_first_of("[]<>`") != std::string_view::npos) {
    return false;
  }
  if (behind.starts_with('(') || behind.starts_with('[')) return false;
  return std::any_of(inside.begin(), inside.end(), is_letter);
}

bool is_picture(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos) return false;
  const std::string extension = ascii_lower(name.substr(dot + 1));
  for (const std::string_view known : {"png", "jpg", "jpeg", "gif", "webp", "svg", "bmp", "avif"}) {
    if (extension == known) return true;
  }
  return false;
}

std::string picture(std::string_view name, std::string_view words) {
  // `|300` is a width.
  const bool is_size = words.find_first_not_of("0123456789x") == std::string_view::npos;
  std::string out("![");
  if (!is_size) out += words;
  return out.append("](<").append(name).append(">)");
}

struct WikiName {
  std::string_view name;   // of a post, or of a place in one: `post#heading`
  std::string_view words;  // empty where the author gave none
};

WikiName parts_of(std::string_view inside) {
  const std::size_t bar = inside.find('|');
  std::string_view name = inside.substr(0, bar);
  if (bar != std::string_view::npos && name.ends_with('\\')) name.remove_suffix(1);  // in a table
  const std::string_view words =
      bar == std::string_view::npos ? std::string_view() : inside.substr(bar + 1);
  return {trim_ascii(name), trim_ascii(words)};
}

// A link without words shows the name; of a place in a post, as Obsidian has it, `post > heading`.
std::string shown_name(std::string_view name) {
  const std::size_t mark = name.find('#');
  if (mark == std::string_view::npos) return std::string(name);
  std::string_view heading = name.substr(mark + 1);
  if (heading.starts_with('^')) heading = {};  // a block, by a name of the program's own
  std::string out(name.substr(0, mark));
  if (!out.empty() && !heading.empty()) out += " > ";
  return out.append(heading);
}

}  // namespace

std::optional<RewrittenMarkup> rewrite_wiki_link(std::string_view line, std::size_t at) {
  const bool is_embedded = line[at] == '!';
  const std::string_view open = is_embedded ? "![[" : "[[";
  if (!line.substr(at).starts_with(open)) return std::nullopt;
  const std::size_t begin = at + open.size();
  const std::string_view rest = line.substr(begin, kMaxLink);
  const std::size_t close = rest.find("]]");
  if (close == std::string_view::npos) return std::nullopt;
  const std::string_view inside = rest.substr(0, close);
  const std::string_view behind = rest.substr(close + 2);
  if (!is_name(inside, behind)) return std::nullopt;
  const auto [name, given] = parts_of(inside);
  std::size_t end = begin + close + 2;
  if (is_embedded && is_picture(name)) return RewrittenMarkup{picture(name, given), end};
  std::string words = given.empty() ? shown_name(name) : std::string(given);
  const std::size_t brace = behind.starts_with('{') ? behind.find('}') : std::string_view::npos;
  if (inside.starts_with('/') && brace != std::string_view::npos) {
    words = behind.substr(1, brace - 1);
    end += brace + 1;
  }
  return RewrittenMarkup{"[" + words + "](<" + post_address(name) + ">)", end};
}

}  // namespace munjip
