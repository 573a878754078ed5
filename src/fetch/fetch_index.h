// What has been fetched into a book's folder, so that it need not be fetched again:
// `.munjip-fetch`, a line for each address.
#pragma once

#include <filesystem>
#include <map>
#include <string>

namespace munjip {

struct FetchedFile {
  std::string file;  // within the folder
  std::string etag, last_modified;
};

class FetchIndex {
 public:
  // Of the folder; empty where it has none. Lines that are damaged are passed over.
  static FetchIndex load(const std::filesystem::path& folder);
  static bool exists(const std::filesystem::path& folder);
  // Throws Error(not_writable).
  void save(const std::filesystem::path& folder) const;

  // Null where the address is not known, or its file no longer in the folder.
  const FetchedFile* find(const std::string& address) const;
  void set(const std::string& address, FetchedFile file);
  // Whether another address than this has the file.
  bool is_taken(const std::string& file, const std::string& address) const;

 private:
  std::filesystem::path folder_;
  std::map<std::string, FetchedFile> files_;       // by address
  std::map<std::string, std::string> address_of_;  // by file
};

}  // namespace munjip
