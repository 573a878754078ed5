#include "source/left_out.h"

#include <string_view>

namespace munjip {

namespace {

struct KindName {
  std::string_view ko, en;
};

// In the order of LeftOutKind.
constexpr std::array<KindName, 7> kNames = {
    {{"페이지", "pages"},
     {"초고·비공개·예약 글", "drafts, private or scheduled posts"},
     {"비밀번호 글", "posts with a password"},
     {"첨부 파일", "attachments"},
     {"메뉴", "menu items"},
     {"댓글", "comments"},
     {"그 밖", "others"}}};

}  // namespace

void LeftOut::tell(const std::string& shown_file, bool has_posts, Diagnostics& diagnostics) const {
  Message list;
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    if (counts_[i] == 0) continue;
    const std::string_view separator = list.en.empty() ? "" : ", ";
    list.ko += fmt::format("{}{} {}", separator, kNames[i].ko, counts_[i]);
    list.en += fmt::format("{}{} {}", separator, counts_[i], kNames[i].en);
  }
  if (!has_posts) {
    Message text = message("펴낸 글이 하나도 없는 파일입니다", "the file holds no published posts");
    if (!list.en.empty()) {
      text.ko += ": " + list.ko;
      text.en += ": " + list.en;
    }
    diagnostics.warn({shown_file, {}}, std::move(text));
  } else if (!list.en.empty()) {
    diagnostics.note({shown_file, {}}, {"펴낸 글만 읽었습니다. 뺀 것: " + list.ko,
                                        "only published posts are read; left out: " + list.en});
  }
}

}  // namespace munjip
