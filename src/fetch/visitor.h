// A polite visitor of web sites: asks robots.txt first, waits between requests to one host, tries
// again what may succeed later.
#pragma once

#include <chrono>
#include <map>
#include <string>

#include "fetch/http.h"
#include "fetch/robots.h"

namespace munjip {

struct Manners {
  std::chrono::milliseconds delay{1000};    // between two requests to one host, at least
  std::chrono::milliseconds backoff{1000};  // before the second try; doubled for each further one
  int tries = 3;
  bool obey_retry_after = true;
};

// For one thread.
class Visitor {
 public:
  Visitor(HttpLimits limits, Manners manners) : client_(limits), manners_(manners) {}

  // Nothing is asked where robots.txt forbids it: the answer then has status 0 and says so, as it
  // does for every other failure. Status 200, 304 or 0.
  HttpAnswer get(const HttpRequest& request);

 private:
  struct Site {
    RobotsRules rules;
    std::chrono::milliseconds delay{};
    std::chrono::steady_clock::time_point last{};
    bool was_visited = false;
    HttpAnswer down = {};  // the failure of a site that could not be reached at all
  };
  Site& site_of(const std::string& address);
  HttpAnswer get_patiently(const HttpRequest& request, Site& site);
  static void wait_for_turn(Site& site);

  HttpClient client_;
  Manners manners_;
  std::map<std::string, Site> sites_;  // by origin
};

// An address as it is sent: letters of other scripts and spaces percent-encoded (RFC 3986, 2.1).
std::string uri_of(std::string_view address);

}  // namespace munjip
