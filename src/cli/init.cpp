#include "cli/init.h"

#include <cstdio>

#include "base/digest.h"
#include "base/file_io.h"
#include "cli/read_book.h"
#include "cli/report.h"

namespace munjip {

ExitCode run_init(const Options& options, const InitOptions& init) {
  const std::filesystem::path file = init.folder / "book.toml";
  if (std::filesystem::exists(file)) {
    throw Error(ExitCode::usage, {file.string(), {}},
                message("이미 있습니다", "it is there already"),
                {message("새로 만들려면 먼저 지우거나 이름을 바꾸세요",
                         "to make a new one, remove or rename it first")});
  }
  if (std::filesystem::exists(init.folder) && !std::filesystem::is_directory(init.folder)) {
    throw Error(ExitCode::unreadable, {init.folder.string(), {}},
                message("폴더가 아닙니다", "not a folder"),
                {message("글이 들어 있는 폴더를 주세요", "give the folder that holds the posts")});
  }
  Diagnostics diagnostics;
  OpenedBook opened;
  try {
    opened = read_book({init.folder, {}}, options, diagnostics);
  } catch (const Error&) {
    print_diagnostics(diagnostics, options);
    throw;
  }
  opened.manifest.info.authors = opened.book.info.authors;
  opened.manifest.info.identifier = random_uuid_urn();
  write_file(file, manifest_template(opened.manifest, options.language));
  print_diagnostics(diagnostics, options);
  const Message done =
      message("{}: 글 {}편을 찾아 썼습니다. 고친 뒤 munjip build {}로 책을 만드세요",
              "{}: written for {} posts; edit it, then run munjip build {}", file.string(),
              opened.book.post_count(), init.folder.string());
  if (options.verbosity != Verbosity::quiet) std::printf("%s\n", done.in(options.language).c_str());
  return ExitCode::done;
}

}  // namespace munjip
