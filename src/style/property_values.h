// The grammar of each property's values, as far as the PDF knows them. Each function reads one
// value and returns nothing where the tokens ahead are no such value; what may follow is the
// caller's business.
#pragma once

#include <optional>

#include "style/value.h"
#include "style/value_reader.h"

namespace munjip::css {

std::optional<Value> read_font_size(ValueReader& in);
std::optional<Value> read_line_height(ValueReader& in);
std::optional<Value> read_color(ValueReader& in);
std::optional<Value> read_ink(ValueReader& in);
std::optional<Value> read_families(ValueReader& in);
std::optional<Value> read_weight(ValueReader& in);
std::optional<Value> read_font_style(ValueReader& in);
std::optional<Value> read_letter_spacing(ValueReader& in);
std::optional<Value> read_length(ValueReader& in);
std::optional<Value> read_align(ValueReader& in);
std::optional<Value> read_word_break(ValueReader& in);
std::optional<Value> read_white_space(ValueReader& in);
std::optional<Value> read_hyphens(ValueReader& in);
std::optional<Value> read_text_wrap(ValueReader& in);
std::optional<Value> read_direction(ValueReader& in);
std::optional<Value> read_hanging_punctuation(ValueReader& in);
std::optional<Value> read_list_style(ValueReader& in);
std::optional<Value> read_lines(ValueReader& in);
std::optional<Value> read_emphasis(ValueReader& in);
std::optional<Value> read_skip_ink(ValueReader& in);
std::optional<Value> read_percent(ValueReader& in);
std::optional<Value> read_display(ValueReader& in);
std::optional<Value> read_vertical_align(ValueReader& in);
std::optional<Value> read_margin(ValueReader& in);
std::optional<Value> read_padding(ValueReader& in);
std::optional<Value> read_border_width(ValueReader& in);
std::optional<Value> read_border_style(ValueReader& in);
std::optional<Value> read_decoration(ValueReader& in);
std::optional<Value> read_break(ValueReader& in);
std::optional<Value> read_break_inside(ValueReader& in);
std::optional<Value> read_width(ValueReader& in);
std::optional<Value> read_column_count(ValueReader& in);
std::optional<Value> read_column_gap(ValueReader& in);
std::optional<Value> read_column_span(ValueReader& in);
std::optional<Value> read_initial_letter(ValueReader& in);
std::optional<Value> read_side_notes(ValueReader& in);
std::optional<Value> read_content(ValueReader& in);

}  // namespace munjip::css
