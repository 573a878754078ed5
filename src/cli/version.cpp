#include "cli/version.h"

#include "book/library_versions.h"
#include "epub/library_versions.h"
#include "media/library_versions.h"
#include "pdf/library_versions.h"
#include "source/library_versions.h"
#include "text/library_versions.h"

namespace munjip {

std::string version_text() {
  std::string text = "munjip " MUNJIP_VERSION "\n";
  for (const auto& libraries : {book_libraries(), source_libraries(), media_libraries(),
                                text_libraries(), pdf_libraries(), epub_libraries()}) {
    for (const LibraryVersion& library : libraries)
      text += "  " + library.name + " " + library.version + "\n";
  }
  text.pop_back();
  return text;
}

}  // namespace munjip
