// The reader's own code, and a test that it refuses what is no PDF.
#include "pdf/pdf_reader.h"

#include <doctest/doctest.h>

#include <stdexcept>

#include "pdf/flate.h"

namespace munjip::test {

namespace {

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\0' || c == '\f';
}
bool is_delimiter(char c) {
  return std::string_view("()<>[]{}/%").find(c) != std::string_view::npos;
}

// The bytes of a literal string that begins after its parenthesis; `at` moves behind it.
std::string literal(std::string_view text, std::size_t& at) {
  std::string bytes;
  for (int depth = 1; at < text.size(); ++at) {
    char c = text[at];
    if (c == '(') ++depth;
    if (c == ')' && --depth == 0) {
      ++at;
      break;
    }
    if (c == '\\') {
      c = text[++at];
      if (c == 'r') c = '\r';
      if (c == 'n') c = '\n';
    }
    bytes += c;
  }
  return bytes;
}

}  // namespace

std::vector<std::string> tokens(std::string_view text) {
  std::vector<std::string> found;
  for (std::size_t at = 0; at < text.size();) {
    if (is_space(text[at])) {
      ++at;
    } else if (text[at] == '(') {
      found.push_back('(' + literal(text, ++at));
    } else if (is_delimiter(text[at]) && text[at] != '/') {
      found.emplace_back(1, text[at++]);
    } else {
      const std::size_t begin = at++;
      while (at < text.size() && !is_space(text[at]) && !is_delimiter(text[at])) ++at;
      found.emplace_back(text.substr(begin, at - begin));
    }
  }
  return found;
}

PdfFile::PdfFile(std::string bytes) : bytes_(std::move(bytes)) {
  const std::size_t start = bytes_.rfind("startxref");
  if (start == std::string::npos) throw std::runtime_error("no startxref");
  std::size_t at = std::stoul(bytes_.substr(start + 9));
  if (bytes_.substr(at, 4) != "xref") throw std::runtime_error("startxref leads nowhere");
  at = bytes_.find_first_of("0123456789", at);
  const std::size_t count = std::stoul(bytes_.substr(bytes_.find(' ', at)));
  at = bytes_.find('\n', at) + 1;
  for (std::size_t i = 0; i < count; ++i, at += 20) {
    if (bytes_[at + 17] == 'n') objects_[static_cast<int>(i)] = std::stoul(bytes_.substr(at, 10));
  }
  trailer_ = bytes_.substr(at, start - at);
}

std::string PdfFile::object(int number) const {
  const std::size_t begin = objects_.at(number);
  const std::string head = std::to_string(number) + " 0 obj";
  if (bytes_.compare(begin, head.size(), head) != 0) throw std::runtime_error("wrong offset");
  const std::size_t end = bytes_.find("endobj", begin);
  const std::string text = bytes_.substr(begin + head.size(), end - begin - head.size());
  return text.substr(0, text.find("\nstream"));
}

std::string PdfFile::stream(int number) const {
  const std::string dictionary = object(number);
  const std::size_t length = std::stoul(object(reference_in(dictionary, "Length")));
  const std::size_t begin = bytes_.find("stream", objects_.at(number)) + 6;
  const std::size_t data = bytes_.find('\n', begin) + 1;
  const std::string raw = bytes_.substr(data, length);
  return dictionary.find("/FlateDecode") == std::string::npos ? raw : inflate(raw);
}

std::vector<int> PdfFile::objects_with(std::string_view part) const {
  std::vector<int> found;
  for (const auto& [number, offset] : objects_) {
    if (object(number).find(part) != std::string::npos) found.push_back(number);
  }
  return found;
}

std::vector<int> PdfFile::pages() const {
  std::vector<int> found;
  std::vector<int> waiting = {reference_in(catalog(), "Pages")};
  while (!waiting.empty()) {
    const int number = waiting.back();
    waiting.pop_back();
    const std::string node = object(number);
    const std::size_t kids = node.find("/Kids");
    if (kids == std::string::npos) {
      found.push_back(number);
      continue;
    }
    const std::vector<int> below =
        references(std::string_view(node).substr(kids, node.find(']', kids) - kids));
    waiting.insert(waiting.end(), below.rbegin(), below.rend());
  }
  return found;
}

int PdfFile::reference_in(std::string_view text, std::string_view key) {
  const std::string name = '/' + std::string(key) + ' ';
  const std::size_t at = text.find(name);
  return at == std::string_view::npos ? 0
                                      : std::stoi(std::string(text.substr(at + name.size(), 10)));
}

std::vector<int> PdfFile::references(std::string_view text) {
  std::vector<int> found;
  const std::vector<std::string> all = tokens(text);
  for (std::size_t i = 2; i < all.size(); ++i) {
    if (all[i] == "R" && all[i - 1] == "0") found.push_back(std::stoi(all[i - 2]));
  }
  return found;
}

}  // namespace munjip::test

TEST_CASE("the reader refuses what is no PDF") {
  CHECK_THROWS_AS(munjip::test::PdfFile("%PDF-1.7 and nothing else"), std::runtime_error);
}
