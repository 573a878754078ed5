// An HTTP server of a test's own on 127.0.0.1: one thread, one request a connection.
#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace munjip {

struct ServedRequest {
  std::string path;                            // with the query
  std::map<std::string, std::string> headers;  // names in lower case
  std::chrono::steady_clock::time_point at{};

  std::string header(const std::string& name) const;
};

struct ServedAnswer {
  int status = 200;
  std::string body = {};
  std::vector<std::string> headers = {};  // whole lines
  std::size_t claimed_length = 0;         // Content-Length, where it is not the body's
  std::chrono::milliseconds silence{0};   // before anything is sent
};

class TestServer {
 public:
  using Handler = std::function<ServedAnswer(const ServedRequest&)>;

  // Answers what `handler` says; it is called on the server's thread.
  explicit TestServer(Handler handler);
  ~TestServer();
  TestServer(const TestServer&) = delete;
  TestServer& operator=(const TestServer&) = delete;

  // `http://127.0.0.1:12345` and `path`.
  std::string address(const std::string& path) const;
  std::vector<ServedRequest> requests() const;
  std::size_t count(const std::string& path) const;
  void forget();

 private:
  void serve();
  void answer(int connection);

  Handler handler_;
  int socket_ = -1;
  int port_ = 0;
  mutable std::mutex mutex_;
  std::vector<ServedRequest> requests_;
  std::atomic<bool> is_over_ = false;
  std::jthread thread_;
};

}  // namespace munjip
