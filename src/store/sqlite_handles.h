// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <sqlite3.h>

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "store/database.h"

// SQLite's own objects with owners, and its error codes by meaning. For the SQLite driver only.

namespace koepel::store {

struct CloseHandle {
  void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
};
struct FinalizeStatement {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using SqliteHandle = std::unique_ptr<sqlite3, CloseHandle>;
using SqliteStatement = std::unique_ptr<sqlite3_stmt, FinalizeStatement>;

/// A statement that was not reset keeps its locks and its values.
struct ResetAfter {
  sqlite3_stmt* statement;
  ~ResetAfter() {
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
  }
};

struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};

[[nodiscard]] SqliteHandle open_handle(const std::filesystem::path& file);
/// The last error of a connection.
[[nodiscard]] DatabaseError sqlite_error(sqlite3* handle);
void run_script(sqlite3* handle, const std::string& sql);
/// SQLite's online backup into a new file; appears under its name only when it is whole and on disk.
void copy_sqlite(sqlite3* from, const std::filesystem::path& file);

}  // namespace koepel::store
