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

// As one text, which a failed check prints.
std::string joined(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& line : lines) out += line + "\n";
  return out;
}

std::string shown(const Post& post) {
  return joined(outline(post.body));
}

std::string body(std::string_view text) {
  return shown(read_post(text));
}

std::string lines(std::initializer_list<std::string> lines) {
  return joined(lines);
}

}  // namespace

// A formula is code: nothing in it is Markdown, typography or the end of a line.
TEST_CASE("formulas between dollars keep every sign") {
  for (const std::string formula :
       {"$s_1*h + s_2*k$", "$\\{n \\mid n_i\\}$", "$$a_1 \\\\ b_1 *c*$$", "$k$", "$p<q$", "$u&v^2$",
        "$1+1=2$", "$-1$", "$f'(x)=0$", "$c∈V$", "$u, v,w$", "$\\text{넓이}=2r$", "$a[1](b)=c$"}) {
    CAPTURE(formula);
    CHECK(body("넓이 " + formula + "은") == lines({"p 넓이 `" + formula + "`은"}));
    CHECK(body("- **" + formula + "**은 굵다") ==
          lines({"ul", " -", "  p <b>`" + formula + "`</b>은 굵다"}));
    CHECK(body("<p>글 " + formula + "</p>") == lines({"p 글 `" + formula + "`"}));
  }
  CHECK(body("| 앞 $x_1$ 과 $y_1$") == lines({"p | 앞 `$x_1$` 과 `$y_1$`"}));
  CHECK(body("$a &lt; b_1$") == lines({"p `$a < b_1$`"}));
  CHECK(body("곱 \\\\(p*q*r\\\\) 끝") == lines({"p 곱 `\\\\(p*q*r\\\\)` 끝"}));
}

TEST_CASE("formulas of their own lines are code of several lines") {
  const std::string expected = lines({"code tex:M = [1_a & 2_a \\\\\n\n- 3*4*5]\n"});
  CHECK(body("$$\nM = [1_a & 2_a \\\\\n\n- 3*4*5]\n$$") == expected);
  CHECK(body("$$M = [1_a & 2_a \\\\\n\n- 3*4*5]$$") == expected);
  CHECK(body("\\\\[\nM = [1_a & 2_a \\\\\n\n- 3*4*5]\n\\\\]") == expected);
  CHECK(body("\\[\nM = [1_a & 2_a \\\\\n\n- 3*4*5]\n\\]") == expected);
  CHECK(body("앞\n$$a_1 < b_1$$\n**뒤**") ==
        lines({"p 앞", "code tex:a_1 < b_1\n", "p <b>뒤</b>"}));
  CHECK(body("\\begin{align}\na_1 &= b_1 \\\\\n*c*\n\\end{align}\n\n뒤") ==
        lines({"code tex:\\begin{align}\na_1 &= b_1 \\\\\n*c*\n\\end{align}\n", "p 뒤"}));
  CHECK(body("> $$\n> a_1\n> $$\n> 뒤") == lines({"quote", "  code tex:a_1\n", "  p 뒤"}));
  CHECK(body("- 앞\n  $$\n  a_1\n  $$\n- 뒤") ==
        lines({"ul", " -", "  p 앞", "  code tex:a_1\n", " -", "  p 뒤"}));
  // Lines that stand outside the item are its text in Markdown too.
  CHECK(body("- 앞\n  $$\n*a* b_1\n$$") == lines({"ul", " -", "  p 앞 $$ *a* b_1 $$"}));
}

TEST_CASE("prices are no formulas, and code is no place for them") {
  for (const std::string prices :
       {"값은 $5, *싸게* $7", "1,000-2,000원에 $5-$10 *사이*", "$5/월 또는 *둘*에 $10/년이다",
        "10$-20$ *안팎*", "10$/*월*, 20$/*년*", "A$/*B*$", "$USD/*원*/$KRW",
        "$5/month or *ten* 10$", "$5<b>*쯤*</b>, $<b>6</b>", "\\$a *b* c_1\\$", "$ a+*b* $"}) {
    CAPTURE(prices);
    const std::string text = body(prices);
    CHECK(text.find('`') == std::string::npos);
    CHECK(std::count(text.begin(), text.end(), '$') ==
          std::count(prices.begin(), prices.end(), '$'));
    CHECK(text.find("<i>") != std::string::npos);
  }
  CHECK(body("$3*4*$5") == lines({"p $3<i>4</i>$5"}));
  CHECK(body("`$a_1*b*$`") == lines({"p `$a_1*b*$`"}));
  CHECK(body("`` `$a_1 `` *b* $") == lines({"p ``$a_1` <i>b</i> $"}));
  CHECK(body("```\n$$\n\\{a_1\n$$\n```") == lines({"code :$$\n\\{a_1\n$$\n"}));
  CHECK(body("앞\n\n    $a_1$\n    $$\n") == lines({"p 앞", "code :$a_1$\n$$\n"}));
  CHECK(body("\\[참고\\]") == lines({"p [참고]"}));
}

TEST_CASE("formulas leave addresses and the words of pictures whole") {
  const Post post = read_post("[$x_1$](https://a.b/$c_1$d) https://a.b/$c_1$d");
  CHECK(shown(post) ==
        lines({"p [`$x_1$`](https://a.b/$c_1$d) [https://a.b/$c_1$d](https://a.b/$c_1$d)"}));
  const Post picture = read_post("![넓이 $x_1$](들.png)\n");
  REQUIRE(picture.body.size() == 1);
  CHECK(std::get<Figure>(picture.body[0].is).images.front().alt == "넓이 $x_1$");
}

TEST_CASE("tags for pictures, boxes, videos and code show what they hold") {
  CHECK(body("{% asset_img 산.png 봄 산 %}") == lines({"figure 산.png"}));
  CHECK(body("{% img left /b/강.png 300 200 '\"강가\" \"x\"' %}") == lines({"figure /b/강.png"}));
  CHECK(body("{% include figure.html image_path=\"길.png\" caption=\"길\" %}") ==
        lines({"figure 길.png"}));
  const Post picture = read_post("{% asset_img 산.png 봄 산 %}");
  REQUIRE(picture.body.size() == 1);
  CHECK(marked(std::get<Figure>(picture.body[0].is).caption) == "봄 산");
  const Post box = read_post("{% include note.html content=\"꼭 **읽자**\" %}");
  CHECK(shown(box) == lines({"p 꼭 <b>읽자</b>"}));
  CHECK(box.dropped.size() == 1);
  CHECK(body("{% include video.html id=\"q1\" %}") == body("{% youtube q1 %}"));
  CHECK(body("{% codeblock lang:js %}\nlet *b* = 1;\n{% endcodeblock %}\n\n뒤") ==
        lines({"code js:let *b* = 1;\n", "p 뒤"}));
}

TEST_CASE("code between tags right below a video is code") {
  CHECK(body("{% youtube q1 %}\n{{< highlight go >}}\nx()\n{{< /highlight >}}\n") ==
        body("{% youtube q1 %}\n\n```go\nx()\n```\n"));
}

TEST_CASE("links of wikis are their words") {
  CHECK(body("[[봄 노래]]와 [[밑글|가을]], [[/가/나]]{겨울}") == lines({"p 봄 노래와 가을, 겨울"}));
  CHECK(body("![[들.png]]") == body("![](들.png)"));
  CHECK(body("[[1]](http://a.b) 또 [[ -f x ]] 또 `[[가]]`") ==
        lines({"p [[1]](http://a.b) 또 [[ -f x ]] 또 `[[가]]`"}));
}

TEST_CASE("kramdown reads Markdown within a division and hides its comments") {
  CHECK(body("<div markdown=\"1\">\n**굵은** 글\n\n- 하나\n</div>\n뒤") ==
        body("**굵은** 글\n\n- 하나\n\n<!-- -->\n뒤"));
  const Post hidden = read_post("앞\n\n{::comment}\n가린 말\n{:/comment}\n\n뒤");
  CHECK(shown(hidden) == lines({"p 앞", "p 뒤"}));
  CHECK(hidden.dropped.size() == 3);
}
