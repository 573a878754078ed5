// Tags of Jekyll, Hexo and Hugo, containers of VuePress, call-outs of Obsidian.
#include <doctest/doctest.h>

#include <algorithm>

#include "source/markdown_reading.h"

using namespace munjip;
using namespace munjip::test;

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

TEST_CASE("comments of Liquid are not seen, within a line and over several") {
  CHECK(body("앞 {% comment %}가린 말{% endcomment %} 뒤") == "p 앞 뒤\n");
  CHECK(body("앞\n\n{%- comment -%}\n가린 **말**\n```\n코드\n{% endcomment %} 뒤\n") ==
        "p 앞\np 뒤\n");
  // Jekyll refuses such a page; the rest of it is the author's.
  CHECK(body("앞\n\n{% comment %}\n말\n") == "p 앞\np 말\n");
  CHECK(body("{{/* 가린 말 */}}글") == "p 글\n");
}

TEST_CASE("what stands between raw tags is text, in code too") {
  CHECK(body("{% raw %}{{ site.url }}와 {% if %}{% endraw %} 끝") ==
        "p {{ site.url }}와 {% if %} 끝\n");
  CHECK(body("`{% raw %}{{ a }}{% endraw %}`와 글") == "p `{{ a }}`와 글\n");
  CHECK(body("```\n{% raw %}\n{{ a }}\n{% endraw %}\n```") == "code :{{ a }}\n\n");
  CHECK(body("{% raw %}\n```\n{{ a }}\n```\n{% endraw %}\n") == "code :{{ a }}\n\n");
  CHECK(body("{{</* tip */>}}은 글이다") == "p {{< tip >}}은 글이다\n");
}

TEST_CASE("code between tags keeps its lines, also within a list and within a line") {
  CHECK(body("{% highlight js linenos %}\nlet *b* = 1;\n\n# c\n{% endhighlight %}\n뒤") ==
        "code js:let *b* = 1;\n\n# c\n\np 뒤\n");
  CHECK(body("- 글\n\n  {% highlight js %}\n  b\n  {% endhighlight %}\n- 끝") ==
        body("- 글\n\n  ```js\n  b\n  ```\n- 끝"));
  CHECK(body("{% highlight bash %}a < *b*{% endhighlight %}") == "code bash:a < *b*\n\n");
  CHECK(body("{{< mermaid >}}\nA --> B\n{{< /mermaid >}}") == "code mermaid:A --> B\n\n");
  // Nothing ends it: the rest is text.
  CHECK(body("{% highlight js %}\n글이다\n") == "p 글이다\n");
}

TEST_CASE("boxes of tags are call-outs, quotations and folded passages") {
  const std::string tip = "group\n  p 알기\n  p 첫 <b>글</b>\n  ul\n   -\n    p 하나\n";
  for (const std::string_view open :
       {"{{< notice tip \"알기\" >}}", "{{% notice title=\"알기\" type=\"tip\" %}}"}) {
    CHECK(body(std::string(open) + "\n첫 **글**\n\n- 하나\n" +
               (open[2] == '<' ? "{{< /notice >}}" : "{{% /notice %}}")) == tip);
  }
  CHECK(body("{% note tip 알기 %}\n첫 **글**\n\n- 하나\n{% endnote %}\n") == tip);
  CHECK(body("::: tip 알기\n첫 **글**\n\n- 하나\n:::\n") == tip);
  CHECK(body(":::tip[알기]\n첫 **글**\n\n- 하나\n:::\n") == tip);
  CHECK(body("> [!tip]- 알기\n> 첫 **글**\n>\n> - 하나\n") == tip);
  CHECK(body("{{% hint warning %}}짧은 *글*{{% /hint %}}") ==
        "group\n  p 주의\n  p 짧은 <i>글</i>\n");
  CHECK(body("{% blockquote 한나루, 밤길 %}\n밤이 *깊다*.\n{% endblockquote %}\n뒤") ==
        body("> 밤이 *깊다*.\n>\n> — 한나루, 밤길\n\n뒤"));
  CHECK(body("{{< expand \"펼치기\" >}}\n속 *글*\n{{< /expand >}}") ==
        "group\n  p 펼치기\n  p 속 <i>글</i>\n");
  CHECK(body("::: details 펼치기\n속 *글*\n:::") == "group\n  p 펼치기\n  p 속 <i>글</i>\n");
  // Nothing ends it.
  CHECK(body("{{< notice tip >}}\n글\n") == "p 글\n");
}

TEST_CASE("containers of any name keep their words, and colons of an author stay") {
  CHECK(body("::: code-group 두 가지\n글\n:::\n끝") == "group\n  p <b>두 가지</b>\n  p 글\np 끝\n");
  CHECK(body("::: hello\n글\n") == "p ::: hello 글\n");
  CHECK(body("::: 모르는 이름\n글\n:::\n") == "p ::: 모르는 이름 글 :::\n");
  CHECK(body("> [!tip]\n> 앞 **굵게** 뒤\n") == "group\n  p 도움말\n  p 앞 <b>굵게</b> 뒤\n");
  CHECK(body("> [!recipe] 국\n> 무를 썬다\n") == "group\n  p 국\n  p 무를 썬다\n");
  CHECK(body("> [!중얼] 글\n") == "quote\n  p [!중얼] 글\n");
}

TEST_CASE("a tag over several lines is one") {
  const Post post = read_post("{{< figure\n  src=\"산.png\"\n  caption=\"봄 산\"\n>}}\n\n글");
  REQUIRE(post.body.size() == 2);
  CHECK(marked(std::get<Figure>(post.body[0].is).caption) == "봄 산");
  CHECK(post.body[1].at.line == 6);
  CHECK(body("{{< figure\n\n글") == "p {{< figure\np 글\n");
  CHECK(body("```\n{{< a\n>}}\n```") == "code :{{< a\n>}}\n\n");
}

TEST_CASE("addresses in tags name posts") {
  CHECK(body("[앞글]({% post_url 2024-01-31-앞 %}), [그]({% link _posts/앞 글.md %})") ==
        "p [앞글](2024-01-31-앞), [그](_posts/앞)\n");
  CHECK(body("[휴고]({{< ref \"글/앞 글.md#마디\" >}})") == "p [휴고](글/앞 글.md#마디)\n");
  CHECK(body("{% post_link 앞글 지난 이야기 %}") == "p [지난 이야기](앞글)\n");
  CHECK(body("{% post_link 앞글 %}") == "p [앞글](앞글)\n");
  CHECK(body("{% link 지난 글 https://a.b/c %}") == "p [지난 글](https://a.b/c)\n");
}

TEST_CASE("a tag that shows what a book cannot is told once for each kind, and its words stay") {
  const ReadMarkdown read = read_text(
      "글\n\n{{< poll \"어느 길이 좋은가\" >}}\n\n{{< poll >}}\n\n{% include chart.html %}\n"
      "{% if x %}\n끝\n{% endif %}\n{% include toc.html %}");
  CHECK(shown(read.post) == "p 글\np 어느 길이 좋은가\np 끝\n");
  REQUIRE(read.diagnostics.count(Severity::warning) == 2);
  CHECK(read.diagnostics.content_lost());
  CHECK(read.diagnostics.all()[0].at == SourceSpan{"글.md", {7, 1}});
  CHECK(read.diagnostics.all()[1].at == SourceSpan{"글.md", {3, 1}});
  CHECK(read.diagnostics.all()[1].text.en.find("{{< poll >}} (2 times)") != std::string::npos);
}
