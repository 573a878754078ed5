#include "source/pictures.h"

#include <algorithm>
#include <array>
#include <system_error>

#include "base/digest.h"
#include "base/error.h"
#include "base/file_io.h"
#include "base/utf8.h"
#include "media/image.h"
#include "source/enclosed_files.h"
#include "source/html_tree.h"
#include "source/name_spelling.h"
#include "source/saved_page.h"

namespace munjip {

namespace fs = std::filesystem;

namespace {

// A folder with more entries is not searched for other spellings of a name.
constexpr std::size_t kMaxListing = 20'000;

// Where site generators keep what their pages address from the root: Hugo, VuePress, Hexo, Jekyll.
constexpr std::array<std::string_view, 4> kAssetRoots = {"static", "public", "source", "docs"};

bool starts_with_ignoring_case(std::string_view text, std::string_view lower) {
  return text.size() >= lower.size() &&
         std::equal(lower.begin(), lower.end(), text.begin(), [](char l, char t) {
           return l == (t >= 'A' && t <= 'Z' ? static_cast<char>(t + ('a' - 'A')) : t);
         });
}

// RFC 3986, 3.1: a scheme is a letter, then letters, digits, `+`, `-`, `.`. One letter is a drive.
bool has_scheme(std::string_view address) {
  const std::size_t colon = address.find(':');
  if (colon == std::string_view::npos || colon < 2) return false;
  return std::all_of(address.begin(), address.begin() + static_cast<std::ptrdiff_t>(colon),
                     [](char c) {
                       return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                              (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
                     });
}

bool is_remote(std::string_view address) {
  return address.starts_with("//") || starts_with_ignoring_case(address, "http:") ||
         starts_with_ignoring_case(address, "https:") || starts_with_ignoring_case(address, "ftp:");
}

// The entry of `names` that is `name` in another normalization form, else in another case.
const std::string* other_spelling(const std::vector<std::string>& names, std::string_view name) {
  const std::string wanted = composed_name(name);
  const auto same = std::find_if(names.begin(), names.end(),
                                 [&](const std::string& n) { return composed_name(n) == wanted; });
  if (same != names.end()) return &*same;
  const std::string folded = case_folded_name(wanted);
  const auto similar = std::find_if(names.begin(), names.end(), [&](const std::string& n) {
    return case_folded_name(composed_name(n)) == folded;
  });
  return similar != names.end() ? &*similar : nullptr;
}

std::string name_of(std::string_view bytes) {
  return "img-" + sha256_hex(bytes, 16);
}

// `a-300x200.jpg`, as WordPress calls its scaled copies of `a.jpg`.
std::string without_size(const std::string& path) {
  const std::size_t dot = path.rfind('.');
  const std::size_t dash = dot == std::string::npos ? dot : path.rfind('-', dot);
  if (dash == std::string::npos) return path;
  const std::string size = path.substr(dash + 1, dot - dash - 1);
  const bool is_size = size.find('x') != std::string::npos &&
                       size.find_first_not_of("0123456789x") == std::string::npos;
  return is_size ? path.substr(0, dash) + path.substr(dot) : path;
}

std::string for_message(const std::string& address) {
  constexpr std::size_t kMost = 200;
  std::string shown = percent_decoded_bytes(address);
  if (!is_valid_utf8(shown)) shown = address;
  if (shown.size() <= kMost) return shown;
  return std::string(utf8_prefix(shown, kMost)) + "…";
}

}  // namespace

PictureFinder::PictureFinder(const SourceText& source, Post& post, Diagnostics& diagnostics)
    : source_(source), page_(saved_address(source.text)), post_(post), diagnostics_(diagnostics) {
  for (const Resource& resource : post.resources) names_.insert(resource.name);
}

Image PictureFinder::find(std::string_view address, SourcePos at) {
  const std::array<std::string, 1> addresses = {std::string(address)};
  return find(addresses, at);
}

Image PictureFinder::find(std::span<const std::string> addresses, SourcePos at) {
  Image image;
  // A data: URI is no name that could be shown.
  if (!addresses.empty() && !starts_with_ignoring_case(addresses.front(), "data:")) {
    image.source = trim_ascii(addresses.front());
  }
  Outcome first{{}, Failure::no_address, {}};
  for (const std::string& address : addresses) {
    Outcome outcome = outcome_of(address);
    if (outcome.failure == Failure::none) {
      image.resource = std::move(outcome.resource);
      return image;
    }
    if (first.failure == Failure::no_address) first = std::move(outcome);
  }
  const std::string shown = for_message(addresses.empty() ? std::string() : addresses.front());
  diagnostics_.lost({source_.shown_file, at}, text_of(first, shown), hints_of(first));
  return image;
}

bool PictureFinder::has(std::string_view address) {
  return outcome_of(address).failure == Failure::none;
}

PictureFinder::Outcome PictureFinder::outcome_of(std::string_view address) {
  address = trim_ascii(address);
  if (starts_with_ignoring_case(address, "data:")) return load_data_uri(address);
  const auto known = known_.find(address);
  if (known != known_.end()) return known->second;
  return known_.emplace(address, load(address)).first->second;
}

PictureFinder::Outcome PictureFinder::load(std::string_view address) {
  if (address.empty()) return {{}, Failure::no_address, {}};
  if (is_remote(address)) return load_copy(address, Failure::remote);
  if (has_scheme(address)) return {{}, Failure::missing, {}};
  // A file may be called `a#1.png` or `50%25.png`: the name as it stands comes first, then without
  // query and fragment, then decoded.
  const std::string raw(address);
  const std::string bare = raw.substr(0, raw.find_first_of("?#"));
  Failure failure = Failure::missing;
  for (const std::string& path : {raw, percent_decoded_bytes(bare), bare}) {
    if (path.empty() || path.find('\0') != std::string::npos) continue;
    if (auto bytes = enclosed_bytes(path)) return load_bytes(std::move(*bytes), path);
    const auto file = locate(path);
    if (!file) continue;
    if (is_inside(source_.folder, *file)) return load_file(*file);
    failure = Failure::outside;
  }
  return page_.empty() ? Outcome{{}, failure, {}} : load_copy(address, failure);
}

// A copy that munjip fetch has put aside, else one that was copied from the server.
PictureFinder::Outcome PictureFinder::load_copy(std::string_view address, Failure otherwise) {
  const auto copy = find_picture_copy(source_.folder, page_, address);
  if (copy && is_inside(source_.folder, *copy)) return load_file(*copy);
  return load_copy_of_upload(address, otherwise);
}

// A picture on the network that may lie beside its export under the path that it had on the blog:
// the folder `wp-content/uploads` (or what is in it) as it was copied from the server.
PictureFinder::Outcome PictureFinder::load_copy_of_upload(std::string_view address,
                                                          Failure otherwise) {
  constexpr std::string_view kUploads = "/wp-content/uploads/";
  const std::size_t at = address.find(kUploads);
  if (!is_remote(address) || at == std::string_view::npos) return {{}, otherwise, {}};
  const std::string path(address.substr(at + kUploads.size()));
  for (const std::string& name : {path, without_size(path)}) {
    for (const std::string folder : {"wp-content/uploads/", "uploads/", ""}) {
      Outcome outcome = load(folder + name);
      if (outcome.failure == Failure::none) return outcome;
    }
  }
  return {{}, otherwise, {}};
}

PictureFinder::Outcome PictureFinder::load_data_uri(std::string_view address) {
  std::optional<std::string> bytes = data_uri_bytes(address, kMaxDataUriBytes);
  if (!bytes) return {{}, Failure::bad_data_uri, {}};
  return load_bytes(std::move(*bytes), "data:");
}

// A path is looked for from where the text stands, then from the top.
std::optional<std::string> PictureFinder::enclosed_bytes(const std::string& path) const {
  if (source_.enclosed == nullptr) return std::nullopt;
  const std::size_t root_end = path.find_first_not_of("/\\");
  if (root_end == std::string::npos) return std::nullopt;
  const fs::path beside = source_.file.lexically_relative(source_.folder).parent_path();
  const std::string relative = path.substr(root_end);
  const EnclosedFiles::Read* read = nullptr;
  if (root_end == 0) read = source_.enclosed->find(to_utf8(beside / path_from_utf8(relative)));
  if (read == nullptr) read = source_.enclosed->find(relative);
  return read == nullptr ? std::nullopt : (*read)();
}

PictureFinder::Outcome PictureFinder::load_bytes(std::string bytes, const std::string& shown_name) {
  const auto info = probe_image(bytes);
  if (!info) return {{}, Failure::not_a_picture, find_image_fault(bytes)};
  Resource resource;
  resource.name = name_of(bytes);
  resource.shown_name = shown_name;
  resource.width_px = info->width;
  resource.height_px = info->height;
  resource.bytes = std::move(bytes);
  return {add(std::move(resource)), Failure::none, {}};
}

PictureFinder::Outcome PictureFinder::load_file(const fs::path& file) {
  std::string bytes;
  try {
    bytes = read_file(file);
  } catch (const Error&) {
    return {{}, Failure::unreadable, {}};
  }
  const auto info = probe_image(bytes);
  if (!info) return {{}, Failure::not_a_picture, find_image_fault(bytes)};
  Resource resource;
  resource.name = name_of(bytes);
  resource.file = file;
  resource.shown_name = to_utf8(file.filename());
  resource.width_px = info->width;
  resource.height_px = info->height;
  return {add(std::move(resource)), Failure::none, {}};
}

std::optional<fs::path> PictureFinder::locate(const std::string& path) {
  const fs::path beside = source_.file.parent_path();
  const std::size_t root_end = path.find_first_not_of("/\\");
  if (root_end == std::string::npos) return std::nullopt;
  const std::string relative = path.substr(root_end);
  std::vector<fs::path> bases;
  if (root_end == 0) bases.push_back(beside);
  bases.push_back(source_.folder);
  for (const std::string_view root : kAssetRoots) bases.push_back(source_.folder / root);
  for (const fs::path& base : bases) {
    if (auto file = locate_under(base, relative)) return file;
  }
  // The blog may live under a path of its own (`/blog/assets/a.png`).
  const std::size_t slash = relative.find('/');
  if (root_end == 0 || slash == std::string::npos) return std::nullopt;
  return locate_under(source_.folder, relative.substr(slash + 1));
}

// Walks `path` below `base` name by name, accepting another spelling where a name is not there.
std::optional<fs::path> PictureFinder::locate_under(const fs::path& base, const std::string& path) {
  std::error_code error;
  const fs::path direct = base / path_from_utf8(path);
  if (fs::is_regular_file(direct, error)) return direct;
  fs::path at = base;
  for (const fs::path& part : path_from_utf8(path)) {
    const std::string name = to_utf8(part);
    if (name.empty() || name == "." || name == ".." || fs::exists(at / part, error)) {
      at /= part;
      continue;
    }
    // Nothing outside the folder is looked at, not even by name.
    if (!is_inside(source_.folder, at)) return std::nullopt;
    const std::string* other = other_spelling(names_in(at), name);
    if (other == nullptr) return std::nullopt;
    at /= path_from_utf8(*other);
  }
  if (fs::is_regular_file(at, error)) return at;
  return std::nullopt;
}

const std::vector<std::string>& PictureFinder::names_in(const fs::path& folder) {
  const auto [entry, is_new] = listing_.try_emplace(to_utf8(folder));
  if (!is_new) return entry->second;
  std::error_code error;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    if (entry->second.size() == kMaxListing) break;
    entry->second.push_back(to_utf8(it->path().filename()));
  }
  // The order of a directory is the file system's; a tie must fall the same way everywhere.
  std::sort(entry->second.begin(), entry->second.end());
  return entry->second;
}

std::string PictureFinder::add(Resource resource) {
  std::string name = resource.name;
  if (names_.insert(name).second) post_.resources.push_back(std::move(resource));
  return name;
}

Message PictureFinder::text_of(const Outcome& outcome, const std::string& address) {
  switch (outcome.failure) {
    case Failure::none:
    case Failure::no_address:
      break;
    case Failure::remote:
      return message("인터넷에 있는 그림이라 넣지 못했습니다: {}",
                     "the picture is on the network and was not fetched: {}", address);
    case Failure::missing:
      return message("그림 파일이 없습니다: {}", "picture not found: {}", address);
    case Failure::outside:
      return message("책의 폴더 밖에 있는 그림은 넣지 않습니다: {}",
                     "a picture outside of the book's folder is not used: {}", address);
    case Failure::unreadable:
      return message("그림을 읽을 수 없습니다: {}", "the picture cannot be read: {}", address);
    case Failure::bad_data_uri:
      return message("글 속에 적힌 그림(data: 주소)을 풀 수 없습니다: {}",
                     "the picture written into the text (a data: address) cannot be decoded: {}",
                     address);
    case Failure::not_a_picture: {
      const Message reason = describe(outcome.fault.value_or(ImageFault::damaged));
      return {"그림을 넣지 못했습니다: " + address + ": " + reason.ko,
              "a picture was left out: " + address + ": " + reason.en};
    }
  }
  return message("그림에 주소가 없습니다", "a picture without an address");
}

std::vector<Message> PictureFinder::hints_of(const Outcome& outcome) const {
  switch (outcome.failure) {
    case Failure::none:
    case Failure::no_address:
    case Failure::unreadable:
      break;
    case Failure::remote:
      return {message("그림을 내려받아 글 옆에 두고 글의 주소를 그 파일 이름으로 바꾸세요",
                      "save the picture beside the post and put its file name in the post")};
    case Failure::missing:
      return {message("{} 폴더를 기준으로 찾았습니다. 그림이 이 폴더 안에 있는지 확인하세요",
                      "looked for from the folder {}; is the picture inside it?",
                      to_utf8(source_.folder))};
    case Failure::outside:
      return {
          message("그림을 책의 폴더 안으로 옮기세요", "move the picture into the book's folder")};
    case Failure::bad_data_uri:
      return {message("그림을 파일로 저장하고 글의 주소를 그 이름으로 바꾸세요",
                      "save the picture as a file and put its name in the post")};
    case Failure::not_a_picture:
      if (outcome.fault == ImageFault::no_decoder) {
        return {message("libheif1(AVIF, HEIC)이나 libtiff6(TIFF) 꾸러미를 설치하세요",
                        "install the package libheif1 (AVIF, HEIC) or libtiff6 (TIFF)")};
      }
      return {message("JPEG, PNG, GIF, WebP, AVIF, HEIC, BMP, TIFF, SVG 그림을 쓸 수 있습니다",
                      "JPEG, PNG, GIF, WebP, AVIF, HEIC, BMP, TIFF and SVG pictures can be used")};
  }
  return {};
}

}  // namespace munjip
