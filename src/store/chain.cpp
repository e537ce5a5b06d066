// SPDX-License-Identifier: EUPL-1.2
// The hash of an event, and whether a study's events still form one chain. Face: event_hash(), verify_chain().
#include "base/hash.h"
#include "store/log.h"
#include "store/log_rows.h"
#include "store/studies.h"

namespace koepel::store {

namespace {

// The length keeps "ab" + "c" apart from "a" + "bc".
void add_part(std::string& bytes, std::string_view part) {
  bytes += std::to_string(part.size());
  bytes += ':';
  bytes += part;
}

/// What the events so far should end in.
struct Walk {
  std::string study;
  std::int64_t sequence = 0;
  std::string hash;
};

void check_event(Walk& walk, const LoggedEvent& event, ChainReport& report) {
  const auto broken = [&](const char* what) { report.broken.push_back({walk.study, event.sequence, what}); };
  ++report.events;
  if (event.sequence != walk.sequence + 1) broken("gap");
  if (event.previous_hash != walk.hash) broken("previous");
  if (event.hash != event_hash(walk.study, event)) broken("hash");
  walk.sequence = event.sequence;
  walk.hash = event.hash;
}

std::vector<std::string> study_ids(Database& database, const std::string& only) {
  std::vector<std::string> ids;
  database.each("SELECT id FROM study WHERE id = ?1 OR ?1 = '' ORDER BY id", {only},
                [&](ResultRow& row) { ids.push_back(row.text(0)); });
  return ids;
}

/// A part of the walk, so that memory stays small also with a driver that fetches a whole result.
void walk_events(Database& database, Walk& walk, ChainReport& report) {
  constexpr std::size_t at_once = 5'000;
  std::size_t seen = at_once;
  while (seen == at_once) {
    seen = 0;
    each_event_after(database, walk.study, walk.sequence, at_once, [&](const LoggedEvent& event) {
      ++seen;
      check_event(walk, event, report);
    });
  }
}

void check_study(Database& database, const std::string& id, ChainReport& report) {
  Walk walk{id, 0, {}};
  const auto head = database.query("SELECT last_sequence, last_hash FROM study WHERE id = ?1", {id});
  walk_events(database, walk, report);
  ++report.studies;
  if (head[0].whole(0) != walk.sequence || head[0].text(1) != walk.hash)
    report.broken.push_back({id, head[0].whole(0), "head"});
}

}  // namespace

std::string event_hash(const std::string& study, const LoggedEvent& event) {
  const std::string sequence = std::to_string(event.sequence), time = std::to_string(event.time_us);
  std::string bytes;
  bytes.reserve(event.payload.size() + 400);
  for (const std::string_view part :
       std::initializer_list<std::string_view>{study, sequence, time, event.actor, event.kind, event.record_key,
                                               event.payload, event.client_id, event.previous_hash})
    add_part(bytes, part);
  return sha256(bytes);
}

ChainReport verify_chain(Store& store, const std::string& study) {
  std::vector<std::string> ids;
  store.read([&](Database& database) { ids = study_ids(database, study); });
  ChainReport report;
  // One snapshot per study: a long one over everything would keep the -wal file growing.
  for (const std::string& id : ids)
    store.read([&, before = report](Database& database) {
      report = before;
      check_study(database, id, report);
    });
  return report;
}

}  // namespace koepel::store
