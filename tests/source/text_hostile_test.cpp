// Broken and malicious input: the readers of text and Markdown finish in time, whatever comes.
#include <doctest/doctest.h>

#include <chrono>
#include <cstdint>

#include "base/utf8.h"
#include "book/walk.h"
#include "source/content_text.h"
#include "source/encoding.h"
#include "source/hangul.h"
#include "source/reader.h"

using namespace munjip;

namespace {

// The same numbers on every machine (Numerical Recipes' generator).
class Random {
 public:
  explicit Random(std::uint32_t seed) : state_(seed) {}
  std::size_t below(std::size_t limit) {
    state_ = state_ * 1664525U + 1013904223U;
    return (state_ >> 8) % limit;
  }

 private:
  std::uint32_t state_;
};

constexpr std::string_view kText =
    "본문 바로가기\n우리 블로그\n생각\n글의 제목\nby 우리 블로그 2020. 6. 6. "
    "5:13\n\u00A0\n반응형\n\n1. 준비\n\n"
    "첫 문단은\n'따온 말'이었다. https://example.com/a(b)를 보라.\n\n구분\t대상\n\n과세\t\n\n갑: "
    "하나\n\n"
    "- 하나\n- 둘\n\n// 견본\nint main(){\n  return 0;\n}\n\n\u00A0\n누리집\n\n설명하는 "
    "글\n\nexample.go.kr\n\n"
    "2. 끝\n\n[##_File|kage@a/b|filename=\"x\"|_##]\n\n공감1\n공유하기\n'생각' 카테고리의 다른 "
    "글\n지난 글(0)\t2020. 6. 6\n"
    "태그\n#하나, #둘\n댓글0\n";

constexpr std::string_view kMarkdown =
    "---\ntitle: \"글\"\ndate: 2020-01-02\ntags: [a, b]\n---\n# 제목\n\n**\"강조\"**는 `코드`와 "
    "[글](a.md)[^1]이다.\n"
    "{: .notice}\n\n> - 하나\n>   1. 둘\n\n|a|b|\n|-|:-|\n|**(가)**는|`x`|\n\n```java\nint "
    "a;\n```\n\n"
    "{% highlight c %}\nx\n{% endhighlight %}\n{{< figure src=\"a.png\" "
    ">}}\n<div><p>글</div>\n\n[^1]: 주\n[^2]: 남\n\n"
    "봄\n: 꽃\n\n    ```\n    x\n    ```\n\n!!! tip \"곳\"\n    글\n\n::: warning 주의\n글 $a_1$ "
    "==밑==\n:::\n\n"
    "$$\na^2\n$$\n\n> [!tip]- 제목\n> [[글#마디|말]] ![[a.png]]\n\n{{< note >}}\n{% raw %}{{ x "
    "}}{% endraw "
    "%}^[주 둘]\n{{< /note >}}\n<details markdown=\"1\">\n<summary>가</summary>\n글\n</details>\n";

std::string mutated(std::string_view text, Random& random) {
  std::string out(text);
  const std::size_t changes = 1 + random.below(12);
  for (std::size_t i = 0; i < changes && !out.empty(); ++i) {
    const std::size_t at = random.below(out.size());
    switch (random.below(5)) {
      case 0:
        out[at] = static_cast<char>(random.below(256));
        break;
      case 1:
        out.erase(at, 1 + random.below(20));
        break;
      case 2:
        out.insert(at, out.substr(random.below(out.size()), random.below(40)));
        break;
      case 3:
        out.resize(at);
        break;
      default:
        out.insert(at, 1, "\n\t*_`[]{}<>|-#'\"&\\ \0"[random.below(20)]);
        break;
    }
  }
  return out;
}

using Reader = std::vector<Post> (*)(const SourceText&, Diagnostics&);

std::vector<Post> read(Reader reader, std::string_view bytes) {
  Diagnostics diagnostics;
  SourceText source;
  source.file = "/nowhere/a";
  source.folder = "/nowhere";
  source.shown_file = "a";
  source.text = compose_hangul(decode_to_utf8(bytes, "a", diagnostics));
  return reader(source, diagnostics);
}

double seconds_for(Reader reader, const std::string& text) {
  const auto begin = std::chrono::steady_clock::now();
  read(reader, text);
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

std::string repeated(std::string_view piece, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += piece;
  return out;
}

void check_texts(const std::vector<Post>& posts) {
  for (const Post& post : posts) {
    CHECK(is_valid_utf8(post.title));
    for_each_run(post.body, [](const Inlines& run) { CHECK(is_valid_utf8(plain_text(run))); });
  }
}

}  // namespace

TEST_CASE("a thousand damaged texts are read") {
  Random random(1);
  for (int round = 0; round < 1000; ++round)
    check_texts(read(read_plain_text, mutated(kText, random)));
}

TEST_CASE("a thousand damaged Markdown files are read") {
  Random random(2);
  for (int round = 0; round < 1000; ++round)
    check_texts(read(read_markdown, mutated(kMarkdown, random)));
}

TEST_CASE("time grows with length only") {
  // Generous bounds: a quadratic reader takes minutes for these.
  constexpr double kLimit = 20.0;
  constexpr std::size_t kTimes = 20'000;
  for (const std::string_view piece :
       {"가\n\n", "가\tㄴ\n\n", "- 가\n", "1. 가\n\n글이다.\n\n", "int a;\n\n",
        "a\n\nb\n\nexample.com\n\n", "http://", "공감1\n", "by 2020. ", "구분\t\n\n가: 나\n\n",
        "짧은 줄\n"}) {
    CHECK_MESSAGE(seconds_for(read_plain_text, repeated(piece, kTimes)) < kLimit, piece);
  }
  for (const std::string_view piece : {"**\"가\"**는 ",
                                       "가**\"",
                                       "\"**가 ",
                                       "> ",
                                       "- ",
                                       "[^a]",
                                       "[^a]: b\n",
                                       "{% ",
                                       "{{ ",
                                       "{: ",
                                       "`",
                                       "[",
                                       "![",
                                       "<div>",
                                       "|a|b|\n|-|-|\n",
                                       "~~~\n",
                                       "__\"a\"__가 ",
                                       "{{< a >}} ",
                                       "{{< tip >}}\n",
                                       "{%\n",
                                       "{% comment %}",
                                       "{::comment}",
                                       "$a",
                                       "$$\n",
                                       "\\[\n",
                                       "\\begin{a}\n",
                                       "[[a",
                                       "![[",
                                       "==a",
                                       "a^",
                                       "a^[",
                                       "](",
                                       ":a",
                                       "가\n: 나\n\n",
                                       "가\n:   나\n\n    다\n\n",
                                       "!!! a\n    b\n",
                                       "::: a\n",
                                       "> [!a]\n",
                                       "<details markdown=\"1\">\n",
                                       "|a|`|`|\n|-|\n",
                                       "*[A]: a\n",
                                       "%% a %%\n"}) {
    CHECK_MESSAGE(seconds_for(read_markdown, repeated(piece, kTimes)) < kLimit, piece);
  }
  const std::string wide = repeated("|x", 3000) + "|\n" + repeated("|-", 3000) + "|\n";
  CHECK(seconds_for(read_markdown, wide + repeated("a\n", kTimes)) < kLimit);
  CHECK(seconds_for(read_markdown, repeated("|x", 200) + "|\n" + repeated("|-", 200) + "|\n" +
                                       repeated("a\n", kTimes)) < kLimit);
}
