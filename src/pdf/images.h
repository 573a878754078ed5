// The pictures of a book, each read, decoded and stored once however often it is printed.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "book/book.h"
#include "layout/paged_book.h"
#include "pdf/profile.h"

namespace munjip {

class HaruDocument;
struct ObjectId;

// A picture as its XObject stores it.
struct EmbeddedImage {
  std::string entries;             // of the image dictionary, without /SMask
  std::string bytes;               // as stored
  std::string mask_entries, mask;  // soft mask; empty = opaque
  int orientation = 1;             // EXIF, 1 ... 8: how the drawing matrix turns it
  bool is_broken = false;          // nothing is stored; a grey box is drawn
};

class Images {
 public:
  // Reads and converts every picture that `pages` show. A broken one is told once, as lost.
  Images(std::span<const Page> pages, const Book& book, const Profile& profile, unsigned jobs,
         Diagnostics& diagnostics);

  // Index of a picture by the name of its resource.
  std::size_t index(const std::string& resource) const { return by_name_.find(resource)->second; }
  const std::map<std::string, std::size_t>& by_name() const { return by_name_; }
  const EmbeddedImage& operator[](std::size_t index) const { return images_[index]; }

  // The XObjects, by index; {0} for broken pictures. The stored bytes are moved out.
  std::vector<ObjectId> write(HaruDocument& document);

 private:
  std::map<std::string, std::size_t> by_name_;
  std::vector<EmbeddedImage> images_;
};

// `I3`
std::string image_resource_name(std::size_t index);

}  // namespace munjip
