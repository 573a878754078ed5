#include "source/markdown_tags.h"

#include <algorithm>
#include <iterator>

#include "base/ascii.h"
#include "base/xml_escape.h"
#include "source/markdown_fences.h"

namespace munjip {

namespace {

// A longer one is no tag.
constexpr std::size_t kMaxTag = 4096;

struct Kind {
  std::string_view open, close;
  TagSyntax syntax;
};
constexpr std::array<Kind, 4> kKinds = {{{"{{<", ">}}", TagSyntax::shortcode},
                                         {"{{%", "%}}", TagSyntax::shortcode},
                                         {"{{", "}}", TagSyntax::output},
                                         {"{%", "%}", TagSyntax::liquid}}};

SiteTag tag_of(const Kind& kind, std::string_view whole) {
  std::string_view inside = whole.substr(kind.open.size());
  inside.remove_suffix(kind.close.size());
  if (inside.starts_with('-')) inside.remove_prefix(1);  // Liquid's white space control
  if (inside.ends_with('-')) inside.remove_suffix(1);
  inside = trim_ascii(inside);
  if (kind.syntax == TagSyntax::output) return {kind.syntax, whole, inside, {}};
  if (kind.syntax == TagSyntax::shortcode && inside.ends_with('/')) {
    inside = trim_ascii(inside.substr(0, inside.size() - 1));
  }
  const std::string_view name = first_word(inside);
  return {kind.syntax, whole, name, trim_ascii(inside.substr(name.size()))};
}

// Whether `line` leaves a tag open.
std::optional<std::string_view> open_close(std::string_view line) {
  std::size_t last = std::string_view::npos;
  std::string_view close;
  for (const Kind& kind : kKinds) {
    if (kind.syntax == TagSyntax::output) continue;
    const std::size_t at = line.rfind(kind.open);
    if (at == std::string_view::npos || (last != std::string_view::npos && at < last)) continue;
    last = at;
    close = kind.close;
  }
  if (last == std::string_view::npos || line.find(close, last) != std::string_view::npos) {
    return std::nullopt;
  }
  return close;
}

// How much of `rest`, whole lines, has to follow for `close` to stand in it; 0 where it does not.
std::size_t lines_up_to(std::string_view rest, std::string_view close) {
  constexpr int kMaxLines = 20;
  std::size_t at = 0;
  for (int i = 0; i < kMaxLines && at < rest.size() && at < kMaxTag; ++i) {
    const std::size_t end = std::min(rest.find('\n', at), rest.size());
    const std::string_view line = rest.substr(at, end - at);
    if (trim_ascii(line).empty()) return 0;
    if (line.find(close) != std::string_view::npos) return end;
    at = end + 1;
  }
  return 0;
}

}  // namespace

std::string_view first_word(std::string_view text) {
  text = trim_ascii(text);
  return text.substr(0, text.find_first_of(" \t"));
}

std::string embed_html(std::string_view address) {
  return std::string(kOwnLine) + "<iframe src=\"" + xml_escaped(address) + "\"></iframe>";
}

std::optional<std::string> shown_shortcode(const SiteTag& tag) {
  if (tag.syntax != TagSyntax::shortcode) return std::nullopt;
  constexpr std::size_t kSigns = 3;
  std::string_view inside = tag.whole.substr(kSigns, tag.whole.size() - 2 * kSigns);
  if (inside.size() < 4 || !inside.starts_with("/*") || !inside.ends_with("*/")) {
    return std::nullopt;
  }
  inside = inside.substr(2, inside.size() - 4);
  std::string out(tag.whole.substr(0, kSigns));
  return out.append(inside).append(tag.whole.substr(tag.whole.size() - kSigns));
}

std::size_t SiteTags::find_close(std::size_t kind, std::size_t from) {
  Close& close = closes_[kind];
  const bool is_known = close.asked_from <= from && (close.found >= from);
  if (!is_known) close = {from, text_.find(kKinds[kind].close, from)};
  return close.found;
}

std::optional<SiteTag> SiteTags::at(std::size_t at) {
  const std::string_view rest = text_.substr(at);
  for (std::size_t i = 0; i < kKinds.size(); ++i) {
    const Kind& kind = kKinds[i];
    if (!rest.starts_with(kind.open)) continue;
    const std::size_t close = find_close(i, at + kind.open.size());
    if (close == std::string_view::npos || close - at > kMaxTag) return std::nullopt;
    return tag_of(kind, text_.substr(at, close + kind.close.size() - at));
  }
  return std::nullopt;
}

std::string with_tags_on_one_line(std::string_view markdown) {
  std::string out;
  out.reserve(markdown.size());
  Fences fences;
  while (!markdown.empty()) {
    std::size_t end = std::min(markdown.find('\n'), markdown.size());
    std::string_view line = markdown.substr(0, end);
    const bool may_open = !fences.covers(line) && line.find('{') != std::string_view::npos;
    if (const auto close = may_open ? open_close(line) : std::nullopt; close) {
      const std::size_t begin = std::min(end + 1, markdown.size());
      const std::size_t length = lines_up_to(markdown.substr(begin), *close);
      if (length > 0) end = begin + length;
    }
    line = markdown.substr(0, end);
    std::replace_copy(line.begin(), line.end(), std::back_inserter(out), '\n', ' ');
    out.append(static_cast<std::size_t>(std::count(line.begin(), line.end(), '\n')), '\n');
    if (end < markdown.size()) out += '\n';
    markdown.remove_prefix(std::min(end + 1, markdown.size()));
  }
  return out;
}

std::string_view tag_argument(std::string_view arguments, std::string_view name) {
  for (std::size_t at = arguments.find(name); at != std::string_view::npos;
       at = arguments.find(name, at + 1)) {
    const std::size_t equals = at + name.size();
    const bool starts = at == 0 || arguments[at - 1] == ' ' || arguments[at - 1] == '\t';
    if (!starts || equals + 1 >= arguments.size() || arguments[equals] != '=') continue;
    const char quote = arguments[equals + 1];
    if (quote != '"' && quote != '\'' && quote != '`') {
      return first_word(arguments.substr(equals + 1));
    }
    const std::size_t end = arguments.find(quote, equals + 2);
    return arguments.substr(equals + 2, end == std::string_view::npos ? end : end - equals - 2);
  }
  return {};
}

std::string_view tag_argument(std::string_view arguments,
                              std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    if (const std::string_view value = tag_argument(arguments, name); !value.empty()) return value;
  }
  return {};
}

std::vector<std::string_view> unnamed_arguments(std::string_view arguments) {
  std::vector<std::string_view> values;
  for (arguments = trim_ascii(arguments); !arguments.empty(); arguments = trim_ascii(arguments)) {
    const char quote = arguments.front();
    const bool is_quoted = quote == '"' || quote == '\'' || quote == '`';
    const std::size_t close = is_quoted ? arguments.find(quote, 1) : std::string_view::npos;
    if (close != std::string_view::npos) {
      values.push_back(arguments.substr(1, close - 1));
      arguments.remove_prefix(close + 1);
      continue;
    }
    const std::string_view word = first_word(arguments);
    const std::size_t equals = word.find('=');
    if (equals == std::string_view::npos) {
      values.push_back(word);
      arguments.remove_prefix(word.size());
      continue;
    }
    const std::string_view value = arguments.substr(equals + 1);
    const bool has_quote = !value.empty() && (value.front() == '"' || value.front() == '\'');
    const std::size_t end = has_quote ? value.find(value.front(), 1) : std::string_view::npos;
    arguments.remove_prefix(end == std::string_view::npos ? word.size() : equals + 1 + end + 1);
  }
  return values;
}

}  // namespace munjip
