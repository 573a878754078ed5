#include "base/file_io.h"

#include <doctest/doctest.h>
#include <sys/resource.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>

#include "base/error.h"

using namespace munjip;
namespace fs = std::filesystem;

namespace {

// A folder of the test's own, removed at the end.
struct TemporaryFolder {
  fs::path path = fs::temp_directory_path() / ("munjip-file-io-" + std::to_string(::getpid()));
  TemporaryFolder() { fs::create_directories(path); }
  ~TemporaryFolder() { fs::remove_all(path); }
};

std::size_t file_count(const fs::path& folder) {
  return static_cast<std::size_t>(
      std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

}  // namespace

TEST_CASE("a file is written whole, folders are made, and nothing else is left behind") {
  const TemporaryFolder folder;
  const fs::path file = folder.path / "가" / "나 다.txt";
  write_file(file, "처음");
  write_file(file, "다음");
  CHECK(read_file(file) == "다음");
  CHECK(file_count(file.parent_path()) == 1);
}

TEST_CASE("a file that holds the same bytes is left untouched") {
  const TemporaryFolder folder;
  const fs::path file = folder.path / "a";
  write_file(file, "같은 글");
  const fs::file_time_type old = fs::file_time_type::clock::now() - std::chrono::hours(1);
  fs::last_write_time(file, old);
  write_file(file, "같은 글");
  CHECK(fs::last_write_time(file) == old);
}

TEST_CASE("when the bytes do not fit, the earlier file stays and the error says exit 5") {
  const TemporaryFolder folder;
  const fs::path file = folder.path / "책.pdf";
  write_file(file, "earlier");
  // A limit on the size of files stands in for a full disk.
  ::signal(SIGXFSZ, SIG_IGN);
  rlimit before{};
  REQUIRE(::getrlimit(RLIMIT_FSIZE, &before) == 0);
  rlimit small = before;
  small.rlim_cur = 1000;
  REQUIRE(::setrlimit(RLIMIT_FSIZE, &small) == 0);
  ExitCode code = ExitCode::done;
  try {
    write_file(file, std::string(5000, 'x'));
  } catch (const Error& error) {
    code = error.code();
  }
  ::setrlimit(RLIMIT_FSIZE, &before);
  CHECK(code == ExitCode::not_writable);
  CHECK(read_file(file) == "earlier");
  CHECK(file_count(folder.path) == 1);
}

TEST_CASE("what cannot be read says exit 3") {
  const TemporaryFolder folder;
  const auto code_of = [](const fs::path& file, std::uintmax_t limit) {
    try {
      read_file(file, limit);
    } catch (const Error& error) {
      return error.code();
    }
    return ExitCode::done;
  };
  write_file(folder.path / "big", "123456789");
  CHECK(code_of(folder.path / "none", 100) == ExitCode::unreadable);
  CHECK(code_of(folder.path, 100) == ExitCode::unreadable);
  CHECK(code_of("/dev/zero", 100) == ExitCode::unreadable);
  CHECK(code_of(folder.path / "big", 8) == ExitCode::unreadable);
  CHECK(code_of(folder.path / "big", 9) == ExitCode::done);
}

TEST_CASE("a path is inside a folder only after symlinks and dots are resolved") {
  const TemporaryFolder folder;
  fs::create_directories(folder.path / "book");
  fs::create_symlink("/etc", folder.path / "book" / "link");
  const fs::path book = folder.path / "book";
  CHECK(is_inside(book, book / "a" / "b.png"));
  CHECK(is_inside(book, book / "a" / ".." / "b.png"));
  CHECK_FALSE(is_inside(book, book / ".." / "b.png"));
  CHECK_FALSE(is_inside(book, book / "link" / "passwd"));
  CHECK_FALSE(is_inside(book, folder.path / "bookshelf" / "b.png"));
}
