// Comma-separated values (RFC 4180), the lists that blog exports come with.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace munjip {

struct CsvTable {
  std::vector<std::string> header;  // the first record
  std::vector<std::vector<std::string>> rows;

  // npos where there is no such column.
  std::size_t column(std::string_view name) const;
};

// Reads any text: a quotation mark that is never closed ends with the text.
CsvTable parse_csv(std::string_view text);

}  // namespace munjip
