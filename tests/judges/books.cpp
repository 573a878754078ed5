#include "judges/books.h"

#include <algorithm>
#include <filesystem>

#include "judges/command.h"

namespace judges {

namespace fs = std::filesystem;

namespace {

std::vector<std::string> files_with(const fs::path& folder, const std::string& extension) {
  std::vector<std::string> files;
  if (!fs::exists(folder)) return files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.path().extension() == extension) files.push_back(entry.path().string());
  }
  std::sort(files.begin(), files.end());
  return files;
}

BuiltBook build(const std::string& name, const std::string& source) {
  BuiltBook book{name, source, work_folder() + "/" + name, -1, {}, {}, {}};
  const Outcome outcome =
      run({munjip_program(), "build", source, "-o", book.folder, "--lang", "en"});
  book.exit_code = outcome.exit_code;
  book.output = outcome.output;
  book.pdfs = files_with(book.folder, ".pdf");
  book.epubs = files_with(book.folder, ".epub");
  return book;
}

std::vector<BuiltBook> build_all() {
  std::vector<BuiltBook> books;
  std::vector<fs::path> samples;
  for (const auto& entry : fs::directory_iterator(source_folder() + "/books")) {
    if (fs::exists(entry.path() / "book.toml")) samples.push_back(entry.path());
  }
  std::sort(samples.begin(), samples.end());
  for (const fs::path& sample : samples)
    books.push_back(build(sample.filename().string(), sample.string()));
  if (const std::string shared = shared_folder(); !shared.empty()) {
    books.push_back(build("seed", shared + "/corpus/seed"));
    for (const char* collection : {"tistory-series", "jekyll-blog", "one-page-paste"}) {
      books.push_back(build(collection, shared + "/corpus/collections/" + collection));
    }
  }
  return books;
}

}  // namespace

const std::vector<BuiltBook>& built_books() {
  static const std::vector<BuiltBook> books = build_all();
  return books;
}

}  // namespace judges
