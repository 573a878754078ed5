#include "text/catalogue.h"

#include <toml++/toml.h>

#include <optional>

#include "base/error.h"
#include "base/file_io.h"

namespace munjip {

namespace {

constexpr std::uintmax_t kMaxCatalogueBytes = std::uintmax_t{1} << 20;

// The catalogue being read and where its problems go.
struct Reading {
  const std::filesystem::path& file;
  Catalogue& catalogue;
  Diagnostics& diagnostics;

  void warn(const toml::source_region& at, Message text) const {
    diagnostics.warn({to_utf8(file), {at.begin.line, at.begin.column}}, std::move(text));
  }
};

std::vector<std::string> strings(const toml::node_view<const toml::node>& list) {
  std::vector<std::string> found;
  if (const toml::array* array = list.as_array()) {
    for (const toml::node& node : *array) {
      if (const auto text = node.value<std::string>()) found.push_back(*text);
    }
  }
  return found;
}

std::optional<CatalogueFace> read_face(const toml::node& node, const Reading& reading) {
  const toml::table* table = node.as_table();
  CatalogueFace face;
  if (table != nullptr) face.file = (*table)["file"].value_or(std::string());
  if (face.file.empty()) {
    reading.warn(node.source(), message("글꼴 목록: faces의 항목에 file이 없습니다",
                                        "font catalogue: an entry of faces has no file"));
    return std::nullopt;
  }
  face.index = (*table)["index"].value_or(0);
  face.postscript_name = (*table)["postscript_name"].value_or(std::string());
  face.weight = (*table)["weight"].value_or(400);
  face.italic = (*table)["italic"].value_or(false);
  if (face.weight >= 1 && face.weight <= 1000 && face.index >= 0) return face;
  reading.warn(node.source(),
               message("글꼴 목록: {}의 weight(1~1000)나 index(0부터)가 범위를 벗어났습니다",
                       "font catalogue: weight (1-1000) or index (from 0) of {} is out of range",
                       face.file));
  return std::nullopt;
}

void read_family(const toml::node& node, const Reading& reading) {
  const toml::table* table = node.as_table();
  CatalogueFamily family;
  if (table != nullptr) family.name = (*table)["name"].value_or(std::string());
  if (family.name.empty()) {
    reading.warn(node.source(), message("글꼴 목록: [[family]]에 name이 없습니다",
                                        "font catalogue: a [[family]] has no name"));
    return;
  }
  family.aliases = strings((*table)["aliases"]);
  family.companions = strings((*table)["companions"]);
  family.kind = (*table)["kind"].value_or(std::string("serif"));
  family.package = (*table)["package"].value_or(std::string());
  family.licence = (*table)["licence"].value_or(std::string());
  family.coverage = (*table)["coverage"].value_or(std::string());
  if (const toml::array* faces = (*table)["faces"].as_array()) {
    for (const toml::node& face : *faces) {
      if (auto read = read_face(face, reading)) family.faces.push_back(std::move(*read));
    }
  }
  reading.catalogue.families.push_back(std::move(family));
}

void read_lists(const toml::table* table, std::map<std::string, std::vector<std::string>>& lists) {
  if (table == nullptr) return;
  for (const auto& [key, node] : *table) {
    std::vector<std::string> names = strings(toml::node_view<const toml::node>(node));
    std::vector<std::string>& list = lists[std::string(key.str())];
    list.insert(list.end(), names.begin(), names.end());
  }
}

}  // namespace

void read_catalogue(const std::filesystem::path& file, Catalogue& catalogue,
                    Diagnostics& diagnostics) {
  const Reading reading{file, catalogue, diagnostics};
  toml::table root;
  try {
    root = toml::parse(read_file(file, kMaxCatalogueBytes), to_utf8(file));
  } catch (const toml::parse_error& error) {
    reading.warn(error.source(),
                 message("글꼴 목록을 읽을 수 없습니다: {}",
                         "the font catalogue cannot be read: {}", error.description()));
    return;
  } catch (const Error& error) {
    diagnostics.add(error.diagnostic());
    return;
  }
  if (const toml::array* families = root["family"].as_array()) {
    for (const toml::node& family : *families) read_family(family, reading);
  }
  read_lists(root["generic"].as_table(), catalogue.generic);
  read_lists(root["fallback"].as_table(), catalogue.fallback);
}

std::string family_key(std::string_view name) {
  std::string key;
  key.reserve(name.size());
  for (const char c : name) {
    if (c == ' ' || c == '-' || c == '_') continue;
    key.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
  }
  return key;
}

}  // namespace munjip
