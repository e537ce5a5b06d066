// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
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

/// Where the two databases want other words.
struct Dialect {
  std::string_view name;         ///< "sqlite" | "postgresql"
  std::string_view begin_write;  ///< begins a transaction that may write
  std::string_view begin_read;   ///< begins one that sees one moment and writes nothing
  std::string_view keep_row;     ///< ends a SELECT whose row nobody else may change before this transaction ends
  bool rows_name_their_writer;   ///< every row tells which transaction wrote it (PostgreSQL's xmin)
};

/// A connection; used by one thread at a time. Statements are prepared once and kept by their text.
class Database {
 public:
  Database() = default;
  virtual ~Database() = default;
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  [[nodiscard]] virtual const Dialect& dialect() const = 0;
  /// The file or server, for messages; never a password.
  [[nodiscard]] virtual std::string place() const = 0;
  /// Texts with a NUL byte or invalid UTF-8, and a wrong number of values, are refused by both drivers. After an error
  /// the transaction goes on only from a savepoint: do not catch it inside `Store::write`; use ON CONFLICT.
  ResultRows query(std::string_view sql, const Values& values = {});
  /// The same row by row; `take` may move from the row. It may not run the same text on the same connection.
  virtual void each(std::string_view sql, const Values& values, const std::function<void(ResultRow&)>& take) = 0;
  /// Several statements without values, for the schema.
  virtual void script(std::string_view sql) = 0;
  /// A copy of everything in one new file; throws StoreFault where the driver has no such copy.
  virtual void copy_to(const std::filesystem::path& file) = 0;

  /// Asks that what this transaction overwrites or deletes also leaves the files, soon after the commit.
  void forget_soon() { forgetting_ = true; }
  [[nodiscard]] bool must_forget() const { return forgetting_; }
  /// Does so, outside a transaction, unless readers are in the way: then it stays asked.
  void forget() {
    forgetting_ = false;
    forgetting_ = !forgotten();
  }

 protected:
  virtual bool forgotten() = 0;

 private:
  bool forgetting_ = false;
};

}  // namespace koepel::store
