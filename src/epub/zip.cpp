// The container (EPUB 3.3, 4.2) through libzip, in memory.
#include <zip.h>

#include <fmt/format.h>

#include <memory>

#include "base/error.h"
#include "epub/package.h"

namespace munjip {

namespace {

constexpr zip_uint32_t kDeflateLevel = 6;
// A regular file that its owner may write and everybody read, as Unix keeps it in the upper half.
constexpr zip_uint32_t kFileMode = 0100644U << 16;

[[noreturn]] void fail(const char* reason) {
  throw Error(
      ExitCode::not_writable, {},
      message("EPUB을 압축하지 못했습니다: {}", "the EPUB could not be zipped: {}", reason));
}

struct SourceFreer {
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};
struct ArchiveDiscarder {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
using Source = std::unique_ptr<zip_source_t, SourceFreer>;
using Archive = std::unique_ptr<zip_t, ArchiveDiscarder>;

// Pictures do not get smaller; everything else is text.
bool is_stored(const PackageFile& file) {
  return file.path == "mimetype" ||
         (file.media_type.starts_with("image/") && file.media_type != "image/svg+xml");
}

// MS-DOS date: years from 1980, month, day. The time is always noon, which exists in every time
// zone on every day, for libzip turns it into local time and back.
constexpr zip_uint16_t kNoon = 12 << 11;
zip_uint16_t dos_date(const DateTime& moment) {
  const int year = std::min(std::max(moment.year, 1980), 2107) - 1980;
  return static_cast<zip_uint16_t>(year << 9 | moment.month << 5 | moment.day);
}

void add_file(zip_t* archive, const PackageFile& file, zip_uint16_t date) {
  Source source(zip_source_buffer(archive, file.bytes.data(), file.bytes.size(), 0));
  if (!source) fail(zip_strerror(archive));
  const zip_int64_t index =
      zip_file_add(archive, file.path.c_str(), source.get(), ZIP_FL_ENC_GUESS);
  if (index < 0) fail(zip_strerror(archive));
  static_cast<void>(source.release());  // the archive has it now
  const auto entry = static_cast<zip_uint64_t>(index);
  if (zip_set_file_compression(archive, entry, is_stored(file) ? ZIP_CM_STORE : ZIP_CM_DEFLATE,
                               is_stored(file) ? 0 : kDeflateLevel) != 0 ||
      zip_file_set_dostime(archive, entry, kNoon, date, 0) != 0 ||
      zip_file_set_external_attributes(archive, entry, 0, ZIP_OPSYS_UNIX, kFileMode) != 0) {
    fail(zip_strerror(archive));
  }
}

std::string read_back(zip_source_t* source) {
  zip_stat_t stat;
  zip_stat_init(&stat);
  if (zip_source_stat(source, &stat) != 0 || (stat.valid & ZIP_STAT_SIZE) == 0 ||
      zip_source_open(source) != 0) {
    fail(zip_error_strerror(zip_source_error(source)));
  }
  std::string bytes(stat.size, '\0');
  const zip_int64_t length = zip_source_read(source, bytes.data(), bytes.size());
  zip_source_close(source);
  if (length != static_cast<zip_int64_t>(bytes.size())) fail("short read");
  return bytes;
}

}  // namespace

std::string zip_package(const Package& package, const DateTime& modified) {
  zip_error_t error;
  zip_error_init(&error);
  const Source target(zip_source_buffer_create(nullptr, 0, 0, &error));
  if (!target) fail(zip_error_strerror(&error));
  zip_source_keep(target.get());  // for reading after the archive, which frees its own, is closed
  Archive archive(zip_open_from_source(target.get(), ZIP_TRUNCATE, &error));
  if (!archive) {
    zip_source_free(target.get());
    fail(zip_error_strerror(&error));
  }
  for (const PackageFile& file : package.files) add_file(archive.get(), file, dos_date(modified));
  if (zip_close(archive.get()) != 0) fail(zip_strerror(archive.get()));
  static_cast<void>(archive.release());
  return read_back(target.get());
}

}  // namespace munjip
