// fetch against a real server: what it writes, how it behaves, what it tells.
#include <doctest/doctest.h>
#include <zlib.h>

#include <filesystem>

#include "base/error.h"
#include "base/file_io.h"
#include "book/assemble.h"
#include "fetch/fetch_series.h"
#include "fetch/test_server.h"
#include "source/read_posts.h"
#include "source/temporary_folder.h"

namespace munjip {

namespace fs = std::filesystem;

namespace {

FetchOptions quick() {
  FetchOptions options;
  options.limits.allow_local = true;
  options.limits.whole = std::chrono::milliseconds(5000);
  options.manners.delay = std::chrono::milliseconds(0);
  options.manners.backoff = std::chrono::milliseconds(1);
  return options;
}

std::string page(const std::string& title, const std::string& body) {
  return "<!DOCTYPE html><html><head><meta charset='utf-8'><title>" + title +
         "</title><meta property='og:type' content='article'><meta property='og:title' content='" +
         title + "'></head><body><article><h1>" + title + "</h1>" + body +
         "</article></body></html>";
}

// Pages by path; others are 404, and robots.txt forbids nothing.
TestServer::Handler site(std::map<std::string, ServedAnswer> pages) {
  return [pages = std::move(pages)](const ServedRequest& request) {
    const auto found = pages.find(request.path);
    return found == pages.end() ? ServedAnswer{404, "없음"} : found->second;
  };
}

struct Fetched {
  TemporaryFolder folder{"fetch"};
  FetchedSeries series;
  Diagnostics diagnostics;

  Fetched() = default;
  Fetched(const std::vector<std::string>& addresses, const FetchOptions& options) {
    again(addresses, options);
  }
  void again(const std::vector<std::string>& addresses, const FetchOptions& options) {
    diagnostics = {};
    series = fetch_series(addresses, folder.path(), options, diagnostics);
  }
  Book book(Diagnostics& own) const {
    const Manifest manifest = manifest_for_folder(folder.path());
    return assemble_book(
        manifest, read_posts(find_post_files(manifest, own), read_options(manifest, 1), own), own);
  }
  std::string first_problem() const {
    return diagnostics.empty() ? std::string() : diagnostics.all().front().text.en;
  }
};

std::string gzip(const std::string& text) {
  z_stream stream{};
  deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&stream, text.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

}  // namespace

TEST_CASE("a post with its pictures at full size becomes a book without the network") {
  const TestServer server(site({
      {"/entry/lamp",
       {200, page("등불",
                  "<p>골목 끝에 등불이 있다.</p><img src='/small.png' srcset='/small.png 1x, "
                  "/large.png 2x'><img class='lazy' data-src='../img/lazy.png' src='about:blank'>"
                  "<img src='/thumb/R1280x0/?fname=SERVER%2Foriginal.png'>")}},
      {"/large.png", {200, png_of(40, 30)}},
      {"/img/lazy.png", {200, png_of(10, 60)}},
  }));
  const Fetched fetched({server.address("/entry/lamp")}, quick());
  CHECK(fetched.series.posts == 1);
  CHECK(server.count("/large.png") == 1);
  CHECK(server.count("/small.png") == 0);
  for (const ServedRequest& request : server.requests()) {
    CHECK(request.header("cookie").empty());
    if (request.path == "/large.png")
      CHECK(request.header("referer") == server.address("/entry/lamp"));
  }
  Diagnostics own;
  const Book book = fetched.book(own);
  CHECK(book.post_count() == 1);
  CHECK(book.resources.size() == 2);
  CHECK(book.parts[0].posts[0].title == "등불");
  CHECK(book.parts[0].posts[0].address == server.address("/entry/lamp"));
}

TEST_CASE("a thumbnail that names its original is fetched as that") {
  std::string base;
  const TestServer server([&](const ServedRequest& request) -> ServedAnswer {
    if (request.path == "/1") {
      return {200, page("하나", "<p>글이 있다.</p><img src='" + base + "/thumb/R1/?fname=" + base +
                                    "/o.png'>")};
    }
    return request.path == "/o.png" ? ServedAnswer{200, png_of(5, 5)} : ServedAnswer{404};
  });
  base = server.address("");
  const Fetched fetched({server.address("/1")}, quick());
  CHECK(server.count("/o.png") == 1);
  CHECK(fetched.series.pictures == 1);
}

TEST_CASE("an unchanged series costs no second download; a changed page comes again") {
  std::string version = "\"1\"";
  const TestServer server([&](const ServedRequest& request) -> ServedAnswer {
    if (request.path == "/robots.txt") return {404};
    if (request.path == "/a.png") return {200, png_of(3, 3)};
    if (request.header("if-none-match") == version) return {304};
    const std::vector<std::string> tag{"ETag: " + version};
    if (request.path == "/rss") {
      return {200, "<rss><channel><title>일기</title><item><link>/1</link></item></channel></rss>",
              tag};
    }
    return {200, page("하나", "<p>첫 판 " + version + "</p><img src='/a.png'>"), tag};
  });
  Fetched fetched({server.address("/rss")}, quick());
  CHECK(fetched.series.title == "일기");
  CHECK(fetched.series.pages == 2);
  CHECK(fetched.series.pictures == 1);
  fetched.again({server.address("/rss")}, quick());
  CHECK(fetched.series.posts == 1);
  CHECK(fetched.series.pages == 0);
  CHECK(fetched.series.pictures == 0);
  CHECK(server.count("/a.png") == 1);
  version = "\"2\"";
  fetched.again({server.address("/rss")}, quick());
  CHECK(fetched.series.pages == 2);
  CHECK(read_file(fetched.folder.path() / "1.html").find("첫 판 \"2\"") != std::string::npos);
}

TEST_CASE("a list is followed over its pages, each post once") {
  const auto list = [](int from, const std::string& more) {
    std::string body = "<html><head><title>목록</title></head><body>";
    for (int i = from; i < from + 3; ++i) {
      body += "<h2><a href='/entry/" + std::to_string(i) + "'>글</a></h2>";
    }
    return body + "<a href='/category/a?page=1'>처음</a>" + more + "</body></html>";
  };
  std::map<std::string, ServedAnswer> pages{
      {"/category/a", {200, list(1, "<a href='/category/a?page=2'>2</a>")}},
      {"/category/a?page=2", {200, list(3, "<a rel='next' href='/category/a?page=3'>다음</a>")}},
      {"/category/a?page=3", {200, list(5, "<a rel='next' href='/category/a?page=2'>돌아</a>")}}};
  for (int i = 1; i < 8; ++i) {
    pages["/entry/" + std::to_string(i)] = {200, page("글 " + std::to_string(i), "<p>글.</p>")};
  }
  const TestServer server(site(pages));
  const Fetched fetched({server.address("/category/a")}, quick());
  CHECK(fetched.series.posts == 7);
  CHECK(fetched.diagnostics.empty());
  for (int i = 1; i < 8; ++i) CHECK(server.count("/entry/" + std::to_string(i)) == 1);
}

// Tistory's skins list posts without headings, and recent posts of all categories beside them;
// WordPress calls a category's page an article.
TEST_CASE("a category of two posts is a list, and what stands beside it is not in it") {
  const auto list = [](const std::string& posts) {
    return "<html><head><title>우물</title><meta property='og:type' content='article'></head><body>"
           "<main><ul class='list_category'>" +
           posts +
           "</ul></main><div class='area_sidebar'>"
           "<ul><li><a href='/90'>다른 글</a></li><li><a href='/91'>또 다른 글</a></li></ul></div>"
           "<div class='area_paging'><a href='?page=1'>1</a> <a href='?page=2'>2</a></div>"
           "</body></html>";
  };
  const auto entry = [](const std::string& number) {
    return "<li><a href='/" + number + "' class='link_category'><strong class='tit'>우물 " +
           number + "</strong></a></li>";
  };
  std::map<std::string, ServedAnswer> pages{
      {"/category/%EC%9A%B0%EB%AC%BC", {200, list(entry("11") + entry("12"))}},
      {"/category/%EC%9A%B0%EB%AC%BC?page=2", {200, list(entry("13"))}}};
  for (const char* number : {"11", "12", "13", "90", "91"}) {
    pages["/" + std::string(number)] = {200, page("우물 " + std::string(number), "<p>물.</p>")};
  }
  const TestServer server(site(pages));
  const Fetched fetched({server.address("/category/우물")}, quick());
  CHECK(fetched.series.posts == 3);
  CHECK(fetched.diagnostics.empty());
  for (const char* number : {"/11", "/12", "/13"}) CHECK(server.count(number) == 1);
  for (const char* number : {"/90", "/91"}) CHECK(server.count(number) == 0);
}

TEST_CASE("sitemaps lead to posts; --since leaves earlier ones where they are") {
  const TestServer server(site({
      {"/sitemap.xml", {200, "<sitemapindex><sitemap><loc>/s.xml</loc></sitemap></sitemapindex>"}},
      {"/s.xml",
       {200,
        "<urlset><url><loc>/old</loc><lastmod>2020-01-01</lastmod></url><url><loc>/new</loc>"
        "<lastmod>2025-01-01</lastmod></url></urlset>"}},
      {"/new", {200, page("새 글", "<p>글.</p>")}},
      {"/old", {200, page("옛 글", "<p>글.</p>")}},
  }));
  FetchOptions options = quick();
  options.since = DateTime{2024, 1, 1};
  const Fetched fetched({server.address("/sitemap.xml")}, options);
  CHECK(fetched.series.posts == 1);
  CHECK(server.count("/old") == 0);
}

TEST_CASE("robots.txt is asked first, once, and obeyed") {
  const TestServer server(site({
      {"/robots.txt", {200, "User-agent: *\nDisallow: /closed\n"}},
      {"/open", {200, page("열린 글", "<p>글.</p>")}},
      {"/closed/1", {200, page("닫힌 글", "<p>글.</p>")}},
  }));
  const Fetched fetched({server.address("/open"), server.address("/closed/1")}, quick());
  CHECK(fetched.series.posts == 1);
  CHECK(server.count("/robots.txt") == 1);
  CHECK(server.count("/closed/1") == 0);
  CHECK(fetched.first_problem().find("robots.txt") != std::string::npos);
}

TEST_CASE("a site whose robots.txt cannot be had for its own fault is left alone") {
  const TestServer server(site({{"/robots.txt", {503}}, {"/1", {200, page("글", "<p>글.</p>")}}}));
  const Fetched fetched({server.address("/1")}, quick());
  CHECK(server.count("/1") == 0);
  CHECK(server.count("/robots.txt") == 3);  // asked again, as any page
}

TEST_CASE("one bad page stops no other: missing, broken off, too large, looping, silent") {
  std::map<std::string, ServedAnswer> pages{
      {"/loop", {302, "", {"Location: /loop"}}},
      {"/short", {200, "반만", {}, 5000}},
      {"/large", {200, page("큰 글", std::string(300'000, 'a'))}},
      {"/slow", {200, page("늦은 글", "<p>글.</p>"), {}, 0, std::chrono::milliseconds(3000)}},
      {"/scheme", {302, "", {"Location: file:///etc/passwd"}}},
      {"/good", {200, page("좋은 글", "<p>글.</p><img src='/none.png'><img src='/text.png'>")}},
      {"/text.png", {200, "<html>그림이 아니다</html>"}}};
  const TestServer server(site(pages));
  FetchOptions options = quick();
  options.max_page_bytes = 100'000;
  options.limits.whole = std::chrono::milliseconds(300);
  options.manners.tries = 2;
  const Fetched fetched({server.address("/none"), server.address("/loop"), server.address("/short"),
                         server.address("/large"), server.address("/slow"),
                         server.address("/scheme"), server.address("/good")},
                        options);
  CHECK(fetched.series.posts == 1);
  CHECK(fetched.diagnostics.count(Severity::error) == 6);
  CHECK(fetched.diagnostics.count(Severity::warning) == 2);  // the pictures
  CHECK(fetched.diagnostics.content_lost());
  CHECK(server.count("/none") == 1);   // not tried again
  CHECK(server.count("/short") == 2);  // tried again
  CHECK(server.count("/loop") == 6);   // five redirects
}

TEST_CASE("a host that does not answer is given up after its first tries") {
  std::string gone;
  {
    const TestServer closed(site({}));
    gone = closed.address("/");
  }
  std::string body;
  for (int i = 0; i < 50; ++i) body += "<img src='" + gone + std::to_string(i) + ".png'>";
  const TestServer server(site({{"/1", {200, page("글", "<p>글.</p>" + body)}}}));
  FetchOptions options = quick();
  options.manners.backoff = std::chrono::milliseconds(50);
  const auto start = std::chrono::steady_clock::now();
  const Fetched fetched({server.address("/1")}, options);
  CHECK(fetched.diagnostics.count(Severity::warning) == 50);
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::milliseconds(2000));
}

TEST_CASE("a server in trouble is asked again") {
  int asked = 0;
  const TestServer server([&](const ServedRequest& request) -> ServedAnswer {
    if (request.path != "/1") return {404};
    return ++asked < 3 ? ServedAnswer{503} : ServedAnswer{200, page("글", "<p>글.</p>")};
  });
  const Fetched fetched({server.address("/1")}, quick());
  CHECK(fetched.series.posts == 1);
  CHECK(asked == 3);
}

TEST_CASE("requests to one host keep their distance") {
  const TestServer server(
      site({{"/1", {200, page("하나", "<p>글.</p>")}}, {"/2", {200, page("둘", "<p>글.</p>")}}}));
  FetchOptions options = quick();
  options.manners.delay = std::chrono::milliseconds(80);
  const Fetched fetched({server.address("/1"), server.address("/2")}, options);
  const auto requests = server.requests();
  REQUIRE(requests.size() == 3);
  CHECK(requests[1].at - requests[0].at >= std::chrono::milliseconds(75));
  CHECK(requests[2].at - requests[1].at >= std::chrono::milliseconds(75));
}

TEST_CASE("local and private addresses are refused unless allowed, before a byte is sent") {
  const TestServer server(site({{"/1", {200, page("글", "<p>글.</p>")}}}));
  FetchOptions options = quick();
  options.limits.allow_local = false;
  options.manners.tries = 1;
  std::string by_name = server.address("/1");
  by_name.replace(by_name.find("127.0.0.1"), 9, "localhost");
  const Fetched fetched({server.address("/1"), by_name}, options);
  CHECK(server.requests().empty());
  CHECK(fetched.series.posts == 0);
  CHECK(fetched.diagnostics.count(Severity::error) == 2);
  CHECK(fetched.first_problem().find("private or local") != std::string::npos);
}

TEST_CASE("packed and CP949 pages are read as what they are, and kept as they came") {
  // "등불" and "글이다" in CP949
  const std::string title = "\xB5\xEE\xBA\xD2", words = "\xB1\xDB\xC0\xCC\xB4\xD9";
  const TestServer server(site({
      {"/packed", {200, gzip(page("꾸린 글", "<p>글.</p>")), {"Content-Encoding: gzip"}}},
      {"/cp949",
       {200, "<html><head><title>" + title + "</title></head><body><article><h1>" + title +
                 "</h1><p>" + words + "</p></article></body></html>"}},
  }));
  const Fetched fetched({server.address("/packed"), server.address("/cp949")}, quick());
  REQUIRE(fetched.series.posts == 2);
  Diagnostics own;
  const Book book = fetched.book(own);
  std::vector<std::string> titles;
  for (const Post& post : book.parts[0].posts) titles.push_back(post.title);
  std::sort(titles.begin(), titles.end());
  CHECK(titles == std::vector<std::string>{"꾸린 글", "등불"});
  CHECK(read_file(fetched.folder.path() / "cp949.html").find(words) != std::string::npos);
}

TEST_CASE("no page is written outside the folder, and two never share a file") {
  const TestServer server(site({
      {"/a/b", {200, page("하나", "<p>글.</p>")}},
      {"/a-b", {200, page("둘", "<p>글.</p>")}},
      {"/%2e%2e%2f%2e%2e%2fout", {200, page("셋", "<p>글.</p>")}},
  }));
  const Fetched fetched(
      {server.address("/a/b"), server.address("/a-b"), server.address("/%2e%2e%2f%2e%2e%2fout")},
      quick());
  CHECK(fetched.series.posts == 3);
  Diagnostics own;
  CHECK(fetched.book(own).post_count() == 3);
}

TEST_CASE("what is no web address is a mistake of the command line") {
  Diagnostics diagnostics;
  const TemporaryFolder folder("fetch");
  CHECK_THROWS_AS(fetch_series({"ftp://example.com/"}, folder.path(), quick(), diagnostics), Error);
  CHECK_THROWS_AS(fetch_series({"글.html"}, folder.path(), quick(), diagnostics), Error);
}

}  // namespace munjip
