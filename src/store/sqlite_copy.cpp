// SPDX-License-Identifier: EUPL-1.2
// A copy of a running SQLite database into one new file. Face: copy_sqlite().
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "store/sqlite_handles.h"
#include "store/store.h"

namespace koepel::store {

namespace {

[[noreturn]] void refuse(const std::filesystem::path& file, const std::string& why) {
  throw StoreFault(StoreFault::Kind::other, file.string() + ": " + why);
}

/// Only the owner may read a copy; an existing file is never overwritten.
void make_new(const std::filesystem::path& file) {
  const int descriptor = open(file.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (descriptor < 0) refuse(file, "cannot make the copy: " + std::generic_category().message(errno));
  close(descriptor);
}

void copy_pages(sqlite3* from, sqlite3* to) {
  sqlite3_backup* copy = sqlite3_backup_init(to, "main", from, "main");
  if (copy == nullptr) throw sqlite_error(to);
  sqlite3_backup_step(copy, -1);  // all at once: one moment, and in WAL mode nobody waits for it
  if (sqlite3_backup_finish(copy) != SQLITE_OK) throw sqlite_error(to);
}

void flush(const std::filesystem::path& place) {
  const int descriptor = open(place.c_str(), O_RDONLY | O_CLOEXEC);
  const bool done = descriptor >= 0 && fsync(descriptor) == 0;
  if (descriptor >= 0) close(descriptor);
  if (!done) refuse(place, "cannot bring the copy to disk");
}

}  // namespace

void copy_sqlite(sqlite3* from, const std::filesystem::path& file) {
  if (std::filesystem::exists(file)) refuse(file, "exists already; a copy needs a new name");
  const std::filesystem::path half = file.string() + ".half";
  std::filesystem::remove(half);
  make_new(half);
  try {
    copy_pages(from, open_handle(half).get());
    flush(half);
    std::filesystem::rename(half, file);
    flush(std::filesystem::absolute(file).parent_path());
  } catch (...) {
    std::filesystem::remove(half);
    throw;
  }
}

}  // namespace koepel::store
