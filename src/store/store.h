// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>

#include "store/database.h"

namespace koepel::store {

/// The database cannot be used: folder in use by another process, disk full, file damaged, server gone. The message
/// names the file or address and what to do; caught at the boundary.
struct StoreFault : std::runtime_error {
  enum class Kind { in_use, disk_full, damaged, unreachable, other };
  StoreFault(Kind which, const std::string& what) : std::runtime_error(what), kind(which) {}
  Kind kind;
};

/// How a write behaves beside others.
struct WriteManner {
  std::string order;        ///< what it locks first: processes that lock in the same order never wait in a circle
  bool repeatable = false;  ///< doing it twice is doing it once, so that it may run again when its commit went unheard
};

/// `look`: beside a server that runs, without its lock; write() is refused.
enum class Access { write, look };

/// An open database: readers, and one writer thread that gathers waiting writes and commits them together.
class Store {
 public:
  /// "sqlite" keeps its file in `folder` (made when missing) and locks the folder against a second process;
  /// "postgresql://..." connects. Makes or upgrades the schema. Throws StoreFault.
  Store(const std::filesystem::path& folder, const std::string& address = "sqlite", Access access = Access::write);
  ~Store();
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;

  /// Runs `work` inside the next shared transaction, in a savepoint of its own, and blocks until that transaction is on
  /// disk. An exception from `work` undoes its part only and is thrown here; StoreFault when nothing was stored because
  /// the database cannot be used (the next write tries again). Safe from any thread, but not from inside `work`.
  /// `work` may run again from its start, after its earlier run was undone: it does nothing but use the database and
  /// set results.
  void write(const std::function<void(Database&)>& work, const WriteManner& manner = {});
  /// Runs `work` on a reader's connection (a consistent snapshot). Safe from any thread, but not from inside `work`.
  /// After a lost connection `work` runs once more.
  void read(const std::function<void(Database&)>& work);

  /// A copy of everything into one new file, while the server runs (SQLite: its online backup; PostgreSQL: refused with
  /// advice to use pg_dump).
  void backup(const std::filesystem::path& to);

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace koepel::store
