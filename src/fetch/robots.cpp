#include "fetch/robots.h"

#include <algorithm>
#include <charconv>

#include "base/ascii.h"

namespace munjip {

namespace {

// RFC 9309, 2.5: at least 500 KiB are to be read.
constexpr std::size_t kMaxBytes = std::size_t{512} << 10;
constexpr std::size_t kMaxRules = 2000;
constexpr std::size_t kMaxPattern = 1000;
constexpr int kLongestDelay = 30;

// `*` is any run, `$` at the end the end; anything may follow otherwise. Greedy from the left with
// one place to go back to: time is pattern × path at the most.
bool matches(std::string_view pattern, std::string_view path) {
  const bool is_anchored = pattern.ends_with('$');
  if (is_anchored) pattern.remove_suffix(1);
  std::size_t p = 0, at = 0, star = std::string_view::npos, star_at = 0;
  while (true) {
    if (p == pattern.size() && (!is_anchored || at == path.size())) return true;
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      star_at = at;
    } else if (p < pattern.size() && at < path.size() && pattern[p] == path[at]) {
      ++p;
      ++at;
    } else if (star != std::string_view::npos && star_at < path.size()) {
      p = star + 1;
      at = ++star_at;
    } else {
      return false;
    }
  }
}

}  // namespace

RobotsRules::RobotsRules(std::string_view text, std::string_view agent) {
  text = text.substr(0, kMaxBytes);
  RobotsRules for_all;
  bool has_own = false, in_agents = false, is_own = false, is_all = false;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
    const std::string_view line = text.substr(0, std::min(text.substr(0, end).find('#'), end));
    text.remove_prefix(std::min(end + 1, text.size()));
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    const std::string name = ascii_lower(trim_ascii(line.substr(0, colon)));
    const std::string_view value = trim_ascii(line.substr(colon + 1));
    if (name == "user-agent") {
      if (!in_agents) is_own = is_all = false;  // a new group
      in_agents = true;
      is_own = is_own || ascii_lower(value) == agent;
      is_all = is_all || value == "*";
      has_own = has_own || is_own;
      continue;
    }
    in_agents = false;
    if (is_own) add_line(name, value);
    if (is_all) for_all.add_line(name, value);
  }
  if (!has_own) *this = std::move(for_all);
}

RobotsRules RobotsRules::nothing_allowed() {
  RobotsRules rules;
  rules.rules_.push_back({"/", false});
  return rules;
}

void RobotsRules::add_line(std::string_view name, std::string_view value) {
  if (name == "crawl-delay") {
    int seconds = 0;
    std::from_chars(value.data(), value.data() + value.size(), seconds);
    delay_seconds_ = std::clamp(seconds, 0, kLongestDelay);
  }
  if ((name != "allow" && name != "disallow") || value.empty()) return;
  if (rules_.size() < kMaxRules && value.size() <= kMaxPattern) {
    rules_.push_back({std::string(value), name == "allow"});
  }
}

bool RobotsRules::allows(std::string_view path) const {
  const Rule* longest = nullptr;
  for (const Rule& rule : rules_) {
    if (!matches(rule.pattern, path)) continue;
    const bool wins = longest == nullptr || rule.pattern.size() > longest->pattern.size() ||
                      (rule.pattern.size() == longest->pattern.size() && rule.allow);
    if (wins) longest = &rule;
  }
  return longest == nullptr || longest->allow;
}

}  // namespace munjip
