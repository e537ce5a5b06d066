// SPDX-License-Identifier: EUPL-1.2
#include "store/readers.h"

namespace koepel::store {

namespace {

using Kind = DatabaseError::Kind;
constexpr int most_busy = 16;

/// Errors of the database itself; others belong to whoever wrote the statement.
bool is_fault(Kind kind) {
  return kind == Kind::connection || kind == Kind::full || kind == Kind::damaged || kind == Kind::busy;
}

void in_snapshot(Database& database, const std::function<void(Database&)>& work) {
  database.query(database.dialect().begin_read);
  work(database);
  database.query("COMMIT");
}

}  // namespace

/// Takes a place, and a connection when one is idle.
std::unique_ptr<Database> Readers::take() {
  std::unique_lock lock(mutex_);
  returned_.wait(lock, [this] { return busy_ < most_busy; });
  ++busy_;
  if (idle_.empty()) return nullptr;
  auto database = std::move(idle_.back());
  idle_.pop_back();
  return database;
}

/// Gives the place back; a connection that failed is not kept.
void Readers::give_back(std::unique_ptr<Database> database) {
  {
    const std::lock_guard lock(mutex_);
    --busy_;
    if (database) idle_.push_back(std::move(database));
  }
  returned_.notify_one();
}

void Readers::with_connection(const std::function<void(Database&)>& work) {
  auto database = take();
  try {
    if (!database) database = open_();
    work(*database);
  } catch (...) {
    database.reset();  // its transaction ends with it
    give_back(nullptr);
    throw;
  }
  give_back(std::move(database));
}

void Readers::run(const std::function<void(Database&)>& work) {
  const auto read = [&](Database& database) { in_snapshot(database, work); };
  for (bool again = true;; again = false) {
    try {
      return with_connection(read);
    } catch (const DatabaseError& error) {
      // Other idle connections were lost with this one.
      if (error.kind == Kind::connection) drop_idle();
      if (error.kind == Kind::connection && again) continue;
      if (is_fault(error.kind)) throw fault_of(error, place_);
      throw;
    }
  }
}

void Readers::drop_idle() {
  const std::lock_guard lock(mutex_);
  idle_.clear();
}

}  // namespace koepel::store
