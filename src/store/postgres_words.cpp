// SPDX-License-Identifier: EUPL-1.2
#include "store/postgres_words.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/ensure.h"

namespace koepel::store {

namespace {

using Kind = DatabaseError::Kind;

// SQLSTATE by its front: the whole code or a class. Class 08 holds also a protocol error that is our own bug (08P01).
constexpr std::pair<std::string_view, Kind> states[] = {
    {"23505", Kind::unique},        {"23503", Kind::foreign_key},   {"23514", Kind::check},
    {"23502", Kind::not_null},      {"23001", Kind::forbidden},     {"55P03", Kind::busy},
    {"40001", Kind::serialization}, {"40P01", Kind::serialization}, {"53100", Kind::full},
    {"XX001", Kind::damaged},       {"XX002", Kind::damaged},       {"0800", Kind::connection},
    {"57P01", Kind::connection},    {"57P02", Kind::connection},    {"57P03", Kind::connection},
    {"53300", Kind::connection},    {"22021", Kind::check}};

Kind kind_of(const PGconn* connection, std::string_view state) {
  if (PQstatus(connection) == CONNECTION_BAD) return Kind::connection;
  for (const auto& [front, kind] : states)
    if (state.starts_with(front)) return kind;
  return Kind::other;
}

std::string_view or_empty(const char* text) { return text == nullptr ? std::string_view() : text; }

template <typename Number>
Number number_of(std::string_view text) {
  Number number{};
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  ENSURE(read.ec == std::errc() && read.ptr == text.data() + text.size());
  return number;
}

// Object identifiers of the built-in types; they are fixed (catalog/pg_type.dat).
constexpr Oid whole_types[] = {20, 21, 23};  // int8, int2, int4
constexpr Oid real_types[] = {700, 701};     // float4, float8
constexpr Oid yes_or_no = 16;

bool one_of(const auto& types, Oid type) {
  return std::find(std::begin(types), std::end(types), type) != std::end(types);
}

}  // namespace

std::string with_dollars(const std::string& sql, std::size_t& highest) {
  std::string text;
  bool quoted = false;
  for (std::size_t i = 0; i < sql.size(); ++i) {
    if (sql[i] == '\'') quoted = !quoted;
    if (sql[i] != '?' || quoted) {
      text += sql[i];
      continue;
    }
    text += '$';
    std::size_t number = 0;
    std::from_chars(sql.data() + i + 1, sql.data() + sql.size(), number);
    highest = std::max(highest, number);
  }
  return text;
}

std::string number_text(const Value& value) {
  char digits[32];
  const auto write = [&](auto number) { return std::to_chars(digits, digits + sizeof digits, number).ptr; };
  const auto* whole = std::get_if<std::int64_t>(&value);
  return {digits, whole != nullptr ? write(*whole) : write(std::get<double>(value))};
}

Value value_at(const PGresult* result, int row, int column) {
  if (PQgetisnull(result, row, column) != 0) return std::monostate{};
  const std::string_view text(PQgetvalue(result, row, column),
                              static_cast<std::size_t>(PQgetlength(result, row, column)));
  const Oid type = PQftype(result, column);
  if (one_of(whole_types, type)) return number_of<std::int64_t>(text);
  if (one_of(real_types, type)) return number_of<double>(text);
  if (type == yes_or_no) return std::int64_t{text == "t"};
  return std::string(text);
}

DatabaseError postgres_error(const PGconn* connection, const PGresult* result) {
  const auto field = [&](int which) { return or_empty(PQresultErrorField(result, which)); };
  const std::string_view said = field(PG_DIAG_MESSAGE_PRIMARY);
  return {kind_of(connection, field(PG_DIAG_SQLSTATE)), std::string(said.empty() ? PQerrorMessage(connection) : said)};
}

std::string place_of(const PGconn* connection) {
  const auto part = [](const char* text) { return std::string(or_empty(text)); };
  return "PostgreSQL at " + part(PQhost(connection)) + ":" + part(PQport(connection)) + "/" + part(PQdb(connection));
}

}  // namespace koepel::store
