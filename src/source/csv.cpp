#include "source/csv.h"

#include <algorithm>
#include <utility>

namespace munjip {

namespace {

class CsvParser {
 public:
  explicit CsvParser(std::string_view text) : text_(text) {}

  std::vector<std::vector<std::string>> run() {
    while (at_ < text_.size()) read_record();
    return std::move(records_);
  }

 private:
  void read_record() {
    std::vector<std::string> record;
    for (bool more = true; more;) {
      record.push_back(take('"') ? read_quoted() : read_plain());
      more = take(',');
    }
    take('\r');
    take('\n');
    records_.push_back(std::move(record));
  }

  bool take(char c) {
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }

  std::string read_plain() {
    const std::size_t end = std::min(text_.find_first_of(",\r\n", at_), text_.size());
    const std::size_t begin = std::exchange(at_, end);
    return std::string(text_.substr(begin, end - begin));
  }

  std::string read_quoted() {
    std::string out;
    while (at_ < text_.size()) {
      if (!take('"')) {
        out += text_[at_++];
      } else if (take('"')) {
        out += '"';
      } else {
        break;
      }
    }
    return out + read_plain();  // what stands behind the closing mark
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<std::vector<std::string>> records_;
};

}  // namespace

std::size_t CsvTable::column(std::string_view name) const {
  const auto found = std::find(header.begin(), header.end(), name);
  return found == header.end() ? std::string::npos
                               : static_cast<std::size_t>(found - header.begin());
}

CsvTable parse_csv(std::string_view text) {
  CsvTable table;
  table.rows = CsvParser(text).run();
  if (table.rows.empty()) return table;
  table.header = std::move(table.rows.front());
  table.rows.erase(table.rows.begin());
  return table;
}

}  // namespace munjip
