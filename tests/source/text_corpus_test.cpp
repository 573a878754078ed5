// Over real pastes: nothing is lost unseen, and what can be told for sure is told.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <variant>
#include <vector>

#include "base/file_io.h"
#include "book/walk.h"
#include "source/read_posts.h"
#include "source/text_lines.h"

using namespace munjip;
namespace fs = std::filesystem;

namespace {

const fs::path kCorpus = fs::path(MUNJIP_SOURCE_DIR) / ".." / "shared" / "corpus";

bool is_there() {
  if (fs::is_directory(kCorpus)) return true;
  MESSAGE("skipped: no corpus at " << kCorpus);
  return false;
}

std::vector<fs::path> files_in(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder)) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

// Everything of the post that a reader of the book sees, in order, without spaces.
std::string kept_text(const Post& post) {
  std::string text = post.title + "\n";
  for_each_block(post.body, [&](const Block& block) {
    for_each_own_inlines(block, [&](const Inlines& run) { text += plain_text(run) + "\n"; });
    if (const auto* code = std::get_if<CodeBlock>(&block.is)) text += code->text;
    if (const auto* box = std::get_if<LinkBox>(&block.is)) {
      text += box->title + "\n" + box->description + "\n" + box->target + "\n";
    }
  });
  std::string out = without_spaces(text);
  out.erase(std::remove(out.begin(), out.end(), '\n'), out.end());
  return out;
}

// A line without the mark of a list's item in front.
std::string without_mark(const std::string& line) {
  std::size_t at = line.find_first_not_of("0123456789");
  if (at == std::string::npos) return line;
  if (line[at] == '.' || line[at] == ')' || line[at] == '-' || line[at] == '*') ++at;
  return line.substr(at);
}

bool is_token(const std::string& line) {
  return line.starts_with("[##_");
}

}  // namespace

TEST_CASE("kept + dropped = input: every visible line of every paste is in the post or listed") {
  if (!is_there()) return;
  std::vector<fs::path> files = files_in(kCorpus / "collections" / "one-page-paste");
  for (const fs::path& file : files_in(kCorpus / "seed")) files.push_back(file);
  REQUIRE(files.size() == 29);
  for (const fs::path& file : files) {
    Diagnostics diagnostics;
    const std::vector<fs::path> one = {file};
    const auto posts = read_posts(one, {file.parent_path(), 1}, diagnostics);
    REQUIRE(posts.size() == 1);
    CHECK_FALSE(posts[0].title_is_guessed);
    CHECK(diagnostics.count(Severity::warning) + diagnostics.count(Severity::error) == 0);
    const std::string kept = kept_text(posts[0]);
    std::multiset<std::string> dropped;
    for (const Dropped& d : posts[0].dropped) dropped.insert(without_spaces(d.text));
    std::size_t place = 0;
    const std::string text = read_file(file);
    for (const TextLine& line : lines_of(text)) {
      const std::string wanted = without_spaces(line.text);
      if (wanted.empty() || is_divider(line.text) || is_token(wanted)) continue;
      const auto gone = dropped.find(wanted);
      if (gone != dropped.end()) {
        dropped.erase(gone);
        continue;
      }
      std::size_t found = kept.find(wanted, place);
      if (found == std::string::npos) found = kept.find(without_mark(wanted), place);
      // The blog's name behind the title of the window is dropped apart.
      const std::size_t blog = line.text.find(" :: ");
      if (found == std::string::npos && blog != std::string_view::npos) {
        found = kept.find(without_spaces(line.text.substr(0, blog)), place);
        dropped.erase(without_spaces(line.text.substr(blog)));
      }
      CHECK_MESSAGE(found != std::string::npos, file.filename() << ":" << line.number);
      if (found != std::string::npos) place = found;
    }
    CHECK_MESSAGE(dropped.empty(), file.filename());
  }
}

TEST_CASE("the seed: title, date, category, headings, a rejoined line, no empty paragraphs") {
  if (!is_there()) return;
  Diagnostics diagnostics;
  const auto files = files_in(kCorpus / "seed");
  const auto posts = read_posts(files, {kCorpus / "seed", 1}, diagnostics);
  REQUIRE(posts.size() == 1);
  const Post& post = posts[0];
  // corpus/README.md, trait 19.
  CHECK(post.category == "카테고리 없음");
  REQUIRE(post.published.has_value());
  CHECK(iso_8601(*post.published) == "2025-01-31T17:17:00+09:00");
  const auto headings = std::count_if(post.body.begin(), post.body.end(), [](const Block& block) {
    return std::holds_alternative<Heading>(block.is);
  });
  CHECK(headings == 5);
  for (const Block& block : post.body) {
    for_each_own_inlines(block, [](const Inlines& run) {
      CHECK(std::none_of(run.begin(), run.end(), [](const Inline& in) {
        return std::holds_alternative<LineBreak>(in.is);
      }));
    });
  }
}

TEST_CASE("the Jekyll blog: 52 posts with title, date and text, and no dialect in print") {
  if (!is_there()) return;
  const Manifest manifest = manifest_for_folder(kCorpus / "collections" / "jekyll-blog");
  Diagnostics diagnostics;
  const auto files = find_post_files(manifest, diagnostics);
  CHECK(files.size() == 52);
  const auto posts = read_posts(files, read_options(manifest, 2), diagnostics);
  CHECK(posts.size() == 52);
  CHECK(diagnostics.count(Severity::error) == 0);
  std::set<std::string> pictures;
  for (const Post& post : posts) {
    CHECK_FALSE(post.title_is_guessed);
    CHECK(post.published.has_value());
    for (const Resource& resource : post.resources) pictures.insert(resource.name);
    for_each_run(post.body, [&](const Inlines& run) {
      const std::string text = plain_text(run);
      CHECK_MESSAGE(text.find("{:") == std::string::npos, post.shown_file);
      CHECK_MESSAGE(text.find("{{") == std::string::npos, post.shown_file);
    });
  }
  CHECK(pictures.size() >= 30);
}
