#include "book/post_path.h"

#include "base/file_io.h"
#include "book/glob.h"

namespace munjip {

namespace fs = std::filesystem;

std::string path_in_book(const fs::path& folder, const fs::path& file) {
  if (file.is_absolute() == folder.is_absolute()) {
    return normal_path(to_utf8(file.lexically_normal().lexically_relative(
        folder.empty() ? fs::path(".") : folder.lexically_normal())));
  }
  std::error_code error;
  const fs::path full_file = fs::absolute(file, error).lexically_normal();
  const fs::path full_folder = fs::absolute(folder, error).lexically_normal();
  return normal_path(to_utf8(full_file.lexically_relative(full_folder)));
}

}  // namespace munjip
