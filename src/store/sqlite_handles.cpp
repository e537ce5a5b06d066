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

Kind kind_of(int code, int extended) {
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
    default:
      return Kind::other;
  }
}

/// Why the last access to a file failed; the connection's own sqlite3_system_errno has often forgotten it by now.
int last_error_of(sqlite3* handle, int which) {
  sqlite3_file* file = nullptr;
  int error = 0;
  if (sqlite3_file_control(handle, "main", which, static_cast<void*>(&file)) == SQLITE_OK && file != nullptr &&
      file->pMethods != nullptr)
    file->pMethods->xFileControl(file, SQLITE_FCNTL_LAST_ERRNO, &error);
  return error;
}

bool ran_out_of_room(sqlite3* handle) {
  return no_room(sqlite3_system_errno(handle)) || no_room(last_error_of(handle, SQLITE_FCNTL_FILE_POINTER)) ||
         no_room(last_error_of(handle, SQLITE_FCNTL_JOURNAL_POINTER));
}

}  // namespace

DatabaseError sqlite_error(sqlite3* handle) {
  const int code = sqlite3_errcode(handle) & 0xff, extended = sqlite3_extended_errcode(handle);
  const bool of_a_file = code == SQLITE_IOERR || code == SQLITE_CANTOPEN;
  return {of_a_file && ran_out_of_room(handle) ? Kind::full : kind_of(code, extended), sqlite3_errmsg(handle)};
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
