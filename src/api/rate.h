// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <mutex>
#include <string>
#include <unordered_map>

namespace koepel::api {

/// How often somebody may try, per key (an address, an e-mail address): a bucket that empties with time. Safe from any
/// thread; memory bounded by forgetting full buckets.
class Rates {
 public:
  /// False when `most` tries within the last `window_us` were used up; a true answer uses one.
  [[nodiscard]] bool take(const std::string& key, double most, std::int64_t window_us, std::int64_t now_us);

 private:
  struct Bucket {
    double used = 0;
    std::int64_t at_us = 0;
    std::int64_t window_us = 0;
    double most = 0;
  };
  void forget(std::int64_t now_us);

  std::mutex mutex_;
  std::unordered_map<std::string, Bucket> buckets_;
};

}  // namespace koepel::api
