#include <doctest/doctest.h>

#include "source/content_text.h"
#include "source/reader.h"

using namespace munjip;

namespace {

struct Read {
  Post post;
  Diagnostics diagnostics;
};

Read read(std::string_view text, bool is_wanted = false) {
  Read result;
  SourceText source;
  source.file = "/nowhere/글.md";
  source.folder = "/nowhere";
  source.shown_file = "글.md";
  source.text = text;
  source.is_wanted = is_wanted;
  auto posts = read_markdown(source, result.diagnostics);
  if (!posts.empty()) result.post = std::move(posts.front());
  return result;
}

std::vector<std::string> body(std::string_view text) {
  return outline(read(text).post.body);
}

// The text of a body that is one paragraph.
std::string paragraph(std::string_view text) {
  const auto lines = body(text);
  return lines.size() == 1 ? lines.front().substr(2) : "not one paragraph";
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("emphasis between punctuation and a particle, as Korean writers mean it") {
  struct Case {
    const char *markdown, *expected;
  };
  const Case cases[] = {
      // CommonMark 0.30, 6.2 alone leaves the marks of these as text.
      {"**\"강조\"**는 굵다", "<b>\"강조\"</b>는 굵다"},
      {"**강조(설명)**을 보라", "<b>강조(설명)</b>을 보라"},
      {"*‘말’*은 기울다", "<i>‘말’</i>은 기울다"},
      {"**「책」**에서", "<b>「책」</b>에서"},
      {"**10%**가 올랐다", "<b>10%</b>가 올랐다"},
      {"**끝.**이라고 썼다", "<b>끝.</b>이라고 썼다"},
      {"그는**\"말\"**이라 했다", "그는<b>\"말\"</b>이라 했다"},
      {"그는**(말)** 했다", "그는<b>(말)</b> 했다"},
      {"***\"둘\"***은", "<i><b>\"둘\"</b></i>은"},
      {"~~\"지움\"~~은", "<s>\"지움\"</s>은"},
      {"__\"강조\"__는", "<b>\"강조\"</b>는"},
      {"**\"가\"**와 **\"나\"**는", "<b>\"가\"</b>와 <b>\"나\"</b>는"},
      {"**漢字(한자)**를", "<b>漢字(한자)</b>를"},
      {"**a (b)**를 쓰고 (가)**나**를", "<b>a (b)</b>를 쓰고 (가)<b>나</b>를"},
      {"**[책](http://a.b)**은", "<b>[책](http://a.b)</b>은"},
      {"**`코드`**는", "<b>`코드`</b>는"},
      // What CommonMark reads as emphasis stays so.
      {"**강조**는 *기울임*을", "<b>강조</b>는 <i>기울임</i>을"},
      {"**a**b", "<b>a</b>b"},
      // No emphasis: escapes, spaces inside, ranges, names, multiplication.
      {"\\*\\*\"강조\"\\*\\*는", "**\"강조\"**는"},
      {"** 강조 **는", "** 강조 **는"},
      {"3~5월, 10~20%가", "3~5월, 10~20%가"},
      {"snake_case_이름 함수", "snake_case_이름 함수"},
      {"__init__은 생성자", "__init__은 생성자"},
      {"2 * 3 * 4는 24", "2 * 3 * 4는 24"},
      // Never in code.
      {"`**\"강조\"**는`", "`**\"강조\"**는`"},
      {"``a`**(b)**는``", "`a`**(b)**는`"},
  };
  for (const Case& c : cases) CHECK_MESSAGE(paragraph(c.markdown) == c.expected, c.markdown);
}

TEST_CASE("Korean emphasis holds in lists, tables, quotations, headings and notes, not in code") {
  CHECK(body("- **\"가\"**는\n- 나") == Lines{"ul", " -", "  p <b>\"가\"</b>는", " -", "  p 나"});
  CHECK(body("|머리|\n|-|\n|**(가)**는|") == Lines{"th [p 머리]", "tr [p <b>(가)</b>는]"});
  CHECK(body("> **\"가\"**는") == Lines{"quote", "  p <b>\"가\"</b>는"});
  CHECK(body("## **\"가\"**는") == Lines{"h2 <b>\"가\"</b>는"});
  CHECK(body("```c\n**\"가\"**는\n```") == Lines{"code c:**\"가\"**는\n"});
  CHECK(body("글\n\n    **\"가\"**는\n") == Lines{"p 글", "code :**\"가\"**는\n"});
  const Read note = read("글[^1]이다.\n\n[^1]: **\"가\"**는\n");
  REQUIRE(note.post.notes.size() == 1);
  CHECK(outline(note.post.notes[0].body) == Lines{"p <b>\"가\"</b>는"});
}

TEST_CASE("addresses and raw HTML come through the emphasis untouched") {
  CHECK(paragraph("[글](http://a.b/\"*가)") == "[글](http://a.b/%22*%EA%B0%80)");
  CHECK(paragraph("<http://a.b/(x)*가>").find("\xEF\xB7\x90") == std::string::npos);
  CHECK(paragraph("<span title='\"*가'>글</span>") == "글");
}

TEST_CASE(
    "checklist 23: a newline within a paragraph is one space; two spaces before it break the "
    "line") {
  CHECK(paragraph("첫 줄\n둘째 줄") == "첫 줄 둘째 줄");
  CHECK(paragraph("첫 줄  \n둘째 줄") == "첫 줄|둘째 줄");
}

TEST_CASE("footnotes: marks, several marks, and a note that nothing refers to") {
  const Read result =
      read("가[^주]와 나[^2]와 다[^주].\n\n[^2]: 둘째\n[^주]: 첫째\n[^남]: 외톨이\n");
  CHECK(outline(result.post.body).front() == "p 가^0와 나^1와 다^0.");
  REQUIRE(result.post.notes.size() == 2);
  CHECK(outline(result.post.notes[0].body) == Lines{"p 첫째"});
  CHECK(outline(result.post.notes[1].body) == Lines{"p 둘째"});
  // Kept at the end, told with its line.
  std::string rest;
  for (const std::string& line : outline(result.post.body)) rest += line + "\n";
  CHECK(rest.find("외톨이") != std::string::npos);
  CHECK(rest.find("[^남]") == std::string::npos);
  REQUIRE(result.diagnostics.count(Severity::warning) == 1);
  CHECK(result.diagnostics.all()[0].at == SourceSpan{"글.md", {5, 1}});
}

TEST_CASE("tags that show pictures are pictures, and what follows them is Markdown") {
  const auto with_picture = [](std::string_view tag) {
    std::string lines;
    for (const std::string& line : body("앞\n\n" + std::string(tag) + "\n**굵게**\n"))
      lines += line + "\n";
    return lines;
  };
  for (const std::string_view tag : {"{% asset_img p1.png 골목 %}", "{% img right p1.png 골목 %}",
                                     "{% include figure.html src=\"p1.png\" caption=\"골목\" %}"}) {
    CAPTURE(tag);
    CHECK(with_picture(tag).find("p1.png") != std::string::npos);
    CHECK(with_picture(tag).find("<b>굵게</b>") != std::string::npos);
  }
  const Read included = read("{% include figure.html src=\"p1.png\" caption=\"골목\" %}\n");
  REQUIRE(included.post.body.size() == 1);
  CHECK(plain_text(std::get<Figure>(included.post.body[0].is).caption) == "골목");
  CHECK(body("{% youtube xyz %}\n{{< highlight go >}}\nf()\n{{< /highlight >}}\n").back() ==
        "code go:f()\n");
}

TEST_CASE("a note whose own words begin with its number keeps them") {
  for (const std::string words : {"1번째 주다", "1.5배 늘었다", "1 km를 걸었다"}) {
    const Read read_back = read("글[^1]이다.\n\n[^1]: " + words + "\n");
    REQUIRE(read_back.post.notes.size() == 1);
    CHECK(outline(read_back.post.notes[0].body) == Lines{"p " + words});
  }
}

TEST_CASE("what looks like a note in code is no note") {
  const Read result = read("```\n[^1]: x\n```\n");
  CHECK(outline(result.post.body) == Lines{"code :[^1]: x\n"});
  CHECK(result.diagnostics.empty());
}

TEST_CASE("positions count the file's lines, front matter included") {
  const Read result = read("---\ntitle: 글\n---\n\n첫 문단\n\n## 마디\n");
  REQUIRE(result.post.body.size() == 2);
  CHECK(result.post.body[0].at.line == 5);
  CHECK(result.post.body[1].at.line == 7);
}

TEST_CASE("front matter fills the post") {
  const Read result = read(
      "---\nlayout: post\ntitle: '[Java] \"자바\": 시작'\nsubtitle: 곁제목\ndate: 2018-08-04 "
      "10:00\n"
      "author: 아무개\ncategory: 기술\ntags: java 자바\npermalink: /java/\nlang: ko\nsitemap :\n  "
      "priority : 1.0\n---\n글\n");
  const Post& post = result.post;
  CHECK(post.title == "[Java] \"자바\": 시작");
  CHECK(post.author == "아무개");
  CHECK(post.category == "기술");
  CHECK(post.tags == std::vector<std::string>{"java", "자바"});
  CHECK(post.address == "/java/");
  REQUIRE(post.published.has_value());
  CHECK(iso_8601(*post.published) == "2018-08-04T10:00:00+09:00");
  CHECK(outline(post.body) == Lines{"p 곁제목", "p 글"});
  CHECK(post.body[0].classes == std::vector<std::string>{"subtitle"});
  CHECK(result.diagnostics.empty());
}

TEST_CASE("drafts are left out with a note, unless they are asked for") {
  CHECK(read("---\ntitle: 글\ndraft: true\n---\n글\n").post.body.empty());
  CHECK(read("---\ntitle: 글\npublished: false\n---\n글\n").diagnostics.count(Severity::note) == 1);
  CHECK(outline(read("---\ntitle: 글\ndraft: true\n---\n글\n", true).post.body) == Lines{"p 글"});
}

TEST_CASE("without a title the first heading of level 1 gives it") {
  CHECK(read("# 제목 *하나*\n\n글\n").post.title == "제목 하나");
  CHECK(read("글\n\n# 마디\n").post.title.empty());
  CHECK(read("---\ntitle: 앞\n---\n# 뒤\n").post.title == "앞");
}

TEST_CASE("Liquid, attribute lists and shortcodes do not print") {
  CHECK(paragraph("![그림]({{ site.url }}{{ site.baseurl }}/a/b.png)").empty() == false);
  CHECK(body("![그림]({{ site.url }}{{ site.baseurl }}/a/b.png){: .align-center}") ==
        Lines{"figure /a/b.png"});
  CHECK(body("![그림]({{ \"/a/b.png\" | relative_url }})") == Lines{"figure /a/b.png"});
  CHECK(body("{% highlight java %}\nint a = \"{{ x }}\"; // **\"가\"**는\n{% endhighlight %}\n") ==
        Lines{"code java:int a = \"{{ x }}\"; // **\"가\"**는\n"});
  CHECK(body("글이다.\n{: .notice}\n") == Lines{"p 글이다."});
  CHECK(body("글이다.\n{: .notice}---\n\n다음\n") == Lines{"p 글이다.", "hr", "p 다음"});
  CHECK(body("{{< figure src=\"a.png\" caption=\"설명\" >}}\n") == Lines{"figure a.png"});
  CHECK(body("{% include gallery id=\"x\" %}\n\n글\n") == Lines{"p 글"});
  CHECK(body("{% comment %}\n숨은 글\n{% endcomment %}\n\n글\n") == Lines{"p 글"});
  const Read dropped = read("글\n{: .notice}\n\n{% include toc.html %}\n");
  REQUIRE(dropped.post.dropped.size() == 2);
  CHECK(dropped.post.dropped[0].text == "{: .notice}");
  CHECK(dropped.post.dropped[0].at.line == 2);
  CHECK(dropped.post.dropped[1].reason == DropReason::embed);
}

TEST_CASE("ids of headings name the headings, a marker for contents goes") {
  const Read result = read("* TOC\n{:toc}\n\n## 마디 {#here}\n\n[저기](#here)\n");
  CHECK(outline(result.post.body) == Lines{"h2 마디", "p [저기](#here)"});
  CHECK(std::get<Heading>(result.post.body[0].is).id == "here");
  REQUIRE(result.post.dropped.size() == 3);
  CHECK(result.post.dropped[0].text == "* TOC");
  CHECK(result.post.dropped[0].at.line == 1);
}

TEST_CASE("in code the same signs are the author's text") {
  CHECK(paragraph("`{{ site.url }}`와 `{: .a}`") == "`{{ site.url }}`와 `{: .a}`");
  CHECK(body("```\n{% include x %}\n{: .a}\n```\n") == Lines{"code :{% include x %}\n{: .a}\n"});
  CHECK(body("```\n{% comment %}\n```\n\n글\n") == Lines{"code :{% comment %}\n", "p 글"});
}

TEST_CASE("tables with more cells than a book can hold become text with a warning") {
  std::string markdown = "|";
  for (int i = 0; i < 300; ++i) markdown += "a|";
  markdown += "\n|";
  for (int i = 0; i < 300; ++i) markdown += "-|";
  const Read result = read(markdown + "\n|b|\n");
  CHECK(outline(result.post.body).front().starts_with("p |a|a|"));
  CHECK(result.diagnostics.count(Severity::warning) == 1);
}

TEST_CASE("velog shows a line's end as a break, and its embeds as what they lead to") {
  constexpr std::string_view kHead =
      "---\ntitle: \"봄\"\ndescription: \"길\"\ndate: 2021-03-13T07:06:53.888Z\n"
      "tags: [\"일상\"]\n---\n";
  CHECK(body(std::string(kHead) + "첫 줄\n둘째 줄") == Lines{"p 첫 줄|둘째 줄"});
  CHECK(body("첫 줄\n둘째 줄\n\n![](https://velog.velcdn.com/images/a/b.png)").front() ==
        "p 첫 줄|둘째 줄");
  CHECK(body("첫 줄\n둘째 줄") == Lines{"p 첫 줄 둘째 줄"});
  CHECK(body("앞\n\n!youtube[abc123]\n\n뒤") ==
        Lines{"p 앞", "box  <https://www.youtube.com/watch?v=abc123>", "p 뒤"});
  CHECK(body("```\n!youtube[abc123]\n```") == Lines{"code :!youtube[abc123]\n"});
}

TEST_CASE("quoted properties under a named title, as programs that export from Notion write them") {
  const Read page = read("# Title: 봄 길\n\n> Tags: 산책, 꽃\n\n\n# 첫 장\n\n걷는다.");
  CHECK(page.post.title == "봄 길");
  CHECK(page.post.tags == std::vector<std::string>{"산책", "꽃"});
  CHECK(outline(page.post.body) == Lines{"h1 첫 장", "p 걷는다."});
}

TEST_CASE("Tistory's tokens in Markdown keep their signs") {
  CHECK(body("[##_1C|내_그림 *1*.png|width=\"1\"|봄_길_##]") == Lines{"figure 내_그림 *1*.png"});
  const Read read_json = read(
      "앞\n\n[##_Image|kage@a/b_c/img.jpg|CDM|1.3|{\"filename\":\"a_b.jpg\","
      "\"caption\":\"http://a.example <길>\"}_##]\n\n뒤");
  const auto lines = outline(read_json.post.body);
  REQUIRE(lines.size() == 3);
  CHECK(lines[1].starts_with("figure "));
  CHECK(body("`[##_a_##]`와 _강조_") == Lines{"p `[##_a_##]`와 <i>강조</i>"});
}
