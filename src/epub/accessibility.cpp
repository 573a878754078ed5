#include "epub/accessibility.h"

#include <algorithm>

#include "book/language.h"
#include "book/walk.h"

namespace munjip {

namespace {

struct Facts {
  bool has_pictures = false, has_all_alternatives = true, has_ruby = false, has_pages = false;
};

Facts facts_of(const BookContext& context) {
  Facts facts;
  const auto see = [&](const Image& image, std::string_view caption) {
    if (context.images.paths.find(image.resource) == context.images.paths.end()) return;
    facts.has_pictures = true;
    if (image.alt.empty() && caption.empty()) facts.has_all_alternatives = false;
  };
  const auto see_inlines = [&](const Inlines& run) {
    for_each_inline(run, [&](const Inline& in) {
      if (const auto* picture = std::get_if<InlineImage>(&in.is)) see(picture->image, {});
      facts.has_ruby = facts.has_ruby || std::holds_alternative<Ruby>(in.is);
    });
  };
  for_each_post(context.book, [&](const Post& post) {
    for_each_body(post, [&](const Blocks& body) {
      for_each_block(body, [&](const Block& block) {
        if (const auto* figure = std::get_if<Figure>(&block.is)) {
          const std::string caption =
              figure->images.size() == 1 ? plain_text(figure->caption) : std::string();
          for (const Image& image : figure->images) see(image, caption);
        }
        for_each_own_inlines(block, see_inlines);
      });
    });
  });
  facts.has_pages =
      std::any_of(context.plan.page_addresses.begin(), context.plan.page_addresses.end(),
                  [](const std::string& address) { return !address.empty(); });
  return facts;
}

struct Sentence {
  std::string_view korean, japanese, english;

  std::string_view in(PrintedLanguage language) const {
    switch (language) {
      case PrintedLanguage::korean:
        return korean;
      case PrintedLanguage::japanese:
        return japanese;
      case PrintedLanguage::english:
        break;
    }
    return english;
  }
};

constexpr Sentence kStructure{
    "차례와 제목 구조로 이동할 수 있고, 글자 크기와 모양을 바꿀 수 있습니다.",
    "目次と見出しで移動でき、文字の大きさや書体を変えられます。",
    "The contents and headings can be navigated, and the text can be resized and restyled."};
constexpr Sentence kNoPictures{"본문에 그림이 없습니다.", "本文に画像はありません。",
                               "There are no pictures in the text."};
constexpr Sentence kAllAlternatives{"모든 그림에 대체 텍스트가 있습니다.",
                                    "すべての画像に代替テキストがあります。",
                                    "All pictures have alternative text."};
constexpr Sentence kSomeAlternatives{"대체 텍스트가 없는 그림이 있습니다.",
                                     "代替テキストのない画像があります。",
                                     "Some pictures have no alternative text."};
constexpr Sentence kPages{"종이책의 쪽 번호로 이동할 수 있습니다.",
                          "印刷版のページ番号で移動できます。",
                          "The page numbers of the printed edition can be navigated."};

std::string summary_of(const Facts& facts, std::string_view lang) {
  const PrintedLanguage language = printed_language(lang);
  std::string summary(kStructure.in(language));
  const auto append = [&](const Sentence& sentence) {
    if (language != PrintedLanguage::japanese) summary += ' ';
    summary += sentence.in(language);
  };
  append(!facts.has_pictures          ? kNoPictures
         : facts.has_all_alternatives ? kAllAlternatives
                                      : kSomeAlternatives);
  if (facts.has_pages) append(kPages);
  return summary;
}

}  // namespace

Accessibility accessibility_of(const BookContext& context) {
  const Facts facts = facts_of(context);
  Accessibility out;
  out.modes = {"textual"};
  if (facts.has_pictures) out.modes.emplace_back("visual");
  if (facts.has_pictures) out.sufficient_modes.emplace_back("textual,visual");
  if (facts.has_all_alternatives) out.sufficient_modes.emplace_back("textual");
  out.features = {"tableOfContents", "structuralNavigation", "readingOrder",
                  "displayTransformability"};
  if (facts.has_pictures && facts.has_all_alternatives)
    out.features.emplace_back("alternativeText");
  if (facts.has_ruby) out.features.emplace_back("rubyAnnotations");
  if (facts.has_pages) {
    out.features.emplace_back("pageBreakMarkers");
    out.features.emplace_back("pageNavigation");
  }
  // Nobody has looked whether an animation flashes.
  out.hazards = {context.images.has_animation ? "unknown" : "none"};
  out.summary = summary_of(facts, context.lang);
  return out;
}

}  // namespace munjip
