#include <doctest/doctest.h>

#include "book/build_posts.h"

using namespace munjip;
using namespace munjip::testing;

namespace {

struct Resolved {
  std::string body, warnings;
};

// The first of the posts after all have been put into a book.
Resolved resolved(std::vector<Post> posts) {
  Diagnostics diagnostics;
  const Book book = book_of(std::move(posts), diagnostics);
  CHECK(fault_lines(book) == "");
  return {body_of(book), english(diagnostics)};
}

Post linking(std::string target) {
  return post("글", {paragraph({link(std::move(target), {text("가")})})});
}

std::string linked_to(const char* anchor) {
  return std::string("<p><a href=\"#") + anchor + "\">가</a></p>\n";
}

}  // namespace

TEST_CASE("links to the address of a post in the book lead to the post") {
  Post other = post("다른 글", {heading(2, "절", "절")});
  other.address = "https://blog.tistory.com/entry/다른-글";
  other.number = 12;
  for (const char* target :
       {"https://blog.tistory.com/entry/%EB%8B%A4%EB%A5%B8-%EA%B8%80",
        "http://m.blog.tistory.com/entry/다른-글/", "https://blog.tistory.com/12",
        "https://blog.tistory.com/m/12?category=3#없는-곳"}) {
    CAPTURE(target);
    CHECK(resolved({linking(target), other}).body == linked_to("post-2"));
  }
  CHECK(resolved({linking("https://blog.tistory.com/12#%EC%A0%88"), other}).body ==
        linked_to("post-2-h1"));
  CHECK(resolved({linking("https://other.tistory.com/12"), other}).body ==
        "<p><a href=\"https://other.tistory.com/12\">가</a></p>\n");
  CHECK(resolved({linking("https://blog.tistory.com/"), other}).body ==
        "<p><a href=\"https://blog.tistory.com/\">가</a></p>\n");
}

TEST_CASE("links to the file of a post in the book lead to the post") {
  Post other = post("다른 글", {heading(2, "절", "sec")});
  other.file = "글/다른 글.md";
  Post from = linking("");
  from.file = "글/하나/글.md";
  for (const char* target :
       {"../다른 글.md", "../%EB%8B%A4%EB%A5%B8%20%EA%B8%80.md", "../다른 글.html", "../다른 글"}) {
    CAPTURE(target);
    from.body = linking(target).body;
    CHECK(resolved({from, other}).body == linked_to("post-2"));
  }
  from.body = linking("../다른 글.html#sec").body;
  CHECK(resolved({from, other}).body == linked_to("post-2-h1"));
}

TEST_CASE("links within the blog find Jekyll posts and Tistory backups") {
  Post jekyll = post("글 둘", {paragraph("나")});
  jekyll.file = "_posts/2024-01-31-second.md";
  CHECK(resolved({linking("/2024/01/31/second.html"), jekyll}).body == linked_to("post-2"));
  CHECK(resolved({linking("/2024/01/31/second/"), jekyll}).body == linked_to("post-2"));
  Post backup = post("글 셋", {paragraph("나")});
  backup.file = "12/12-글-셋.html";
  backup.number = 12;
  CHECK(resolved({linking("/12"), backup}).body == linked_to("post-2"));
  CHECK(resolved({linking("/entry/글-셋"), backup}).body == linked_to("post-2"));
}

TEST_CASE("a link that names a post finds it by its file, its title and the end of its address") {
  Post other = post("여름 (비)", {heading(2, "절", "sec")});
  other.file = "글/2024-06-01-summer rain.md";
  other.address = "/posts/여름-비/";
  Post bundle = post("가을", {paragraph("나")});
  bundle.file = "글/fall/index.md";
  const auto named = [&](const char* name) {
    Post from = post("글", {paragraph({link(name, {text("가")})})});
    from.file = "글/글.md";
    auto& paragraph_is = std::get<Paragraph>(from.body.front().is);
    std::get<Link>(paragraph_is.content.front().is).names_post = true;
    return resolved({from, other, bundle});
  };
  for (const char* name : {"여름 (비)", "여름 비", "여름-비", "summer rain", "Summer-Rain.md",
                           "2024-06-01-summer rain", "_posts/2024-06-01-summer-rain.md",
                           "posts/summer rain", "여름 비#없는 곳"}) {
    CAPTURE(name);
    CHECK(named(name).body == linked_to("post-2"));
    CHECK(named(name).warnings.empty());
  }
  CHECK(named("여름 비#절").body == linked_to("post-2-h1"));
  CHECK(named("fall").body == linked_to("post-3"));
  CHECK(named("겨울").body == "<p>가</p>\n");
  CHECK(named("겨울").warnings.find("겨울") != std::string::npos);
  CHECK(named("#없는 곳").body == "<p>가</p>\n");
}

TEST_CASE("places within a post lead there, unknown ones are text") {
  Post from =
      post("글", {heading(2, "절", "절"), paragraph({anchor("곳"), text("나")}),
                  paragraph({link("#절", {text("절로")}), link("#%EA%B3%B3", {text("곳으로")}),
                             link("#top", {text("위로")}), link("#none", {text("단추")})})});
  const Resolved result = resolved({from});
  CHECK(result.body ==
        "<h2 id=\"post-1-h1\">절</h2>\n<p><a id=\"post-1-a1\"></a>나</p>\n"
        "<p><a href=\"#post-1-h1\">절로</a><a href=\"#post-1-a1\">곳으로</a><a "
        "href=\"#post-1\">위로</a>단추</p>\n");
  CHECK(
      result.warnings.find("this links to no place in the post, so the link was left out: #none") !=
      std::string::npos);
}

TEST_CASE("a Tistory address that holds a title leads to the one post of that title") {
  Post other = post("다른 글, 그리고 (2)", {paragraph("나")});
  other.address = "https://blog.tistory.com/12";
  const auto lead = [&](const char* target) { return resolved({linking(target), other}).body; };
  CHECK(lead("https://blog.tistory.com/entry/다른-글-그리고-2") == linked_to("post-2"));
  CHECK(lead("/entry/%EB%8B%A4%EB%A5%B8-%EA%B8%80-%EA%B7%B8%EB%A6%AC%EA%B3%A0-2") ==
        linked_to("post-2"));
  Post headed = post("둘째", {heading(2, "길 위에서", "")});
  headed.address = "https://blog.tistory.com/13";
  CHECK(resolved({linking("/entry/길-위에서"), headed}).body == linked_to("post-2"));
  // Another blog's, and a title that two posts have.
  CHECK(lead("https://other.tistory.com/entry/다른-글-그리고-2") != linked_to("post-2"));
  CHECK(resolved({linking("https://blog.tistory.com/entry/다른-글-그리고-2"), other, other}).body !=
        linked_to("post-2"));
}

TEST_CASE("a place without a name is known by its heading") {
  Post from = post("하나", {heading(2, "둘째 마디: 길", ""),
                            paragraph({link("#둘째-마디-길", {text("가")}),
                                       link("#하나", {text("나")}), link("#셋째", {text("다")})})});
  CHECK(resolved({from}).body.ends_with(
      "<p><a href=\"#post-1-h1\">가</a><a href=\"#post-1\">나</a>다</p>\n"));
}

TEST_CASE("a link to a page of the blog that is not in the book is text, with a warning") {
  const auto check_dead = [](const char* from, const char* target) {
    CAPTURE(target);
    Post linked = linking(target);
    linked.address = from;
    const Resolved dead = resolved({linked});
    CHECK(dead.body.ends_with("<p>가</p>\n"));
    CHECK(dead.warnings.find("what this links to is not in the book, so the link was left out: " +
                             std::string(target)) != std::string::npos);
  };
  check_dead("", "없는 글.html");
  const char* blog = "https://blog.tistory.com/1";
  for (const char* target :
       {"/notice/3", "/category/우물", "https://blog.tistory.com/999",
        "http://m.blog.tistory.com/entry/없는-글#절", "//blog.tistory.com/999.html", "2"}) {
    check_dead(blog, target);
  }
  // On a host that many share, the blog is the one of its name.
  check_dead("https://blog.naver.com/rain/1", "https://m.blog.naver.com/rain/999");
  check_dead("https://blog.naver.com/rain/1",
             "https://blog.naver.com/PostView.naver?blogId=rain&logNo=999");
  check_dead("https://brunch.co.kr/@rain/1", "https://brunch.co.kr/@rain/999");
}

TEST_CASE("the blog's front page, its files, and other blogs of its host stay links") {
  const auto check_kept = [](const char* from, const char* target, const char* kept) {
    CAPTURE(target);
    Post linked = linking(target);
    linked.address = from;
    const Resolved result = resolved({linked});
    CHECK(result.body.ends_with("<p><a href=\"" + std::string(kept) + "\">가</a></p>\n"));
    CHECK(result.warnings.empty());
  };
  const char* blog = "https://blog.tistory.com/1";
  check_kept(blog, "https://blog.tistory.com", "https://blog.tistory.com");
  check_kept(blog, "/", "https://blog.tistory.com/");
  check_kept(blog, "/attachment/cfile1.hwp", "https://blog.tistory.com/attachment/cfile1.hwp");
  check_kept(blog, "https://blog.tistory.com/files/지도.pdf",
             "https://blog.tistory.com/files/지도.pdf");
  check_kept(blog, "https://other.tistory.com/2", "https://other.tistory.com/2");
  check_kept("https://blog.naver.com/rain/1", "https://blog.naver.com/snow/1",
             "https://blog.naver.com/snow/1");
  check_kept("https://velog.io/@rain/a", "https://velog.io/@snow/a", "https://velog.io/@snow/a");
}

TEST_CASE("buttons and other schemes are text, without a word") {
  for (const char* target : {"", "#", "javascript:void(0)", "JavaScript:alert(1)",
                             "data:text/html,x", "file:///etc/passwd"}) {
    CAPTURE(target);
    const Resolved result = resolved({linking(target)});
    CHECK(result.body == "<p>가</p>\n");
    CHECK(result.warnings.empty());
  }
  CHECK(resolved({linking("mailto:a@example.com")}).body ==
        "<p><a href=\"mailto:a@example.com\">가</a></p>\n");
  CHECK(resolved({linking("http://")}).warnings.find("this is no address") != std::string::npos);
}

TEST_CASE("anchors of different posts do not meet, and unused ones go") {
  Diagnostics diagnostics;
  const Post same =
      post("글", {heading(2, "절", "절"), heading(2, "절", "절"),
                  paragraph({anchor("절"), text("나")}), paragraph({link("#절", {text("가")})})});
  const Book book = book_of({same, same}, diagnostics);
  CHECK(check_book(book).empty());
  CHECK(body_of(book).ends_with("<p>나</p>\n<p><a href=\"#post-1-h1\">가</a></p>\n"));
}

TEST_CASE("anchors of blank paragraphs move to what follows, at the end to what stands before") {
  CHECK(resolved({post("글", {paragraph({anchor("a")}),
                              {List{ListMarker::bullet, 1, {{{paragraph("나")}}}}},
                              paragraph({link("#a", {text("가")}), link("#b", {text("다")})}),
                              paragraph({anchor("b"), text(" ")})})})
            .body ==
        "<ul>\n<li>\n<p><a id=\"post-1-a1\"></a>나</p>\n</li>\n</ul>\n"
        "<p><a href=\"#post-1-a1\">가</a><a href=\"#post-1-a2\">다</a><a "
        "id=\"post-1-a2\"></a></p>\n");
}

TEST_CASE("a link box leads to its post in the book; of a film the box leads to the blog") {
  Post other = post("다른 글", {paragraph("다.")});
  other.address = "https://blog.tistory.com/12";
  LinkBox card;
  card.target = "https://m.blog.tistory.com/12";
  LinkBox dead;
  dead.title = "없는 글";
  dead.target = "https://blog.tistory.com/999";
  LinkBox film;
  film.kind = LinkBoxKind::video;
  film.title = "film.mp4";
  film.target = "film.mp4";
  LinkBox own;
  own.kind = LinkBoxKind::video;
  own.title = "비";
  own.target = "https://blog.tistory.com/1";
  Post from = post("글", {{card}, {dead}, {film}, {own}});
  from.address = "https://blog.tistory.com/1";
  const Resolved result = resolved({from, other});
  CHECK(result.body ==
        "<p class=\"address\">https://blog.tistory.com/1</p>\n"
        "<div class=\"link-box card\">\n<a href=\"#post-2\">다른 글</a>\n</div>\n"
        "<div class=\"link-box card\">\n<a href=\"\">없는 글</a>\n</div>\n"
        "<div class=\"link-box video\">\n<a href=\"https://blog.tistory.com/film.mp4\">film.mp4</a>"
        "\n</div>\n"
        "<div class=\"link-box video\">\n<a href=\"https://blog.tistory.com/1\">비</a>\n</div>\n");
  CHECK(result.warnings.find("https://blog.tistory.com/999") != std::string::npos);
  from.address.clear();
  CHECK(resolved({from}).body.find("<a href=\"\">film.mp4</a>") != std::string::npos);
}

TEST_CASE("link boxes lead to the web or nowhere; an attached file is lost") {
  LinkBox card;
  card.title = "카드";
  card.target = "https://example.com/a b";
  LinkBox attached;
  attached.kind = LinkBoxKind::file;
  attached.target = "files/a.hwp";
  const Resolved result = resolved({post("글", {{card}, {attached}})});
  CHECK(result.body ==
        "<div class=\"link-box card\">\n<a href=\"https://example.com/a%20b\">카드</a>\n</div>\n"
        "<div class=\"link-box file\">\n<a href=\"\">첨부 파일</a>\n</div>\n");
  CHECK(result.warnings.find("an attached file cannot stand in a book: files/a.hwp") !=
        std::string::npos);
}
