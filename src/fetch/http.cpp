#include "fetch/http.h"

#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <string_view>

#include "base/error.h"
#include "fetch/curl_library.h"
#include "fetch/network_address.h"

namespace munjip {

namespace {

constexpr const char* kUserAgent = "munjip/" MUNJIP_VERSION " (book maker; one reader's copy)";
// Slower for this long is broken.
constexpr long kSlowestBytesPerSecond = 200;
constexpr long kSlowSeconds = 20;
constexpr int kLongestRetry = 60;

struct Transfer {
  HttpAnswer answer;
  std::size_t max_bytes = 0;
  bool allow_local = false;
  bool is_too_large = false, is_refused = false;
};

std::size_t take_body(char* bytes, std::size_t size, std::size_t count, void* data) {
  auto& transfer = *static_cast<Transfer*>(data);
  if (transfer.answer.body.size() + size * count > transfer.max_bytes) {
    transfer.is_too_large = true;
    return 0;  // ends the transfer
  }
  transfer.answer.body.append(bytes, size * count);
  return size * count;
}

// The value of the header `name` (lower case) in `line`, or nothing.
std::string_view header_value(std::string_view line, std::string_view name) {
  if (line.size() <= name.size() || line[name.size()] != ':') return {};
  const bool is_it = std::equal(name.begin(), name.end(), line.begin(), [](char wanted, char c) {
    return wanted == (c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c);
  });
  if (!is_it) return {};
  line.remove_prefix(name.size() + 1);
  while (!line.empty() && (line.front() == ' ' || line.front() == '\t')) line.remove_prefix(1);
  while (!line.empty() && static_cast<unsigned char>(line.back()) <= ' ') line.remove_suffix(1);
  return line;
}

std::size_t take_header(char* bytes, std::size_t size, std::size_t count, void* data) {
  HttpAnswer& answer = static_cast<Transfer*>(data)->answer;
  const std::string_view line(bytes, size * count);
  if (line.starts_with("HTTP/")) {  // of the next answer, after a redirect
    answer.etag.clear();
    answer.last_modified.clear();
    answer.retry_after = 0;
  }
  if (const auto value = header_value(line, "etag"); !value.empty()) answer.etag = value;
  if (const auto value = header_value(line, "last-modified"); !value.empty()) {
    answer.last_modified = value;
  }
  if (const auto value = header_value(line, "retry-after"); !value.empty()) {
    int seconds = 0;
    std::from_chars(value.data(), value.data() + value.size(), seconds);
    answer.retry_after = std::clamp(seconds, 0, kLongestRetry);
  }
  return size * count;
}

curl_socket_t open_socket(void* data, curlsocktype, curl_sockaddr* address) {
  auto& transfer = *static_cast<Transfer*>(data);
  if (!transfer.allow_local && !is_public_address(&address->addr, address->addrlen)) {
    transfer.is_refused = true;
    return CURL_SOCKET_BAD;
  }
  return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

void tell_failure(CURLcode code, const Transfer& transfer, HttpAnswer& answer) {
  if (transfer.is_refused) {
    answer.failure = HttpFailure::refused_address;
    answer.problem = message("사설망이나 이 컴퓨터 자신의 주소라서 접속하지 않았습니다",
                             "a private or local address; not connected to");
  } else if (transfer.is_too_large || code == CURLE_FILESIZE_EXCEEDED) {
    answer.failure = HttpFailure::too_large;
    answer.problem = message("너무 커서 받지 않았습니다 (한도 {}MB)",
                             "too large, not fetched (the limit is {} MB)",
                             std::max<std::size_t>(transfer.max_bytes >> 20, 1));
  } else if (code == CURLE_TOO_MANY_REDIRECTS) {
    answer.failure = HttpFailure::too_many_redirects;
    answer.problem = message("다른 주소로 넘기기만 되풀이합니다", "too many redirects");
  } else if (code == CURLE_OPERATION_TIMEDOUT) {
    answer.failure = HttpFailure::timed_out;
    answer.problem = message("제때 답하지 않습니다", "no answer in time");
  } else {
    answer.failure = HttpFailure::network;
    answer.problem =
        message("받지 못했습니다: {}", "not fetched: {}", curl_library().easy_strerror(code));
  }
  answer.status = 0;
  answer.body.clear();
}

}  // namespace

struct HttpClient::Handle {
  CURL* curl = nullptr;
};

HttpClient::HttpClient(HttpLimits limits) : limits_(limits), handle_(new Handle) {
  handle_->curl = curl_library().easy_init();
  if (handle_->curl == nullptr) {
    throw Error(ExitCode::unreadable, {},
                message("libcurl을 쓸 수 없습니다", "libcurl cannot be used"));
  }
}

HttpClient::~HttpClient() {
  curl_library().easy_cleanup(handle_->curl);
}

HttpAnswer HttpClient::get(const HttpRequest& request) {
  const CurlLibrary& curl = curl_library();
  Transfer transfer;
  transfer.max_bytes = request.max_bytes;
  transfer.allow_local = limits_.allow_local;
  const auto set = [&](CURLoption option, auto value) {
    curl.easy_setopt(handle_->curl, option, value);
  };
  set(CURLOPT_URL, request.address.c_str());
  set(CURLOPT_HTTPGET, 1L);
  set(CURLOPT_PROTOCOLS_STR, "http,https");
  set(CURLOPT_REDIR_PROTOCOLS_STR, "http,https");
  set(CURLOPT_FOLLOWLOCATION, 1L);
  set(CURLOPT_MAXREDIRS, static_cast<long>(limits_.redirects));
  set(CURLOPT_PROXY, "");
  set(CURLOPT_NOSIGNAL, 1L);
  set(CURLOPT_USERAGENT, kUserAgent);
  set(CURLOPT_ACCEPT_ENCODING, "");  // all that libcurl can unpack
  set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(limits_.connect.count()));
  set(CURLOPT_TIMEOUT_MS, static_cast<long>(limits_.whole.count()));
  set(CURLOPT_LOW_SPEED_LIMIT, kSlowestBytesPerSecond);
  set(CURLOPT_LOW_SPEED_TIME, kSlowSeconds);
  set(CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(request.max_bytes));
  set(CURLOPT_REFERER, request.referer.empty() ? nullptr : request.referer.c_str());
  set(CURLOPT_WRITEFUNCTION, &take_body);
  set(CURLOPT_WRITEDATA, static_cast<void*>(&transfer));
  set(CURLOPT_HEADERFUNCTION, &take_header);
  set(CURLOPT_HEADERDATA, static_cast<void*>(&transfer));
  set(CURLOPT_OPENSOCKETFUNCTION, &open_socket);
  set(CURLOPT_OPENSOCKETDATA, static_cast<void*>(&transfer));
  curl_slist* list = nullptr;
  const auto add = [&](const std::string& line) { list = curl.slist_append(list, line.c_str()); };
  if (!request.etag.empty()) add("If-None-Match: " + request.etag);
  if (!request.last_modified.empty()) add("If-Modified-Since: " + request.last_modified);
  const std::unique_ptr<curl_slist, decltype(curl.slist_free_all)> headers(list,
                                                                           curl.slist_free_all);
  set(CURLOPT_HTTPHEADER, headers.get());
  const CURLcode code = curl.easy_perform(handle_->curl);
  HttpAnswer answer = std::move(transfer.answer);
  if (code != CURLE_OK) {
    tell_failure(code, transfer, answer);
    return answer;
  }
  long status = 0;
  char* address = nullptr;
  curl.easy_getinfo(handle_->curl, CURLINFO_RESPONSE_CODE, &status);
  curl.easy_getinfo(handle_->curl, CURLINFO_EFFECTIVE_URL, &address);
  answer.status = static_cast<int>(status);
  answer.address = address == nullptr ? request.address : address;
  return answer;
}

}  // namespace munjip
