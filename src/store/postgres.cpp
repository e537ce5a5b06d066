// SPDX-License-Identifier: EUPL-1.2
// PostgreSQL behind Database. Face: open_postgres().
#include <libpq-fe.h>

#include <charconv>
#include <optional>
#include <unordered_map>

#include "store/drivers.h"
#include "store/postgres_words.h"

namespace koepel::store {

namespace {

using Kind = DatabaseError::Kind;

// READ COMMITTED: after waiting for a row the writer sees what the other committed. Readers see one moment.
constexpr Dialect postgres_dialect{"postgresql", "BEGIN", "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
                                   " FOR NO KEY UPDATE", true};

// A server that was told to answer before the flush would break what append() promises.
constexpr auto settings = R"(
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off';
)";

// Row versions that were overwritten or deleted; ids, hashes and answers are in these small tables only.
constexpr std::string_view forgettable[] = {"VACUUM person",     "VACUUM membership", "VACUUM session",
                                            "VACUUM login_link", "VACUUM invitation", "VACUUM draft"};

struct Finish {
  void operator()(PGconn* connection) const { PQfinish(connection); }
};
struct Clear {
  void operator()(PGresult* result) const { PQclear(result); }
};
using Connection = std::unique_ptr<PGconn, Finish>;
using Result = std::unique_ptr<PGresult, Clear>;

struct Statement {
  std::string name;
  std::size_t values = 0;
};

class Postgres final : public Database {
 public:
  explicit Postgres(const std::string& address);
  [[nodiscard]] const Dialect& dialect() const override { return postgres_dialect; }
  [[nodiscard]] std::string place() const override { return place_; }
  void each(std::string_view sql, const Values& values, const std::function<void(ResultRow&)>& take) override;
  void script(std::string_view sql) override { checked(PQexec(connection_.get(), std::string(sql).c_str())); }
  void copy_to(const std::filesystem::path& file) override;

 protected:
  bool forgotten() override;

 private:
  const Statement& prepared(std::string_view sql);
  Result checked(PGresult* result);

  Connection connection_;
  std::string place_;
  std::unordered_map<std::string, Statement> statements_;
};

Postgres::Postgres(const std::string& address) : connection_(PQconnectdb(address.c_str())) {
  place_ = place_of(connection_.get());
  if (PQstatus(connection_.get()) != CONNECTION_OK)
    throw DatabaseError(Kind::connection, place_ + ": " + PQerrorMessage(connection_.get()));
  PQsetNoticeProcessor(
      connection_.get(), [](void*, const char*) {}, nullptr);
  script(settings);
  if (query("SHOW server_encoding")[0].text(0) != "UTF8")
    throw DatabaseError(Kind::other, place_ + ": the database must have encoding UTF8");
}

Result Postgres::checked(PGresult* raw) {
  Result result(raw);
  const auto status = PQresultStatus(raw);
  if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK) return result;
  throw postgres_error(connection_.get(), raw);
}

const Statement& Postgres::prepared(std::string_view sql) {
  const std::string text(sql);
  if (const auto known = statements_.find(text); known != statements_.end()) return known->second;
  Statement made{"s" + std::to_string(statements_.size()), 0};
  const std::string numbered = with_dollars(text, made.values);
  checked(PQprepare(connection_.get(), made.name.c_str(), numbered.c_str(), 0, nullptr));
  return statements_.emplace(text, std::move(made)).first->second;
}

/// The values as libpq wants them: texts, and null pointers for nothing.
struct Parameters {
  explicit Parameters(const Values& values) : texts(values.size()), pointers(values.size()) {
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (const auto* text = std::get_if<std::string>(&values[i])) {
        pointers[i] = text->c_str();
      } else if (!std::holds_alternative<std::monostate>(values[i])) {
        texts[i] = number_text(values[i]);
        pointers[i] = texts[i].c_str();
      }
    }
  }
  std::vector<std::string> texts;
  std::vector<const char*> pointers;
};

void Postgres::each(std::string_view sql, const Values& values, const std::function<void(ResultRow&)>& take) {
  const Statement& statement = prepared(sql);
  check_values(values, statement.values);
  const Parameters given(values);
  const Result result =
      checked(PQexecPrepared(connection_.get(), statement.name.c_str(), static_cast<int>(values.size()),
                             given.pointers.data(), nullptr, nullptr, 0));
  // After an error that somebody caught, PostgreSQL answers COMMIT with success and undoes everything.
  if (sql == "COMMIT" && std::string_view(PQcmdStatus(result.get())) != "COMMIT")
    throw DatabaseError(Kind::other, "the transaction had failed before its commit");
  ResultRow row;
  for (int i = 0; i < PQntuples(result.get()); ++i) {
    row.values.resize(static_cast<std::size_t>(PQnfields(result.get())));
    for (int column = 0; column < PQnfields(result.get()); ++column)
      row.values[static_cast<std::size_t>(column)] = value_at(result.get(), i, column);
    take(row);
  }
}

bool Postgres::forgotten() {
  for (const std::string_view table : forgettable) script(table);
  return true;
}

void Postgres::copy_to(const std::filesystem::path& file) {
  throw StoreFault(StoreFault::Kind::other,
                   place_ + ": copy a PostgreSQL database with pg_dump --format=custom --file=" + file.string());
}

}  // namespace

std::unique_ptr<Database> open_postgres(const std::string& address) { return std::make_unique<Postgres>(address); }

}  // namespace koepel::store
