#include "book/passes.h"

#include <array>

#include "book/pass_functions.h"

namespace munjip {

namespace {

constexpr std::array kPasses = {
    Pass{"apply_rules", "roles that book.toml gives; they wrap, so before depth is bounded",
         apply_rules},
    Pass{"limit_depth", "so that every walk after it may recurse", limit_depth},
    Pass{"clean_strings", "no control characters and no broken UTF-8 reach a writer",
         clean_strings},
    Pass{"drop_title_heading", "the post's title is printed once", drop_title_heading},
    Pass{"complete_book_data",
         "identifier, time stamp, authors; from the text as it was written, less the title",
         complete_book_data},
    Pass{"settle_pictures", "every picture names bytes that are there, and none is stored unused",
         settle_pictures},
    Pass{"flatten_links", "a link in a link, or a note's mark in one, can be written in no format",
         flatten_links},
    Pass{"number_notes", "notes in the order of their marks; what nothing marks is kept",
         number_notes},
    Pass{"drop_notes_heading", "a heading over notes that are printed elsewhere heads nothing",
         drop_notes_heading},
    Pass{"split_paragraphs", "two line breaks in a row were meant as a new paragraph",
         split_paragraphs},
    Pass{"fold_spaces", "single spaces, none at the edges, no line breaks there", fold_spaces},
    Pass{"collapse_blank", "blank lines are the editor's; a book has its own distances",
         collapse_blank},
    Pass{"close_heading_levels", "no level is skipped (PDF/UA-1, 7.4.2; WCAG technique H42)",
         close_heading_levels},
    Pass{"find_table_heads", "a first row in bold is the head of its table", find_table_heads},
    Pass{"square_tables", "rows of equal length, spans within the table (PDF/UA-1, 7.5)",
         square_tables},
    Pass{"typographic_marks", "full-width marks and stray middle dots as horizontal type has them",
         typographic_marks},
    Pass{"typographic_quotes", "curly quotation marks, where the author wants them",
         typographic_quotes},
    Pass{"explain_abbreviations", "paper shows no title over a word; for print",
         explain_abbreviations},
    Pass{"resolve_links", "links between posts lead through the book; dead ones are text",
         resolve_links},
    Pass{"merge_text", "one run of text is shaped as one", merge_text},
};

}  // namespace

std::span<const Pass> passes() {
  return kPasses;
}

}  // namespace munjip
