// SPDX-License-Identifier: EUPL-1.2
// Opens a database and hands out its readers and its writer. Face: Store.
#include "store/store.h"

#include <memory>
#include <optional>

#include "store/drivers.h"
#include "store/folder_lock.h"
#include "store/readers.h"
#include "store/writer.h"

namespace koepel::store {

namespace {

/// How to open one database.
struct Way {
  std::string place;
  OpenDatabase writer, reader;
};

Way way_to(const std::filesystem::path& folder, const std::string& address) {
  if (address == "sqlite") {
    const auto file = folder / "koepel.sqlite";
    return {file.string(), [file] { return open_sqlite(file, Use::write); },
            [file] { return open_sqlite(file, Use::read); }};
  }
  if (!address.starts_with("postgresql://") && !address.starts_with("postgres://"))
    throw StoreFault(StoreFault::Kind::other, "a database is \"sqlite\" or \"postgresql://...\"");
  const auto open = [address] { return open_postgres(address); };
  return {"PostgreSQL", open, open};
}

/// Runs `work`; what is wrong with the database itself becomes a StoreFault.
template <typename Work>
auto or_fault(const std::string& place, const Work& work) {
  try {
    return work();
  } catch (const DatabaseError& error) {
    throw fault_of(error, place);
  }
}

std::unique_ptr<Database> open_writer(const Way& way) {
  auto database = way.writer();
  check_for_damage(*database);
  upgrade_schema(*database);
  database->forget();  // what a process that was killed had no time for
  return database;
}

}  // namespace

struct Store::Inside {
  std::unique_ptr<FolderLock> lock;  // a folder has one process; held until the connections are closed
  Way way;
  Readers readers;
  std::optional<Writer> writer;  // none: for looking only

  Inside(const std::filesystem::path& folder, const std::string& address, Access access)
      : lock(address == "sqlite" && access == Access::write ? std::make_unique<FolderLock>(folder) : nullptr),
        way(way_to(folder, address)),
        readers(way.place, way.reader) {
    if (access == Access::write)
      writer.emplace(or_fault(way.place, [&] { return open_writer(way); }), way.writer);
    else if (address == "sqlite" && !std::filesystem::exists(way.place))
      throw StoreFault(StoreFault::Kind::other, way.place + ": there is no database here");
  }
};

Store::Store(const std::filesystem::path& folder, const std::string& address, Access access)
    : inside_(std::make_unique<Inside>(folder, address, access)) {}

Store::~Store() = default;

void Store::write(const std::function<void(Database&)>& work, const WriteManner& manner) {
  if (!inside_->writer) throw StoreFault(StoreFault::Kind::other, "this database was opened for looking only");
  inside_->writer->run(work, manner);
}

void Store::read(const std::function<void(Database&)>& work) { inside_->readers.run(work); }

void Store::backup(const std::filesystem::path& to) {
  or_fault(to.string(), [&] { inside_->readers.with_connection([&](Database& database) { database.copy_to(to); }); });
}

}  // namespace koepel::store
