#include "imposition/compact.h"

#include "base/error.h"
#include "imposition/claims.h"
#include "imposition/qpdf_document.h"

namespace munjip {

std::string compact(std::string_view pdf) {
  QpdfDocument document(pdf);
  QpdfSave save;
  save.has_object_streams = save.is_linearized = true;
  return document.save(save);
}

std::string encrypt(std::string_view pdf, const Protection& protection) {
  QpdfDocument document(pdf);
  const QpdfDocument::Handle root = document.root();
  if (document.has(root, "/Metadata") &&
      claims_pdf_a(document.stream_data(document.get(root, "/Metadata")))) {
    throw Error(
        ExitCode::usage, {},
        message("PDF/A 파일에는 비밀번호를 걸 수 없습니다", "a PDF/A file may not have a password"),
        {message("[[output]]에 pdf_a = false를 쓰면 PDF/A를 내세우지 않습니다",
                 "with pdf_a = false in [[output]] it claims no PDF/A")});
  }
  QpdfSave save;
  save.is_linearized = document.is_linearized();
  save.protection = protection;
  return document.save(save);
}

}  // namespace munjip
