#include "source/pictures.h"

#include <doctest/doctest.h>

#include "source/temporary_folder.h"

using namespace munjip;
namespace fs = std::filesystem;

namespace {

struct Fixture {
  TemporaryFolder folder{"pictures"};
  SourceText source;
  Post post;
  Diagnostics diagnostics;

  Fixture() {
    source.folder = folder.path() / "book";
    source.file = source.folder / "posts" / "글.md";
    source.shown_file = "글.md";
    fs::create_directories(source.folder / "posts");
  }
  void add(std::string_view name, std::string_view bytes) {
    folder.add("book/" + std::string(name), bytes);
  }
  // The name of the file that `address` leads to; empty where there is none.
  std::string found(std::string_view address) {
    PictureFinder finder(source, post, diagnostics);
    const Image image = finder.find(address, {3, 1});
    for (const Resource& resource : post.resources) {
      if (resource.name == image.resource) return resource.shown_name;
    }
    return {};
  }
};

}  // namespace

TEST_CASE("an address is relative to the post, or from the root of the book") {
  Fixture f;
  f.add("posts/a.png", png_of(1, 1));
  f.add("assets/b.png", png_of(2, 1));
  f.add("static/c.png", png_of(3, 1));
  CHECK(f.found("a.png") == "a.png");
  CHECK(f.found("./a.png?raw=true#x") == "a.png");
  CHECK(f.found("../assets/b.png") == "b.png");
  CHECK(f.found("/assets/b.png") == "b.png");
  CHECK(f.found("assets/b.png") == "b.png");
  CHECK(f.found("/c.png") == "c.png");
  CHECK(f.found("/blog/assets/b.png") == "b.png");
  CHECK(f.diagnostics.empty());
}

TEST_CASE("file names as they are, percent-encoded, in another normalization form or case") {
  Fixture f;
  f.add("posts/그림 하나 (1).png", png_of(1, 1));
  f.add("posts/\u1100\u1161.png", png_of(2, 1));
  f.add("posts/나.png", png_of(3, 1));
  f.add("posts/Photo.PNG", png_of(4, 1));
  f.add("posts/a#1.png", png_of(5, 1));
  f.add("posts/100%.png", png_of(6, 1));
  CHECK(f.found("그림 하나 (1).png") == "그림 하나 (1).png");
  CHECK(f.found("%EA%B7%B8%EB%A6%BC%20%ED%95%98%EB%82%98%20(1).png") == "그림 하나 (1).png");
  CHECK(f.found("가.png") == "\u1100\u1161.png");
  CHECK(f.found("\u1102\u1161.png") == "나.png");
  CHECK(f.found("photo.png") == "Photo.PNG");
  CHECK(f.found("a#1.png") == "a#1.png");
  CHECK(f.found("100%.png") == "100%.png");
  CHECK(f.diagnostics.empty());
}

TEST_CASE("a post that was moved finds the pictures that its address looks for above it") {
  Fixture f;
  f.add("posts/images/봄.png", png_of(7, 1));
  f.add("images/길.png", png_of(8, 1));
  CHECK(f.found("../images/봄.png") == "봄.png");
  CHECK(f.found("../images/길.png") == "길.png");
  CHECK(f.found("../../images/%EA%B8%B8.png") == "길.png");
  CHECK(f.diagnostics.empty());
}

TEST_CASE("nothing outside of the folder is read") {
  Fixture f;
  f.folder.add("secret.png", png_of(1, 1));
  fs::create_symlink(f.folder.path() / "secret.png", f.source.folder / "posts" / "link.png");
  fs::create_directory_symlink(f.folder.path(), f.source.folder / "up");
  CHECK(f.found("../../secret.png").empty());
  CHECK(f.found("/../secret.png").empty());
  CHECK(f.found("link.png").empty());
  CHECK(f.found("/up/SECRET.png").empty());
  CHECK(f.found((f.folder.path() / "secret.png").string()).empty());
  CHECK(f.post.resources.empty());
  CHECK(f.diagnostics.all().size() == 5);
}

TEST_CASE("what cannot be had keeps its place and says why, where and which") {
  Fixture f;
  f.add("posts/page.png", "<html><body>404</body></html>");
  f.add("posts/empty.png", "");
  PictureFinder finder(f.source, f.post, f.diagnostics);
  for (const std::string_view address :
       {"https://example.com/a.png", "//example.com/a.png", "none.png", "page.png", "empty.png", "",
        "data:image/png;base64,!!!!"}) {
    CHECK(finder.find(address, {7, 2}).resource.empty());
  }
  REQUIRE(f.diagnostics.all().size() == 7);
  for (const Diagnostic& diagnostic : f.diagnostics.all()) {
    CHECK(diagnostic.loss == Loss::content);
    CHECK(diagnostic.at == SourceSpan{"글.md", {7, 2}});
  }
  CHECK(f.diagnostics.all()[0].text.en.find("https://example.com/a.png") != std::string::npos);
  CHECK(finder.find("none.png", {}).source == "none.png");
  CHECK_FALSE(finder.has("none.png"));
}

TEST_CASE("equal bytes are one resource, named by their hash") {
  Fixture f;
  f.add("posts/a.png", png_of(1, 2));
  f.add("posts/b.png", png_of(1, 2));
  f.add("posts/c.png", png_of(2, 2));
  PictureFinder finder(f.source, f.post, f.diagnostics);
  const Image a = finder.find("a.png", {});
  CHECK(finder.find("b.png", {}).resource == a.resource);
  CHECK(finder.find("c.png", {}).resource != a.resource);
  REQUIRE(f.post.resources.size() == 2);
  CHECK(f.post.resources[0].name.size() == 20);
  CHECK(f.post.resources[0].name.starts_with("img-"));
  CHECK(f.post.resources[0].width_px == 1);
  CHECK(f.post.resources[0].height_px == 2);
  // A second finder for the same post knows what is there.
  PictureFinder second(f.source, f.post, f.diagnostics);
  second.find("a.png", {});
  CHECK(f.post.resources.size() == 2);
}

TEST_CASE("the first address of several that leads to a picture is taken") {
  Fixture f;
  f.add("posts/img/local.png", png_of(1, 1));
  PictureFinder finder(f.source, f.post, f.diagnostics);
  const std::vector<std::string> addresses = {"https://example.com/x.png", "img/local.png"};
  const Image image = finder.find(addresses, {});
  CHECK_FALSE(image.resource.empty());
  CHECK(image.source == "https://example.com/x.png");
  CHECK(f.diagnostics.empty());
}

TEST_CASE("data: URIs hold their bytes") {
  Fixture f;
  PictureFinder finder(f.source, f.post, f.diagnostics);
  // The header of png_of(1, 1) in base64, with the line breaks that mail puts in.
  const Image image =
      finder.find("data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAA\n AAEAAAABCAIAAAAAAAAA", {});
  CHECK_FALSE(image.resource.empty());
  CHECK(image.source.empty());
  REQUIRE(f.post.resources.size() == 1);
  CHECK(f.post.resources[0].bytes.starts_with("\x89PNG"));
  CHECK(f.post.resources[0].file.empty());
  const Image svg = finder.find(
      "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='8' height='4'/%3E", {});
  CHECK_FALSE(svg.resource.empty());
}
