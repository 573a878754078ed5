#include "cli/options.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "base/error.h"
#include "base/parallel.h"
#include "cli/locale.h"
#include "cli/version.h"

namespace munjip {

namespace {

// What CLI11 writes into; turned into Options when all of it has been read.
struct Raw {
  std::string language;
  bool quiet = false, verbose = false;
  unsigned jobs = 0;
  std::vector<std::string> paths, keep;
  std::string output_folder = "out", style, trim, seam, folder, into, since;
  std::string sheet, n_up;
  double delay = 1;
  bool booklet = false, compact = false;
  bool allow_local = false, force = false, pdf = false, epub = false, each = false, strict = false,
       timing = false;
};

// --lang is looked for before anything is parsed: it decides in which language the help is written.
Language language_of_arguments(int argc, const char* const* argv) {
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    std::string_view value;
    if (argument.starts_with("--lang=")) value = argument.substr(7);
    if (argument == "--lang" && i + 1 < argc) value = argv[i + 1];
    if (value == "ko") return Language::korean;
    if (value == "en") return Language::english;
  }
  return language_of_locale();
}

// The help texts, in the user's language.
class Commands {
 public:
  Commands(Language language, Raw& raw) : language_(language), raw_(raw) {
    if (language == Language::korean) name_help_in_korean();
    add_language(&app_);
    add_all();
  }

  CLI::App& app() { return app_; }
  CLI::App *build = nullptr, *init = nullptr, *import = nullptr, *fetch = nullptr, *list = nullptr,
           *dump = nullptr, *fonts = nullptr;

 private:
  std::string say(const char* ko, const char* en) const {
    return language_ == Language::korean ? ko : en;
  }

  // The words that CLI11 itself prints; the verbs take them over from the program.
  void name_help_in_korean() {
    const std::shared_ptr<CLI::FormatterBase> formatter = app_.get_formatter();
    formatter->label("Usage", "사용법");
    formatter->label("OPTIONS", "선택");
    app_.option_defaults()->group("선택");
    formatter->label("Positionals", "인수");
    formatter->label("SUBCOMMAND", "명령");
    formatter->label("Subcommands", "명령");
    formatter->label("REQUIRED", "(꼭 필요)");
    formatter->label("TEXT", "글자");
    formatter->label("UINT", "수");
    app_.set_help_flag("-h,--help", "이 도움말을 보여 줍니다");
  }

  // Before or after the verb.
  void add_language(CLI::App* app) {
    app->add_option("--lang", raw_.language,
                    say("알림말의 언어: ko 또는 en", "language of messages: ko or en"))
        ->check(CLI::IsMember({"ko", "en"}));
  }

  void add_common(CLI::App* verb) {
    add_language(verb);
    verb->add_option("-j,--jobs", raw_.jobs,
                     say("동시에 쓸 코어 수 (기본: 모두)", "threads to use (default: all cores)"))
        ->check(CLI::Range(1U, 256U));
    verb->add_flag("-q,--quiet", raw_.quiet, say("오류만 알립니다", "tell errors only"));
    verb->add_flag("-v,--verbose", raw_.verbose, say("자세히 알립니다", "tell more"));
    verb->set_help_flag("-h,--help", say("이 도움말", "this help"));
  }

  void add_keep(CLI::App* verb) {
    verb->add_option("--keep", raw_.keep,
                     say("남길 것: comments (저장한 페이지의 댓글을 글 뒤에 싣습니다)",
                         "what to keep: comments (those of saved pages, after their post)"))
        ->allow_extra_args(false)
        ->check(CLI::IsMember({"comments"}));
  }

  void add_looks(CLI::App* verb) {
    verb->add_option("--style", raw_.style, say("스타일 CSS 파일", "style sheet (CSS file)"));
    verb->add_option("--trim", raw_.trim,
                     say("판형: A5, 신국판, 46판 … 또는 가로x세로(mm)",
                         "trim size: A5, B5, A4 ... or WxH in mm"));
  }

  void add_build() {
    build = app_.add_subcommand(
        "build", say("글을 책(PDF와 EPUB)으로 만듭니다", "make a book (PDF and EPUB) of posts"));
    build->add_option("PATH", raw_.paths,
                      say("book.toml, 글이 든 폴더, 또는 글 파일 (기본: 이 폴더)",
                          "book.toml, a folder of posts, or post files (default: this folder)"));
    build->add_option("-o,--output", raw_.output_folder,
                      say("결과를 둘 폴더 (기본: out)", "folder for the results (default: out)"));
    build->add_flag("--pdf", raw_.pdf, say("PDF만 만듭니다", "make the PDF only"));
    build->add_flag("--epub", raw_.epub, say("EPUB만 만듭니다", "make the EPUB only"));
    build->add_flag("--each", raw_.each,
                    say("글마다 따로 만들고 목록 페이지를 붙입니다",
                        "one PDF and EPUB for each post, with an index page"));
    build->add_flag(
        "--strict", raw_.strict,
        say("주의가 하나라도 있으면 실패(4)로 끝냅니다", "any warning makes the exit code 4"));
    build->add_flag("--timing", raw_.timing,
                    say("단계마다 걸린 시간을 보여 줍니다", "show the time of each stage"));
    add_looks(build);
    add_finish(build);
  }

  void add_finish(CLI::App* verb) {
    verb->add_flag("--booklet", raw_.booklet,
                   say("접으면 소책자가 되게 두 쪽씩 앉힌 PDF (중철)",
                       "PDFs whose sheets are folded into a booklet"));
    verb->add_option("--n-up", raw_.n_up,
                     say("한 면에 2쪽이나 4쪽을 모아 찍는 PDF", "PDFs with 2 or 4 pages a side"))
        ->check(CLI::IsMember({"2", "4"}))
        ->excludes("--booklet");
    verb->add_option("--sheet", raw_.sheet,
                     say("그 종이: A3, A4, B4 … 또는 가로x세로(mm)",
                         "their paper: A3, A4, B4 ... or WxH in mm"));
    verb->add_flag(
        "--compact", raw_.compact,
        say("더 작고, 받으면서 볼 수 있는 PDF", "smaller PDFs that show while they load"));
  }

  void add_import() {
    import = app_.add_subcommand("import", say("글을 고치기 좋은 마크다운 폴더로 옮깁니다",
                                               "write posts as a folder of Markdown to edit"));
    import
        ->add_option("SOURCE", raw_.paths,
                     say("book.toml, 글이 든 폴더, 또는 글 파일",
                         "book.toml, a folder of posts, or post files"))
        ->required();
    add_target(import);
  }

  void add_fetch() {
    fetch = app_.add_subcommand("fetch",
                                say("블로그의 글과 그림을 내려받아 책의 폴더를 만듭니다",
                                    "fetch posts and pictures of a blog into a book's folder"));
    fetch
        ->add_option("URL", raw_.paths,
                     say("글, 피드(RSS), 사이트맵, 글 목록의 주소",
                         "address of a post, a feed, a sitemap or a list of posts"))
        ->required();
    add_target(fetch);
    fetch->add_option("--since", raw_.since,
                      say("이날부터의 글만 (2025-01-31)", "posts from this day on (2025-01-31)"));
    fetch
        ->add_option("--delay", raw_.delay,
                     say("같은 서버에 다시 묻기 전에 쉬는 초 (기본: 1)",
                         "seconds between two requests to one host (default: 1)"))
        ->check(CLI::Range(0.0, 3600.0));
    fetch->add_flag("--allow-local", raw_.allow_local,
                    say("사설망과 이 컴퓨터의 주소도 받습니다", "private and local addresses too"));
  }

  void add_target(CLI::App* verb) {
    verb->add_option("--into", raw_.into, say("새로 만들 책의 폴더", "the book's new folder"))
        ->required();
    verb->add_flag("--force", raw_.force,
                   say("이미 있는 폴더를 바꿉니다", "replace a folder that is there already"));
  }

  void add_all() {
    app_.description(say("munjip: 블로그 글을 모아 인쇄할 책과 전자책을 만듭니다.",
                         "munjip makes printed books and e-books of blog posts."));
    app_.set_help_flag("-h,--help", say("이 도움말", "this help"));
    app_.set_version_flag(
        "--version", [] { return version_text(); },
        say("판과 쓰는 라이브러리의 판", "version, with the libraries' versions"));
    app_.require_subcommand(1);
    app_.fallthrough(false);
    add_build();
    init = app_.add_subcommand(
        "init", say("폴더를 살펴 book.toml을 써 줍니다", "write a book.toml for a folder"));
    init->add_option("FOLDER", raw_.folder,
                     say("글이 든 폴더 (기본: 이 폴더)", "folder of posts (default: this folder)"));
    add_import();
    add_fetch();
    list = app_.add_subcommand(
        "list", say("책에 들어갈 글을 차례대로 보여 줍니다", "show the posts of a book in order"));
    list->add_option("PATH", raw_.paths,
                     say("book.toml, 폴더, 또는 글 파일", "book.toml, a folder, or post files"));
    dump = app_.add_subcommand(
        "dump", say("단계 사이의 값을 글로 보여 줍니다", "print what one stage hands to the next"));
    dump->add_option("SEAM", raw_.seam, "book | text | pages | tags | lines | package")
        ->required()
        ->check(CLI::IsMember({"book", "text", "pages", "tags", "lines", "package"}));
    dump->add_option("PATH", raw_.paths,
                     say("book.toml, 폴더, 또는 글 파일", "book.toml, a folder, or post files"));
    add_looks(dump);
    fonts = app_.add_subcommand("fonts", say("찾은 글꼴과 그 사용 조건을 보여 줍니다",
                                             "show the fonts found, with their licences"));
    for (CLI::App* verb : {build, import, list, dump}) add_keep(verb);
    for (CLI::App* verb : {build, init, import, fetch, list, dump, fonts}) add_common(verb);
  }

  Language language_;
  Raw& raw_;
  CLI::App app_{"", "munjip"};
};

std::vector<std::filesystem::path> paths_of(const Raw& raw) {
  std::vector<std::filesystem::path> paths(raw.paths.begin(), raw.paths.end());
  if (paths.empty()) paths.emplace_back(".");
  return paths;
}

std::optional<TrimSize> trim_of(const Raw& raw) {
  if (raw.trim.empty()) return std::nullopt;
  if (std::optional<TrimSize> trim = find_trim(raw.trim)) return trim;
  std::string names;
  for (const std::string& name : trim_names()) names += (names.empty() ? "" : ", ") + name;
  throw Error(ExitCode::usage, {}, message("모르는 판형: {}", "unknown trim size: {}", raw.trim),
              {message("판형 이름({})이나 가로x세로(예: 148x210)로 적으세요",
                       "use a name ({}) or WxH in mm, such as 148x210", names)});
}

std::optional<Imposition> imposition_of(const Raw& raw) {
  if (raw.booklet) return Imposition::booklet;
  if (raw.n_up.empty()) return std::nullopt;
  return raw.n_up == "2" ? Imposition::two_up : Imposition::four_up;
}

std::optional<Size> sheet_of(const Raw& raw) {
  if (raw.sheet.empty()) return std::nullopt;
  if (const std::optional<Size> sheet = find_sheet(raw.sheet)) return sheet;
  throw Error(ExitCode::usage, {},
              message("모르는 종이 크기: {}", "unknown sheet size: {}", raw.sheet),
              {message("A3, A4, B4나 가로x세로(예: 210x297)로 적으세요",
                       "use A3, A4, B4 or WxH in mm, such as 210x297")});
}

BuildOptions build_options(const Raw& raw) {
  BuildOptions options;
  options.paths = paths_of(raw);
  options.output_folder = raw.output_folder;
  if (raw.pdf) options.formats.push_back(OutputFormat::pdf);
  if (raw.epub) options.formats.push_back(OutputFormat::epub);
  options.style = raw.style;
  options.trim = trim_of(raw);
  options.imposition = imposition_of(raw);
  options.sheet = sheet_of(raw);
  options.compact = raw.compact;
  options.each = raw.each;
  options.strict = raw.strict;
  options.timing = raw.timing;
  return options;
}

FetchVerbOptions fetch_options(const Raw& raw) {
  FetchVerbOptions options;
  options.addresses = raw.paths;
  options.into = raw.into;
  options.delay = std::chrono::milliseconds(static_cast<long>(raw.delay * 1000));
  options.allow_local = raw.allow_local;
  options.force = raw.force;
  if (raw.since.empty()) return options;
  options.since = parse_date_time(raw.since);
  if (options.since) return options;
  throw Error(ExitCode::usage, {}, message("날짜가 아닙니다: {}", "not a date: {}", raw.since),
              {message("2025-01-31처럼 쓰세요", "write it as 2025-01-31")});
}

Seam seam_of(const std::string& name) {
  if (name == "text") return Seam::text;
  if (name == "pages") return Seam::pages;
  if (name == "tags") return Seam::tags;
  if (name == "lines") return Seam::lines;
  if (name == "package") return Seam::package;
  return Seam::book;
}

Options options_of(const Raw& raw, const Commands& commands, Language language) {
  Options options;
  options.language = language;
  options.verbosity = raw.quiet     ? Verbosity::quiet
                      : raw.verbose ? Verbosity::verbose
                                    : Verbosity::normal;
  options.jobs = raw.jobs == 0 ? default_jobs() : raw.jobs;
  options.keep_comments = !raw.keep.empty();
  if (commands.build->parsed()) options.verb = build_options(raw);
  if (commands.init->parsed()) options.verb = InitOptions{raw.folder.empty() ? "." : raw.folder};
  if (commands.import->parsed()) {
    options.verb = ImportOptions{paths_of(raw), raw.into, raw.force};
  }
  if (commands.fetch->parsed()) options.verb = fetch_options(raw);
  if (commands.list->parsed()) options.verb = ListOptions{paths_of(raw)};
  if (commands.dump->parsed()) {
    options.verb = DumpOptions{seam_of(raw.seam), paths_of(raw), raw.style, trim_of(raw)};
  }
  if (commands.fonts->parsed()) options.verb = FontsOptions{};
  return options;
}

}  // namespace

namespace {

// CLI11's errors are English sentences; in Korean the kind of mistake and the word at fault are
// told.
Message reason_of(const CLI::ParseError& error, std::string_view first_argument) {
  const std::string what = error.what(), kind = error.get_name();
  const std::size_t colon = std::min(what.find(": "), what.size());
  const std::string subject = what.substr(0, colon);
  const std::string detail = what.substr(std::min(colon + 2, what.size()));
  if (kind == "RequiredError" && what.starts_with("A subcommand")) {
    if (!first_argument.empty() && !first_argument.starts_with('-'))
      return message("모르는 명령입니다: {}", "unknown command: {}", first_argument);
    return message("무엇을 할지 적지 않았습니다", "no command was given");
  }
  if (what.find("not expected: ") != std::string::npos)
    return {fmt::format("모르는 인수입니다: {}", detail), what};
  if (kind == "RequiredError") {
    return {fmt::format("{}: 꼭 필요합니다", what.substr(0, what.find(' '))), what};
  }
  if (kind == "ValidationError" || kind == "ConversionError") {
    return {fmt::format("{}: 쓸 수 없는 값입니다", subject), what};
  }
  return {fmt::format("명령을 이해하지 못했습니다: {}", what), what};
}

}  // namespace

std::variant<Options, int> parse_options(int argc, const char* const* argv) {
  const Language language = language_of_arguments(argc, argv);
  Raw raw;
  Commands commands(language, raw);
  try {
    commands.app().parse(argc, argv);
    return options_of(raw, commands, language);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) return commands.app().exit(error);  // help, version
    std::cerr << to_string({Severity::error,
                            {},
                            reason_of(error, argc > 1 ? argv[1] : ""),
                            {message("munjip --help를 보세요", "see munjip --help")},
                            Loss::none},
                           language);
  } catch (const Error& error) {
    std::cerr << to_string(error.diagnostic(), language);
  }
  return static_cast<int>(ExitCode::usage);
}

}  // namespace munjip
