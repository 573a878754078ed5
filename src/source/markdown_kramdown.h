// What kramdown (Jekyll) adds to Markdown for programs, not for readers: attribute lists
// (`{: .class #id key="value"}`), extensions (`{::comment}...{:/}`), ids of headings.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace munjip {

// Behind the attribute list that begins at line[at]; nothing where it is none. A name alone is one
// only where the line has nothing else (`{:toc}`): `{:ok}` within a line is text.
std::optional<std::size_t> attribute_list_end(std::string_view line, std::size_t at);

// `{::name ...}`, `{::name ... /}` or `{:/name}`, `{:/}`.
struct KramdownExtension {
  std::size_t end = 0;
  bool opens_comment = false;  // what follows is hidden up to `{:/`
};
std::optional<KramdownExtension> kramdown_extension(std::string_view line, std::size_t at);

// `{#id}` or `{.class}` at the end of a heading (kramdown, Hugo): where it begins.
std::optional<std::size_t> heading_attributes(std::string_view line);
// The id in `{#id .class}`, if it is a plain one.
std::string_view id_in(std::string_view attributes);

// Whether the line asks for a list of contents in its place: `{:toc}`, `[TOC]`, `[[toc]]`.
bool is_contents_marker(std::string_view line);

}  // namespace munjip
