// Runs programs as a user would from a shell: the judges' tests look at munjip from outside.
#pragma once

#include <string>
#include <vector>

namespace judges {

struct Outcome {
  int exit_code = -1;
  std::string output;  // stdout and stderr together, or stdout alone
};

// Runs a program found on PATH (or by path) with these arguments, without a shell; `with_stderr`
// adds stderr to the output.
Outcome run(const std::vector<std::string>& command, bool with_stderr = true);

bool is_installed(const std::string& program);

// Paths that tests use, all from the build and the environment.
std::string munjip_program();
std::string source_folder();
std::string shared_folder();  // ../shared, empty where it is absent
std::string epubcheck_jar();  // empty where it is absent

// A folder of this process, emptied at first use and removed at the end.
std::string work_folder();

}  // namespace judges
