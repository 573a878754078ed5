#include "base/parallel.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <thread>

namespace munjip {

void run_parallel(std::size_t count, unsigned jobs, const std::function<void(std::size_t)>& task) {
  std::vector<std::exception_ptr> failures(count);
  std::atomic<std::size_t> next{0};
  const auto work = [&] {
    for (std::size_t i = next++; i < count; i = next++) {
      try {
        task(i);
      } catch (...) {
        failures[i] = std::current_exception();
      }
    }
  };
  {
    std::vector<std::jthread> threads;
    const std::size_t wanted = std::min<std::size_t>(std::max(jobs, 1U), count);
    for (std::size_t i = 1; i < wanted; ++i) threads.emplace_back(work);
    work();
  }
  for (const std::exception_ptr& failure : failures) {
    if (failure) std::rethrow_exception(failure);
  }
}

unsigned default_jobs() {
  return std::max(1U, std::thread::hardware_concurrency());
}

}  // namespace munjip
