// The pictures of a post: from the address that the author wrote to a file within the book's
// folder, to one enclosed in the source (enclosed_files.h), or to the bytes of a data: URI. What
// cannot be had is told once and keeps its place as an Image without resource.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "media/image.h"
#include "source/data_uri.h"
#include "source/reader.h"

namespace munjip {

// Larger pictures in data: URIs are refused, to bound memory.
inline constexpr std::size_t kMaxDataUriBytes = std::size_t{32} << 20;

// For one post and one thread; keeps references to its arguments. Adds each picture that it finds
// to post.resources, equal bytes once.
class PictureFinder {
 public:
  PictureFinder(const SourceText& source, Post& post, Diagnostics& diagnostics);

  // The picture that the first usable address of `addresses` (best first) names: Image::resource is
  // set where there is one, Image::source is the first address. Where there is none, says why with
  // `lost` at `at`, naming the address. The caller fills in alt, size and kind.
  //
  // A picture of the web is found where munjip fetch has put a copy (saved_page.h). An address may
  // be relative to the file, root-relative (`/assets/a.png`: from the book's
  // folder), percent-encoded, followed by a query or fragment, or a data: URI. A file name that
  // differs in Hangul composition, or as a last resort in case only, is found too, and so is what
  // lies beside the post where its address leads up (`../images/a.png`) and nothing is there. What
  // the source encloses comes before what lies beside it. Nothing is read from outside
  // SourceText::folder (symlinks resolved), nothing over the network.
  Image find(std::span<const std::string> addresses, SourcePos at);
  Image find(std::string_view address, SourcePos at);

  // Whether an address names a readable picture within the folder, without a word where not (for
  // guessing at a local copy of a remote picture).
  bool has(std::string_view address);

 private:
  enum class Failure {
    none,
    no_address,
    remote,
    missing,
    outside,
    unreadable,
    bad_data_uri,
    not_a_picture
  };
  struct Outcome {
    std::string resource;
    Failure failure = Failure::none;
    std::optional<ImageFault> fault;  // of what is not_a_picture
  };
  Outcome outcome_of(std::string_view address);
  Outcome load(std::string_view address);
  Outcome load_copy(std::string_view address, Failure otherwise);
  Outcome load_copy_of_upload(std::string_view address, Failure otherwise);
  Outcome load_data_uri(std::string_view address);
  std::optional<std::string> enclosed_bytes(const std::string& path) const;
  Outcome load_bytes(std::string bytes, const std::string& shown_name);
  Outcome load_file(const std::filesystem::path& file);
  std::optional<std::filesystem::path> locate(const std::string& path);
  std::optional<std::filesystem::path> locate_under(const std::filesystem::path& base,
                                                    const std::string& path);
  std::optional<std::filesystem::path> locate_beside(std::string path);
  const std::vector<std::string>& names_in(const std::filesystem::path& folder);
  std::string add(Resource resource);
  static Message text_of(const Outcome& outcome, const std::string& address);
  std::vector<Message> hints_of(const Outcome& outcome) const;

  const SourceText& source_;
  std::string page_;  // the address that the page was saved from, empty if unknown
  Post& post_;
  Diagnostics& diagnostics_;
  std::map<std::string, Outcome, std::less<>> known_;        // by address
  std::map<std::string, std::vector<std::string>> listing_;  // folder → names
  std::set<std::string> names_;                              // of post_.resources
};

}  // namespace munjip
