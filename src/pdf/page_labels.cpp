#include "pdf/page_labels.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>
#include <utility>

#include "pdf/number.h"
#include "pdf/pdf_string.h"

namespace munjip {

namespace {

constexpr std::size_t kMaxDigits = 6;

constexpr std::array<std::pair<int, std::string_view>, 13> kRoman = {{{1000, "m"},
                                                                      {900, "cm"},
                                                                      {500, "d"},
                                                                      {400, "cd"},
                                                                      {100, "c"},
                                                                      {90, "xc"},
                                                                      {50, "l"},
                                                                      {40, "xl"},
                                                                      {10, "x"},
                                                                      {9, "ix"},
                                                                      {5, "v"},
                                                                      {4, "iv"},
                                                                      {1, "i"}}};

// 0 where `text` is no Roman numeral in lower case, written the one right way.
int roman_number(std::string_view text) {
  int number = 0;
  for (const auto& [value, letters] : kRoman) {
    const bool once = letters.size() == 2 || value == 5 || value == 50 || value == 500;
    for (int times = 0; text.starts_with(letters) && times < (once ? 1 : 3); ++times) {
      number += value;
      text.remove_prefix(letters.size());
    }
  }
  return text.empty() ? number : 0;
}

std::string lower_ascii(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::string range_entries(const Folio& folio) {
  constexpr std::array<std::string_view, 4> kStyles = {"", "/S/D", "/S/r", "/S/R"};
  std::string out = "<<";
  if (!folio.prefix.empty()) {
    out += "/P";
    append_text_string(out, folio.prefix);
  }
  out += kStyles[static_cast<std::size_t>(folio.style)];
  if (folio.style != FolioStyle::none && folio.number != 1) {
    out += "/St ";
    append_integer(out, folio.number);
  }
  return out + ">>";
}

bool continues(const Folio& before, const Folio& folio) {
  const int step = folio.style == FolioStyle::none ? 0 : 1;
  return before.style == folio.style && before.prefix == folio.prefix &&
         before.number + step == folio.number;
}

}  // namespace

Folio read_folio(const std::string& label) {
  const std::string lower = lower_ascii(label);
  if (const int number = roman_number(lower); number > 0) {
    if (label == lower) return {"", FolioStyle::lower_roman, number};
    if (std::none_of(label.begin(), label.end(), [](char c) { return c >= 'a' && c <= 'z'; })) {
      return {"", FolioStyle::upper_roman, number};
    }
  }
  std::size_t digits = 0;
  while (digits < std::min(label.size(), kMaxDigits) &&
         is_digit(label[label.size() - 1 - digits])) {
    ++digits;
  }
  // Labels count from 1 and have no leading zeros; these belong to the prefix.
  while (digits > 0 && label[label.size() - digits] == '0') --digits;
  if (digits == 0) return {label, FolioStyle::none, 0};
  const std::size_t split = label.size() - digits;
  return {label.substr(0, split), FolioStyle::decimal, std::stoi(label.substr(split))};
}

std::string page_label_entries(std::span<const std::string> labels) {
  std::string out = "/Nums[";
  Folio before;
  for (std::size_t page = 0; page < labels.size(); ++page) {
    const Folio folio = read_folio(labels[page]);
    if (page == 0 || !continues(before, folio)) {
      append_integer(out, static_cast<std::int64_t>(page));
      out += range_entries(folio);
    }
    before = folio;
  }
  return out + ']';
}

std::string page_name(std::span<const Page> pages, std::size_t page) {
  return pages[page].label.empty() ? std::to_string(page + 1) : pages[page].label;
}

}  // namespace munjip
