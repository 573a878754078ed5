// Reads back what the tests of this folder have written: just enough of PDF to look at objects,
// streams and the places of glyphs, written apart from the writer.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace munjip::test {

// A file with a classic cross-reference table. Throws std::runtime_error where it is not one.
class PdfFile {
 public:
  explicit PdfFile(std::string bytes);

  const std::string& bytes() const { return bytes_; }
  const std::string& trailer() const { return trailer_; }
  std::size_t object_count() const { return objects_.size(); }
  // What stands between `obj` and `endobj` (or `stream`).
  std::string object(int number) const;
  // A stream's bytes, inflated where its filter is FlateDecode.
  std::string stream(int number) const;
  // The objects whose text has `part`.
  std::vector<int> objects_with(std::string_view part) const;
  // In page order, through the page tree.
  std::vector<int> pages() const;
  std::string catalog() const { return object(reference_in(trailer_, "Root")); }
  std::string info() const { return object(reference_in(trailer_, "Info")); }

  // The object that `/key n 0 R` names within `text`; 0 = none.
  static int reference_in(std::string_view text, std::string_view key);
  // All `n 0 R` of `text`.
  static std::vector<int> references(std::string_view text);

 private:
  std::string bytes_;
  std::string trailer_;
  std::map<int, std::size_t> objects_;
};

// A glyph as the text operators show it.
struct ShownGlyph {
  std::string font;  // resource name
  double size = 0;
  std::uint16_t code = 0;
  double x = 0, y = 0;  // with rise
};
// Runs the operators q/Q-free text needs. `width(font, code)` in 1/1000 em.
template <class Width>
std::vector<ShownGlyph> shown_glyphs(std::string_view content, Width width);

// The tokens of a content stream or an object: names, numbers, operators, strings as their bytes
// behind a '('.
std::vector<std::string> tokens(std::string_view text);

template <class Width>
std::vector<ShownGlyph> shown_glyphs(std::string_view content, Width width) {
  std::vector<ShownGlyph> shown;
  std::vector<std::string> operands;
  std::string font;
  double size = 0, letter_space = 0, rise = 0, line_x = 0, line_y = 0, pen = 0;
  const auto number = [&](std::size_t from_end) {
    return std::stod(operands[operands.size() - from_end]);
  };
  const auto show_all = [&] {
    for (const std::string& operand : operands) {
      if (operand == "[" || operand == "]") continue;
      if (operand[0] != '(') {
        pen -= std::stod(operand) / 1000 * size;
        continue;
      }
      for (std::size_t i = 1; i + 1 < operand.size(); i += 2) {
        const auto code = static_cast<std::uint16_t>(static_cast<unsigned char>(operand[i]) << 8 |
                                                     static_cast<unsigned char>(operand[i + 1]));
        shown.push_back({font, size, code, pen, line_y + rise});
        pen += width(font, code) / 1000 * size + letter_space;
      }
    }
  };
  for (const std::string& token : tokens(content)) {
    const bool is_operator =
        (token[0] >= 'a' && token[0] <= 'z') || (token[0] >= 'A' && token[0] <= 'Z');
    if (!is_operator) {
      operands.push_back(token);
      continue;
    }
    if (token == "BT") line_x = line_y = pen = 0;
    if (token == "Tf") {
      font = operands[0].substr(1);
      size = number(1);
    }
    if (token == "Tc") letter_space = number(1);
    if (token == "Ts") rise = number(1);
    if (token == "Td") {
      line_x += number(2);
      line_y += number(1);
      pen = line_x;
    }
    if (token == "TJ" || token == "Tj") show_all();
    operands.clear();
  }
  return shown;
}

}  // namespace munjip::test
