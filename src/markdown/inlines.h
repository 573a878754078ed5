// Inlines → Markdown, or HTML where Markdown is not read.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "markdown/escape.h"
#include "markdown/names.h"

namespace munjip {

// What the parts of one post's writer share.
struct PostScope {
  const Post& post;
  const BookNames& names;
  // Notes that have a mark within HTML, where `[^1]` is text: all their marks and the notes
  // themselves are written in HTML. Gathered by the first of two rounds.
  std::set<std::size_t> html_notes = {};
  std::set<std::string> linked_places = {};  // anchors that some link in the book leads to
};

std::string markdown_inlines(const Inlines& inlines, const TextPlace& place, PostScope& scope);
std::string html_inlines(const Inlines& inlines, PostScope& scope);

// `placement` says outright whether a picture stands in the line or alone, where its size would say
// otherwise.
enum class Placement { line, alone };
std::string html_image(const Image& image, Placement placement, const PostScope& scope);
// The address of the picture: its file, or what the author wrote where it is lost.
std::string image_address(const Image& image, const PostScope& scope);

// ` name="value"`, nothing where the value is empty.
std::string attribute(std::string_view name, std::string_view value);

}  // namespace munjip
