// The longhand properties that the PDF knows: how each is read and what it does to a Style.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "style/value.h"
#include "style/value_reader.h"

namespace munjip::css {

// What the values of one element are computed against.
struct ComputeContext {
  const Style& parent;
  const Style& initial;
  std::optional<double> parent_line_factor;  // where the parent's line height is a bare number
  Length root_font_size, root_leading;

  // The element's own line height as a bare number, which its children inherit instead of the
  // length (CSS 2.2, 10.8.1).
  std::optional<double> line_factor = {};
};

struct PropertyInfo {
  Property property;
  std::string_view name;
  bool inherited;
  std::string_view examples;  // values that the PDF knows, for hints
  std::optional<Value> (*read)(ValueReader&);
  void (*apply)(Style&, const Value&, const ComputeContext&);
  void (*copy)(Style&, const Style&);  // for inherit and initial
};

const PropertyInfo& info(Property property);
std::span<const PropertyInfo> known_properties();  // in the order of the enum

// Lengths are clamped to +-1,000,000 pt, so that no sum overflows; percent and number are 0.
Length to_length(const Dimension& dimension, const Style& own, const ComputeContext& context);

// Puts a value into `style`; `context.line_factor` follows line-height. Properties must be applied
// in the order of the enum.
void apply(const Declaration& declaration, Style& style, ComputeContext& context);

}  // namespace munjip::css
