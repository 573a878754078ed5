#include "cli/fetch.h"

#include <algorithm>
#include <cstdio>

#include "base/digest.h"
#include "base/file_io.h"
#include "cli/progress.h"
#include "cli/report.h"
#include "fetch/fetch_index.h"
#include "fetch/fetch_series.h"

namespace munjip {

namespace fs = std::filesystem;

namespace {

// A folder of an earlier fetch is brought up to date; any other is the author's.
void refuse_foreign_folder(const fs::path& folder, bool force) {
  std::error_code error;
  const bool is_free = !fs::exists(folder, error) || fs::is_empty(folder, error);
  if (force || is_free || FetchIndex::exists(folder)) return;
  throw Error(ExitCode::usage, {to_utf8(folder), {}},
              message("이미 다른 것이 있습니다", "there is something else there already"),
              {message("다른 이름을 쓰거나, 이 폴더에 보태려면 --force를 붙이세요",
                       "choose another name, or add --force to fetch into this folder")});
}

// The author's own book.toml is never touched.
void write_manifest(const fs::path& folder, const std::string& title, Language language) {
  const fs::path file = folder / "book.toml";
  std::error_code error;
  if (fs::exists(file, error)) return;
  Manifest manifest = manifest_for_folder(folder);
  if (!title.empty()) manifest.info.title = title;
  manifest.info.identifier = random_uuid_urn();
  write_file(file, manifest_template(manifest, language));
}

void tell_done(const Options& options, const FetchedSeries& series, const fs::path& into) {
  if (options.verbosity == Verbosity::quiet) return;
  const Message done = message(
      "{}: 글 {}편. 이번에 페이지 {}개와 그림 {}장을 받았습니다. munjip build {}로 책을 만드세요",
      "{}: {} posts; {} pages and {} pictures came now; run munjip build {}", to_utf8(into),
      series.posts, series.pages, series.pictures, to_utf8(into));
  std::printf("%s\n", done.in(options.language).c_str());
}

}  // namespace

ExitCode run_fetch(const Options& options, const FetchVerbOptions& fetch) {
  refuse_foreign_folder(fetch.into, fetch.force);
  Progress progress(options);
  FetchOptions settings;
  settings.limits.allow_local = fetch.allow_local;
  settings.manners.delay = fetch.delay;
  settings.since = fetch.since;
  settings.progress = [&](const std::string& address) {
    progress.show(message("{} 받는 중", "fetching {}", address));
  };
  Diagnostics diagnostics;
  const FetchedSeries series = fetch_series(fetch.addresses, fetch.into, settings, diagnostics);
  progress.clear();
  if (series.posts > 0) write_manifest(fetch.into, series.title, options.language);
  print_diagnostics(diagnostics, options);
  tell_done(options, series, fetch.into);
  ExitCode code = ExitCode::done;
  if (diagnostics.content_lost()) code = std::max(code, ExitCode::content_lost);
  if (diagnostics.count(Severity::error) > 0) code = std::max(code, ExitCode::unreadable);
  return code;
}

}  // namespace munjip
