#include "pdf/number_tree.h"

#include <algorithm>

#include "pdf/number.h"

namespace munjip {

namespace {

constexpr std::size_t kValuesPerLeaf = 64;

std::string numbers(std::span<const std::string> values, std::size_t begin, std::size_t end) {
  std::string out = "/Nums[";
  for (std::size_t i = begin; i < end; ++i) {
    append_integer(out, static_cast<std::int64_t>(i));
    out += ' ';
    out += values[i];
    out += ' ';
  }
  out.back() = ']';
  return out;
}

}  // namespace

std::string write_number_tree(HaruDocument& document, std::span<const std::string> values) {
  if (values.empty()) return "/Nums[]";
  if (values.size() <= kValuesPerLeaf) return numbers(values, 0, values.size());
  std::string kids = "/Kids[";
  for (std::size_t begin = 0; begin < values.size(); begin += kValuesPerLeaf) {
    const std::size_t end = std::min(begin + kValuesPerLeaf, values.size());
    std::string leaf = "/Limits[";
    append_integer(leaf, static_cast<std::int64_t>(begin));
    leaf += ' ';
    append_integer(leaf, static_cast<std::int64_t>(end) - 1);
    leaf += ']' + numbers(values, begin, end);
    append_reference(kids, document.add(std::move(leaf)));
    kids += ' ';
  }
  kids.back() = ']';
  return kids;
}

}  // namespace munjip
