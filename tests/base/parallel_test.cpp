#include "base/parallel.h"

#include <doctest/doctest.h>

#include <atomic>
#include <numeric>
#include <stdexcept>
#include <string>

using namespace munjip;

TEST_CASE("results and diagnostics come in input order whatever the number of threads") {
  std::vector<int> items(500);
  std::iota(items.begin(), items.end(), 0);
  const auto run = [&](unsigned jobs) {
    Diagnostics diagnostics;
    const auto results = map_parallel(std::span<const int>(items), jobs, diagnostics,
                                      [](const int& item, Diagnostics& own) {
                                        if (item % 7 == 0) own.note({std::to_string(item), {}}, {});
                                        return item * item;
                                      });
    std::string log;
    for (const Diagnostic& d : diagnostics.all()) log += d.at.file + ' ';
    return std::pair(results, log);
  };
  const auto one = run(1);
  CHECK(one.first[499] == 499 * 499);
  CHECK(one.second.starts_with("0 7 14 21 "));
  CHECK(run(2) == one);
  CHECK(run(16) == one);
}

TEST_CASE("the first failure in input order is thrown after all tasks have run") {
  std::atomic<int> done{0};
  const auto task = [&](std::size_t i) {
    ++done;
    if (i == 3 || i == 5) throw std::runtime_error(std::to_string(i));
  };
  CHECK_THROWS_WITH(run_parallel(8, 4, task), "3");
  CHECK(done == 8);
}
