// libqpdf, opened when a PDF is to be worked over: loading it takes longer than starting all of
// munjip (it brings gnutls). Its C interface is used because it can be opened at run time.
#pragma once

#include <qpdf/qpdf-c.h>

namespace munjip {

// The functions of libqpdf that munjip calls, without their prefix.
struct QpdfLibrary {
  decltype(&qpdf_init) init;
  decltype(&qpdf_cleanup) cleanup;
  decltype(&qpdf_silence_errors) silence_errors;
  decltype(&qpdf_set_suppress_warnings) set_suppress_warnings;
  decltype(&qpdf_has_error) has_error;
  decltype(&qpdf_get_error) get_error;
  decltype(&qpdf_get_error_message_detail) get_error_message_detail;
  decltype(&qpdf_read_memory) read_memory;
  decltype(&qpdf_is_linearized) is_linearized;

  decltype(&qpdf_get_root) get_root;
  decltype(&qpdf_get_trailer) get_trailer;
  decltype(&qpdf_get_num_pages) get_num_pages;
  decltype(&qpdf_get_page_n) get_page_n;
  decltype(&qpdf_push_inherited_attributes_to_page) push_inherited_attributes_to_page;
  decltype(&qpdf_add_page) add_page;
  decltype(&qpdf_remove_page) remove_page;

  decltype(&qpdf_oh_parse) oh_parse;
  decltype(&qpdf_oh_new_null) oh_new_null;
  decltype(&qpdf_oh_has_key) oh_has_key;
  decltype(&qpdf_oh_get_key) oh_get_key;
  decltype(&qpdf_oh_replace_key) oh_replace_key;
  decltype(&qpdf_oh_remove_key) oh_remove_key;
  decltype(&qpdf_oh_get_array_item) oh_get_array_item;
  decltype(&qpdf_oh_get_numeric_value) oh_get_numeric_value;
  decltype(&qpdf_make_indirect_object) make_indirect_object;
  decltype(&qpdf_oh_new_stream) oh_new_stream;
  decltype(&qpdf_oh_get_dict) oh_get_dict;
  decltype(&qpdf_oh_replace_stream_data) oh_replace_stream_data;
  decltype(&qpdf_oh_get_stream_data) oh_get_stream_data;
  decltype(&qpdf_oh_get_page_content_data) oh_get_page_content_data;

  decltype(&qpdf_init_write_memory) init_write_memory;
  decltype(&qpdf_set_object_stream_mode) set_object_stream_mode;
  decltype(&qpdf_set_linearization) set_linearization;
  decltype(&qpdf_set_deterministic_ID) set_deterministic_ID;
  decltype(&qpdf_set_r6_encryption_parameters2) set_r6_encryption_parameters2;
  decltype(&qpdf_write) write;
  decltype(&qpdf_get_buffer) get_buffer;
  decltype(&qpdf_get_buffer_length) get_buffer_length;
};

// Throws Error(not_writable), with what to install, where there is none. May be called by several
// threads.
const QpdfLibrary& qpdf_library();

}  // namespace munjip
