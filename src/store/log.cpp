// SPDX-License-Identifier: EUPL-1.2
// A batch in, stored events or a refusal out. Face: append(), events_after().
#include "store/log.h"

#include <map>

#include "base/ensure.h"
#include "store/event_insert.h"
#include "store/log_rows.h"

namespace koepel::store {

namespace {

struct Head {
  bool archived = false;
  std::int64_t sequence = 0;
  std::string hash;
};

/// The end of a study's chain, which nobody else may move before this transaction ends.
std::optional<Head> take_head(Database& database, const std::string& study) {
  static const std::string select = "SELECT archived_us, last_sequence, last_hash FROM study WHERE id = ?1";
  const auto rows = database.query(select + std::string(database.dialect().keep_row), {study});
  if (rows.empty()) return std::nullopt;
  return Head{rows[0].whole(0) != 0, rows[0].whole(1), rows[0].text(2)};
}

std::optional<Stored> stored_before(Database& database, const Batch& batch) {
  const auto rows = database.query("SELECT min(sequence), max(sequence) FROM event WHERE study = ?1 AND client_id = ?2",
                                   {batch.study, batch.client_id});
  if (rows[0].is_null(0)) return std::nullopt;
  return Stored{rows[0].whole(0), rows[0].whole(1), true};
}

/// What others wrote under the same keys since the writer looked; each event once.
std::vector<LoggedEvent> changed_since(Database& database, const Batch& batch) {
  static const std::string select = "SELECT " + std::string(event_columns) +
                                    " FROM event WHERE study = ?1 AND record_key = ?2 AND record_key <> ''"
                                    " AND sequence > ?3 ORDER BY sequence";
  std::map<std::int64_t, LoggedEvent> theirs;
  for (const NewEvent& event : batch.events) {
    if (!event.expected || event.record_key.empty()) continue;
    database.each(select, {batch.study, event.record_key, *event.expected}, [&](ResultRow& row) {
      LoggedEvent found = take_event(row);
      theirs.emplace(found.sequence, std::move(found));
    });
  }
  std::vector<LoggedEvent> all;
  for (auto& [sequence, event] : theirs) all.push_back(std::move(event));
  return all;
}

/// The batch as links of the chain.
std::vector<LoggedEvent> linked(const Batch& batch, Head head) {
  std::vector<LoggedEvent> events;
  for (const NewEvent& event : batch.events) {
    LoggedEvent next{{++head.sequence, batch.time_us, event.actor, event.kind, event.record_key, event.payload},
                     batch.client_id,
                     head.hash,
                     {}};
    head.hash = next.hash = event_hash(batch.study, next);
    events.push_back(std::move(next));
  }
  return events;
}

Stored store_events(Database& database, const Batch& batch, const Head& head) {
  const auto events = linked(batch, head);
  insert_events(database, batch.study, events);
  database.query("UPDATE study SET last_sequence = ?2, last_hash = ?3 WHERE id = ?1",
                 {batch.study, events.back().sequence, events.back().hash});
  return {events.front().sequence, events.back().sequence, false};
}

}  // namespace

Appended append_within(Database& database, const Batch& batch) {
  ENSURE(!batch.events.empty() && !batch.client_id.empty());
  const auto head = take_head(database, batch.study);
  if (!head) return NoSuchStudy{};
  if (const auto before = stored_before(database, batch)) return *before;
  if (head->archived) return StudyClosed{};
  if (auto theirs = changed_since(database, batch); !theirs.empty()) return Conflict{std::move(theirs)};
  return store_events(database, batch, *head);
}

Appended append(Store& store, const Batch& batch) {
  Appended answer;
  store.write([&](Database& database) { answer = append_within(database, batch); }, {batch.study, true});
  return answer;
}

LoggedEvent take_event(ResultRow& row) {
  const auto text = [&](std::size_t column) { return std::get<std::string>(std::move(row.values[column])); };
  return {{row.whole(0), row.whole(1), text(2), text(3), text(4), text(5)}, text(6), text(7), text(8)};
}

void each_event_after(Database& database, const std::string& study, std::int64_t after, std::size_t limit,
                      const std::function<void(LoggedEvent)>& take) {
  static const std::string select = "SELECT " + std::string(event_columns) +
                                    " FROM event WHERE study = ?1 AND sequence > ?2 ORDER BY sequence LIMIT ?3";
  database.each(select, {study, after, static_cast<std::int64_t>(limit)},
                [&](ResultRow& row) { take(take_event(row)); });
}

void each_said(Store& store, const std::string& study, const LogPart& part, const std::function<void()>& begin,
               const std::function<void(SaidEvent&)>& take) {
  static const std::string select =
      "SELECT sequence, time_us, actor, kind, record_key, payload FROM event"
      " WHERE study = ?1 AND sequence > ?2 AND sequence <= ?3 ORDER BY sequence";
  store.read([&](Database& database) {
    begin();
    database.each(select, {study, part.after, part.last}, [&](ResultRow& row) {
      const auto text = [&](std::size_t column) { return std::get<std::string>(std::move(row.values[column])); };
      SaidEvent said{row.whole(0), row.whole(1), text(2), text(3), text(4), text(5)};
      take(said);
    });
  });
}

std::vector<LoggedEvent> events_after(Store& store, const std::string& study, std::int64_t after, std::size_t limit) {
  std::vector<LoggedEvent> events;
  store.read([&](Database& database) {
    events.clear();
    each_event_after(database, study, after, limit, [&](LoggedEvent event) { events.push_back(std::move(event)); });
  });
  return events;
}

}  // namespace koepel::store
