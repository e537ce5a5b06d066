// SPDX-License-Identifier: EUPL-1.2
// A try by somebody in; whether it is one too many out.
#include "api/rate.h"

#include <algorithm>

namespace koepel::api {

namespace {

constexpr std::size_t most_buckets = 50'000;

double drained(double used, double most, std::int64_t passed_us, std::int64_t window_us) {
  return std::max(0.0, used - most * static_cast<double>(passed_us) / static_cast<double>(window_us));
}

}  // namespace

bool Rates::take(const std::string& key, double most, std::int64_t window_us, std::int64_t now_us) {
  const std::lock_guard lock(mutex_);
  if (buckets_.size() >= most_buckets) forget(now_us);
  auto& bucket = buckets_[key];
  const double used = drained(bucket.used, most, now_us - bucket.at_us, window_us);
  const bool free = used + 1 <= most;
  bucket = {used + (free ? 1 : 0), now_us, window_us, most};
  return free;
}

void Rates::forget(std::int64_t now_us) {
  std::erase_if(buckets_, [&](const auto& entry) {
    const auto& [key, bucket] = entry;
    return drained(bucket.used, bucket.most, now_us - bucket.at_us, bucket.window_us) <= 0;
  });
}

}  // namespace koepel::api
