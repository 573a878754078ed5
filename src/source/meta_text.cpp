#include "source/meta_text.h"

#include <algorithm>

namespace munjip {

namespace {

// Every text in a list, nested lists and maps ({name: ...}) included.
void collect_texts(const MetaValue& value, std::vector<std::string>& out) {
  if (const auto* text = std::get_if<std::string>(&value.is)) {
    std::string line = single_line(*text);
    if (!line.empty() && std::find(out.begin(), out.end(), line) == out.end()) {
      out.push_back(std::move(line));
    }
  } else if (const auto* list = std::get_if<MetaList>(&value.is)) {
    for (const MetaValue& item : *list) collect_texts(item, out);
  } else if (const auto* map = std::get_if<MetaMap>(&value.is)) {
    for (const auto& [key, item] : *map) {
      if (key == "name" || key == "title") collect_texts(item, out);
    }
  }
}

}  // namespace

std::string single_line(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\t' || c == '\n';
    if (!blank) {
      out.push_back(c);
    } else if (!out.empty() && out.back() != ' ') {
      out.push_back(' ');
    }
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::string meta_text(const MetaValue& value) {
  if (const auto* text = std::get_if<std::string>(&value.is)) return *text;
  if (const auto* list = std::get_if<MetaList>(&value.is)) {
    std::string out = "[";
    for (const MetaValue& item : *list) {
      if (out.size() > 1) out += ", ";
      out += meta_text(item);
    }
    return out + "]";
  }
  return {};
}

std::vector<std::string> meta_words(const MetaValue& value) {
  const auto* text = std::get_if<std::string>(&value.is);
  std::vector<std::string> out;
  if (text == nullptr) {
    collect_texts(value, out);
    return out;
  }
  const char separator = text->find(',') != std::string::npos ? ',' : ' ';
  std::string_view rest = *text;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(separator), rest.size());
    collect_texts({std::string(rest.substr(0, end)), 0}, out);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return out;
}

std::string meta_category(const MetaValue& value) {
  if (const auto* text = std::get_if<std::string>(&value.is)) {
    return single_line(text->substr(0, text->find(',')));
  }
  std::vector<std::string> all;
  collect_texts(value, all);
  return all.empty() ? std::string() : all.front();
}

std::string meta_authors(const MetaValue& value) {
  std::vector<std::string> names;
  collect_texts(value, names);
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : ", ") + name;
  return out;
}

bool is_meta_true(const MetaValue& value) {
  const std::string text = meta_text(value);
  return text == "true" || text == "True" || text == "yes" || text == "on";
}

bool is_meta_false(const MetaValue& value) {
  const std::string text = meta_text(value);
  return text == "false" || text == "False" || text == "no" || text == "off";
}

}  // namespace munjip
