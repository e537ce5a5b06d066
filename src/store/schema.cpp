// SPDX-License-Identifier: EUPL-1.2
// Brings a database to the newest version. Face: upgrade_schema().
#include "store/schema.h"

#include "store/drivers.h"

namespace koepel::store {

namespace {

const std::vector<std::string_view>& upgrades_for(const Database& database) {
  return database.dialect().name == "sqlite" ? sqlite_upgrades() : postgres_upgrades();
}

/// Processes that start at the same time wait for each other here; SQLite's write lock does so already.
void wait_for_turn(Database& database) {
  if (database.dialect().name == "postgresql") database.query("SELECT pg_advisory_xact_lock(5403719460112)");
}

std::size_t version_of(Database& database) {
  database.script("CREATE TABLE IF NOT EXISTS schema_version (version BIGINT NOT NULL)");
  const auto rows = database.query("SELECT version FROM schema_version");
  if (rows.empty()) database.query("INSERT INTO schema_version (version) VALUES (0)");
  return rows.empty() ? 0 : static_cast<std::size_t>(rows[0].whole(0));
}

void upgrade(Database& database) {
  const auto& upgrades = upgrades_for(database);
  const std::size_t version = version_of(database);
  if (version > upgrades.size())
    throw StoreFault(StoreFault::Kind::other, database.place() + ": made by a newer version of Koepel (tables " +
                                                  std::to_string(version) + ", this program knows " +
                                                  std::to_string(upgrades.size()) + "). Start that version");
  for (std::size_t next = version; next < upgrades.size(); ++next) database.script(upgrades[next]);
  database.query("UPDATE schema_version SET version = ?1", {static_cast<std::int64_t>(upgrades.size())});
}

}  // namespace

void upgrade_schema(Database& database) {
  database.query(database.dialect().begin_write);
  wait_for_turn(database);
  upgrade(database);
  database.query("COMMIT");
}

}  // namespace koepel::store
