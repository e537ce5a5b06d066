// SPDX-License-Identifier: EUPL-1.2
// For tests: the same bodies run on SQLite and on PostgreSQL.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <memory>
#include <string>

#include "base/work_folder.h"
#include "store/drivers.h"
#include "store/log.h"
#include "store/people.h"
#include "store/polls.h"
#include "store/store.h"
#include "store/studies.h"

namespace koepel::store_tests {

/// The address of a new, empty database on a PostgreSQL server that this program starts at first use and stops at its
/// end. Empty where PostgreSQL is not installed; says so loudly.
std::string new_postgres_database();

/// A place for one database, on one of the two.
class Place {
 public:
  explicit Place(const std::string& driver) : address_(driver == "sqlite" ? "sqlite" : new_postgres_database()) {}
  [[nodiscard]] bool exists() const { return !address_.empty(); }
  [[nodiscard]] std::unique_ptr<store::Store> open() const {
    return std::make_unique<store::Store>(folder(), address_);
  }
  /// A connection of its own, past the store.
  [[nodiscard]] std::unique_ptr<store::Database> connect() const { return store::open_postgres(address_); }
  [[nodiscard]] std::filesystem::path folder() const { return work_.path / "data"; }

 private:
  WorkFolder work_;
  std::string address_;
};

/// A test that runs on both.
class OnBoth : public testing::TestWithParam<std::string> {
 protected:
  void SetUp() override {
    if (!place.exists()) GTEST_SKIP() << "NOT TESTED ON POSTGRESQL: install the package postgresql";
    opened = place.open();
  }
  [[nodiscard]] store::Store& db() { return *opened; }
  /// Closes and opens again.
  void reopen() {
    opened.reset();
    opened = place.open();
  }

  Place place{GetParam()};
  std::unique_ptr<store::Store> opened;
};

#define KOEPEL_ON_BOTH(suite)                                                      \
  INSTANTIATE_TEST_SUITE_P(Sqlite, suite, testing::Values(std::string("sqlite"))); \
  INSTANTIATE_TEST_SUITE_P(Postgres, suite, testing::Values(std::string("postgresql")))

inline store::NewEvent event(const std::string& key, const std::string& payload = "{}") {
  return {"p-00000000000000aa", "figures-entered", key, payload, std::nullopt};
}

inline store::Batch batch(const std::string& study, const std::string& client_id, std::vector<store::NewEvent> events) {
  return {study, client_id, 1'700'000'000'000'000, std::move(events)};
}

inline store::Stored stored(const store::Appended& answer) {
  EXPECT_TRUE(std::holds_alternative<store::Stored>(answer));
  const auto* found = std::get_if<store::Stored>(&answer);
  return found == nullptr ? store::Stored{} : *found;
}

inline void run(store::Store& store, const std::string& sql, const store::Values& values = {}) {
  store.write([&](store::Database& database) { database.query(sql, values); });
}

inline store::ResultRows rows(store::Store& store, const std::string& sql, const store::Values& values = {}) {
  store::ResultRows found;
  store.read([&](store::Database& database) { found = database.query(sql, values); });
  return found;
}

}  // namespace koepel::store_tests
