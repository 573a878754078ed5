#include "layout/missing_text.h"

#include "layout/layout_context.h"
#include "text/missing_label.h"

namespace munjip {

namespace {

void tell(LayoutContext& context, std::string_view original, const std::string& shown) {
  SourceSpan at;
  if (context.post != nullptr) at = {context.post->shown_file, context.at};
  const std::string codes = code_points_of(original);
  Message text = message("어느 글꼴에도 없는 글자입니다: {} ({})",
                         "no font has this character: {} ({})", original, codes);
  text.ko += ". 그 자리에 " + shown + "이라고 적었습니다";
  text.en += "; it is printed as " + shown;
  context.diagnostics.lost(
      std::move(at), std::move(text),
      {message(
          "이 글자가 든 글꼴을 설치하거나(다른 나라 글자는 apt install fonts-noto-core) 글꼴 "
          "파일을 "
          "fonts/ 폴더에 넣으세요",
          "install a font that has it (for other scripts: apt install fonts-noto-core), or put "
          "one into fonts/")});
}

}  // namespace

std::vector<TextPart> replace_missing(LayoutContext& context, std::string_view text,
                                      const StyleRef& style, std::string_view lang) {
  std::vector<TextPart> parts;
  std::size_t done = 0;
  for (const TextSlice& slice : context.shaper.find_missing(text, style, lang)) {
    if (slice.begin > done) {
      parts.push_back({std::string(text.substr(done, slice.begin - done)), {}});
    }
    const std::string_view original = text.substr(slice.begin, slice.end - slice.begin);
    const Message label = missing_label(original);
    const bool is_korean = context.book.info.language.starts_with("ko");
    const std::string& shown = is_korean ? label.ko : label.en;
    tell(context, original, shown);
    parts.push_back({shown, std::string(original)});
    done = slice.end;
  }
  if (!parts.empty() && done < text.size()) parts.push_back({std::string(text.substr(done)), {}});
  return parts;
}

}  // namespace munjip
