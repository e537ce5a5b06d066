// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <condition_variable>
#include <mutex>
#include <vector>

#include "store/drivers.h"

namespace koepel::store {

/// Connections for reading, made when first needed and kept; who finds all of them busy waits.
class Readers {
 public:
  Readers(std::string place, OpenDatabase open) : place_(std::move(place)), open_(std::move(open)) {}
  /// Runs `work` in one snapshot. Throws what it threw, or StoreFault.
  void run(const std::function<void(Database&)>& work);
  /// A connection outside any transaction.
  void with_connection(const std::function<void(Database&)>& work);

 private:
  std::unique_ptr<Database> take();
  void give_back(std::unique_ptr<Database> database);

  void drop_idle();

  std::string place_;
  OpenDatabase open_;
  std::mutex mutex_;
  std::condition_variable returned_;
  std::vector<std::unique_ptr<Database>> idle_;
  int busy_ = 0;
};

}  // namespace koepel::store
