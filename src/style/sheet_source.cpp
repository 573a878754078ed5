#include "style/sheet_source.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"

namespace munjip::css {

namespace {

std::string cleaned(std::string_view text) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = text.starts_with(kByteOrderMark) ? 3 : 0; at < text.size();) {
    const char c = text[at];
    if (c == '\r' || c == '\f') {
      out += '\n';
      at += c == '\r' && at + 1 < text.size() && text[at + 1] == '\n' ? 2 : 1;
    } else if (c != 0 && static_cast<unsigned char>(c) < 0x80) {
      out += c;
      ++at;
    } else {
      const char32_t code_point = next_code_point(text, at);
      append_utf8(out, code_point == 0 ? kReplacement : code_point);
    }
  }
  return out;
}

}  // namespace

SheetSource::SheetSource(std::string_view text, std::filesystem::path file, std::string shown_file,
                         Diagnostics& diagnostics, std::size_t& warnings_left)
    : text_(cleaned(text)),
      file_(std::move(file)),
      shown_file_(std::move(shown_file)),
      diagnostics_(diagnostics),
      warnings_left_(warnings_left) {}

SourcePos SheetSource::position(std::uint32_t offset) {
  if (line_starts_.empty()) {
    line_starts_.push_back(0);
    for (std::uint32_t i = 0; i < text_.size(); ++i) {
      if (text_[i] == '\n') line_starts_.push_back(i + 1);
    }
  }
  const auto next = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  const auto line = static_cast<std::uint32_t>(next - line_starts_.begin());
  return {line, offset - *(next - 1) + 1};
}

void SheetSource::warn(std::uint32_t offset, Message text, std::vector<Message> hints) {
  if (warnings_left_ == 0) return;
  diagnostics_.warn({shown_file_, position(offset)}, std::move(text), std::move(hints));
  if (--warnings_left_ == 0) {
    diagnostics_.warn({shown_file_, {}},
                      message("이 스타일의 주의는 여기까지만 보입니다",
                              "further warnings about this style are not shown"));
  }
}

}  // namespace munjip::css
