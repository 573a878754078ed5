#include "imposition/qpdf_library.h"

#include "base/error.h"
#include "base/shared_library.h"

namespace munjip {

namespace {

template <class Function>
void take(const SharedLibrary& library, const char* name, Function& function) {
  if (library.load(name, function)) return;
  throw Error(ExitCode::not_writable, {},
              message("libqpdf에 {}가 없습니다", "libqpdf lacks {}", name));
}

QpdfLibrary open_library() {
  const SharedLibrary library("libqpdf.so.29");
  if (!library.is_open()) {
    throw Error(ExitCode::not_writable, {},
                message("libqpdf를 열 수 없어 PDF를 손질하지 못합니다",
                        "libqpdf cannot be opened, so the PDF cannot be worked over"),
                {message("꾸러미 libqpdf29를 설치하세요", "install the package libqpdf29")});
  }
  QpdfLibrary qpdf{};
  take(library, "qpdf_init", qpdf.init);
  take(library, "qpdf_cleanup", qpdf.cleanup);
  take(library, "qpdf_silence_errors", qpdf.silence_errors);
  take(library, "qpdf_set_suppress_warnings", qpdf.set_suppress_warnings);
  take(library, "qpdf_has_error", qpdf.has_error);
  take(library, "qpdf_get_error", qpdf.get_error);
  take(library, "qpdf_get_error_message_detail", qpdf.get_error_message_detail);
  take(library, "qpdf_read_memory", qpdf.read_memory);
  take(library, "qpdf_is_linearized", qpdf.is_linearized);
  take(library, "qpdf_get_root", qpdf.get_root);
  take(library, "qpdf_get_trailer", qpdf.get_trailer);
  take(library, "qpdf_get_num_pages", qpdf.get_num_pages);
  take(library, "qpdf_get_page_n", qpdf.get_page_n);
  take(library, "qpdf_push_inherited_attributes_to_page", qpdf.push_inherited_attributes_to_page);
  take(library, "qpdf_add_page", qpdf.add_page);
  take(library, "qpdf_remove_page", qpdf.remove_page);
  take(library, "qpdf_oh_parse", qpdf.oh_parse);
  take(library, "qpdf_oh_new_null", qpdf.oh_new_null);
  take(library, "qpdf_oh_has_key", qpdf.oh_has_key);
  take(library, "qpdf_oh_get_key", qpdf.oh_get_key);
  take(library, "qpdf_oh_replace_key", qpdf.oh_replace_key);
  take(library, "qpdf_oh_remove_key", qpdf.oh_remove_key);
  take(library, "qpdf_oh_get_array_item", qpdf.oh_get_array_item);
  take(library, "qpdf_oh_get_numeric_value", qpdf.oh_get_numeric_value);
  take(library, "qpdf_make_indirect_object", qpdf.make_indirect_object);
  take(library, "qpdf_oh_new_stream", qpdf.oh_new_stream);
  take(library, "qpdf_oh_get_dict", qpdf.oh_get_dict);
  take(library, "qpdf_oh_replace_stream_data", qpdf.oh_replace_stream_data);
  take(library, "qpdf_oh_get_stream_data", qpdf.oh_get_stream_data);
  take(library, "qpdf_oh_get_page_content_data", qpdf.oh_get_page_content_data);
  take(library, "qpdf_init_write_memory", qpdf.init_write_memory);
  take(library, "qpdf_set_object_stream_mode", qpdf.set_object_stream_mode);
  take(library, "qpdf_set_linearization", qpdf.set_linearization);
  take(library, "qpdf_set_deterministic_ID", qpdf.set_deterministic_ID);
  take(library, "qpdf_set_r6_encryption_parameters2", qpdf.set_r6_encryption_parameters2);
  take(library, "qpdf_write", qpdf.write);
  take(library, "qpdf_get_buffer", qpdf.get_buffer);
  take(library, "qpdf_get_buffer_length", qpdf.get_buffer_length);
  return qpdf;
}

}  // namespace

const QpdfLibrary& qpdf_library() {
  static const QpdfLibrary qpdf = open_library();
  return qpdf;
}

}  // namespace munjip
