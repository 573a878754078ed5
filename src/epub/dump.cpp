// The package as text, for `munjip dump package` and the golden tests.
#include <fmt/format.h>

#include "base/digest.h"
#include "epub/package.h"

namespace munjip {

namespace {

// What is text but not by its media type: mimetype and the files of META-INF have none.
bool is_text(const PackageFile& file) {
  return !file.media_type.starts_with("image/") || file.media_type == "image/svg+xml";
}

std::string heading(const PackageFile& file) {
  std::string line = fmt::format("=== {} ({} bytes", file.path, file.bytes.size());
  if (!file.media_type.empty()) line += ", " + file.media_type;
  if (!file.properties.empty()) line += ", " + file.properties;
  if (file.in_spine) line += file.is_linear ? ", spine" : ", spine, not linear";
  return line + ")\n";
}

}  // namespace

std::string dump_package(const Package& package) {
  std::string out;
  for (const PackageFile& file : package.files) {
    out += heading(file);
    out += is_text(file) ? file.bytes : "sha256 " + sha256_hex(file.bytes);
    if (!out.ends_with('\n')) out += '\n';
  }
  return out;
}

}  // namespace munjip
