// What programs for sites and wikis add to Markdown: formulas, links between pages, kramdown.
#include <doctest/doctest.h>

#include "source/markdown_reading.h"

using namespace munjip;
using namespace munjip::test;

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

TEST_CASE("links of wikis lead to posts by their names") {
  CHECK(body("[[봄 노래]]와 [[밑글|가을]], [[/가/나]]{겨울}") ==
        "p [봄 노래](봄 노래)와 [가을](밑글), [겨울](/가/나)\n");
  CHECK(body("[[글#마디]], [[글#^b1]], [[#마디]], [[글#마디|그 마디]]") ==
        "p [글 > 마디](글#마디), [글](글#^b1), [마디](#마디), [그 마디](글#마디)\n");
  CHECK(body("| 이름 |\n|---|\n| [[밑글\\|가을]] |") == "th [p 이름]\ntr [p [가을](밑글)]\n");
  CHECK(body("![[들.png]]") == body("![](들.png)"));
  CHECK(body("![[들.png|300]]") == body("![](들.png)"));
  CHECK(body("![[밑글]]") == "p [밑글](밑글)\n");
  CHECK(body("[[1]](http://a.b) 또 [[ -f x ]] 또 `[[가]]` 또 [[\"가\"]]") ==
        "p [[1]](http://a.b) 또 [[ -f x ]] 또 `[[가]]` 또 [[\"가\"]]\n");
}

TEST_CASE("kramdown reads Markdown within a division and hides its comments") {
  CHECK(body("<div markdown=\"1\">\n**굵은** 글\n\n- 하나\n</div>\n뒤") ==
        body("**굵은** 글\n\n- 하나\n\n<!-- -->\n뒤"));
  const Post hidden = read_post("앞\n\n{::comment}\n가린 말\n{:/comment}\n\n뒤");
  CHECK(shown(hidden) == lines({"p 앞", "p 뒤"}));
  CHECK(hidden.dropped.size() == 3);
  CHECK(body("앞 {::comment}가린 말{:/} 뒤") == "p 앞 뒤\n");
  CHECK(body("앞\n\n{::comment}\n안 닫힌 말") == "p 앞\np 안 닫힌 말\n");
  CHECK(body("{::options parse_block_html=\"true\" /}\n\n글") == "p 글\n");
  CHECK(body("{::nomarkdown}\n<p>글</p>\n{:/nomarkdown}\n\n끝") == "p 글\np 끝\n");
}

// kramdown 2, "Attribute List Definitions", "Inline/Block Attribute Lists".
TEST_CASE("attribute lists leave no trace, and what only looks like one stays") {
  CHECK(body("글\n{:.notice}\n\n끝") == "p 글\np 끝\n");
  CHECK(body("글\n{: #here .notice--info title=\"제목 {글}\" }\n\n끝") == "p 글\np 끝\n");
  CHECK(body("*글*{: .red}과 글") == "p <i>글</i>과 글\n");
  CHECK(body("{:refdef: style=\"text-align: center;\"}\n글\n{: refdef}") == "p 글\n");
  CHECK(body("## 마디 {: #here}\n\n글") == "h2 마디\np 글\n");
  CHECK(body("그 값은 {:ok, 값} 또는 {:ok}이다") == "p 그 값은 {:ok, 값} 또는 {:ok}이다\n");
}

// kramdown, "Definition Lists".
TEST_CASE("terms with definitions below them are a list of definitions") {
  const auto list = [](std::string_view text) {
    const Post post = read_post(text);
    std::string out;
    for (const Block& block : post.body) {
      const auto* definitions = std::get_if<DefinitionList>(&block.is);
      if (definitions == nullptr) {
        out += lines(outline({block}));
        continue;
      }
      for (const DefinitionItem& item : definitions->items) {
        for (const Inlines& term : item.terms) out += "dt " + marked(term) + "\n";
        for (const Blocks& definition : item.definitions)
          out += "dd\n" + lines(outline(definition));
      }
    }
    return out;
  };
  CHECK(list("앞\n\n*봄*\n: 꽃이 **핀다**\n  더 핀다\n: 둘째\n\n여름\n가을\n\n:   비\n\n뒤") ==
        "p 앞\ndt <i>봄</i>\ndd\np 꽃이 <b>핀다</b> 더 핀다\ndd\np 둘째\n"
        "dt 여름\ndt 가을\ndd\np 비\np 뒤\n");
  CHECK(list("봄\n:   꽃\n\n    둘째 문단\n\n    - 하나\n\n    ```\n    코드\n    ```\n\n여름\n:   "
             "비\n") ==
        "dt 봄\ndd\np 꽃\np 둘째 문단\nul\n -\n  p 하나\ncode :코드\n\ndt 여름\ndd\np 비\n");
  CHECK(list("봄\n: 꽃[^1]\n\n[^1]: 주다") == "dt 봄\ndd\np 꽃^0\n");
  CHECK(list("# 봄\n: 꽃") == "h1 봄\np : 꽃\n");
  CHECK(list("```\n봄\n: 꽃\n```") == "code :봄\n: 꽃\n\n");
  CHECK(list("봄\n:꽃") == "p 봄 :꽃\n");
}

TEST_CASE("boxes of MkDocs hold what is indented below them") {
  CHECK(body("!!! tip \"알기\"\n    첫 **글**\n\n    - 하나\n\n뒤") ==
        body("::: tip 알기\n첫 **글**\n\n- 하나\n:::\n\n뒤"));
  CHECK(body("??? note\n\n    글\n뒤") == body("::: note\n글\n:::\n\n뒤"));
  CHECK(body("!!! 놀라운 일\n뒤") == "p !!! 놀라운 일 뒤\n");
}
