// Book → the files of a folder that an author can edit and munjip builds the same book of: a
// book.toml, each post as Markdown, each picture once.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "book/manifest.h"

namespace munjip {

struct FolderFile {
  std::string path;  // within the folder, with `/`
  std::string bytes = {};
  std::filesystem::path copy_of = {};  // where `bytes` is empty: the file that holds them
};

struct BookFolder {
  std::vector<FolderFile> files;  // book.toml first
};

// `book` is what assemble_book made with `manifest`, whose style sheets stay where they are and are
// named from `target`, the folder that the files are for. `language` is that of book.toml's
// comments. Pictures that cannot be read any more throw Error(unreadable).
BookFolder make_book_folder(const Book& book, const Manifest& manifest,
                            const std::filesystem::path& target, Language language);

// Writes the files to `target`: to a new folder beside it first, which then takes its name, so that
// nothing half done is ever seen there. An existing `target` is replaced where `replace` is set;
// else throws Error(usage). Throws Error(not_writable).
void write_book_folder(const BookFolder& folder, const std::filesystem::path& target, bool replace);

// Throws Error(usage) where `target` is there and not to be replaced.
void refuse_existing_folder(const std::filesystem::path& target, bool replace);

}  // namespace munjip
