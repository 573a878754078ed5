#include "cli/run.h"

#include <csignal>
#include <cstdio>
#include <exception>

#include "base/overloaded.h"
#include "cli/dump.h"
#include "cli/fetch.h"
#include "cli/import.h"
#include "cli/init.h"
#include "cli/list.h"
#include "cli/options.h"
#include "cli/run_jobs.h"

namespace munjip {

namespace {

ExitCode run_verb(const Options& options) {
  return std::visit(overloaded{
                        [&](const BuildOptions& build) { return run_build(options, build); },
                        [&](const InitOptions& init) { return run_init(options, init); },
                        [&](const ImportOptions& import) { return run_import(options, import); },
                        [&](const FetchVerbOptions& fetch) { return run_fetch(options, fetch); },
                        [&](const ListOptions& list) { return run_list(options, list); },
                        [&](const DumpOptions& dump) { return run_dump(options, dump); },
                        [&](const FontsOptions&) { return run_fonts(options); },
                    },
                    options.verb);
}

ExitCode run_guarded(const Options& options) {
  try {
    const ExitCode code = run_verb(options);
    // What was printed must have arrived, or the next program in the pipe would work with half of
    // it.
    return std::fflush(stdout) == 0 ? code : ExitCode::not_writable;
  } catch (const Error& error) {
    std::fputs(to_string(error.diagnostic(), options.language).c_str(), stderr);
    return error.code();
  } catch (const std::exception& error) {
    const Message text = message("예상하지 못한 문제로 멈췄습니다: {}",
                                 "stopped by something unexpected: {}", error.what());
    std::fputs(to_string({Severity::error, {}, text, {}, Loss::none}, options.language).c_str(),
               stderr);
    return ExitCode::unreadable;
  }
}

}  // namespace

int run(int argc, const char* const* argv) {
  // A file beyond the limit on file sizes shall be a failed write like a full disk, whose temporary
  // file is removed, and not the end of the process.
  std::signal(SIGXFSZ, SIG_IGN);
  const std::variant<Options, int> parsed = parse_options(argc, argv);
  if (const int* done = std::get_if<int>(&parsed)) return *done;
  return static_cast<int>(run_guarded(std::get<Options>(parsed)));
}

}  // namespace munjip
