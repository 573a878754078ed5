#include "imposition/qpdf_document.h"

#include <cstdlib>
#include <memory>

#include "base/error.h"
#include "imposition/qpdf_library.h"

namespace munjip {

namespace {

const QpdfLibrary& lib() {
  return qpdf_library();
}

// libqpdf hands bytes over in memory of malloc.
using Malloced = std::unique_ptr<unsigned char, decltype(&std::free)>;

std::string text_of(const Malloced& bytes, std::size_t size) {
  return {reinterpret_cast<const char*>(bytes.get()), size};
}

QPDF_BOOL qpdf_bool(bool value) {
  return value ? QPDF_TRUE : QPDF_FALSE;
}

}  // namespace

QpdfDocument::QpdfDocument(std::string_view pdf) : qpdf_(lib().init()) {
  lib().silence_errors(qpdf_);
  lib().set_suppress_warnings(qpdf_, QPDF_TRUE);
  lib().read_memory(qpdf_, "PDF", pdf.data(), pdf.size(), nullptr);
  try {
    check();
  } catch (const Error&) {
    lib().cleanup(&qpdf_);
    throw;
  }
}

QpdfDocument::~QpdfDocument() {
  lib().cleanup(&qpdf_);
}

void QpdfDocument::check() const {
  if (lib().has_error(qpdf_) == QPDF_FALSE) return;
  const std::string reason = lib().get_error_message_detail(qpdf_, lib().get_error(qpdf_));
  throw Error(
      ExitCode::not_writable, {},
      message("PDF를 손질하지 못했습니다: {}", "the PDF cannot be worked over: {}", reason));
}

bool QpdfDocument::is_linearized() const {
  return lib().is_linearized(qpdf_) != QPDF_FALSE;
}

QpdfDocument::Handle QpdfDocument::root() const {
  const Handle root = lib().get_root(qpdf_);
  check();
  return root;
}

QpdfDocument::Handle QpdfDocument::trailer() const {
  return lib().get_trailer(qpdf_);
}

QpdfDocument::Handle QpdfDocument::parse(const std::string& syntax) {
  const Handle object = lib().oh_parse(qpdf_, syntax.c_str());
  check();
  return object;
}

bool QpdfDocument::has(Handle dictionary, const char* key) const {
  return lib().oh_has_key(qpdf_, dictionary, key) != QPDF_FALSE;
}

QpdfDocument::Handle QpdfDocument::get(Handle dictionary, const char* key) const {
  return lib().oh_get_key(qpdf_, dictionary, key);
}

void QpdfDocument::set(Handle dictionary, const char* key, Handle value) {
  lib().oh_replace_key(qpdf_, dictionary, key, value);
  check();
}

void QpdfDocument::remove(Handle dictionary, const char* key) {
  lib().oh_remove_key(qpdf_, dictionary, key);
  check();
}

QpdfDocument::Handle QpdfDocument::add_stream(std::string_view bytes) {
  const Handle stream = lib().oh_new_stream(qpdf_);
  replace_stream(stream, bytes);
  return stream;
}

QpdfDocument::Handle QpdfDocument::stream_entries(Handle stream) const {
  return lib().oh_get_dict(qpdf_, stream);
}

std::string QpdfDocument::stream_data(Handle stream) const {
  unsigned char* bytes = nullptr;
  std::size_t size = 0;
  lib().oh_get_stream_data(qpdf_, stream, qpdf_dl_generalized, nullptr, &bytes, &size);
  const Malloced owned(bytes, &std::free);
  check();
  return text_of(owned, size);
}

void QpdfDocument::replace_stream(Handle stream, std::string_view bytes) {
  const Handle none = lib().oh_new_null(qpdf_);
  lib().oh_replace_stream_data(qpdf_, stream, reinterpret_cast<const unsigned char*>(bytes.data()),
                               bytes.size(), none, none);
  check();
}

std::vector<QpdfDocument::Handle> QpdfDocument::pages() {
  lib().push_inherited_attributes_to_page(qpdf_);
  const int count = lib().get_num_pages(qpdf_);
  check();
  std::vector<Handle> pages;
  for (int i = 0; i < count; ++i) {
    pages.push_back(lib().get_page_n(qpdf_, static_cast<std::size_t>(i)));
  }
  return pages;
}

std::string QpdfDocument::page_content(Handle page) const {
  unsigned char* bytes = nullptr;
  std::size_t size = 0;
  lib().oh_get_page_content_data(qpdf_, page, &bytes, &size);
  const Malloced owned(bytes, &std::free);
  check();
  return text_of(owned, size);
}

PdfBox QpdfDocument::trim_box(Handle page) const {
  const Handle box = get(page, has(page, "/TrimBox") ? "/TrimBox" : "/MediaBox");
  const auto side = [&](int index) {
    return lib().oh_get_numeric_value(qpdf_, lib().oh_get_array_item(qpdf_, box, index));
  };
  const PdfBox result{side(0), side(1), side(2), side(3)};
  check();
  return result;
}

void QpdfDocument::add_page(Handle page) {
  lib().add_page(qpdf_, qpdf_, lib().make_indirect_object(qpdf_, page), QPDF_FALSE);
  check();
}

void QpdfDocument::remove_page(Handle page) {
  lib().remove_page(qpdf_, page);
  check();
}

void QpdfDocument::set_protection(const Protection& protection) {
  const std::string& owner =
      protection.owner_password.empty() ? protection.password : protection.owner_password;
  const QPDF_BOOL may_annotate = qpdf_bool(protection.may_annotate);
  const QPDF_BOOL may_change = qpdf_bool(protection.may_change);
  const QPDF_BOOL is_metadata_encrypted = QPDF_TRUE, may_read_aloud = QPDF_TRUE;
  lib().set_r6_encryption_parameters2(
      qpdf_, protection.password.c_str(), owner.c_str(), may_read_aloud,
      qpdf_bool(protection.may_copy), may_change, may_annotate, may_annotate, may_change,
      protection.may_print ? qpdf_r3p_full : qpdf_r3p_none, is_metadata_encrypted);
}

std::string QpdfDocument::save(const QpdfSave& save) {
  lib().init_write_memory(qpdf_);
  if (save.has_object_streams) lib().set_object_stream_mode(qpdf_, qpdf_o_generate);
  lib().set_linearization(qpdf_, qpdf_bool(save.is_linearized));
  if (save.protection) {
    set_protection(*save.protection);
  } else {
    lib().set_deterministic_ID(qpdf_, QPDF_TRUE);
  }
  lib().write(qpdf_);
  check();
  return {reinterpret_cast<const char*>(lib().get_buffer(qpdf_)), lib().get_buffer_length(qpdf_)};
}

}  // namespace munjip
