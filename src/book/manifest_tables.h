// The tables of book.toml: what manifest_read.cpp and its neighbours share. Private to book/.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/ascii.h"
#include "book/manifest.h"
#include "book/toml_table.h"

namespace munjip {

// Without white space around it.
std::string text_or_empty(TomlTable& table, std::string_view key);

template <class T>
using Names = std::vector<std::pair<std::string, T>>;

// One of a list of words, in any case; any other is a warning.
template <class T>
std::optional<T> one_of(TomlTable& table, std::string_view key, const Names<T>& names) {
  const auto text = table.text(key);
  if (!text) return std::nullopt;
  const std::string word = ascii_lower(trim_ascii(text->value));
  std::vector<std::string> words;
  for (const auto& [name, value] : names) {
    if (name == word) return value;
    words.push_back(name);
  }
  table.file().diagnostics().warn(
      text->at, message("`{}`에 쓸 수 없는 값입니다: {}", "not a value of `{}`: {}", key, word),
      {suggestion(word, words)});
  return std::nullopt;
}

// Whether a path relative to the book's folder does not lead out of it.
bool stays_inside(const std::filesystem::path& path);
void warn_outside(TomlTable& table, const SourceSpan& at, const std::string& path);

// The table's `style`: a path in the book's folder, or the name of one of munjip's own styles.
std::filesystem::path read_style(TomlTable& table, const std::filesystem::path& folder);

// What chooses posts; `files` is the key of the patterns, and what the table does not say is as in
// `outer`.
Selection read_selection(TomlTable& table, std::string_view files, const Selection& outer);
// `posts` outside of every table, or the table [posts].
Selection read_outer_selection(TomlTable& root);

// [[rule]] (manifest_rules.cpp)
std::vector<RoleRule> read_rules(TomlTable& root);

// What is done to a finished PDF. Throws Error(usage) where a file that is to be protected could
// come out unprotected.
void read_pdf_finish(TomlTable& table, OutputSpec& output);

OutputSpec read_output(TomlTable& table, const std::filesystem::path& folder);

}  // namespace munjip
