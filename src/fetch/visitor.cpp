#include "fetch/visitor.h"

#include <fmt/format.h>

#include <thread>

#include "book/resolve_address.h"

namespace munjip {

namespace {

constexpr std::size_t kMaxRobotsBytes = std::size_t{1} << 20;

// What a later try may get.
bool may_pass(const HttpAnswer& answer) {
  if (answer.status == 0) {
    return answer.failure == HttpFailure::network || answer.failure == HttpFailure::timed_out;
  }
  return answer.status == 429 || answer.status >= 500;
}

HttpAnswer refusal() {
  HttpAnswer refused;
  refused.problem = message("사이트의 robots.txt가 막은 주소라 받지 않았습니다",
                            "robots.txt of the site forbids it; not fetched");
  return refused;
}

void tell_status(HttpAnswer& answer) {
  const int status = answer.status;
  if (status == 0 || status == 200 || status == 304) return;
  if (status == 404 || status == 410) {
    answer.problem = message("그런 페이지가 없습니다 ({})", "there is no such page ({})", status);
  } else if (status == 401 || status == 403) {
    answer.problem =
        message("볼 수 없는 페이지입니다 ({})", "the page may not be seen ({})", status);
  } else {
    answer.problem = message("서버가 {} 오류로 답했습니다", "the server answered {}", status);
  }
  answer.status = 0;
  answer.body.clear();
}

}  // namespace

HttpAnswer Visitor::get(const HttpRequest& request) {
  Site& site = site_of(request.address);
  if (site.down.failure != HttpFailure::none) return site.down;
  if (!site.rules.allows(path_of(request.address))) return refusal();
  HttpAnswer answer = get_patiently(request, site);
  tell_status(answer);
  // A redirect to another site is known only afterwards; what that one forbids is not used.
  const bool went_on = answer.status == 200 && answer.address != request.address;
  if (went_on && !site_of(answer.address).rules.allows(path_of(answer.address))) return refusal();
  return answer;
}

HttpAnswer Visitor::get_patiently(const HttpRequest& request, Site& site) {
  std::chrono::milliseconds pause = manners_.backoff;
  for (int attempt = 1;; ++attempt) {
    wait_for_turn(site);
    HttpAnswer answer = client_.get(request);
    site.last = std::chrono::steady_clock::now();
    if (attempt >= manners_.tries || !may_pass(answer)) return answer;
    const std::chrono::seconds asked(manners_.obey_retry_after ? answer.retry_after : 0);
    std::this_thread::sleep_for(std::max<std::chrono::milliseconds>(pause, asked));
    pause *= 2;
  }
}

void Visitor::wait_for_turn(Site& site) {
  if (site.was_visited) std::this_thread::sleep_until(site.last + site.delay);
  site.was_visited = true;
}

// RFC 9309, 2.3.1: a site without robots.txt forbids nothing, one that cannot answer everything.
Visitor::Site& Visitor::site_of(const std::string& address) {
  const std::string origin = origin_of(address);
  const auto [entry, is_new] = sites_.try_emplace(origin);
  Site& site = entry->second;
  if (!is_new) return site;
  site.delay = manners_.delay;
  HttpRequest request{origin + "/robots.txt"};
  request.max_bytes = kMaxRobotsBytes;
  const HttpAnswer answer = get_patiently(request, site);
  if (answer.status == 200) {
    site.rules = RobotsRules(answer.body, "munjip");
  } else if (answer.status == 429 || answer.status >= 500) {
    site.rules = RobotsRules::nothing_allowed();
  }
  // A site where nothing answers is not asked for each of its pictures again.
  const bool is_down = answer.failure == HttpFailure::network ||
                       answer.failure == HttpFailure::timed_out ||
                       answer.failure == HttpFailure::refused_address;
  if (is_down) site.down = answer;
  site.delay = std::max<std::chrono::milliseconds>(
      manners_.delay, std::chrono::seconds(site.rules.delay_seconds()));
  return site;
}

std::string uri_of(std::string_view address) {
  std::string out;
  for (const char c : address) {
    const auto byte = static_cast<unsigned char>(c);
    const bool is_kept =
        byte > 0x20 && byte < 0x7F && c != '"' && c != '<' && c != '>' && c != '\\';
    out += is_kept ? std::string(1, c) : fmt::format("%{:02X}", byte);
  }
  return out;
}

}  // namespace munjip
