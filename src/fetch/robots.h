// robots.txt (RFC 9309): what a site asks programs to leave alone.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace munjip {

class RobotsRules {
 public:
  RobotsRules() = default;  // everything is allowed
  // The rules for `agent` (lower case), else those for all.
  RobotsRules(std::string_view text, std::string_view agent);
  static RobotsRules nothing_allowed();

  // `path` begins with `/` and holds the query. The longest rule that fits counts, and `Allow` of
  // two as long.
  bool allows(std::string_view path) const;
  int delay_seconds() const { return delay_seconds_; }  // Crawl-delay, 0 = none

 private:
  struct Rule {
    std::string pattern;
    bool allow = false;
  };
  void add_line(std::string_view name, std::string_view value);
  std::vector<Rule> rules_;
  int delay_seconds_ = 0;
};

}  // namespace munjip
