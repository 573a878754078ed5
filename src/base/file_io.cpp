#include "base/file_io.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <system_error>

#include "base/error.h"

namespace munjip {

namespace fs = std::filesystem;

namespace {

// An open file descriptor, closed at the end of its scope.
class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  int get() const { return fd_; }
  // Closes now and tells whether the system agreed: a full disk may show only here.
  bool close() {
    const int fd = fd_;
    fd_ = -1;
    return ::close(fd) == 0;
  }

 private:
  int fd_;
};

// Removes the temporary file unless it was renamed into place.
struct TemporaryFile {
  std::string name;
  bool kept = false;
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  explicit TemporaryFile(std::string path) : name(std::move(path)) {}
  ~TemporaryFile() {
    if (!kept) ::unlink(name.c_str());
  }
};

std::string system_message() {
  return std::system_category().message(errno);
}

[[noreturn]] void throw_unreadable(const fs::path& file, const std::string& why) {
  throw Error(ExitCode::unreadable, {file.string(), {}},
              message("읽을 수 없습니다: {}", "cannot be read: {}", why));
}

[[noreturn]] void throw_not_writable(const fs::path& file, const std::string& why) {
  throw Error(ExitCode::not_writable, {file.string(), {}},
              message("쓸 수 없습니다: {}", "cannot be written: {}", why),
              {message("폴더의 권한과 남은 공간을 확인하거나 -o로 다른 폴더를 지정하세요",
                       "check the folder's permissions and free space, or name another with -o")});
}

bool write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(fd, bytes.data(), bytes.size());
    if (written < 0) {
      if (errno == EINTR) continue;
      return false;
    }
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

// A name of its own for each writer: the process, and a count within it.
std::string temporary_name(const fs::path& folder) {
  static std::atomic<unsigned> count{0};
  return (folder / fmt::format(".munjip-{}-{}", ::getpid(), count++)).string();
}

bool holds_already(const fs::path& file, std::string_view bytes) {
  std::error_code error;
  if (fs::file_size(file, error) != bytes.size() || error) return false;
  try {
    return read_file(file, bytes.size()) == bytes;
  } catch (const Error&) {
    return false;
  }
}

}  // namespace

std::string read_file(const fs::path& file, std::uintmax_t max_bytes) {
  const Descriptor fd(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (fd.get() < 0) throw_unreadable(file, system_message());
  struct stat status {};
  if (::fstat(fd.get(), &status) != 0) throw_unreadable(file, system_message());
  if (!S_ISREG(status.st_mode)) throw_unreadable(file, "not a regular file");
  const auto size = static_cast<std::uintmax_t>(status.st_size);
  if (size > max_bytes) {
    throw_unreadable(file, fmt::format("{} bytes, the limit is {}", size, max_bytes));
  }
  std::string bytes(static_cast<std::size_t>(size), '\0');
  std::size_t filled = 0;
  while (filled < bytes.size()) {
    const ssize_t got = ::read(fd.get(), bytes.data() + filled, bytes.size() - filled);
    if (got < 0) {
      if (errno == EINTR) continue;
      throw_unreadable(file, system_message());
    }
    if (got == 0) break;
    filled += static_cast<std::size_t>(got);
  }
  bytes.resize(filled);
  return bytes;
}

void write_file(const fs::path& file, std::string_view bytes) {
  if (holds_already(file, bytes)) return;
  const fs::path folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) throw_not_writable(folder, error.message());

  TemporaryFile temporary(temporary_name(folder));
  Descriptor fd(::open(temporary.name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
  if (fd.get() < 0) throw_not_writable(file, system_message());
  const bool written = write_all(fd.get(), bytes) && ::fsync(fd.get()) == 0 && fd.close();
  if (!written || ::rename(temporary.name.c_str(), file.c_str()) != 0) {
    throw_not_writable(file, system_message());
  }
  temporary.kept = true;
  const Descriptor directory(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (directory.get() >= 0) ::fsync(directory.get());
}

bool is_inside(const fs::path& folder, const fs::path& file) {
  std::error_code error;
  const fs::path root = fs::weakly_canonical(folder, error);
  if (error) return false;
  const fs::path target = fs::weakly_canonical(file, error);
  if (error) return false;
  auto r = root.begin();
  auto t = target.begin();
  for (; r != root.end(); ++r, ++t) {
    if (r->empty()) break;  // a trailing slash
    if (t == target.end() || *t != *r) return false;
  }
  return true;
}

fs::path path_from_utf8(std::string_view utf8) {
  return fs::path(std::string(utf8));
}

std::string to_utf8(const fs::path& path) {
  return path.string();
}

}  // namespace munjip
