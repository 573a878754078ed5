#include "source/json_fields.h"

#include <charconv>

#include "base/utf8.h"

namespace munjip {

namespace {

constexpr int kMaxDepth = 16;
constexpr std::size_t kMaxFields = 1000;

class Parser {
 public:
  explicit Parser(std::string_view json) : json_(json) {}

  std::map<std::string, std::string> run() {
    read_value("", 0);
    return std::move(fields_);
  }

 private:
  void skip_spaces() {
    while (at_ < json_.size() &&
           std::string_view(" \t\n\r").find(json_[at_]) != std::string_view::npos) {
      ++at_;
    }
  }

  bool take(char c) {
    skip_spaces();
    if (at_ >= json_.size() || json_[at_] != c) return false;
    ++at_;
    return true;
  }

  bool read_value(const std::string& path, int depth) {
    if (depth > kMaxDepth || fields_.size() > kMaxFields) return false;
    if (take('{')) return read_object(path, depth);
    if (take('[')) return read_array(path, depth);
    if (take('"')) return read_string(fields_[path]);
    return read_word(path);
  }

  bool read_object(const std::string& path, int depth) {
    if (take('}')) return true;
    do {
      std::string key;
      if (!take('"') || !read_string(key) || !take(':')) return false;
      if (!read_value(path.empty() ? key : path + '.' + key, depth + 1)) return false;
    } while (take(','));
    return take('}');
  }

  bool read_array(const std::string& path, int depth) {
    if (take(']')) return true;
    int index = 0;
    do {
      if (!read_value((path.empty() ? path : path + '.') + std::to_string(index++), depth + 1)) {
        return false;
      }
    } while (take(','));
    return take(']');
  }

  bool read_word(const std::string& path) {
    const std::size_t end = std::min(json_.find_first_of(",]} \t\n\r", at_), json_.size());
    if (end == at_) return false;
    if (json_.substr(at_, end - at_) != "null") fields_[path] = json_.substr(at_, end - at_);
    at_ = end;
    return true;
  }

  // After the opening quote.
  bool read_string(std::string& out) {
    while (at_ < json_.size()) {
      const char c = json_[at_++];
      if (c == '"') return true;
      if (c == '\\' && at_ < json_.size()) {
        read_escape(out);
      } else {
        out += c;
      }
    }
    return false;
  }

  void read_escape(std::string& out) {
    const char c = json_[at_++];
    switch (c) {
      case 'n':
      case 'r':
      case 't':
      case 'b':
      case 'f':
        out += ' ';
        break;
      case 'u':
        append_utf8(out, read_code_point());
        break;
      default:
        out += c;
    }
  }

  char32_t read_hex4() {
    unsigned value = 0;
    const std::string_view digits = json_.substr(std::min(at_, json_.size()), 4);
    const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
    at_ += static_cast<std::size_t>(result.ptr - digits.data());
    return result.ec == std::errc() ? value : kReplacement;
  }

  char32_t read_code_point() {
    const char32_t high = read_hex4();
    if (high < 0xD800 || high > 0xDFFF) return high;
    if (high > 0xDBFF || json_.substr(std::min(at_, json_.size()), 2) != "\\u") return kReplacement;
    at_ += 2;
    const char32_t low = read_hex4();
    if (low < 0xDC00 || low > 0xDFFF) return kReplacement;
    return 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00);
  }

  std::string_view json_;
  std::size_t at_ = 0;
  std::map<std::string, std::string> fields_;
};

}  // namespace

std::map<std::string, std::string> json_fields(std::string_view json) {
  return Parser(json).run();
}

}  // namespace munjip
