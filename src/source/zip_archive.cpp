#include "source/zip_archive.h"

#include <algorithm>

#include "base/error.h"
#include "base/file_io.h"
#include "base/utf8.h"
#include "source/encoding.h"
#include "source/hangul.h"

namespace munjip {

namespace {

constexpr std::uint64_t kMaxEntries = 200'000;
constexpr std::uint64_t kMaxTotalBytes = std::uint64_t{1} << 30;
// Text and pictures are not packed a hundredfold; what is this small does no harm either way.
constexpr std::uint64_t kMaxRatio = 200;
constexpr std::uint64_t kFreeOfRatio = std::uint64_t{4} << 20;

struct CloseEntry {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

// Windows programs of old wrote Korean names in CP949 without saying so.
std::string decoded_name(const char* raw) {
  const std::string name = raw;
  Diagnostics told_nobody;
  std::string text = is_valid_utf8(name) ? name : decode_to_utf8(name, {}, told_nobody);
  std::replace(text.begin(), text.end(), '\\', '/');
  return compose_hangul(std::move(text));
}

bool leads_out(const std::string& path) {
  if (path.starts_with('/') || (path.size() > 1 && path[1] == ':')) return true;
  const std::string around = "/" + path + "/";
  return around.find("/../") != std::string::npos;
}

}  // namespace

ZipArchive::ZipArchive(const std::filesystem::path& file) {
  int code = 0;
  archive_.reset(zip_open(file.c_str(), ZIP_RDONLY, &code));
  if (!archive_) {
    zip_error_t error;
    zip_error_init_with_code(&error, code);
    const std::string reason = zip_error_strerror(&error);
    zip_error_fini(&error);
    throw Error(
        ExitCode::unreadable, {to_utf8(file), {}},
        message("ZIP 파일을 열 수 없습니다: {}", "the ZIP file cannot be opened: {}", reason),
        {message("파일을 다시 내려받거나 압축을 풀어 폴더를 쓰세요",
                 "download it again, or unpack it and use the folder")});
  }
  list();
}

void ZipArchive::list() {
  const zip_int64_t count = zip_get_num_entries(archive_.get(), 0);
  const auto total = static_cast<std::uint64_t>(std::max<zip_int64_t>(count, 0));
  if (total > kMaxEntries) refused_ += total - kMaxEntries;
  for (std::uint64_t index = 0; index < std::min(total, kMaxEntries); ++index) {
    const char* raw = zip_get_name(archive_.get(), index, ZIP_FL_ENC_RAW);
    std::string path = raw == nullptr ? std::string() : decoded_name(raw);
    if (path.empty() || path.ends_with('/')) continue;
    if (leads_out(path) || is_link(index)) {
      ++refused_;
    } else {
      entries_.push_back({std::move(path), index});
    }
  }
}

// The upper half of the attributes that Unix programs write is the file's mode.
bool ZipArchive::is_link(std::uint64_t index) const {
  zip_uint8_t system = 0;
  zip_uint32_t attributes = 0;
  if (zip_file_get_external_attributes(archive_.get(), index, 0, &system, &attributes) != 0) {
    return false;
  }
  constexpr zip_uint32_t kTypeMask = 0170000, kLink = 0120000;
  return system == ZIP_OPSYS_UNIX && ((attributes >> 16) & kTypeMask) == kLink;
}

std::optional<std::string> ZipArchive::read(std::uint64_t index) {
  zip_stat_t stat;
  zip_stat_init(&stat);
  if (zip_stat_index(archive_.get(), index, 0, &stat) != 0) return std::nullopt;
  if ((stat.valid & ZIP_STAT_SIZE) == 0 || stat.size > kMaxInputBytes) return std::nullopt;
  const bool is_bomb = stat.size > kFreeOfRatio && (stat.valid & ZIP_STAT_COMP_SIZE) != 0 &&
                       stat.size / kMaxRatio > stat.comp_size;
  if (is_bomb || bytes_read_ + stat.size > kMaxTotalBytes) return std::nullopt;
  const std::unique_ptr<zip_file_t, CloseEntry> file(zip_fopen_index(archive_.get(), index, 0));
  if (!file) return std::nullopt;
  std::string bytes;
  std::string piece(std::size_t{1} << 16, '\0');
  for (;;) {
    const zip_int64_t length = zip_fread(file.get(), piece.data(), piece.size());
    if (length < 0 || bytes.size() > stat.size) return std::nullopt;
    if (length == 0) break;
    bytes.append(piece, 0, static_cast<std::size_t>(length));
  }
  bytes_read_ += bytes.size();
  return bytes;
}

}  // namespace munjip
