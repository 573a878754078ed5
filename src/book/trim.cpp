// Trim sizes: the presets of Korean book making, and sizes in numbers.
#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <string>
#include <string_view>

#include "book/manifest.h"

namespace munjip {

namespace {

struct Preset {
  std::string_view name;
  std::string_view aliases;  // space-separated, lower case
  double width, height;      // mm, as all that follows
  double inner, outer, top, bottom;
  double font_size, leading;  // pt
};

// The type area of each covers 55 to 60 % of the page; inner > outer, bottom > top.
constexpr std::array kPresets = {
    Preset{"A6", "국반판 문고판", 105, 148, 15, 13, 14, 18, 9, 15},
    Preset{"46판", "사륙판 4x6판 4-6판", 127, 188, 20, 17, 18, 23, 9.5, 16},
    Preset{"B6", "", 128, 182, 20, 17, 17, 22, 9.5, 16},
    Preset{"130x200", "", 130, 200, 20, 17, 19, 25, 9.5, 16.5},
    Preset{"A5", "국판", 148, 210, 22, 18, 20, 25, 10, 17},
    Preset{"신국판", "", 152, 225, 22, 19, 22, 27, 10, 17},
    Preset{"크라운판", "crown", 176, 248, 25, 21, 23, 29, 10.5, 18},
    Preset{"B5", "", 182, 257, 25, 22, 24, 29, 10.5, 18},
    Preset{"46배판", "사륙배판 4x6배판 4-6배판", 188, 257, 26, 23, 24, 29, 10.5, 18},
    Preset{"A4", "국배판", 210, 297, 30, 30, 25, 25, 11, 18.5},
    Preset{"Letter", "", 215.9, 279.4, 32, 32, 25, 25, 11, 18.5},
};

constexpr double kMinMm = 50;
constexpr double kMaxMm = 2000;

// Lower case, without spaces, with `x` for the signs that people write between the sides.
std::string folded(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text.substr(at).starts_with("×")) {
      out.push_back('x');
      at += std::string_view("×").size() - 1;
    } else if (text[at] == '*') {
      out.push_back('x');
    } else if (text[at] >= 'A' && text[at] <= 'Z') {
      out.push_back(static_cast<char>(text[at] - 'A' + 'a'));
    } else if (text[at] != ' ') {
      out.push_back(text[at]);
    }
  }
  return out;
}

bool has_word(std::string_view words, std::string_view word) {
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(' '), words.size());
    if (words.substr(0, end) == word) return true;
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  return false;
}

const Preset* find_preset(std::string_view key) {
  for (const Preset& preset : kPresets) {
    if (folded(preset.name) == key || has_word(preset.aliases, key)) return &preset;
  }
  return nullptr;
}

const Preset* find_preset(double width, double height) {
  for (const Preset& preset : kPresets) {
    if (std::abs(preset.width - width) < 0.05 && std::abs(preset.height - height) < 0.05) {
      return &preset;
    }
  }
  return nullptr;
}

TrimSize from_preset(const Preset& preset, std::string name) {
  return {std::move(name),
          {Length::mm(preset.width), Length::mm(preset.height)},
          {Length::mm(preset.top), Length::mm(preset.outer), Length::mm(preset.bottom),
           Length::mm(preset.inner)},
          Length::pt(preset.font_size),
          Length::pt(preset.leading)};
}

double to_half(double value) {
  return std::round(value * 2) / 2;
}

// A size of its own: the margins of A5 in proportion (in whole half millimetres), so that the type
// area stays at 57 %, and the size of text that the presets show to grow by 1 pt in 55 mm of width.
TrimSize derived(double width, double height, std::string name) {
  if (const Preset* preset = find_preset(width, height)) {
    return from_preset(*preset, std::move(name));
  }
  const Preset* a5 = find_preset("a5");
  const double across = width / a5->width;
  const double down = height / a5->height;
  const double font_size = to_half(9.5 + (width - 127) / 55);
  return from_preset(
      {"", "", width, height, to_half(a5->inner * across), to_half(a5->outer * across),
       to_half(a5->top * down), to_half(a5->bottom * down), font_size, to_half(font_size * 1.7)},
      std::move(name));
}

struct Measure {
  double value;
  double unit;  // in mm, 0 = none given
};

// A number and perhaps a unit at the beginning of `text`, taken off it. (from_chars, so that the
// decimal point is a point in every locale.)
std::optional<Measure> take_measure(std::string_view& text) {
  Measure measure{0, 0};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), measure.value,
                                            std::chars_format::fixed);
  if (error != std::errc{}) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  constexpr std::array<std::pair<std::string_view, double>, 4> kUnits = {
      {{"mm", 1}, {"cm", 10}, {"in", 25.4}, {"pt", 25.4 / 72}}};
  for (const auto& [name, millimetres] : kUnits) {
    if (!text.starts_with(name)) continue;
    measure.unit = millimetres;
    text.remove_prefix(name.size());
    break;
  }
  return measure;
}

}  // namespace

std::optional<TrimSize> find_trim(std::string_view text) {
  const std::string key = folded(text);
  if (const Preset* preset = find_preset(key))
    return from_preset(*preset, std::string(preset->name));

  std::string_view rest = key;
  const std::optional<Measure> width = take_measure(rest);
  if (!width || !rest.starts_with("x")) return std::nullopt;
  rest.remove_prefix(1);
  const std::optional<Measure> height = take_measure(rest);
  if (!height || !rest.empty()) return std::nullopt;
  // `6x9in`: a unit that only one side has is meant for both.
  const double height_unit = height->unit != 0 ? height->unit : width->unit != 0 ? width->unit : 1;
  const double width_unit = width->unit != 0 ? width->unit : height_unit;
  const double w = width->value * width_unit;
  const double h = height->value * height_unit;
  const auto is_possible = [](double side) { return side >= kMinMm && side <= kMaxMm; };
  if (!is_possible(w) || !is_possible(h)) return std::nullopt;
  return derived(w, h, key);
}

std::optional<Length> find_length(std::string_view text) {
  const std::string key = folded(text);
  std::string_view rest = key;
  const std::optional<Measure> measure = take_measure(rest);
  if (!measure || !rest.empty()) return std::nullopt;
  const double millimetres = measure->value * (measure->unit != 0 ? measure->unit : 1);
  if (std::abs(millimetres) > kMaxMm) return std::nullopt;
  return Length::mm(millimetres);
}

std::optional<Size> find_sheet(std::string_view text) {
  // ISO 216 and JIS P 0138, mm
  constexpr std::array<std::pair<std::string_view, std::pair<double, double>>, 4> kSheets = {
      {{"a2", {420, 594}}, {"a3", {297, 420}}, {"b3", {364, 515}}, {"b4", {257, 364}}}};
  const std::string key = folded(text);
  for (const auto& [name, sides] : kSheets) {
    if (key == name) return Size{Length::mm(sides.first), Length::mm(sides.second)};
  }
  if (const std::optional<TrimSize> trim = find_trim(text)) return trim->size;
  return std::nullopt;
}

std::vector<std::string> trim_names() {
  std::vector<std::string> names;
  names.reserve(kPresets.size());
  for (const Preset& preset : kPresets) names.emplace_back(preset.name);
  return names;
}

}  // namespace munjip
