#include "pdf/haru.h"

#include <hpdf.h>

#include <algorithm>
#include <cstring>
#include <deque>

#include "base/error.h"
#include "pdf/number.h"
#include "pdf/pdf_string.h"

namespace munjip {

namespace {

constexpr HPDF_UINT32 kNumberMask = 0x00FFFFFF;  // of an object id (hpdf_objects.h)

// The page tree is balanced by nodes of this many pages; a flat one ends at 32,767.
constexpr HPDF_UINT kPagesPerNode = 32;

// The list of objects grows by this many at a time; libharu's 1,024 make growth quadratic.
constexpr HPDF_UINT kXrefBlock = 1 << 15;

constexpr std::size_t kMaxFileSize = std::size_t{2000} << 20;
constexpr std::size_t kBytesPerObject = 64;  // numbers, keywords and cross-reference

// The comment of four bytes above 127 is PDF/A's (ISO 19005-2, 6.1.2).
constexpr std::string_view kHeader = "%PDF-1.7\n%\xB7\xBE\xAD\xAA\n";

// What a raw object prints. libharu's records point to it; HaruDocument owns it.
struct RawContent {
  std::string entries;  // between << and >>
  std::string bytes;    // of a stream
  std::size_t at = 0;   // reading position in `bytes`
};

RawContent& content_of(HPDF_Stream stream) {
  return *static_cast<RawContent*>(stream->attr);
}

HPDF_STATUS write_entries(HPDF_Dict dict, HPDF_Stream stream) {
  const std::string& entries = static_cast<RawContent*>(dict->attr)->entries;
  return HPDF_Stream_Write(stream, reinterpret_cast<const HPDF_BYTE*>(entries.data()),
                           static_cast<HPDF_UINT>(entries.size()));
}

// A page's content stream: its dictionary says nothing but the filter.
HPDF_STATUS write_flate_filter(HPDF_Dict, HPDF_Stream stream) {
  return HPDF_Stream_WriteStr(stream, "/Filter/FlateDecode");
}

// libharu wants HPDF_STREAM_EOF together with the last bytes.
HPDF_STATUS read_bytes(HPDF_Stream stream, HPDF_BYTE* to, HPDF_UINT* size) {
  RawContent& content = content_of(stream);
  const std::size_t count = std::min<std::size_t>(*size, content.bytes.size() - content.at);
  std::memcpy(to, content.bytes.data() + content.at, count);
  content.at += count;
  *size = static_cast<HPDF_UINT>(count);
  return content.at == content.bytes.size() ? HPDF_STREAM_EOF : HPDF_OK;
}

HPDF_STATUS seek_bytes(HPDF_Stream stream, HPDF_INT to, HPDF_WhenceMode) {
  content_of(stream).at =
      std::min(static_cast<std::size_t>(std::max(to, 0)), content_of(stream).bytes.size());
  return HPDF_OK;
}

HPDF_INT32 tell_bytes(HPDF_Stream stream) {
  return static_cast<HPDF_INT32>(content_of(stream).at);
}

HPDF_UINT32 size_of_bytes(HPDF_Stream stream) {
  return static_cast<HPDF_UINT32>(content_of(stream).bytes.size());
}

HPDF_STATUS append_to_sink(HPDF_Stream stream, const HPDF_BYTE* bytes, HPDF_UINT size) {
  static_cast<std::string*>(stream->attr)->append(reinterpret_cast<const char*>(bytes), size);
  return HPDF_OK;
}

// Only records: nothing may be thrown through libharu's C frames. The first code is the cause;
// every call after it fails with another.
void record_error(HPDF_STATUS code, HPDF_STATUS, void* first_code) {
  auto& first = *static_cast<HPDF_STATUS*>(first_code);
  if (first == HPDF_OK) first = code;
}

HPDF_Box centered_box(const Size& outer, const Size& inner) {
  const double left = (outer.width - inner.width).pt() / 2;
  const double bottom = (outer.height - inner.height).pt() / 2;
  HPDF_Box box;
  box.left = static_cast<HPDF_REAL>(left);
  box.bottom = static_cast<HPDF_REAL>(bottom);
  box.right = static_cast<HPDF_REAL>(left + inner.width.pt());
  box.top = static_cast<HPDF_REAL>(bottom + inner.height.pt());
  return box;
}

}  // namespace

struct HaruDocument::State {
  HPDF_STATUS first_error = HPDF_OK;
  HPDF_Doc doc = nullptr;
  std::deque<RawContent> contents;  // addresses stay
  std::vector<RawContent*> by_number;
  std::vector<HPDF_Page> pages;
  std::vector<HPDF_Outline> open_outline;  // the newest item of each level

  ~State() { HPDF_Free(doc); }

  [[noreturn]] void fail() const {
    const HPDF_STATUS code = first_error != HPDF_OK ? first_error
                             : doc != nullptr       ? doc->error.error_no
                                                    : HPDF_FAILD_TO_ALLOC_MEM;
    throw Error(ExitCode::not_writable, {},
                message("PDF를 만들지 못했습니다 (libharu 오류 0x{:04X})",
                        "the PDF cannot be made (libharu error 0x{:04X})", code));
  }
  void check(HPDF_STATUS status) const {
    if (status != HPDF_OK || first_error != HPDF_OK) fail();
  }
  // Of a constructor's result: null, or an object that is marked as faulty by the document's error.
  template <class Pointer>
  Pointer made(Pointer object) const {
    if (object == nullptr || first_error != HPDF_OK || doc->error.error_no != HPDF_OK) fail();
    return object;
  }

  void add_to(HPDF_Dict dict, const char* key, void* object) const {
    check(HPDF_Dict_Add(dict, key, made(object)));
  }
  HPDF_Binary binary(std::string_view bytes) const {
    // libharu copies the bytes and does not write to them.
    auto* begin = reinterpret_cast<HPDF_BYTE*>(const_cast<char*>(bytes.data()));
    return made(HPDF_Binary_New(doc->mmgr, begin, static_cast<HPDF_UINT>(bytes.size())));
  }
  HPDF_Dict object(ObjectId id) const {
    return static_cast<HPDF_Dict>(made(HPDF_Xref_GetEntry(doc->xref, id.number))->obj);
  }

  RawContent& attach_content(HPDF_Dict dict) {
    RawContent& content = contents.emplace_back();
    dict->attr = &content;
    dict->write_fn = write_entries;
    remember(number_of(dict), content);
    return content;
  }
  static ObjectId number_of(HPDF_Dict dict) { return {dict->header.obj_id & kNumberMask}; }
  void remember(ObjectId id, RawContent& content) {
    if (by_number.size() <= id.number) by_number.resize(id.number + std::size_t{1});
    by_number[id.number] = &content;
  }
  // Makes `dict` read its stream from `content`, as it is.
  void read_from(HPDF_Dict dict, RawContent& content) const {
    HPDF_Stream_Free(dict->stream);
    dict->stream = nullptr;
    dict->stream = made(HPDF_CallbackReader_New(doc->mmgr, read_bytes, seek_bytes, tell_bytes,
                                                size_of_bytes, &content));
    dict->filter = HPDF_STREAM_FILTER_NONE;
  }
  // Throws where libharu's offsets of 32 bits would not do.
  std::size_t size_to_expect() const {
    std::size_t size = 0;
    for (const RawContent& content : contents) {
      size += content.entries.size() + content.bytes.size() + kBytesPerObject;
    }
    if (size <= kMaxFileSize) return size;
    throw Error(ExitCode::not_writable, {},
                message("PDF가 {} MB를 넘어 만들 수 없습니다", "the PDF would be larger than {} MB",
                        kMaxFileSize >> 20),
                {message("그림을 줄이거나 책을 여러 권으로 나누세요.",
                         "Make the pictures smaller, or the book several volumes.")});
  }
  HPDF_Outline outline_parent(int level) const {
    const auto depth = static_cast<std::size_t>(std::max(level, 1) - 1);
    return depth == 0 || open_outline.empty()
               ? nullptr
               : open_outline[std::min(depth, open_outline.size()) - 1];
  }
};

void append_reference(std::string& out, ObjectId id) {
  append_integer(out, id.number);
  out += " 0 R";
}

std::string reference(ObjectId id) {
  std::string out;
  append_reference(out, id);
  return out;
}

std::string haru_version() {
  return HPDF_GetVersion();
}

HaruDocument::HaruDocument() : state_(std::make_unique<State>()) {
  // The records of hpdf_objects.h are used directly, so header and library must be of one version.
  if (std::string_view(HPDF_GetVersion()) != HPDF_VERSION_TEXT) {
    throw Error(ExitCode::not_writable, {},
                message("libharu의 버전이 다릅니다: {}로 빌드했는데 {}가 실행되었습니다",
                        "libharu differs: built with {}, running with {}", HPDF_VERSION_TEXT,
                        HPDF_GetVersion()));
  }
  state_->doc = HPDF_New(record_error, &state_->first_error);
  state_->made(state_->doc);
  state_->check(HPDF_SetPagesConfiguration(state_->doc, kPagesPerNode));
  state_->doc->xref->entries->items_per_block = kXrefBlock;
  state_->doc->pdf_version = HPDF_VER_17;
}

HaruDocument::~HaruDocument() = default;

ObjectId HaruDocument::reserve() {
  const HPDF_Dict dict = state_->made(HPDF_Dict_New(state_->doc->mmgr));
  state_->check(HPDF_Xref_Add(state_->doc->xref, dict));
  state_->attach_content(dict);
  return State::number_of(dict);
}

void HaruDocument::set(ObjectId id, std::string entries) {
  state_->by_number.at(id.number)->entries = std::move(entries);
}

ObjectId HaruDocument::add(std::string entries) {
  const ObjectId id = reserve();
  set(id, std::move(entries));
  return id;
}

ObjectId HaruDocument::add_stream(std::string entries, std::string bytes) {
  const HPDF_Dict dict = state_->made(HPDF_DictStream_New(state_->doc->mmgr, state_->doc->xref));
  RawContent& content = state_->attach_content(dict);
  content.entries = std::move(entries);
  content.bytes = std::move(bytes);
  state_->read_from(dict, content);
  return State::number_of(dict);
}

ObjectId HaruDocument::reserve_page() {
  const HPDF_Page page = state_->made(HPDF_AddPage(state_->doc));
  state_->pages.push_back(page);
  return State::number_of(page);
}

void HaruDocument::fill_page(std::size_t index, HaruPage page) {
  State& state = *state_;
  const HPDF_Page dict = state.pages.at(index);
  const HPDF_MMgr mmgr = state.doc->mmgr;
  state.add_to(dict, "MediaBox", HPDF_Box_Array_New(mmgr, centered_box(page.media, page.media)));
  state.add_to(dict, "TrimBox", HPDF_Box_Array_New(mmgr, centered_box(page.media, page.trim)));
  state.add_to(dict, "Resources", state.object(page.resources));
  if (!page.annotations.empty()) {
    state.check(HPDF_Dict_AddName(dict, "Tabs", "S"));
    const HPDF_Array annotations = state.made(HPDF_Array_New(mmgr));
    state.add_to(dict, "Annots", annotations);
    for (const ObjectId id : page.annotations) {
      state.check(HPDF_Array_Add(annotations, state.object(id)));
    }
  }
  if (page.struct_parents) {
    state.check(HPDF_Dict_AddNumber(dict, "StructParents", *page.struct_parents));
  }
  RawContent& content = state.contents.emplace_back();
  content.bytes = std::move(page.contents);
  auto* attributes = static_cast<HPDF_PageAttr>(dict->attr);
  state.read_from(attributes->contents, content);
  attributes->stream = attributes->contents->stream;
  attributes->contents->write_fn = write_flate_filter;
}

void HaruDocument::add_outline_item(const HaruOutlineItem& item) {
  State& state = *state_;
  const HPDF_Outline parent = state.outline_parent(item.level);
  const HPDF_Outline outline = state.made(HPDF_CreateOutline(state.doc, parent, "", nullptr));
  // libharu drops what is outside the BMP, and gives items the type of the outline's root.
  state.add_to(outline, "Title", state.binary(text_string_bytes(item.title)));
  state.check(HPDF_Dict_RemoveElement(outline, "Type"));
  if (!item.destination.empty()) {
    state.add_to(outline, "Dest", state.binary(item.destination));
  }
  state.check(HPDF_Outline_SetOpened(outline, item.level <= 1 ? HPDF_TRUE : HPDF_FALSE));
  const std::size_t depth =
      std::min(static_cast<std::size_t>(std::max(item.level, 1) - 1), state.open_outline.size());
  state.open_outline.resize(depth);
  state.open_outline.push_back(outline);
}

void HaruDocument::set_catalog(const char* key, ObjectId id) {
  state_->add_to(state_->doc->catalog, key, state_->object(id));
}

void HaruDocument::set_catalog_array(const char* key, ObjectId only_item) {
  const HPDF_Array array = state_->made(HPDF_Array_New(state_->doc->mmgr));
  state_->add_to(state_->doc->catalog, key, array);
  state_->check(HPDF_Array_Add(array, state_->object(only_item)));
}

void HaruDocument::set_catalog_name(const char* key, const char* name) {
  state_->check(HPDF_Dict_AddName(state_->doc->catalog, key, name));
}

void HaruDocument::set_catalog_text(const char* key, std::string_view utf8) {
  state_->add_to(state_->doc->catalog, key, state_->binary(text_string_bytes(utf8)));
}

void HaruDocument::set_info_text(const char* key, std::string_view utf8) {
  state_->add_to(state_->doc->info, key, state_->binary(text_string_bytes(utf8)));
}

void HaruDocument::set_file_id(std::string_view sixteen_bytes) {
  const HPDF_Array array = state_->made(HPDF_Array_New(state_->doc->mmgr));
  state_->add_to(state_->doc->trailer, "ID", array);
  for (int i = 0; i < 2; ++i) {
    state_->check(HPDF_Array_Add(array, state_->binary(sixteen_bytes)));
  }
}

std::string HaruDocument::save() {
  State& state = *state_;
  std::string file(kHeader);
  file.reserve(state.size_to_expect());
  state.add_to(state.doc->trailer, "Root", state.doc->catalog);
  state.add_to(state.doc->trailer, "Info", state.doc->info);
  const HPDF_Stream sink =
      state.made(HPDF_CallbackWriter_New(state.doc->mmgr, append_to_sink, &file));
  sink->size = static_cast<HPDF_UINT>(file.size());  // offsets are counted from it
  const HPDF_STATUS status = HPDF_Xref_WriteToStream(state.doc->xref, sink, nullptr);
  HPDF_Stream_Free(sink);
  state.check(status);
  return file;
}

}  // namespace munjip
