// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "store/database.h"
#include "store/store.h"

// How the store gets its connections. For src/store only.

namespace koepel::store {

enum class Use { write, read };
using OpenDatabase = std::function<std::unique_ptr<Database>()>;

/// Opens the file, made when missing and readable by its owner only. Throws DatabaseError.
[[nodiscard]] std::unique_ptr<Database> open_sqlite(const std::filesystem::path& file, Use use);
/// Throws DatabaseError (connection) when the server does not answer.
[[nodiscard]] std::unique_ptr<Database> open_postgres(const std::string& address);

/// Reads the whole file for damage; throws DatabaseError (damaged). Cost: one pass over the file.
void check_for_damage(Database& database);
/// Makes the tables, or brings them to the newest version; throws StoreFault when they are newer than this program.
void upgrade_schema(Database& database);

/// Throws DatabaseError when a text cannot be stored the same way by both, or the number of values is wrong.
void check_values(const Values& values, std::size_t expected);
[[nodiscard]] StoreFault fault_of(const DatabaseError& error, const std::string& place);

}  // namespace koepel::store
