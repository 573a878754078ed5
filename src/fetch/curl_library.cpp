#include "fetch/curl_library.h"

#include "base/error.h"
#include "base/shared_library.h"

namespace munjip {

namespace {

template <class Function>
void take(const SharedLibrary& library, const char* name, Function& function) {
  if (library.load(name, function)) return;
  throw Error(ExitCode::unreadable, {},
              message("libcurl에 {}가 없습니다", "libcurl lacks {}", name));
}

CurlLibrary open_library() {
  const SharedLibrary library("libcurl.so.4");
  if (!library.is_open()) {
    throw Error(ExitCode::unreadable, {},
                message("libcurl을 열 수 없어 내려받지 못합니다",
                        "libcurl cannot be opened, so nothing can be fetched"),
                {message("꾸러미 libcurl4를 설치하세요", "install the package libcurl4")});
  }
  CurlLibrary curl{};
  take(library, "curl_global_init", curl.global_init);
  take(library, "curl_easy_init", curl.easy_init);
  take(library, "curl_easy_setopt", curl.easy_setopt);
  take(library, "curl_easy_perform", curl.easy_perform);
  take(library, "curl_easy_getinfo", curl.easy_getinfo);
  take(library, "curl_easy_cleanup", curl.easy_cleanup);
  take(library, "curl_easy_strerror", curl.easy_strerror);
  take(library, "curl_slist_append", curl.slist_append);
  take(library, "curl_slist_free_all", curl.slist_free_all);
  curl.global_init(CURL_GLOBAL_DEFAULT);
  return curl;
}

}  // namespace

const CurlLibrary& curl_library() {
  static const CurlLibrary curl = open_library();
  return curl;
}

}  // namespace munjip
