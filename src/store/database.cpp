// SPDX-License-Identifier: EUPL-1.2
// Rows and values, the same for both drivers.
#include "store/database.h"

#include <algorithm>

#include "base/ensure.h"
#include "store/drivers.h"

namespace koepel::store {

std::int64_t ResultRow::whole(std::size_t column) const {
  const auto* value = std::get_if<std::int64_t>(&values.at(column));
  ENSURE(value != nullptr);
  return *value;
}

const std::string& ResultRow::text(std::size_t column) const {
  const auto* value = std::get_if<std::string>(&values.at(column));
  ENSURE(value != nullptr);
  return *value;
}

bool ResultRow::is_null(std::size_t column) const { return std::holds_alternative<std::monostate>(values.at(column)); }

ResultRows Database::query(std::string_view sql, const Values& values) {
  ResultRows rows;
  each(sql, values, [&](ResultRow& row) { rows.push_back(std::move(row)); });
  return rows;
}

namespace {

bool continues(unsigned char byte) { return (byte & 0xC0) == 0x80; }

/// Bytes of the character at the front; 0 where it is not the one valid way to write it (RFC 3629).
std::size_t character_length(std::string_view text) {
  const auto byte = [&](std::size_t at) { return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U; };
  const unsigned first = byte(0), second = byte(1);
  if (first < 0x80) return first == 0 ? 0 : 1;
  const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4) return 0;
  const bool too_long = (first == 0xE0 && second < 0xA0) || (first == 0xF0 && second < 0x90);
  const bool no_character = (first == 0xED && second > 0x9F) || (first == 0xF4 && second > 0x8F);
  for (std::size_t at = 1; at < length; ++at)
    if (!continues(static_cast<unsigned char>(byte(at)))) return 0;
  return too_long || no_character ? 0 : length;
}

bool storable(std::string_view text) {
  while (!text.empty()) {
    const std::size_t length = character_length(text);
    if (length == 0) return false;
    text.remove_prefix(length);
  }
  return true;
}

}  // namespace

void check_values(const Values& values, std::size_t expected) {
  if (values.size() != expected)
    throw DatabaseError(DatabaseError::Kind::other,
                        std::to_string(expected) + " values expected, " + std::to_string(values.size()) + " given");
  for (const Value& value : values)
    if (const auto* text = std::get_if<std::string>(&value); text != nullptr && !storable(*text))
      throw DatabaseError(DatabaseError::Kind::check, "a text that is not UTF-8 or holds a NUL byte");
}

StoreFault fault_of(const DatabaseError& error, const std::string& place) {
  using Kind = DatabaseError::Kind;
  const auto say = [&](StoreFault::Kind kind, const std::string& what) {
    return StoreFault(kind, place + ": " + what + " (" + error.what() + ")");
  };
  switch (error.kind) {
    case Kind::full:
      return say(StoreFault::Kind::disk_full, "the disk is full; nothing was stored. Make room");
    case Kind::damaged:
      return say(StoreFault::Kind::damaged, "the database is damaged. Restore a backup");
    case Kind::connection:
      return say(StoreFault::Kind::unreachable, "the database does not answer. Is it running?");
    case Kind::busy:
      return say(StoreFault::Kind::in_use, "another program keeps the database locked. Stop it");
    default:
      return say(StoreFault::Kind::other, "the database refused");
  }
}

}  // namespace koepel::store
