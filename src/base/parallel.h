// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <future>
#include <thread>
#include <vector>

namespace koepel {

/// Calls body(0) .. body(count - 1), each once, on as many threads as there are cores. Every call may write only what
/// is its own (entry i of a vector): then the outcome is the same on any number of cores. What a body throws comes out
/// here, after all have stopped.
template <class Body>
void in_parallel(std::size_t count, const Body& body) {
  std::atomic<std::size_t> next{0};
  const auto work = [&] {
    for (std::size_t i = next++; i < count; i = next++) body(i);
  };
  const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
  std::vector<std::future<void>> helpers;
  for (std::size_t i = 1; i < std::min(cores, count); ++i) helpers.push_back(std::async(std::launch::async, work));
  work();
  for (auto& helper : helpers) helper.get();
}

}  // namespace koepel
