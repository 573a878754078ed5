#include "pdf/profile.h"

namespace munjip {

Profile profile_of(PdfProfile profile) {
  Profile questions;
  if (profile == PdfProfile::print) {
    questions.claims_pdf_a = false;
    questions.has_links = false;
  }
  return questions;
}

}  // namespace munjip
