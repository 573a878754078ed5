#include "fetch/fetch_index.h"

#include <array>
#include <string_view>

#include "base/error.h"
#include "base/file_io.h"

namespace munjip {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kName = ".munjip-fetch";
constexpr std::uintmax_t kMaxBytes = std::uintmax_t{64} << 20;

// Tabs and line ends divide the file.
bool is_clean(std::string_view text) {
  return text.find_first_of("\t\r\n") == std::string_view::npos;
}

// A file of the folder or of a folder in it, and nothing outside.
bool is_safe(std::string_view file) {
  return !file.empty() && file.front() != '/' && file.find("..") == std::string_view::npos;
}

}  // namespace

bool FetchIndex::exists(const fs::path& folder) {
  std::error_code error;
  return fs::is_regular_file(folder / kName, error);
}

FetchIndex FetchIndex::load(const fs::path& folder) {
  FetchIndex index;
  index.folder_ = folder;
  if (!exists(folder)) return index;
  const std::string text = read_file(folder / kName, kMaxBytes);
  std::string_view rest = text;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    std::array<std::string, 4> fields;
    for (std::string& field : fields) {
      const std::size_t tab = std::min(line.find('\t'), line.size());
      field = line.substr(0, tab);
      line.remove_prefix(std::min(tab + 1, line.size()));
    }
    if (is_safe(fields[1])) index.set(fields[0], {fields[1], fields[2], fields[3]});
  }
  return index;
}

void FetchIndex::save(const fs::path& folder) const {
  std::string text;
  for (const auto& [address, file] : files_) {
    text += address + "\t" + file.file + "\t" + file.etag + "\t" + file.last_modified + "\n";
  }
  write_file(folder / kName, text);
}

const FetchedFile* FetchIndex::find(const std::string& address) const {
  const auto found = files_.find(address);
  if (found == files_.end()) return nullptr;
  std::error_code error;
  return fs::is_regular_file(folder_ / path_from_utf8(found->second.file), error) ? &found->second
                                                                                  : nullptr;
}

void FetchIndex::set(const std::string& address, FetchedFile file) {
  if (!is_clean(address) || !is_clean(file.file)) return;
  if (!is_clean(file.etag)) file.etag.clear();
  if (!is_clean(file.last_modified)) file.last_modified.clear();
  address_of_[file.file] = address;
  files_[address] = std::move(file);
}

bool FetchIndex::is_taken(const std::string& file, const std::string& address) const {
  const auto found = address_of_.find(file);
  return found != address_of_.end() && found->second != address;
}

}  // namespace munjip
