// Parallel work whose outcome does not depend on the number of threads.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <utility>
#include <vector>

#include "base/diagnostics.h"

namespace munjip {

// Calls task(0) ... task(count - 1), each once, on at most `jobs` threads (at least one: the
// caller's). All tasks run even if one throws; then the exception of the lowest index is thrown
// again.
void run_parallel(std::size_t count, unsigned jobs, const std::function<void(std::size_t)>& task);

// The number of threads to use where the user named none.
unsigned default_jobs();

// results[i] = fn(items[i], diagnostics of its own); results and diagnostics are in input order
// whatever the number of threads. `fn` is called from several threads at once.
template <class Item, class Fn>
auto map_parallel(std::span<Item> items, unsigned jobs, Diagnostics& diagnostics, Fn fn) {
  using Result = decltype(fn(items[0], diagnostics));
  std::vector<Result> results(items.size());
  std::vector<Diagnostics> own(items.size());
  run_parallel(items.size(), jobs, [&](std::size_t i) { results[i] = fn(items[i], own[i]); });
  for (Diagnostics& d : own) diagnostics.merge(std::move(d));
  return results;
}

}  // namespace munjip
