// What developers write in Markdown that CommonMark does not know, and what is often written wrong.
#include <doctest/doctest.h>

#include "source/markdown_reading.h"

using namespace munjip;
using namespace munjip::test;

TEST_CASE("marks, small letters and emoji by name; what only looks like them stays") {
  CHECK(body("==꼭 **읽을** 글==이다") == "p <mark>꼭 <b>읽을</b> 글</mark>이다\n");
  CHECK(body("H~2~O와 x^2^, 10^-3^, m^2^는") ==
        "p H<sub>2</sub>O와 x<sup>2</sup>, 10<sup>-3</sup>, m<sup>2</sup>는\n");
  CHECK(body(":tada: 끝났다 :+1:") == "p 🎉 끝났다 👍\n");
  for (const std::string_view text :
       {"a == b, x==1 && y==2", "3~5월과 1~2~3", "^_^ 그리고 ^^",
        "10:30:20 그리고 :모름: 또는 a:x:b", "[가](https://a.b/x==y==?q=H~2~O)"}) {
    CAPTURE(text);
    CHECK(body(text) == "p " + std::string(text) + "\n");
  }
  CHECK(body("\\==글==, \\:x:, x\\^2^") == "p ==글==, :x:, x^2^\n");
  CHECK(body("`==a==` `:x:`") == "p `==a==` `:x:`\n");
  CHECK(body("글\n\n    ==a== :x: {% if %}\n\n```\n==a== :x:\n```") ==
        "p 글\ncode :==a== :x: {% if %}\n\ncode :==a== :x:\n\n");
  CHECK(body("<pre>\nx^2^ :x:\n</pre>") == "code :x^2^ :x:\n\n");
  CHECK(body("제목\n====\n") == "h1 제목\n");
}

TEST_CASE("a note written where its mark stands is a note") {
  const Post post =
      read_post("걸었다^[어제의 [일](https://a.b)이다.]. 또 ^[a-z] 무늬와 [^1].\n\n[^1]: 주\n");
  CHECK(shown(post) == "p 걸었다^0. 또 ^[a-z] 무늬와 ^1.\n");
  REQUIRE(post.notes.size() == 2);
  CHECK(lines(outline(post.notes[0].body)) == "p 어제의 [일](https://a.b)이다.\n");
}

TEST_CASE("notes of several paragraphs keep all of them, tags within them are read") {
  const Post post =
      read_post("글[^1].\n\n[^1]: 첫 문단\n\n    둘째 **문단** :x:\n\n    - 하나\n\n다음");
  CHECK(shown(post) == "p 글^0.\np 다음\n");
  REQUIRE(post.notes.size() == 1);
  CHECK(lines(outline(post.notes[0].body)) ==
        "p 첫 문단\np 둘째 <b>문단</b> ❌\nul\n -\n  p 하나\n");
}

// GFM 4.10: "The excess is ignored".
TEST_CASE("rows with more cells than the head of their table keep them") {
  CHECK(body("| 가 | 나 |\n|---|---|\n| 하나 | 둘 | 셋 |\n| 넷 |") ==
        "th [p 가] [p 나] []\ntr [p 하나] [p 둘] [p 셋]\ntr [p 넷] [] []\n");
  CHECK(body("가 | 나 | 다\n---|---\n하나 | 둘 | 셋") ==
        "th [p 가] [p 나] [p 다]\ntr [p 하나] [p 둘] [p 셋]\n");
  CHECK(body("| 식 | 뜻 |\n|---|---|\n| `a|b` | 둘 |\n| `a\\|b` | 셋<br/>넷 |") ==
        "th [p 식] [p 뜻]\ntr [p `a|b`] [p 둘]\ntr [p `a|b`] [p 셋|넷]\n");
  CHECK(body("글\n\n    | 가 |\n    |-") == "p 글\ncode :| 가 |\n|-\n\n");
}

TEST_CASE("pictures and links whose address has spaces, brackets or a size are found") {
  CHECK(body("![산](내 산.png)") == body("![산](<내 산.png>)"));
  CHECK(body("![산](그림 (1).png \"봄 산\")") == body("![산](<그림 (1).png> \"봄 산\")"));
  CHECK(body("![산](산.png =300x200)") == body("![산](산.png)"));
  CHECK(body("[글](내 글.md#마디)") == body("[글](<내 글.md#마디>)"));
  CHECK(body("![산]({{ site.url }}/내 산.png)") == body("![산](</내 산.png>)"));
  CHECK(body("[참고](표 1.2)") == "p [참고](표 1.2)\n");
  CHECK(body("<img src=\"{{ '/산.png' | absolute_url }}\">") == "figure /산.png\n");
}

TEST_CASE("headings of older programs, and tags") {
  CHECK(body("글\n\n##둘째 마디\n\n글") == "p 글\nh2 둘째 마디\np 글\n");
  CHECK(body("#봄 글") == "p #봄 글\n");
  CHECK(body("##봄 ##여름") == "p ##봄 ##여름\n");
}

TEST_CASE("what sites and programs keep for themselves does not print, and is told") {
  const Post post = read_post(
      "[TOC]\n\n[[toc]]\n\nHTML이다\n\n*[HTML]: Hyper Text\n\n%% 나만 볼 글 %%\n\n글이다 "
      "^a1b2c3\n");
  CHECK(shown(post) == "p HTML이다\np 글이다\n");
  CHECK(post.dropped.size() == 5);
  CHECK(body("*[주]: 설명") == "p *[주]: 설명\n");
}

TEST_CASE("the language of code in braces is its language") {
  CHECK(body("```{.python .numberLines}\na\n```") == "code python:a\n\n");
  CHECK(body("``` {r, echo=FALSE}\na\n```") == "code r:a\n\n");
  CHECK(body("```js {1,3}\na\n```") == "code js:a\n\n");
}

TEST_CASE("folded passages with an empty line hold Markdown") {
  CHECK(
      body(
          "<details>\n<summary>접기</summary>\n\n속 **글**\n\n```js\na\n```\n\n</details>\n\n뒤") ==
      "group\n  p 접기\n  p 속 <b>글</b>\n  code js:a\n\np 뒤\n");
  CHECK(body("<details markdown=\"1\">\n<summary>접기</summary>\n속 **글**\n</details>\n\n뒤") ==
        "group\n  p 접기\n  p 속 <b>글</b>\np 뒤\n");
  CHECK(body("<div markdown=\"span\">속 **글**</div>\n\n뒤") == "p 속 <b>글</b>\np 뒤\n");
  CHECK(body("<p markdown=\"1\">속 **글**</p>") == "p 속 <b>글</b>\n");
}
