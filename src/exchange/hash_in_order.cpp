// SPDX-License-Identifier: EUPL-1.2
#include "exchange/hash_in_order.h"

namespace koepel::exchange {

void HashInOrder::take(std::size_t i, std::string text) {
  std::unique_lock lock(mutex_);
  texts_[i] = std::move(text);
  if (hashing_) return;
  hashing_ = true;
  while (next_ < texts_.size() && texts_[next_]) {
    const std::string now = std::move(*texts_[next_++]);
    lock.unlock();
    hash_.add(now);
    lock.lock();
  }
  hashing_ = false;
}

}  // namespace koepel::exchange
