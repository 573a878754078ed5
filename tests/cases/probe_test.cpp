#include <doctest/doctest.h>
#include <cstdio>
#include "cases/reading.h"
using namespace munjip::cases;
TEST_CASE("probe") {
  std::vector<std::string> names;
  for (auto& e : std::filesystem::directory_iterator(MUNJIP_SOURCE_DIR "/tests/cases/faults")) names.push_back(e.path().filename());
  std::sort(names.begin(), names.end());
  for (auto& name : names) {
    const char* only = std::getenv("ONLY");
    if (only && name.find(only) == std::string::npos) continue;
    const auto& b = built_case(name);
    std::printf("######## %s posts %zu pages %zu lost %d\n", name.c_str(), b.book.post_count(), b.paged.pages.size(), b.content_lost);
    for (auto& m : b.messages) std::printf("  ! %s\n", m.c_str());
    for (std::size_t i = 0; i < b.book.post_count(); ++i) {
      auto e = epub_post(b, i), p = pdf_post(b, i);
      std::printf("%s", e.substr(0,1800).c_str());
      if (e != p) std::printf("---- pdf\n%s", p.substr(0,1800).c_str());
    }
    for (auto& l : epub_links(b)) std::printf("  E> %s\n", l.c_str());
    for (auto& l : pdf_links(b)) std::printf("  P> %s\n", l.c_str());
    for (auto& l : epub_contents(b)) std::printf("  e# %s\n", l.c_str());
    for (auto& l : pdf_contents(b)) std::printf("  p# %s\n", l.c_str());
  }
}
