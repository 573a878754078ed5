// Over real feeds and exports: each is read, or refused with a word why, and in time.
#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <vector>

#include "base/file_io.h"
#include "book/walk.h"
#include "source/read_posts.h"

using namespace munjip;
namespace fs = std::filesystem;

namespace {

const fs::path kShared = fs::path(MUNJIP_SOURCE_DIR) / ".." / "shared";

std::vector<fs::path> export_files() {
  std::vector<fs::path> files;
  for (const char* folder : {"corpus/b-other-blogs/rss-atom", "corpus/b-other-blogs/feeds-encoding",
                             "corpus/b-other-blogs/feeds-euckr", "corpus/b-other-blogs/wxr",
                             "corpus/b-other-blogs/ghost-json", "corpus/collections/wxr"}) {
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(kShared / folder, error)) {
      const fs::path extension = entry.path().extension();
      if (extension == ".xml" || extension == ".json") files.push_back(entry.path());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string text_of(const Post& post) {
  std::string text;
  for_each_block(post.body, [&](const Block& block) {
    for_each_own_inlines(block, [&](const Inlines& run) { text += plain_text(run) + "\n"; });
  });
  return text;
}

std::vector<Post> read(const fs::path& file, Diagnostics& diagnostics) {
  const std::vector<fs::path> files = {file};
  return read_posts(files, {file.parent_path(), 1, files}, diagnostics);
}

bool is_skipped() {
  if (fs::is_directory(kShared)) return false;
  MESSAGE("skipped: no corpus at " << kShared);
  return true;
}

}  // namespace

TEST_CASE("every feed and export gives posts, or says why not; no markup is left in the text") {
  if (is_skipped()) return;
  std::size_t with_posts = 0;
  for (const fs::path& file : export_files()) {
    CAPTURE(file);
    Diagnostics diagnostics;
    const auto begin = std::chrono::steady_clock::now();
    const std::vector<Post> posts = read(file, diagnostics);
    const std::chrono::duration<double> time = std::chrono::steady_clock::now() - begin;
    // Ten times what is wanted, for a machine under load and a build without optimization.
    CHECK(time.count() < 10 * (0.3 + static_cast<double>(fs::file_size(file)) / 1e6));
    CHECK((!posts.empty() || !diagnostics.empty()));
    with_posts += posts.empty() ? 0 : 1;
    for (const Post& post : posts) {
      CHECK_FALSE(post.title.empty());
      const std::string text = text_of(post);
      CHECK(text.find("</p>") == std::string::npos);
      CHECK(text.find("]]>") == std::string::npos);
      CHECK(text.find("[caption") == std::string::npos);
      CHECK(text.find("[gallery") == std::string::npos);
      CHECK(text.find("<!--") == std::string::npos);
    }
  }
  CHECK(with_posts >= 25);
}

TEST_CASE("the small faulty inputs: a shortened item, a WordPress export") {
  if (is_skipped()) return;
  Diagnostics of_feed;
  const std::vector<Post> feed = read(kShared / "cases" / "f52_rss_summary.xml", of_feed);
  REQUIRE(feed.size() == 2);
  REQUIRE(of_feed.all().size() == 1);
  CHECK(of_feed.all()[0].text.en.ends_with(feed[1].title));
  Diagnostics of_export;
  const std::vector<Post> posts = read(kShared / "cases" / "f53_wxr.xml", of_export);
  REQUIRE(posts.size() == 1);
  CHECK(posts[0].body.size() == 4);  // a paragraph, the picture, two lines, the rest
  CHECK(posts[0].dropped.size() == 1);
  const auto* figure = std::get_if<Figure>(&posts[0].body.at(1).is);
  REQUIRE(figure != nullptr);
  CHECK_FALSE(figure->caption.empty());
}
