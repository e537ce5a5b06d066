// SPDX-License-Identifier: EUPL-1.2
#include "store/event_insert.h"

#include <array>
#include <span>

#include "store/log_rows.h"

namespace koepel::store {

namespace {

constexpr std::size_t columns = 10;

/// "INSERT ... VALUES (?1, ... ?10), (?11, ... ?20) ..."
std::string insert_of(std::size_t rows) {
  std::string text = "INSERT INTO event (study, " + std::string(event_columns) + ") VALUES ";
  for (std::size_t value = 0; value < rows * columns; ++value) {
    text += value % columns != 0 ? ", ?" : value == 0 ? "(?" : "), (?";
    text += std::to_string(value + 1);
  }
  return text + ")";
}

/// Few sizes, so that each is prepared once.
struct Chunk {
  std::size_t rows;
  std::string text;
};
const std::array<Chunk, 3>& chunks() {
  static const std::array<Chunk, 3> all{{{64, insert_of(64)}, {8, insert_of(8)}, {1, insert_of(1)}}};
  return all;
}

void add_values(Values& values, const std::string& study, const LoggedEvent& event) {
  values.insert(values.end(), {study, event.sequence, event.time_us, event.actor, event.kind, event.record_key,
                               event.payload, event.client_id, event.previous_hash, event.hash});
}

}  // namespace

void insert_events(Database& database, const std::string& study, const std::vector<LoggedEvent>& events) {
  std::span<const LoggedEvent> left(events);
  for (const Chunk& chunk : chunks())
    for (; left.size() >= chunk.rows; left = left.subspan(chunk.rows)) {
      Values values;
      values.reserve(chunk.rows * columns);
      for (const LoggedEvent& event : left.first(chunk.rows)) add_values(values, study, event);
      database.query(chunk.text, values);
    }
}

}  // namespace koepel::store
