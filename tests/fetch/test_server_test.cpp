#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <stdexcept>

#include "fetch/test_server.h"

namespace munjip {

namespace {

// False where the other side has gone meanwhile.
bool wait(int connection, std::chrono::milliseconds silence) {
  if (silence.count() == 0) return true;
  pollfd waiting{connection, POLLIN, 0};
  char byte = 0;
  return ::poll(&waiting, 1, static_cast<int>(silence.count())) == 0 ||
         ::recv(connection, &byte, 1, MSG_PEEK) > 0;
}

}  // namespace

std::string ServedRequest::header(const std::string& name) const {
  const auto found = headers.find(name);
  return found == headers.end() ? std::string() : found->second;
}

TestServer::TestServer(Handler handler) : handler_(std::move(handler)) {
  socket_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  auto* raw = reinterpret_cast<sockaddr*>(&address);
  if (socket_ < 0 || ::bind(socket_, raw, size) != 0 || ::listen(socket_, 16) != 0 ||
      ::getsockname(socket_, raw, &size) != 0) {
    throw std::runtime_error("no server");
  }
  port_ = ntohs(address.sin_port);
  thread_ = std::jthread([this] { serve(); });
}

TestServer::~TestServer() {
  is_over_ = true;
  thread_.join();
  ::close(socket_);
}

std::string TestServer::address(const std::string& path) const {
  return "http://127.0.0.1:" + std::to_string(port_) + path;
}

std::vector<ServedRequest> TestServer::requests() const {
  const std::lock_guard lock(mutex_);
  return requests_;
}

std::size_t TestServer::count(const std::string& path) const {
  const std::lock_guard lock(mutex_);
  return static_cast<std::size_t>(
      std::count_if(requests_.begin(), requests_.end(),
                    [&](const ServedRequest& request) { return request.path == path; }));
}

void TestServer::forget() {
  const std::lock_guard lock(mutex_);
  requests_.clear();
}

void TestServer::serve() {
  while (!is_over_) {
    pollfd waiting{socket_, POLLIN, 0};
    if (::poll(&waiting, 1, 20) <= 0) continue;
    const int connection = ::accept(socket_, nullptr, nullptr);
    if (connection < 0) continue;
    answer(connection);
    ::close(connection);
  }
}

void TestServer::answer(int connection) {
  std::string text;
  char buffer[4096];
  while (text.find("\r\n\r\n") == std::string::npos) {
    pollfd waiting{connection, POLLIN, 0};
    if (::poll(&waiting, 1, 2000) <= 0) return;
    const ssize_t count = ::recv(connection, buffer, sizeof buffer, 0);
    if (count <= 0) return;
    text.append(buffer, static_cast<std::size_t>(count));
  }
  ServedRequest request;
  request.at = std::chrono::steady_clock::now();
  const std::size_t path = text.find(' ') + 1;
  request.path = text.substr(path, text.find(' ', path) - path);
  for (std::size_t at = text.find("\r\n") + 2; text.compare(at, 2, "\r\n") != 0;) {
    const std::size_t end = text.find("\r\n", at);
    const std::size_t colon = text.find(':', at);
    std::string name = text.substr(at, colon - at);
    std::transform(name.begin(), name.end(), name.begin(), [](char c) {
      return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    });
    request.headers[name] = text.substr(colon + 2, end - colon - 2);
    at = end + 2;
  }
  {
    const std::lock_guard lock(mutex_);
    requests_.push_back(request);
  }
  const ServedAnswer answer = handler_(request);
  if (!wait(connection, answer.silence)) return;
  std::string out = "HTTP/1.1 " + std::to_string(answer.status) + " X\r\nConnection: close\r\n";
  for (const std::string& line : answer.headers) out += line + "\r\n";
  const std::size_t length = answer.claimed_length > 0 ? answer.claimed_length : answer.body.size();
  out += "Content-Length: " + std::to_string(length) + "\r\n\r\n";
  out += answer.body;
  std::size_t sent = 0;
  while (sent < out.size()) {
    const ssize_t count = ::send(connection, out.data() + sent, out.size() - sent, MSG_NOSIGNAL);
    if (count <= 0) return;
    sent += static_cast<std::size_t>(count);
  }
}

}  // namespace munjip
