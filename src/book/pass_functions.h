// The passes one by one; their order, and why each is there, stands in passes.cpp.
#pragma once

#include "book/book.h"
#include "book/manifest.h"

namespace munjip {

// apply_rules.cpp
void apply_rules(Book& book, const Manifest& manifest, Diagnostics& diagnostics);
// limit_depth.cpp
void limit_depth(Book& book, const Manifest& manifest, Diagnostics& diagnostics);
// clean_strings.cpp
void clean_strings(Book& book, const Manifest& manifest, Diagnostics& diagnostics);
// book_data.cpp
void complete_book_data(Book& book, const Manifest& manifest, Diagnostics& diagnostics);
// settle_pictures.cpp
void settle_pictures(Book& book, const Manifest& manifest, Diagnostics& diagnostics);
// tidy_inlines.cpp
void flatten_links(Book& book, const Manifest& manifest, Diagnostics& diagnostics);
void fold_spaces(Book& book, const Manifest& manifest, Diagnostics& diagnostics);
void merge_text(Book& book, const Manifest& manifest, Diagnostics& diagnostics);
// headings.cpp
void drop_title_heading(Book& book, const Manifest& manifest, Diagnostics& diagnostics);
void drop_notes_heading(Book& book, const Manifest& manifest, Diagnostics& diagnostics);
void close_heading_levels(Book& book, const Manifest& manifest, Diagnostics& diagnostics);
// number_notes.cpp
void number_notes(Book& book, const Manifest& manifest, Diagnostics& diagnostics);
// collapse_blank.cpp
void split_paragraphs(Book& book, const Manifest& manifest, Diagnostics& diagnostics);
void collapse_blank(Book& book, const Manifest& manifest, Diagnostics& diagnostics);
// table_heads.cpp
void find_table_heads(Book& book, const Manifest& manifest, Diagnostics& diagnostics);
// square_tables.cpp
void square_tables(Book& book, const Manifest& manifest, Diagnostics& diagnostics);
// typographic_marks.cpp
void typographic_marks(Book& book, const Manifest& manifest, Diagnostics& diagnostics);
// typographic_quotes.cpp
void typographic_quotes(Book& book, const Manifest& manifest, Diagnostics& diagnostics);
// explain_abbreviations.cpp
void explain_abbreviations(Book& book, const Manifest& manifest, Diagnostics& diagnostics);
// resolve_links.cpp
void resolve_links(Book& book, const Manifest& manifest, Diagnostics& diagnostics);

}  // namespace munjip
