#include <fmt/format.h>
#include <unistd.h>

#include <cstdlib>

#include "base/error.h"
#include "base/file_io.h"
#include "markdown/book_folder.h"

namespace munjip {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void throw_not_writable(const fs::path& target, const std::error_code& error) {
  throw Error(
      ExitCode::not_writable, {to_utf8(target), {}},
      message("폴더를 쓸 수 없습니다: {}", "the folder cannot be written: {}", error.message()));
}

// A folder beside `target`, removed at the end unless it was given another name.
class FolderInTheMaking {
 public:
  explicit FolderInTheMaking(const fs::path& target) {
    std::error_code error;
    if (target.has_parent_path()) fs::create_directories(target.parent_path(), error);
    if (error) throw_not_writable(target, error);
    std::string path = to_utf8(target.parent_path() / ".munjip-XXXXXX");
    if (::mkdtemp(path.data()) == nullptr) {
      throw_not_writable(target, {errno, std::generic_category()});
    }
    path_ = path_from_utf8(path);
    fs::permissions(path_,
                    fs::perms::owner_all | fs::perms::group_read | fs::perms::group_exec |
                        fs::perms::others_read | fs::perms::others_exec,
                    error);
  }
  FolderInTheMaking(const FolderInTheMaking&) = delete;
  FolderInTheMaking& operator=(const FolderInTheMaking&) = delete;
  ~FolderInTheMaking() {
    std::error_code error;
    fs::remove_all(path_, error);
  }

  const fs::path& path() const { return path_; }

  // Takes the name `target`; what had it before is removed once that is done.
  void become(const fs::path& target) {
    std::error_code error;
    fs::path old;
    if (fs::exists(fs::symlink_status(target, error))) {
      old = path_;
      old += "-old";
      fs::rename(target, old, error);
      if (error) throw_not_writable(target, error);
    }
    fs::rename(path_, target, error);
    if (error) {
      std::error_code undone;
      if (!old.empty()) fs::rename(old, target, undone);
      throw_not_writable(target, error);
    }
    if (!old.empty()) fs::remove_all(old, error);
  }

 private:
  fs::path path_;
};

}  // namespace

void refuse_existing_folder(const fs::path& target, bool replace) {
  std::error_code error;
  if (replace || !fs::exists(fs::symlink_status(target, error))) return;
  throw Error(ExitCode::usage, {to_utf8(target), {}},
              message("이미 있습니다", "it is there already"),
              {message("덮어쓰려면 --force를 붙이거나 다른 이름을 쓰세요",
                       "add --force to replace it, or choose another name")});
}

void write_book_folder(const BookFolder& folder, const fs::path& given, bool replace) {
  fs::path target = given.lexically_normal();
  if (!target.has_filename()) target = target.parent_path();  // `books/name/`
  refuse_existing_folder(target, replace);
  FolderInTheMaking made(target);
  for (const FolderFile& file : folder.files) {
    write_file(made.path() / path_from_utf8(file.path),
               file.copy_of.empty() ? file.bytes : read_file(file.copy_of));
  }
  made.become(target);
}

}  // namespace munjip
