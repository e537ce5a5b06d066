// SPDX-License-Identifier: EUPL-1.2
#include "store/sqlite_handles.h"

#include <cerrno>

namespace koepel::store {

namespace {

using Kind = DatabaseError::Kind;

Kind constraint_kind(int extended) {
  switch (extended) {
    case SQLITE_CONSTRAINT_UNIQUE:
    case SQLITE_CONSTRAINT_PRIMARYKEY:
    case SQLITE_CONSTRAINT_ROWID:
      return Kind::unique;
    case SQLITE_CONSTRAINT_FOREIGNKEY:
      return Kind::foreign_key;
    case SQLITE_CONSTRAINT_NOTNULL:
      return Kind::not_null;
    case SQLITE_CONSTRAINT_TRIGGER:
      return Kind::forbidden;
    default:
      return Kind::check;
  }
}

/// A quota or a limit on file size reaches SQLite as a failed write; for the user it is a full disk.
bool no_room(int system_error) { return system_error == ENOSPC || system_error == EDQUOT || system_error == EFBIG; }

Kind kind_of(int code, int extended, int system_error) {
  switch (code) {
    case SQLITE_CONSTRAINT:
      return constraint_kind(extended);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return Kind::busy;
    case SQLITE_FULL:
      return Kind::full;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return Kind::damaged;
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
      return no_room(system_error) ? Kind::full : Kind::other;
    default:
      return Kind::other;
  }
}

}  // namespace

DatabaseError sqlite_error(sqlite3* handle) {
  const int code = sqlite3_errcode(handle) & 0xff, extended = sqlite3_extended_errcode(handle);
  return {kind_of(code, extended, sqlite3_system_errno(handle)), sqlite3_errmsg(handle)};
}

SqliteHandle open_handle(const std::filesystem::path& file) {
  sqlite3* opened = nullptr;
  const int code = sqlite3_open_v2(file.c_str(), &opened,
                                   SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
  SqliteHandle handle(opened);
  if (code != SQLITE_OK) throw sqlite_error(opened);
  return handle;
}

void run_script(sqlite3* handle, const std::string& sql) {
  if (sqlite3_exec(handle, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) throw sqlite_error(handle);
}

}  // namespace koepel::store
