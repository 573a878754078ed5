// What programs for sites and wikis add to Markdown: formulas, tags, links between pages.
#include <doctest/doctest.h>

#include "source/content_text.h"
#include "source/reader.h"

using namespace munjip;

namespace {

Post read_post(std::string_view text) {
  Diagnostics diagnostics;
  SourceText source;
  source.file = "/nowhere/글.md";
  source.folder = "/nowhere";
  source.shown_file = "글.md";
  source.text = text;
  auto posts = read_markdown(source, diagnostics);
  return posts.empty() ? Post() : std::move(posts.front());
}

std::vector<std::string> body(std::string_view text) {
  return outline(read_post(text).body);
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("formulas between dollars keep every sign") {
  for (const std::string_view written :
       {"넓이 $s_1*h + s_2*k$ 이다", "집합 $\\{n \\mid n_i\\}$ 이다",
        "곧 $$a_1 \\\\ b_1 *c*$$ 이다", "글자 $k$ 와 $p<q$ 와 $u&v^2$", "| 앞 $x_1$ 과 $y_1$"}) {
    CHECK(body(written) == Lines{"p " + std::string(written)});
  }
  CHECK(body("<p>$a &amp; b_1$</p>") == Lines{"p $a & b_1$"});
  CHECK(body("곱 \\\\(p*q*r\\\\) 끝") == Lines{"p 곱 \\(p*q*r\\) 끝"});
  CHECK(body("$$\nM = [1_a & 2_a \\\\\n- 3*4*5]\n$$") ==
        Lines{"p $$ M = [1_a & 2_a \\\\ - 3*4*5] $$"});
}

TEST_CASE("prices are no formulas, and code is no place for them") {
  CHECK(body("값은 $5, *싸게* $7") == Lines{"p 값은 $5, <i>싸게</i> $7"});
  CHECK(body("$3*4*$5") == Lines{"p $3<i>4</i>$5"});
  CHECK(body("`$a_1*b*$`") == Lines{"p `$a_1*b*$`"});
  CHECK(body("```\n$$\n\\{a_1\n$$\n```") == Lines{"code :$$\n\\{a_1\n$$\n"});
  CHECK(body("\\$a *b* c_1\\$") == Lines{"p $a <i>b</i> c_1$"});
}

TEST_CASE("tags for pictures, boxes, videos and code show what they hold") {
  CHECK(body("{% asset_img 산.png 봄 산 %}") == Lines{"figure 산.png"});
  CHECK(body("{% img left /b/강.png 300 200 '\"강가\" \"x\"' %}") == Lines{"figure /b/강.png"});
  CHECK(body("{% include figure.html image_path=\"길.png\" caption=\"길\" %}") ==
        Lines{"figure 길.png"});
  const Post picture = read_post("{% asset_img 산.png 봄 산 %}");
  REQUIRE(picture.body.size() == 1);
  CHECK(marked(std::get<Figure>(picture.body[0].is).caption) == "봄 산");
  const Post box = read_post("{% include note.html content=\"꼭 **읽자**\" %}");
  CHECK(outline(box.body) == Lines{"p 꼭 <b>읽자</b>"});
  CHECK(box.dropped.size() == 1);
  CHECK(body("{% include video.html id=\"q1\" %}") == body("{% youtube q1 %}"));
  CHECK(body("{% codeblock lang:js %}\nlet *b* = 1;\n{% endcodeblock %}\n\n뒤") ==
        Lines{"code js:let *b* = 1;\n", "p 뒤"});
}

TEST_CASE("code between tags right below a video is code") {
  const Lines lines = body("{% youtube q1 %}\n{{< highlight go >}}\nx()\n{{< /highlight >}}\n");
  REQUIRE(lines.size() >= 2);
  CHECK(lines.back() == "code go:x()\n");
}

TEST_CASE("links of wikis are their words") {
  CHECK(body("[[봄 노래]]와 [[밑글|가을]], [[/가/나]]{겨울}") == Lines{"p 봄 노래와 가을, 겨울"});
  CHECK(body("![[들.png]]") == body("![](들.png)"));
  CHECK(body("[[1]](http://a.b) 또 [[ -f x ]] 또 `[[가]]`") ==
        Lines{"p [[1]](http://a.b) 또 [[ -f x ]] 또 `[[가]]`"});
}

TEST_CASE("kramdown reads Markdown within a division and hides its comments") {
  CHECK(body("<div markdown=\"1\">\n**굵은** 글\n\n- 하나\n</div>\n뒤") ==
        body("**굵은** 글\n\n- 하나\n\n<!-- -->\n뒤"));
  const Post hidden = read_post("앞\n\n{::comment}\n가린 말\n{:/comment}\n\n뒤");
  CHECK(outline(hidden.body) == Lines{"p 앞", "p 뒤"});
  CHECK(hidden.dropped.size() == 3);
}
