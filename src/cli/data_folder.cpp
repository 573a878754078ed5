#include "cli/data_folder.h"

#include "base/error.h"

namespace munjip {

namespace fs = std::filesystem;

fs::path data_folder() {
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  const fs::path folder = program.parent_path();
  // Installed: bin/munjip. In a checkout: build/<preset>/munjip, and tests one folder deeper.
  for (const char* relative : {"../share/munjip", "../..", "../../.."}) {
    const fs::path candidate = (folder / relative).lexically_normal();
    if (fs::exists(candidate / "styles" / "base.css", error)) return candidate;
  }
  throw Error(ExitCode::usage, {folder.string(), {}},
              message("munjip의 스타일 폴더(styles)를 찾을 수 없습니다",
                      "munjip's own styles folder cannot be found"),
              {message("cmake --install로 다시 설치하세요", "install again with cmake --install")});
}

}  // namespace munjip
