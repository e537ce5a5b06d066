// SPDX-License-Identifier: EUPL-1.2
// SQLite behind Database. Face: open_sqlite().
#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <limits>
#include <system_error>
#include <unordered_map>

#include "base/ensure.h"
#include "store/drivers.h"
#include "store/sqlite_handles.h"

namespace koepel::store {

namespace {

// An IMMEDIATE transaction takes the write lock at once: one that begins by reading can be refused halfway.
constexpr Dialect sqlite_dialect{"sqlite", "BEGIN IMMEDIATE", "BEGIN", "", false};

// FULL: an acknowledged write survives a power cut. secure_delete: what is erased is overwritten. recursive_triggers:
// INSERT OR REPLACE must not pass by the trigger that refuses deletes. The longer checkpoint keeps fsync of the main
// file out of most commits.
constexpr auto settings = R"(
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
PRAGMA foreign_keys = ON;
PRAGMA trusted_schema = OFF;
PRAGMA secure_delete = ON;
PRAGMA recursive_triggers = ON;
PRAGMA cell_size_check = ON;
PRAGMA wal_autocheckpoint = 4000;
PRAGMA cache_size = -2000;
)";
constexpr int patience_ms = 10'000;

class Sqlite final : public Database {
 public:
  Sqlite(const std::filesystem::path& file, Use use) : file_(file), handle_(open_handle(file)) {
    sqlite3_busy_timeout(handle_.get(), patience_ms);
    sqlite3_db_config(handle_.get(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    script(settings);
    if (use == Use::read) script("PRAGMA query_only = ON");
  }

  [[nodiscard]] const Dialect& dialect() const override { return sqlite_dialect; }
  [[nodiscard]] std::string place() const override { return file_.string(); }
  void each(std::string_view sql, const Values& values, const std::function<void(ResultRow&)>& take) override;
  void script(std::string_view sql) override { run_script(handle_.get(), std::string(sql)); }
  void copy_to(const std::filesystem::path& file) override { copy_sqlite(handle_.get(), file); }

 protected:
  bool forgotten() override;

 private:
  sqlite3_stmt* prepared(std::string_view sql);

  std::filesystem::path file_;
  SqliteHandle handle_;
  std::unordered_map<std::string, SqliteStatement, TextHash, std::equal_to<>> statements_;  // closed before the handle
};

sqlite3_stmt* Sqlite::prepared(std::string_view sql) {
  if (const auto known = statements_.find(sql); known != statements_.end()) return known->second.get();
  sqlite3_stmt* made = nullptr;
  const int code = sqlite3_prepare_v3(handle_.get(), sql.data(), static_cast<int>(sql.size()),
                                      SQLITE_PREPARE_PERSISTENT, &made, nullptr);
  if (code != SQLITE_OK) throw sqlite_error(handle_.get());
  return statements_.emplace(sql, SqliteStatement(made)).first->second.get();
}

void bind(sqlite3_stmt* statement, int place, const Value& value) {
  if (const auto* whole = std::get_if<std::int64_t>(&value))
    sqlite3_bind_int64(statement, place, *whole);
  else if (const auto* real = std::get_if<double>(&value))
    sqlite3_bind_double(statement, place, *real);
  else if (const auto* text = std::get_if<std::string>(&value))
    sqlite3_bind_text64(statement, place, text->data(), text->size(), SQLITE_STATIC, SQLITE_UTF8);
  else
    sqlite3_bind_null(statement, place);
}

Value column(sqlite3_stmt* statement, int place) {
  switch (sqlite3_column_type(statement, place)) {
    case SQLITE_INTEGER:
      return sqlite3_column_int64(statement, place);
    case SQLITE_FLOAT:
      return sqlite3_column_double(statement, place);
    case SQLITE_NULL:
      return std::monostate{};
    default:
      break;
  }
  const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement, place));
  return std::string(bytes == nullptr ? "" : bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement, place)));
}

void Sqlite::each(std::string_view sql, const Values& values, const std::function<void(ResultRow&)>& take) {
  sqlite3_stmt* statement = prepared(sql);
  ENSURE(sqlite3_stmt_busy(statement) == 0);
  check_values(values, static_cast<std::size_t>(sqlite3_bind_parameter_count(statement)));
  const ResetAfter reset{statement};
  for (std::size_t i = 0; i < values.size(); ++i) bind(statement, static_cast<int>(i) + 1, values[i]);
  ResultRow row;
  int code = 0;
  while ((code = sqlite3_step(statement)) == SQLITE_ROW) {
    row.values.resize(static_cast<std::size_t>(sqlite3_column_count(statement)));
    for (std::size_t i = 0; i < row.values.size(); ++i) row.values[i] = column(statement, static_cast<int>(i));
    take(row);
  }
  if (code != SQLITE_DONE) throw sqlite_error(handle_.get());
}

// The -wal file keeps earlier pages, and shows what was committed together, until it is emptied. A reader with an older
// snapshot forbids that; it is not waited for.
bool Sqlite::forgotten() {
  sqlite3_busy_timeout(handle_.get(), 0);
  int code = sqlite3_wal_checkpoint_v2(handle_.get(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
  sqlite3_busy_timeout(handle_.get(), patience_ms);
  return code == SQLITE_OK;
}

/// An empty file that only its owner may read, before SQLite makes it for everybody; -wal and -shm follow its rights.
void make_private(const std::filesystem::path& file) {
  const int descriptor = open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (descriptor < 0)
    throw DatabaseError(errno == ENOSPC ? DatabaseError::Kind::full : DatabaseError::Kind::other,
                        std::generic_category().message(errno));
  fchmod(descriptor, S_IRUSR | S_IWUSR);
  close(descriptor);
}

}  // namespace

std::unique_ptr<Database> open_sqlite(const std::filesystem::path& file, Use use) {
  if (use == Use::write) make_private(file);
  return std::make_unique<Sqlite>(file, use);
}

void check_for_damage(Database& database) {
  if (database.dialect().name != "sqlite") return;  // PostgreSQL has its own page checksums
  const auto rows = database.query("PRAGMA quick_check(1)");
  if (rows.size() != 1 || rows[0].text(0) != "ok")
    throw DatabaseError(DatabaseError::Kind::damaged, rows.empty() ? "no answer" : rows[0].text(0));
}

}  // namespace koepel::store
