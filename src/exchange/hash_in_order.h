// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "base/hash.h"

namespace koepel::exchange {

/// SHA-256 of texts one after the other, while several threads still write them in any order. A text is dropped once
/// hashed.
class HashInOrder {
 public:
  explicit HashInOrder(std::size_t texts) : texts_(texts) {}

  /// Text `i`, each once. Whoever brings the text that is waited for hashes on as far as texts are there; the others go
  /// back to writing.
  void take(std::size_t i, std::string text);

  /// When every text has been taken.
  [[nodiscard]] std::string hex() { return hash_.hex(); }

 private:
  std::mutex mutex_;  ///< of all but `hash_`, which belongs to whoever set `hashing_`
  std::vector<std::optional<std::string>> texts_;
  std::size_t next_ = 0;
  bool hashing_ = false;
  Sha256 hash_;
};

}  // namespace koepel::exchange
