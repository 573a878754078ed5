// A PDF that libqpdf has read: its objects, its pages, and how it is written again. One thread at a
// time. Every function throws Error(not_writable) with what libqpdf said.
#pragma once

#include <qpdf/qpdf-c.h>

#include <string>
#include <string_view>
#include <vector>

#include "book/sheet_options.h"

namespace munjip {

// In points, as PDF counts: from the bottom left corner.
struct PdfBox {
  double left = 0, bottom = 0, right = 0, top = 0;
};

struct QpdfSave {
  bool has_object_streams = false;  // false: those that the file has stay
  bool is_linearized = false;
  std::optional<Protection> protection;
};

class QpdfDocument {
 public:
  // An object of this document; valid as long as the document is.
  using Handle = qpdf_oh;

  // `pdf` must outlive the document.
  explicit QpdfDocument(std::string_view pdf);
  ~QpdfDocument();
  QpdfDocument(const QpdfDocument&) = delete;
  QpdfDocument& operator=(const QpdfDocument&) = delete;

  bool is_linearized() const;
  Handle root() const;
  Handle trailer() const;

  // PDF syntax without references.
  Handle parse(const std::string& syntax);
  bool has(Handle dictionary, const char* key) const;
  Handle get(Handle dictionary, const char* key) const;
  void set(Handle dictionary, const char* key, Handle value);
  void remove(Handle dictionary, const char* key);

  // A stream's bytes are given and returned without their filters.
  Handle add_stream(std::string_view bytes);
  Handle stream_entries(Handle stream) const;
  std::string stream_data(Handle stream) const;
  void replace_stream(Handle stream, std::string_view bytes);

  // With what they inherit.
  std::vector<Handle> pages();
  std::string page_content(Handle page) const;
  PdfBox trim_box(Handle page) const;  // or the media box, where a page has no other
  void add_page(Handle page);          // a dictionary, after all others
  void remove_page(Handle page);

  // The bytes of the file; they depend on its objects alone unless it is encrypted.
  std::string save(const QpdfSave& save);

 private:
  void check() const;
  void set_protection(const Protection& protection);

  qpdf_data qpdf_;
};

}  // namespace munjip
