#include "source/saved_page.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/digest.h"
#include "base/file_io.h"
#include "book/resolve_address.h"
#include "media/image.h"

namespace munjip {

namespace {

constexpr std::string_view kMark = "<!-- saved from url=(";
// A doctype may stand before the mark, and nothing longer.
constexpr std::size_t kMarkWithin = 512;
constexpr std::size_t kMaxAddress = 4096;

// Without the query where that is a permission that runs out (Kakao's picture servers, Amazon S3).
std::string_view lasting_part(std::string_view address) {
  const std::size_t query = address.find('?');
  if (query == std::string_view::npos) return address;
  const bool is_signed = address.find("signature=", query) != std::string_view::npos ||
                         address.find("X-Amz-Signature=", query) != std::string_view::npos;
  return is_signed ? address.substr(0, query) : address;
}

}  // namespace

std::string saved_mark(std::string_view address) {
  return fmt::format("{}{:04}){} -->\n", kMark, address.size(), address);
}

std::string saved_address(std::string_view html) {
  const std::size_t mark = html.substr(0, kMarkWithin).find(kMark);
  if (mark == std::string_view::npos) return {};
  const std::string_view rest = html.substr(mark + kMark.size(), kMaxAddress);
  const std::size_t begin = rest.find(')');
  const std::size_t end = rest.find(" -->");
  if (begin == std::string_view::npos || end == std::string_view::npos || begin > end) return {};
  const std::string_view address = rest.substr(begin + 1, end - begin - 1);
  return address.starts_with("http") ? std::string(address) : std::string();
}

std::string picture_copy_stem(std::string_view address) {
  return "web-" + sha256_hex(lasting_part(address), 16);
}

std::optional<std::filesystem::path> find_picture_copy(const std::filesystem::path& folder,
                                                       std::string_view page,
                                                       std::string_view address) {
  const std::filesystem::path copies = folder / kPictureFolder;
  std::error_code error;
  if (!std::filesystem::is_directory(copies, error)) return std::nullopt;
  const std::optional<std::string> whole =
      resolve_address(page.empty() ? std::string_view("https://-/") : page, address);
  if (!whole || (page.empty() && whole->starts_with("https://-/"))) return std::nullopt;
  for (const ImageFormat format : kImageFormats) {
    std::filesystem::path file =
        copies / (picture_copy_stem(*whole) + std::string(file_ending(format)));
    if (std::filesystem::is_regular_file(file, error)) return file;
  }
  return std::nullopt;
}

}  // namespace munjip
