// One request over HTTP or HTTPS, with everything about it bounded.
#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>

#include "base/message.h"

namespace munjip {

struct HttpLimits {
  std::chrono::milliseconds connect{15'000}, whole{120'000};
  int redirects = 5;
  bool allow_local = false;  // private and loopback addresses too
};

struct HttpRequest {
  std::string address;                                      // ASCII, percent-encoded
  std::string referer = {}, etag = {}, last_modified = {};  // sent where not empty
  std::size_t max_bytes = std::size_t{16} << 20;            // of the body, decompressed
};

// Why there is no answer, where `status` is 0.
enum class HttpFailure { none, refused_address, too_large, too_many_redirects, timed_out, network };

struct HttpAnswer {
  int status = 0;
  std::string body, address;  // `address`: after redirects
  std::string etag, last_modified;
  int retry_after = 0;  // seconds asked for, 0 = none
  HttpFailure failure = HttpFailure::none;
  Message problem;  // what to tell of a failure
};

// Keeps connections between requests. For one thread. Sends no cookies, uses no proxy (it could
// reach what munjip may not), follows redirects to http and https only, and connects to no address
// that is not public (checked for each connection, after DNS and redirects).
class HttpClient {
 public:
  // Throws Error(unreadable) where libcurl is missing.
  explicit HttpClient(HttpLimits limits);
  ~HttpClient();
  HttpClient(const HttpClient&) = delete;
  HttpClient& operator=(const HttpClient&) = delete;

  HttpAnswer get(const HttpRequest& request);

 private:
  struct Handle;
  HttpLimits limits_;
  std::unique_ptr<Handle> handle_;
};

}  // namespace munjip
