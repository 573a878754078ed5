// libharu as the table of objects, page tree, cross-reference and file writer. What goes into the
// objects is written by the other files of this folder, as text; libharu's own fonts, pictures,
// drawing and PDF/A calls are not used. This is the only file that sees libharu.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/length.h"

namespace munjip {

// The number of an indirect object; generations are always 0.
struct ObjectId {
  std::uint32_t number = 0;
  bool operator==(const ObjectId&) const = default;
};
// `12 0 R`
void append_reference(std::string& out, ObjectId id);
std::string reference(ObjectId id);

struct HaruPage {
  Size media, trim;  // trim lies in the middle of media
  ObjectId resources;
  std::vector<ObjectId> annotations;
  std::optional<int> struct_parents;  // key into the ParentTree
  std::string contents;               // a zlib stream
};

struct HaruOutlineItem {
  int level = 1;  // 1 = outermost; a level without a parent is taken as far out as there is one
  std::string title;
  std::string destination;  // name of a destination; empty = none
};

// One PDF 1.7 document. Belongs to one thread. Every function throws Error(not_writable) with
// libharu's first error code where libharu refuses.
class HaruDocument {
 public:
  HaruDocument();
  ~HaruDocument();
  HaruDocument(const HaruDocument&) = delete;
  HaruDocument& operator=(const HaruDocument&) = delete;

  // A dictionary whose number is known before its content, so that objects can refer to each other.
  ObjectId reserve();
  // `entries` is what stands between << and >>. Once for each reserved object.
  void set(ObjectId id, std::string entries);
  ObjectId add(std::string entries);
  // `bytes` are stored as they are; `entries` must name their filter, if any, but not /Length.
  ObjectId add_stream(std::string entries, std::string bytes);

  // Pages in reading order. Their numbers are known after reserve_page; contents follow by
  // fill_page.
  ObjectId reserve_page();
  void fill_page(std::size_t index, HaruPage page);

  void add_outline_item(const HaruOutlineItem& item);

  void set_catalog(const char* key, ObjectId id);
  void set_catalog_array(const char* key, ObjectId only_item);
  void set_catalog_name(const char* key, const char* name);
  void set_catalog_text(const char* key, std::string_view utf8);
  void set_info_text(const char* key, std::string_view utf8);
  void set_file_id(std::string_view sixteen_bytes);

  // The whole file. Nothing may be called after it.
  std::string save();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// `2.3.0`
std::string haru_version();

}  // namespace munjip
