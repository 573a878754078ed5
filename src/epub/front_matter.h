// The pages around the posts: cover, title page, part titles, colophon.
#pragma once

#include <string>

#include "epub/xhtml.h"

namespace munjip {

std::string cover_page(const BookContext& context, std::string_view picture);
std::string title_page(const BookContext& context);
std::string part_page(const BookContext& context, const std::string& title);
std::string colophon_page(const BookContext& context);

// `Title: Subtitle`; a store shows one title, and some refuse a file with two dc:title elements.
std::string full_title(const BookInfo& info, std::string_view lang);

// The sites that the posts were published on, each once, in order of first appearance.
std::vector<std::string> source_sites(const Book& book);

}  // namespace munjip
