// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

// One thin layer over two drivers (sqlite.cpp, postgres.cpp): SQL text with ?1, ?2 ... and values in, rows out.

namespace koepel::store {

using Value = std::variant<std::monostate, std::int64_t, double, std::string>;
using Values = std::vector<Value>;

/// A row of a result. Reading a column as another type than it has is a bug (assertion).
struct ResultRow {
  Values values;
  [[nodiscard]] std::int64_t whole(std::size_t column) const;
  [[nodiscard]] const std::string& text(std::size_t column) const;
  [[nodiscard]] bool is_null(std::size_t column) const;
};
using ResultRows = std::vector<ResultRow>;

/// A statement that the database refused, by what it means, the same for both drivers.
struct DatabaseError : std::runtime_error {
  enum class Kind {
    unique,
    foreign_key,
    check,
    not_null,
    forbidden,
    busy,
    serialization,
    connection,
    full,
    damaged,
    other
  };
  DatabaseError(Kind which, const std::string& what) : std::runtime_error(what), kind(which) {}
  Kind kind;
};

/// A connection; used by one thread at a time. Statements are prepared once and kept by their text.
class Database {
 public:
  virtual ~Database() = default;
  /// Texts with a NUL byte or invalid UTF-8, and a wrong number of values, are refused by both drivers.
  virtual ResultRows query(std::string_view sql, const Values& values = {}) = 0;
  /// Several statements without values, for the schema.
  virtual void script(std::string_view sql) = 0;
};

}  // namespace koepel::store
