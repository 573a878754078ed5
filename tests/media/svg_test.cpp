#include <doctest/doctest.h>

#include "media/image.h"

using namespace munjip;

namespace {

std::string cleaned(std::string_view svg) {
  const auto image = image_for_epub(svg);
  REQUIRE(image);
  REQUIRE(image->media_type == "image/svg+xml");
  return image->bytes;
}

bool holds(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

constexpr const char* kOpen = "<svg xmlns='http://www.w3.org/2000/svg' width='200' height='100'>";

// Pixels that are not white.
std::size_t ink_of(const Bitmap& bitmap) {
  std::size_t ink = 0;
  for (std::size_t i = 3; i < bitmap.samples.size(); i += 4) ink += bitmap.samples[i] > 0 ? 1 : 0;
  return ink;
}

}  // namespace

TEST_CASE("HTML within a drawing becomes text of the drawing, in lines, at its place") {
  const std::string svg =
      std::string(kOpen) +
      "<g><foreignObject x='10' y='20' width='80' height='40' transform='translate(5, 0)'>"
      "<div xmlns='http://www.w3.org/1999/xhtml' style='text-align: center; font-size: 12px; "
      "color: #333'><style>p{}</style><p>물을  <b>긷</b>고</p><p>나른다 &amp; 붓는다</p></div>"
      "</foreignObject></g></svg>";
  const std::string out = cleaned(svg);
  // In the middle of 10 ... 90 and around 40; no style sheet is text.
  CHECK(holds(out,
              "<text y=\"40.00\" text-anchor=\"middle\" font-size=\"12.00\" fill=\"#333\" "
              "transform=\"translate(5, 0)\">"));
  CHECK(holds(out, "<tspan x=\"50.00\" dy=\"-0.25em\">물을 긷고</tspan>"));
  CHECK(holds(out, "<tspan x=\"50.00\" dy=\"1.20em\">나른다 &amp; 붓는다</tspan>"));
  CHECK_FALSE(holds(out, "p{}"));
  CHECK_FALSE(holds(out, "foreignObject"));
  if (const auto drawn = decode_image(svg)) {
    CHECK(ink_of(*drawn) > 50);
  } else {
    MESSAGE("skipped: no librsvg");
  }
}

TEST_CASE("a long label is divided between words as its box is wide") {
  const std::string out =
      cleaned(std::string(kOpen) +
              "<foreignObject width='100' height='90'><p>항아리에 가득 담아 둔 물을 퍼낸다</p>"
              "</foreignObject></svg>");
  CHECK(holds(out, ">항아리에 가득</tspan>"));
  CHECK(holds(out, ">담아 둔 물을</tspan>"));
  CHECK(holds(out, ">퍼낸다</tspan>"));
}

// draw.io writes each label twice: as HTML, and for programs without it, there cut short.
TEST_CASE("of a switch's labels the place of the second and the words of the first are shown") {
  const std::string label =
      "<switch><foreignObject width='100%' height='100%' requiredFeatures='x'><div>두레박으로 길은 "
      "맑은 물</div></foreignObject>";
  const std::string text =
      cleaned(kOpen + label +
              "<text x='60' y='34' text-anchor='middle'>두레박으로...</text></switch></svg>");
  CHECK(holds(text,
              "<text x=\"60\" y=\"34\" text-anchor=\"middle\"><tspan x=\"60\" "
              "dy=\"0.35em\">두레박으로 길은 맑은 물</tspan></text></switch>"));
  CHECK_FALSE(holds(text, "..."));
  const std::string picture = cleaned(
      kOpen + label + "<image x='1' width='9' href='data:image/png;base64,iVBO'/></switch></svg>");
  CHECK(holds(picture, "<image"));
  CHECK_FALSE(holds(picture, "두레박"));
  CHECK(holds(cleaned(kOpen + label + "</switch></svg>"), "두레박으로 길은 맑은 물</tspan>"));
}

namespace {

// `levels` groups that each show the one before ten times.
std::string repeated(int levels, const std::string& name, const std::string& reference) {
  std::string svg =
      std::string(kOpen) + "<" + name + " id='a0'><rect width='1' height='1'/></" + name + ">";
  const auto at = [&](int level) {
    std::string text = reference;
    text.replace(text.find('#'), 1, "#a" + std::to_string(level));
    return text;
  };
  for (int level = 1; level < levels; ++level) {
    svg += "<" + name + " id='a" + std::to_string(level) + "'>";
    for (int i = 0; i < 10; ++i) svg += at(level - 1);
    svg += "</" + name + ">";
  }
  return svg + at(levels - 1) + "</svg>";
}

}  // namespace

TEST_CASE("a drawing that repeats its parts without end is refused before it is drawn") {
  for (const auto& [name, reference] :
       {std::pair{"symbol", "<use href='#'/>"},
        std::pair{"pattern", "<rect width='9' height='9' fill='url(#)'/>"},
        std::pair{"mask", "<rect width='9' height='9' style='mask: url(#)'/>"},
        std::pair{"marker", "<path d='M0 0 L1 1' marker-end='url(#)'/>"},
        std::pair{"clipPath", "<rect width='9' height='9' clip-path='url(#)'/>"}}) {
    CAPTURE(name);
    CHECK(find_image_fault(repeated(9, name, reference)) == ImageFault::too_complex);
    CHECK_FALSE(image_for_print(repeated(9, name, reference), 400, 400));
    CHECK(find_image_fault(repeated(2, name, reference)) != ImageFault::too_complex);
  }
  // By a style sheet, by a filter that is deep in itself, by entities that hold elements.
  std::string sheet = std::string(kOpen) + "<style>";
  for (int i = 0; i < 9; ++i) {
    const std::string n = std::to_string(i);
    sheet += "g .c" + n + ", .d" + n + " { fill: url(#a" + n + ") }";
  }
  sheet +=
      "</style>" + repeated(9, "pattern", "<rect class='c#'/>").substr(std::string(kOpen).size());
  for (std::size_t at; (at = sheet.find("'c#a")) != std::string::npos;) sheet.erase(at + 2, 2);
  CHECK(find_image_fault(sheet) == ImageFault::too_complex);
  CHECK(find_image_fault(std::string(kOpen) +
                         "<filter id='f'><feTurbulence baseFrequency='.1' numOctaves='9999999'/>"
                         "</filter><rect width='9' height='9' filter='url(#f)'/></svg>") ==
        ImageFault::too_complex);
  CHECK(find_image_fault("<!DOCTYPE svg [<!ENTITY a '<use href=\"#x\"/>'>]>" + std::string(kOpen) +
                         "&a;</svg>") == ImageFault::too_complex);
}

TEST_CASE("drawings as programs make them are drawn, if need be with fewer pixels") {
  // A plot: five thousand points, one mark. What names itself shows nothing.
  std::string plot = std::string(kOpen) + "<defs><path id='m' d='M0 0h1v1z'/></defs>";
  for (int i = 0; i < 5000; ++i) plot += "<use href='#m' x='" + std::to_string(i % 200) + "'/>";
  CHECK_FALSE(find_image_fault(plot + "</svg>"));
  CHECK_FALSE(find_image_fault(std::string(kOpen) + "<g id='a'><use href='#a'/></g></svg>"));
  CHECK_FALSE(find_image_fault("<!DOCTYPE svg [<!ENTITY ns 'http://example.com/'>]>" +
                               std::string(kOpen) + "</svg>"));
  std::string dots = std::string(kOpen);
  for (int i = 0; i < 3000; ++i) {
    dots += "<circle r='3' cx='" + std::to_string(i % 200) + "' cy='50' opacity='.5'/>";
  }
  const auto few = image_for_print(dots + "</svg>", 3000, 3000);
  if (!few) {
    MESSAGE("skipped: no librsvg");
    return;
  }
  CHECK(few->width * few->height <= 270'000);
  CHECK(few->width == 2 * few->height);
}
