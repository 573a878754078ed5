// Reading one table of a TOML file, forgiving and watchful: what is of the wrong type and what
// nobody asked for is a warning at its place. Included by the files that read book.toml only:
// toml++ is heavy.
#pragma once

#include <toml++/toml.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "book/date_time.h"

namespace munjip {

// A parsed file with what its diagnostics need.
class TomlFile {
 public:
  // Throws Error(usage) where `text` is not TOML.
  TomlFile(std::string shown_file, std::string text, Diagnostics& diagnostics);

  const toml::table& root() const { return root_; }
  Diagnostics& diagnostics() const { return diagnostics_; }
  SourceSpan place(const toml::source_region& region) const;

 private:
  SourcePos in_bytes(const toml::source_position& position) const;

  std::string shown_file_, text_;
  std::vector<std::size_t> line_starts_;
  Diagnostics& diagnostics_;
  toml::table root_;
};

// A value with its place.
template <class T>
struct Placed {
  T value;
  SourceSpan at;
};

// Each getter warns where the key's value has another type and then says that there is none.
class TomlTable {
 public:
  // `name` is how the file calls the table (`[book]`), empty for the file itself.
  TomlTable(const TomlFile& file, const toml::table& table, std::string name)
      : file_(file), table_(table), name_(std::move(name)) {}

  bool has(std::string_view key) const { return table_.contains(key); }
  SourceSpan at() const { return file_.place(table_.source()); }
  // Where the key's value stands.
  SourceSpan at(std::string_view key) const;

  // The node itself; counts as asked for.
  const toml::node* node(std::string_view key);
  std::optional<Placed<std::string>> text(std::string_view key);
  // A string or a list of strings.
  std::vector<Placed<std::string>> texts(std::string_view key);
  std::optional<bool> flag(std::string_view key);
  std::optional<double> number(std::string_view key);
  // A TOML date or date and time, or a string that holds one.
  std::optional<DateTime> date(std::string_view key);
  // A table, or each table of a list of tables.
  std::vector<TomlTable> tables(std::string_view key);

  void warn_wrong_type(std::string_view key, const toml::node& node, const Message& wanted) const;
  // Warns of every key that no getter was asked for, with a hint: the nearest key that is known, or
  // that the key is one of `elsewhere`, the keys of the table called `elsewhere_name`.
  void warn_unknown_keys(const std::vector<std::string>& elsewhere = {},
                         std::string_view elsewhere_name = {}) const;
  const std::vector<std::string>& known_keys() const { return known_keys_; }

  const TomlFile& file() const { return file_; }

 private:
  const TomlFile& file_;
  const toml::table& table_;
  std::string name_;
  std::vector<std::string> known_keys_;
};

// "did you mean `x`?" where one of `words` is near, else the list of them.
Message suggestion(std::string_view typed, const std::vector<std::string>& words);

}  // namespace munjip
