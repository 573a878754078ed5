// libcurl, opened when it is first needed: build never pays for loading it (it brings some twenty
// libraries of its own).
#pragma once

#include <curl/curl.h>

namespace munjip {

// The functions of libcurl that munjip calls.
struct CurlLibrary {
  decltype(&curl_global_init) global_init;
  decltype(&curl_easy_init) easy_init;
  decltype(&curl_easy_setopt) easy_setopt;
  decltype(&curl_easy_perform) easy_perform;
  decltype(&curl_easy_getinfo) easy_getinfo;
  decltype(&curl_easy_cleanup) easy_cleanup;
  decltype(&curl_easy_strerror) easy_strerror;
  decltype(&curl_slist_append) slist_append;
  decltype(&curl_slist_free_all) slist_free_all;
};

// Throws Error(unreadable), with what to install, where there is none.
const CurlLibrary& curl_library();

}  // namespace munjip
