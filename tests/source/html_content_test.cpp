#include <doctest/doctest.h>

#include "html_reading.h"

using namespace munjip;
using namespace munjip::test;

TEST_CASE("white space collapses across element boundaries") {  // CSS Text 3, 4.1.1
  CHECK(body_of("<p>  하나 <b> 둘</b>  셋\n넷 </p>") == "p 하나 <strong>둘</strong> 셋 넷");
  CHECK(body_of("<p>Open<b>AI</b> <i>Chat</i></p>") == "p Open<strong>AI</strong> <em>Chat</em>");
  CHECK(body_of("<p>앞<span> </span>뒤</p>") == "p 앞 뒤");
}

TEST_CASE("no-break spaces are spaces, and paragraphs of them vanish") {
  CHECK(body_of("<p>정보의&nbsp;진실보다</p><p>&nbsp;</p><p> &nbsp; </p><p>둘</p>") ==
        "p 정보의 진실보다\np 둘");
  CHECK(body_of("<p>&#8203;</p><p>\xEF\xBB\xBF</p><p><br></p><div></div>") == "");
}

TEST_CASE("breaks: one stays, two part paragraphs, those at the edges vanish") {
  CHECK(body_of("<p><br>하나<br>둘<br></p>") == "p 하나|둘");
  CHECK(body_of("<p>하나<br> <br>둘<br><br><br><br>셋</p>") == "p 하나\np 둘\np 셋");
  CHECK(body_of("<p><b>굵게<br><br>이어서</b></p>") ==
        "p <strong>굵게</strong>\np <strong>이어서</strong>");
}

TEST_CASE("text without a paragraph of its own becomes one") {
  CHECK(body_of("맨 글<div>상자 글<p>문단</p>나머지</div>") ==
        "p 맨 글\np 상자 글\np 문단\np 나머지");
  CHECK(body_of("<div>첫 줄</div><div>둘째 줄</div>") == "p 첫 줄\np 둘째 줄");
}

TEST_CASE("a block inside an inline element ends the paragraph, and the phrase goes on") {
  CHECK(body_of("<p>앞 <b>굵은 <div>상자</div> 뒤</b></p>") ==
        "p 앞 <strong>굵은</strong>\np <strong>상자</strong>\np <strong>뒤</strong>");
}

TEST_CASE("phrases from elements and from styles") {
  CHECK(
      body_of("<p><span style='font-weight: 700'>가</span><span style='color:red'>나</span></p>") ==
      "p <strong>가</strong>나");
  CHECK(body_of("<p><u>가</u><s>나</s><del>다</del><ins>라</ins><sub>2</sub><sup>3</sup></p>") ==
        "p <u>가</u><s>나</s><del>다</del><ins>라</ins><sub>2</sub><sup>3</sup>");
  CHECK(body_of("<p><b>하나</b><b>둘</b></p>") == "p <strong>하나둘</strong>");
  CHECK(body_of("<p><b><strong>겹</strong></b><i></i></p>") == "p <strong>겹</strong>");
}

TEST_CASE("a coloured background is a highlight, a white or grey one is none") {
  CHECK(body_of("<p><span style='background-color: #f6e199'>가</span></p>") == "p <mark>가</mark>");
  CHECK(body_of("<p><span style='background-color: #fff'>가</span></p>") == "p 가");
  CHECK(body_of("<p><span style='background-color: rgb(240, 240, 240)'>가</span></p>") == "p 가");
  CHECK(body_of("<p><span style='background-color: rgba(255,255,0,0)'>가</span></p>") == "p 가");
}

TEST_CASE("links: kept, unwrapped where they lead nowhere, never nested") {
  CHECK(body_of("<p><a href='//a.example/x'>가</a></p>") == "p [가](https://a.example/x)");
  CHECK(body_of("<p><a href='javascript:void(0)'>가</a><a>나</a><a href='data:,x'>다</a></p>") ==
        "p 가나다");
  CHECK(body_of("<p><a href='a.html'> </a>글</p>") == "p 글");
}

TEST_CASE("anchors stand where links of the same post lead to") {
  CHECK(body_of("<p><a href='#b'>아래로</a></p><p id='b'>여기</p><p id='c'>남</p>") ==
        "p [아래로](#b)\np #b#여기\np 남");
  const Reading reading = read_fragment("<p><a href='#t'>가</a></p><h2 id='t'>제목</h2>");
  REQUIRE(reading.post.body.size() == 2);
  CHECK(std::get<Heading>(reading.post.body[1].is).id == "t");
}

TEST_CASE("ruby in pairs, brackets for browsers without it left out") {
  CHECK(body_of("<p><ruby>漢<rp>(</rp><rt>한</rt><rp>)</rp>字<rt>자</rt></ruby></p>") ==
        "p 漢(한)字(자)");
}

TEST_CASE("headings keep their level and no empty one is made") {
  CHECK(body_of("<h1></h1><h2><b>가</b></h2><h6>나<br>다</h6>") ==
        "h2 <strong>가</strong>\nh6 나|다");
}

TEST_CASE("lists: loose content belongs to the item before it") {  // f09
  CHECK(body_of("<ul><li>가<ul><li>나</li></ul></li><ul><li>다</li></ul></ul>") ==
        "ul{p 가\nul{p 나;}\nul{p 다;};}");
  CHECK(body_of("<ul><li>가</li><ul><li>다</li></ul></ul>") == "ul{p 가\nul{p 다;};}");
  CHECK(body_of("<ul><li><input type=checkbox checked> 함</li><li><input type=checkbox> 안 함</li>"
                "</ul>") == "ul{[x]p 함;[ ]p 안 함;}");
  const Reading reading =
      read_fragment("<ol type='a' start='3'><li>가</li><li value='7'>나</li></ol>");
  REQUIRE(reading.post.body.size() == 1);
  const List& list = std::get<List>(reading.post.body[0].is);
  CHECK(list.marker == ListMarker::lower_alpha);
  CHECK(list.start == 3);
  REQUIRE(list.items.size() == 2);
  CHECK(list.items[1].value == 7);
}

TEST_CASE("definition lists, with groups in div") {
  CHECK(body_of("<dl><dt>말</dt><dd>뜻</dd><div><dt>또</dt><dd><p>둘</p></dd></div></dl>") ==
        "dl{dt 말;p 뜻;dt 또;p 둘;}");
}

TEST_CASE("tables: head, spans, alignment, single cells") {
  CHECK(body_of("<table><caption>표</caption><tr><th>가</th><th>나</th></tr>"
                "<tr><td>1</td><td>2</td></tr></table>") == "table{표|H(p 가)(p 나)|(p 1)(p 2)}");
  CHECK(body_of("<table><tr><td><p>상자 속</p></td></tr></table>") == "group{p 상자 속}");
  CHECK(body_of("<table><tr><td> </td></tr></table>") == "");
  const Reading reading = read_fragment(
      "<table><thead><tr><th colspan=2000 rowspan=9>가</th></tr></thead>"
      "<tr><td rowspan=0 align=right>나</td></tr><tr><td>다</td></tr></table>");
  REQUIRE(reading.post.body.size() == 1);
  const Table& table = std::get<Table>(reading.post.body[0].is);
  CHECK(table.head.at(0).cells.at(0).colspan == 1000);
  CHECK(table.head.at(0).cells.at(0).rowspan == 1);  // cannot leave the head
  CHECK(table.body.at(0).cells.at(0).rowspan == 2);  // 0: to the end of the section
  CHECK(table.body.at(0).cells.at(0).align == CellAlign::right);
}

TEST_CASE("code keeps its lines, indents and language") {
  CHECK(body_of("<pre><code class='language-cpp'>int a;\n\n\tint&nbsp;b;  \n\n</code></pre>") ==
        "code cpp\nint a;\n\n\tint b;\n");
  CHECK(body_of("<pre class='brush: java'>x<br>y</pre>") == "code java\nx\ny\n");
  CHECK(body_of("<pre data-ke-language='python'><span class='hljs-keyword'>if</span> x</pre>") ==
        "code python\nif x\n");
  CHECK(body_of("<p>줄 속 <code> a  b </code>끝</p>") == "p 줄 속 `a b` 끝");
}

TEST_CASE("tables of numbered code lines are code") {
  const Reading reading = read_fragment(
      "<table><tr><td><pre>1\n2</pre></td><td><pre>가();\n나();</pre></td></tr></table>");
  CHECK(notation(reading.post.body) == "code \n가();\n나();\n");
  REQUIRE(reading.post.dropped.size() == 1);
  CHECK(reading.post.dropped[0].text == "1 2");
}

TEST_CASE("details are open and keep their label; hidden text is listed") {
  CHECK(body_of("<details><summary>정답</summary><p>마흔</p></details>") ==
        "group{p 정답\np 마흔}");
  const Reading reading = read_fragment("<p>글</p><p style='display:none'>숨은 글</p>");
  CHECK(notation(reading.post.body) == "p 글");
  REQUIRE(reading.post.dropped.size() == 1);
  CHECK(reading.post.dropped[0].reason == DropReason::hidden);
  CHECK(reading.post.dropped[0].text == "숨은 글");
}

TEST_CASE("figures: caption, several pictures, table captions, credits") {
  CHECK(body_of("<p>앞<figure><img src='a.png'><figcaption>설명</figcaption></figure>뒤</p>") ==
        "p 앞\nfigure 1 설명\np 뒤");
  CHECK(body_of("<figure><img src='a.png'><img src='b.png'><figcaption>둘</figcaption></figure>") ==
        "figure 2 둘");
  CHECK(body_of("<figure><blockquote>말</blockquote><figcaption>누구</figcaption></figure>") ==
        "quote{p 말} -- 누구");
  CHECK(body_of("<p><img src='a.png' height='20'>아이콘</p>") == "p {a.png}아이콘");
}

TEST_CASE("pictures: lazy, srcset, trackers") {
  const Reading lazy = read_fragment(
      "<img src='data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP' data-src='a/real.png' alt='대체'>");
  REQUIRE(lazy.post.body.size() == 1);
  const Image& image = std::get<Figure>(lazy.post.body[0].is).images.at(0);
  CHECK(image.source == "a/real.png");
  CHECK(image.alt == "대체");
  CHECK(lazy.diagnostics.content_lost());
  const Reading set = read_fragment("<img src='s.png' srcset='m.png 100w, l.png 800w'>");
  CHECK(std::get<Figure>(set.post.body.at(0).is).images.at(0).source == "l.png");
  CHECK(body_of("<p>글<img src='https://t.example/p.gif' width=1 height=1></p>") == "p 글");
}

TEST_CASE("embedded media become link boxes") {  // f12
  CHECK(body_of("<iframe src='//www.youtube.com/embed/abc?x=1' title='영상'></iframe>") ==
        "box 영상 <https://www.youtube.com/watch?v=abc> ");
  CHECK(body_of("<audio src='a.mp3'></audio>") == "box a.mp3 <a.mp3> ");
  CHECK(body_of("<script src='https://gist.github.com/u/1.js'></script>") ==
        "box GitHub Gist <https://gist.github.com/u/1> ");
}

TEST_CASE("footnotes as cmark-gfm writes them, marks numbered by first use") {
  const Reading reading = read_fragment(
      "<p>가<sup class='footnote-ref'><a href='#fn-b' id='fnref-b'>1</a></sup> 나<sup "
      "class='footnote-ref'><a href='#fn-a' id='fnref-a'>2</a></sup></p><section class='footnotes'>"
      "<ol><li id='fn-a'><p>에이 <a href='#fnref-a' class='footnote-backref'>↩</a></p></li>"
      "<li id='fn-b'><p>비 <a href='#fnref-b' class='footnote-backref'>↩</a></p></li>"
      "<li id='fn-c'><p>씨</p></li></ol></section>");
  CHECK(notation(reading.post.body) == "p 가^0 나^1\nol{p 씨;}");
  REQUIRE(reading.post.notes.size() == 2);
  CHECK(notation(reading.post.notes[0].body) == "p 비");
  CHECK(notation(reading.post.notes[1].body) == "p 에이");
}

TEST_CASE("notes made by hand, where mark and note link to each other") {  // f43
  const Reading reading = read_fragment(
      "<p>본문<sup id='r1'><a href='#n1'>[1]</a></sup> 또<a href='#_ftn2' name='_ftnref2'>[2]</a>."
      "</p><hr><p id='n1'>[1] 첫 주석 <a href='#r1'>↩</a></p>"
      "<p><a href='#_ftnref2' name='_ftn2'>[2]</a> 둘째 주석</p>");
  CHECK(notation(reading.post.body) == "p 본문^0 또^1.");
  REQUIRE(reading.post.notes.size() == 2);
  CHECK(notation(reading.post.notes[0].body) == "p 첫 주석");
  CHECK(notation(reading.post.notes[1].body) == "p 둘째 주석");
  CHECK(reading.post.dropped.size() == 3);  // the arrow, `[1]` before the note, the link `[2]`
}

TEST_CASE("a link within the post that nothing answers is no note") {
  CHECK(body_of("<p><a href='#x'>1</a></p><p id='x'>장</p>") == "p [1](#x)\np #x#장");
}

TEST_CASE("alignment, language and direction") {
  const Reading reading = read_fragment(
      "<center>가운데</center><p align='right'>오른쪽</p><p dir='rtl' lang='he'>שלום</p>");
  REQUIRE(reading.post.body.size() == 3);
  CHECK(reading.post.body[0].classes == std::vector<std::string>{"center"});
  CHECK(reading.post.body[1].classes == std::vector<std::string>{"right"});
  CHECK(reading.post.body[2].classes == std::vector<std::string>{"rtl"});
  CHECK(reading.post.body[2].lang == "he");
}

TEST_CASE("characters that no book can hold become U+FFFD") {  // XML 1.0, 2.2
  CHECK(body_of("<p>가&#8;나&#x1F;다&#xFFFE;</p>") == "p 가\uFFFD나\uFFFD다\uFFFD");
  CHECK(body_of("<p>a&#0;b</p>") == "p a\uFFFDb");
}

TEST_CASE("every piece knows its place in the source") {
  const Reading reading = read_fragment("<p>가</p>\n<blockquote>\n <p>나</p></blockquote>");
  CHECK(reading.post.body.at(0).at == SourcePos{1, 4});
  CHECK(reading.post.body.at(1).at == SourcePos{2, 1});
  Post post;
  Diagnostics diagnostics;
  const SourceText source = source_of("<p data-sourcepos=\"7:3-7:9\">가 <b>나</b></p>");
  read_html_content(source.text, source, {}, post, diagnostics);
  CHECK(post.body.at(0).at == SourcePos{7, 3});
}

TEST_CASE("headings and places made to be linked to keep their names: other posts may link there") {
  const Reading reading =
      read_fragment("<h2 id='가'>제목</h2><p id='p'>글</p><p><a name='곳'></a>글</p>");
  REQUIRE(reading.post.body.size() == 3);
  CHECK(std::get<Heading>(reading.post.body[0].is).id == "가");
  const auto has_anchor = [&](std::size_t block) {
    const Inlines& content = std::get<Paragraph>(reading.post.body[block].is).content;
    return std::any_of(content.begin(), content.end(),
                       [](const Inline& in) { return std::holds_alternative<Anchor>(in.is); });
  };
  CHECK_FALSE(has_anchor(1));
  CHECK(has_anchor(2));
}

TEST_CASE("character references as HTML5 reads them; those of no character are told once") {
  const Reading good = read_fragment("<p>&#x80;&#x1F600;&copy2 &notin; &nosuch; &AMP; \uFFFD</p>");
  CHECK(notation(good.post.body) == "p €😀©2 ∉ &nosuch; & \uFFFD");  // HTML, 13.2.5.73 ... 80
  CHECK(good.diagnostics.empty());
  const Reading wrong = read_fragment("<p>가</p><p>&#0;나&#xD800;&#x110000;&#1;</p>");
  CHECK(notation(wrong.post.body).find("p \uFFFD나\uFFFD\uFFFD\uFFFD") != std::string::npos);
  REQUIRE(wrong.diagnostics.all().size() == 1);
  CHECK(wrong.diagnostics.all()[0].text.en.starts_with("4 character references"));
}
