// The selections of book.toml: posts by pattern, category, tag and date, and their order.
#include "base/ascii.h"
#include "base/file_io.h"
#include "book/manifest_tables.h"

namespace munjip {

namespace {

// A pattern that leads out of the folder is kept: it matches nothing, which is not the same as
// having been given none.
std::vector<std::string> patterns(TomlTable& table, std::string_view key) {
  std::vector<std::string> found;
  for (const Placed<std::string>& pattern : table.texts(key)) {
    if (!stays_inside(path_from_utf8(pattern.value))) {
      warn_outside(table, pattern.at, pattern.value);
    }
    if (!pattern.value.empty()) found.push_back(pattern.value);
  }
  return found;
}

std::vector<std::string> words(TomlTable& table, std::string_view key) {
  std::vector<std::string> found;
  for (const Placed<std::string>& text : table.texts(key))
    found.emplace_back(trim_ascii(text.value));
  return found;
}

}  // namespace

Selection read_selection(TomlTable& table, std::string_view files, const Selection& outer) {
  Selection selection = outer;
  selection.at = table.at();
  if (table.has(files)) {
    selection.at = table.at(files);
    selection.patterns = patterns(table, files);
  } else {
    table.node(files);
  }
  for (std::string& pattern : patterns(table, "exclude")) {
    selection.exclude.push_back(std::move(pattern));
  }
  if (auto categories = words(table, "category"); !categories.empty()) {
    selection.categories = std::move(categories);
  }
  if (auto tags = words(table, "tag"); !tags.empty()) selection.tags = std::move(tags);
  if (const auto from = table.date("from")) selection.from = from;
  if (const auto to = table.date("to")) selection.to = to;
  const auto order = one_of<PostOrder>(
      table, "order",
      {{"date", PostOrder::date}, {"name", PostOrder::name}, {"listed", PostOrder::as_listed}});
  selection.order = order.value_or(selection.order);
  selection.newest_first = table.flag("newest_first").value_or(selection.newest_first);
  return selection;
}

Selection read_outer_selection(TomlTable& root) {
  Selection selection;
  const toml::node* posts = root.node("posts");
  if (posts == nullptr) return selection;
  if (posts->is_table()) {
    TomlTable table(root.file(), *posts->as_table(), "[posts]");
    selection = read_selection(table, "files", selection);
    table.warn_unknown_keys();
  } else {
    selection.patterns = patterns(root, "posts");
    selection.at = root.at("posts");
  }
  return selection;
}

}  // namespace munjip
