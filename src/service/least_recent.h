// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <algorithm>
#include <cstddef>
#include <list>
#include <optional>
#include <utility>

namespace koepel::service {

/// What a cache holds, in the order in which it was asked for, with what each weighs: tells what to let go. Linear in
/// what is held, which is little.
template <class Key>
class LeastRecent {
 public:
  explicit LeastRecent(std::size_t most) : most_(most) {}

  /// Asked for just now.
  void touch(const Key& key, std::size_t weight) {
    drop(key);
    held_.emplace_back(key, weight);
  }
  void drop(const Key& key) {
    held_.remove_if([&](const auto& one) { return one.first == key; });
  }
  /// The one asked for longest ago, while all together weigh too much; never the last one. It is held no longer.
  std::optional<Key> surplus() {
    std::size_t all = 0;
    for (const auto& [key, weight] : held_) all += weight;
    if (all <= most_ || held_.size() < 2) return std::nullopt;
    auto key = std::move(held_.front().first);
    held_.pop_front();
    return key;
  }

 private:
  std::size_t most_;
  std::list<std::pair<Key, std::size_t>> held_;  ///< asked for longest ago first
};

}  // namespace koepel::service
