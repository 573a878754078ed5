// Where a post's file stands in the book's folder.
#pragma once

#include <filesystem>
#include <string>

namespace munjip {

// The path of `file` from `folder`, with `/` between names, as glob.h's normal_path spells it;
// begins with `../` where the file is not in the folder. Symbolic links are not followed.
std::string path_in_book(const std::filesystem::path& folder, const std::filesystem::path& file);

}  // namespace munjip
