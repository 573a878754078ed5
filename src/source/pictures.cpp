#include "source/pictures.h"

#include <algorithm>
#include <array>

#include "base/digest.h"
#include "base/error.h"
#include "base/file_io.h"
#include "base/utf8.h"
#include "media/image.h"
#include "source/enclosed_files.h"
#include "source/html_tree.h"
#include "source/saved_page.h"

namespace munjip {

namespace fs = std::filesystem;

namespace {

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
  if (const auto file = locate_beside(bare)) return load_file(*file);
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

std::string PictureFinder::add(Resource resource) {
  std::string name = resource.name;
  if (names_.insert(name).second) post_.resources.push_back(std::move(resource));
  return name;
}

}  // namespace munjip
