// Sample books through the whole of layout, with the fonts of the machine and munjip's own styles.
#pragma once

#include <doctest/doctest.h>

#include <map>
#include <string>

#include "layout/lay_out.h"
#include "layout/sample_book.h"

namespace munjip::sample {

inline const FontLibrary& fonts() {
  static Diagnostics ignored;
  static const FontLibrary library({std::filesystem::path(MUNJIP_SOURCE_DIR) / "fonts"}, ignored);
  return library;
}

inline const StyleSheet& style(const char* name) {
  static std::map<std::string, StyleSheet> sheets;
  Diagnostics ignored;
  auto found = sheets.find(name);
  if (found == sheets.end()) {
    const auto file = std::filesystem::path(MUNJIP_SOURCE_DIR) / "styles" / name;
    found = sheets.emplace(name, StyleSheet::load(file, ignored)).first;
  }
  return found->second;
}

inline LayoutOptions options_for(const char* trim = "A5", PdfProfile profile = PdfProfile::screen) {
  LayoutOptions options;
  options.trim = find_trim(trim).value();
  options.profile = profile;
  return options;
}

inline PagedBook set(const Book& book, const LayoutOptions& options = options_for(),
                     const char* sheet = "essay.css") {
  Diagnostics diagnostics;
  PagedBook paged = lay_out(book, style(sheet), fonts(), options, diagnostics);
  for (const Diagnostic& one : diagnostics.all()) INFO(to_string(one, Language::english));
  CHECK(diagnostics.count(Severity::warning) + diagnostics.count(Severity::error) == 0);
  return paged;
}

}  // namespace munjip::sample
