#include "source/markdown_markup.h"

#include <algorithm>

#include "base/letters.h"
#include "base/utf8.h"
#include "base/xml_escape.h"
#include "book/credit_line.h"
#include "book/role.h"
#include "source/html_tree.h"
#include "source/markdown_wiki.h"

namespace munjip {

namespace {

// The end of brackets and braces is looked for no farther, so that a long line costs linear time.
constexpr std::size_t kMaxLookAhead = 2048;
constexpr int kMaxDepth = 6;  // of brackets with attributes within each other

bool is_name_character(char c) {
  return (static_cast<unsigned char>(c) & 0x80) != 0 || (c >= 'a' && c <= 'z') ||
         (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

std::string_view take_name(std::string_view& text) {
  const auto end = std::find_if_not(text.begin(), text.end(), is_name_character);
  const std::string_view name = text.substr(0, static_cast<std::size_t>(end - text.begin()));
  text.remove_prefix(name.size());
  return name;
}

std::optional<std::string> take_value(std::string_view& text) {
  if (text.empty()) return std::nullopt;
  const char quote = text.front();
  if (quote != '"' && quote != '\'') {
    const std::size_t end = std::min(text.find_first_of(" \t}"), text.size());
    std::string value(text.substr(0, end));
    text.remove_prefix(end);
    if (value.empty()) return std::nullopt;
    return value;
  }
  const std::size_t end = text.find(quote, 1);
  if (end == std::string_view::npos) return std::nullopt;
  std::string value(text.substr(1, end - 1));
  text.remove_prefix(end + 1);
  return value;
}

// The bracket that closes the one at `open`.
std::optional<std::size_t> closing_bracket(std::string_view line, std::size_t open) {
  if (line.substr(open, kMaxLookAhead).find(']') == std::string_view::npos) return std::nullopt;
  int depth = 0;
  const std::size_t end = std::min(line.size(), open + kMaxLookAhead);
  for (std::size_t at = open; at < end; ++at) {
    if (line[at] == '\\') {
      ++at;
    } else if (line[at] == '[') {
      ++depth;
    } else if (line[at] == ']' && --depth == 0) {
      return at;
    }
  }
  return std::nullopt;
}

std::string rewritten_text(std::string_view text, int depth) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    if (const auto markup = rewrite_markup(text, at, depth + 1)) {
      out += markup->text;
      at = markup->end;
    } else {
      out.push_back(text[at++]);
    }
  }
  return out;
}

bool is_index_class(std::string_view name) {
  return name == "index" || name == "찾아보기";
}

bool is_page_class(std::string_view name) {
  return name == "page" || name == "쪽";
}

// `text` is Markdown that was rewritten already, `plain` as the author wrote it.
std::optional<std::string> with_attributes(std::string text, std::string_view plain,
                                           const MarkdownAttributes& attributes) {
  std::string before, classes, span;
  bool is_index = !attributes.value("index").empty();
  for (const std::string& name : attributes.classes) {
    if (is_index_class(name)) {
      is_index = true;
    } else if (is_page_class(name)) {
      span += " data-munjip-page=\"1\"";
    } else {
      const auto role = role_named(name);
      const bool is_phrase = role && info(*role).element == Element::span;
      classes += (classes.empty() ? "" : " ");
      classes += is_phrase ? std::string(info(*role).classes) : name;
    }
  }
  span += tag_attribute("data-munjip-class", classes) +
          tag_attribute("lang", attributes.value("lang")) + tag_attribute("id", attributes.id);
  if (is_index) {
    const std::string_view term = attributes.value("index");
    before = "<span" + tag_attribute("data-munjip-index", term.empty() ? plain : term) +
             tag_attribute("data-munjip-reading", attributes.value("reading")) + "></span>";
  }
  if (const std::string_view reading = attributes.value("ruby"); !reading.empty()) {
    text = "<ruby>" + text + "<rt>" + xml_escaped(reading) + "</rt></ruby>";
  } else if (before.empty() && span.empty()) {
    return std::nullopt;
  }
  return before + (span.empty() ? text : "<span" + span + ">" + text + "</span>");
}

// The end of `(address)` that begins at `at`; npos where there is none.
std::size_t address_end(std::string_view line, std::size_t at) {
  if (at >= line.size() || line[at] != '(') return std::string_view::npos;
  const std::size_t end = line.substr(0, at + kMaxLookAhead).find(')', at);
  return end == std::string_view::npos ? end : end + 1;
}

// `[@제목]`, with `{.page}` or without.
RewrittenMarkup title_reference(std::string_view title, const MarkdownAttributes* attributes,
                                std::size_t end) {
  std::string link = "<a data-munjip-title=\"1\"" +
                     tag_attribute("href", "#" + std::string(trim_ascii(title))) + ">" +
                     xml_escaped(trim_ascii(title)) + "</a>";
  if (attributes != nullptr) {
    if (auto marked = with_attributes(link, title, *attributes)) link = std::move(*marked);
  }
  return {std::move(link), end};
}

std::optional<RewrittenMarkup> rewrite_brackets(std::string_view line, std::size_t at, int depth) {
  const auto close = closing_bracket(line, at);
  if (!close || (at > 0 && line[at - 1] == '!')) return std::nullopt;
  const std::string_view inside = line.substr(at + 1, *close - at - 1);
  const std::size_t after_address = address_end(line, *close + 1);
  const bool is_link = after_address != std::string_view::npos;
  const std::size_t end = is_link ? after_address : *close + 1;
  const auto attributes = read_attributes(line.substr(end));
  const std::size_t whole = end + (attributes ? attributes->length : 0);
  if (!is_link && inside.size() > 1 && inside.starts_with('@') &&
      !line.substr(end).starts_with('[')) {
    return title_reference(inside.substr(1), attributes ? &*attributes : nullptr, whole);
  }
  const bool is_unnamed = is_link && inside.empty();
  if (!attributes && !is_unnamed) return std::nullopt;
  std::string text;
  if (is_link) {
    text = "[" + rewritten_text(inside, depth) + "]";
    text += line.substr(*close + 1, after_address - *close - 1);
  } else if (!inside.empty()) {
    text = rewritten_text(inside, depth);
  }
  if (attributes) {
    auto marked = with_attributes(text, inside, *attributes);
    if (!marked && !is_unnamed) return std::nullopt;
    if (marked) text = std::move(*marked);
  }
  if (!is_unnamed) return RewrittenMarkup{std::move(text), whole};
  // The span around the link says what is asked of it.
  const std::string_view page = text.find("data-munjip-page") == std::string::npos
                                    ? std::string_view()
                                    : " data-munjip-page=\"1\"";
  const std::string link(line.substr(at, after_address - at));
  return RewrittenMarkup{
      "<span data-munjip-title=\"1\"" + std::string(page) + ">" + link + "</span>", whole};
}

bool is_ruby_base(char32_t c) {
  return is_hanja(c) || c == U'々';
}

bool is_reading_character(char32_t c) {
  return is_hangul_syllable(c) || is_kana(c) || c == U' ' || c == U'·';
}

template <class Fn>
bool all_characters(std::string_view text, Fn fn) {
  for (std::size_t at = 0; at < text.size();) {
    if (!fn(next_code_point(text, at))) return false;
  }
  return !text.empty();
}

// `{漢字|한자}`: Hanja, and how it is read.
std::optional<RewrittenMarkup> rewrite_short_ruby(std::string_view line, std::size_t at) {
  constexpr std::size_t kMaxRuby = 256;
  const std::string_view rest = line.substr(at + 1, kMaxRuby);
  const std::size_t bar = rest.find('|');
  const std::size_t close = rest.find('}');
  if (close == std::string_view::npos || bar == std::string_view::npos || bar == 0 || bar > close) {
    return std::nullopt;
  }
  const std::string_view base = rest.substr(0, rest[bar - 1] == '\\' ? bar - 1 : bar);
  const std::string_view reading = rest.substr(bar + 1, close - bar - 1);
  if (!all_characters(base, is_ruby_base) || !all_characters(reading, is_reading_character)) {
    return std::nullopt;
  }
  return RewrittenMarkup{
      "<ruby>" + std::string(base) + "<rt>" + std::string(reading) + "</rt></ruby>",
      at + 1 + close + 1};
}

}  // namespace

std::string tag_attribute(std::string_view name, std::string_view value) {
  if (value.empty()) return {};
  std::string out(" ");
  return out.append(name).append("=\"").append(xml_escaped(value)).append("\"");
}

std::string_view MarkdownAttributes::value(std::string_view key) const {
  const auto found = std::find_if(values.begin(), values.end(),
                                  [&](const auto& entry) { return entry.first == key; });
  return found == values.end() ? std::string_view() : std::string_view(found->second);
}

std::optional<MarkdownAttributes> read_attributes(std::string_view text) {
  if (!text.starts_with('{')) return std::nullopt;
  MarkdownAttributes out;
  std::string_view rest = text.substr(1, kMaxLookAhead);
  const std::size_t size = rest.size();
  while (true) {
    rest.remove_prefix(std::min(rest.find_first_not_of(" \t"), rest.size()));
    if (rest.empty()) return std::nullopt;
    const char mark = rest.front();
    if (mark == '}') break;
    if (mark == '.' || mark == '#') {
      rest.remove_prefix(1);
      const std::string_view name = take_name(rest);
      if (name.empty()) return std::nullopt;
      if (mark == '.') {
        out.classes.emplace_back(name);
      } else {
        out.id = name;
      }
      continue;
    }
    std::string key(take_name(rest));
    if (key.empty() || !rest.starts_with('=')) return std::nullopt;
    rest.remove_prefix(1);
    auto value = take_value(rest);
    if (!value) return std::nullopt;
    out.values.emplace_back(std::move(key), std::move(*value));
  }
  if (out.classes.empty() && out.id.empty() && out.values.empty()) return std::nullopt;
  out.length = 1 + size - rest.size() + 1;
  return out;
}

std::optional<RewrittenMarkup> rewrite_markup(std::string_view line, std::size_t at, int depth) {
  if (depth > kMaxDepth || (at > 0 && line[at - 1] == '\\')) return std::nullopt;
  if (line[at] == '[' || line[at] == '!') {
    if (auto link = rewrite_wiki_link(line, at)) return link;
  }
  if (line[at] == '[') return rewrite_brackets(line, at, depth);
  if (line[at] == '{') return rewrite_short_ruby(line, at);
  return std::nullopt;
}

std::string with_credit_apart(std::string_view line, bool in_division) {
  const std::size_t begin = std::min(line.find_first_not_of(" \t>"), line.size());
  const bool is_quoted = line.substr(0, begin).find('>') != std::string_view::npos;
  if ((!is_quoted && !in_division) || !is_credit_line(line.substr(begin))) {
    return std::string(line);
  }
  return std::string(line.substr(0, begin)).append("<br>").append(line.substr(begin));
}

}  // namespace munjip
