// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <libpq-fe.h>

#include <string>

#include "store/database.h"

// What PostgreSQL says, in the words of Database, and the other way round. For the PostgreSQL driver only.

namespace koepel::store {

/// ?1, ?2 ... outside quotes become $1, $2 ...; `highest` is the highest number.
[[nodiscard]] std::string with_dollars(const std::string& sql, std::size_t& highest);
/// A number as text that reads back as the same number.
[[nodiscard]] std::string number_text(const Value& value);
[[nodiscard]] Value value_at(const PGresult* result, int row, int column);
/// Without DETAIL, which quotes values: an address in an error message would end up in a log file.
[[nodiscard]] DatabaseError postgres_error(const PGconn* connection, const PGresult* result);
/// "PostgreSQL at host:port/database".
[[nodiscard]] std::string place_of(const PGconn* connection);

}  // namespace koepel::store
