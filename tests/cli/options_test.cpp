#include "cli/options.h"

#include <doctest/doctest.h>

#include <cstdlib>

#include "base/error.h"
#include "cli/book_paths.h"
#include "cli/locale.h"
#include "cli/report.h"

using namespace munjip;

namespace {

std::variant<Options, int> parse(std::vector<const char*> arguments) {
  arguments.insert(arguments.begin(), "munjip");
  return parse_options(static_cast<int>(arguments.size()), arguments.data());
}

// Sets an environment variable for the time of a test.
struct Environment {
  explicit Environment(const char* value) { ::setenv("LC_ALL", value, 1); }
  ~Environment() { ::unsetenv("LC_ALL"); }
};

}  // namespace

TEST_CASE("build takes paths, formats, style, trim and jobs") {
  const auto parsed = parse({"build", "a", "b.toml", "-o", "결과", "--pdf", "--trim", "신국판",
                             "--each", "-j", "3", "--lang", "ko"});
  REQUIRE(std::holds_alternative<Options>(parsed));
  const Options& options = std::get<Options>(parsed);
  const BuildOptions& build = std::get<BuildOptions>(options.verb);
  CHECK(build.paths == std::vector<std::filesystem::path>{"a", "b.toml"});
  CHECK(build.output_folder == "결과");
  CHECK(build.formats == std::vector{OutputFormat::pdf});
  REQUIRE(build.trim.has_value());
  CHECK(build.trim->size.width == Length::mm(152));  // 신국판 152 x 225 mm
  CHECK(build.each);
  CHECK(options.jobs == 3);
  CHECK(options.language == Language::korean);
}

TEST_CASE("--keep names what stays besides the posts, and takes no path for a name") {
  const auto parsed = parse({"list", "--keep", "comments", "a.html"});
  REQUIRE(std::holds_alternative<Options>(parsed));
  const Options& options = std::get<Options>(parsed);
  CHECK(options.keep_comments);
  CHECK(std::get<ListOptions>(options.verb).paths == std::vector<std::filesystem::path>{"a.html"});
  CHECK_FALSE(std::get<Options>(parse({"list", "a.html"})).keep_comments);
  CHECK(std::get<int>(parse({"list", "--keep", "menus", "a.html"})) == 2);
}

TEST_CASE("without a path, the book is the folder one stands in") {
  const auto parsed = parse({"build"});
  REQUIRE(std::holds_alternative<Options>(parsed));
  CHECK(std::get<BuildOptions>(std::get<Options>(parsed).verb).paths ==
        std::vector<std::filesystem::path>{"."});
}

TEST_CASE("a mistake on the command line is exit code 2") {
  CHECK(std::get<int>(parse({"bulid", "a"})) == 2);
  CHECK(std::get<int>(parse({"build", "--trim", "손바닥"})) == 2);
  CHECK(std::get<int>(parse({"build", "--jobs", "0"})) == 2);
  CHECK(std::get<int>(parse({"dump", "everything", "a"})) == 2);
  CHECK(std::get<int>(parse({})) == 2);
}

TEST_CASE("the language of messages follows the locale, and --lang wins") {
  {
    const Environment environment("ko_KR.UTF-8");
    CHECK(language_of_locale() == Language::korean);
    CHECK(std::get<Options>(parse({"fonts"})).language == Language::korean);
    CHECK(std::get<Options>(parse({"fonts", "--lang=en"})).language == Language::english);
  }
  const Environment environment("C.UTF-8");
  CHECK(language_of_locale() == Language::english);
  CHECK(std::get<Options>(parse({"fonts", "--lang", "ko"})).language == Language::korean);
}

TEST_CASE("a path that is not there is a book that cannot be opened: exit code 3") {
  const std::vector<BookPath> books = book_paths({"no/such/place"});
  REQUIRE(books.size() == 1);
  ExitCode code = ExitCode::done;
  Diagnostics diagnostics;
  try {
    open_manifest(books[0], diagnostics);
  } catch (const Error& error) {
    code = error.code();
  }
  CHECK(code == ExitCode::unreadable);
}

TEST_CASE("sizes are told in the unit that reads best") {
  CHECK(size_text(912) == "912 B");
  CHECK(size_text(34'500) == "34.5 KB");
  CHECK(size_text(1'234'567) == "1.2 MB");
}

TEST_CASE("import and fetch say where to, and fetch from when") {
  const auto import = std::get<ImportOptions>(
      std::get<Options>(parse({"import", "a", "b.md", "--into", "books/c"})).verb);
  CHECK(import.sources == std::vector<std::filesystem::path>{"a", "b.md"});
  CHECK(import.into == "books/c");
  CHECK_FALSE(import.force);
  const auto fetch = std::get<FetchVerbOptions>(
      std::get<Options>(parse({"fetch", "https://example.com/rss", "--into", "c", "--since",
                               "2025-01-31", "--delay", "0.5", "--allow-local", "--force"}))
          .verb);
  CHECK(fetch.addresses == std::vector<std::string>{"https://example.com/rss"});
  CHECK(iso_8601(fetch.since.value()) == "2025-01-31");
  CHECK(fetch.delay == std::chrono::milliseconds(500));
  CHECK(fetch.allow_local);
  CHECK(fetch.force);
  CHECK(std::get<int>(parse({"import", "a"})) == 2);
  CHECK(std::get<int>(parse({"fetch", "--into", "c"})) == 2);
  CHECK(std::get<int>(parse({"fetch", "https://example.com", "--into", "c", "--since", "언제"})) ==
        2);
}
