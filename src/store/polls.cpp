// SPDX-License-Identifier: EUPL-1.2
// A poll and the answers that are not yet handed in. Face: find_poll(), set_poll(), save_draft(), find_draft().
#include "store/polls.h"

namespace koepel::store {

std::optional<Poll> find_poll(Store& store, const std::string& study) {
  std::optional<Poll> found;
  store.read([&](Database& database) {
    for (const auto& row :
         database.query("SELECT study, items, intro, state, anonymity FROM poll WHERE study = ?1", {study}))
      found = Poll{row.text(0), row.text(1), row.text(2), row.text(3), row.text(4)};
  });
  return found;
}

void set_poll(Store& store, const Poll& poll) {
  store.write(
      [&](Database& database) {
        database.query(
            "INSERT INTO poll (study, items, intro, state, anonymity) VALUES (?1, ?2, ?3, ?4, ?5) "
            "ON CONFLICT (study) DO UPDATE SET items = excluded.items, intro = excluded.intro, "
            "state = excluded.state, anonymity = excluded.anonymity",
            {poll.study, poll.items, poll.intro, poll.state, poll.anonymity});
      },
      {poll.study, true});
}

void save_draft(Store& store, const Draft& draft) {
  store.write(
      [&](Database& database) {
        database.query(
            "INSERT INTO draft (study, pseudonym, answers) SELECT CAST(?1 AS TEXT), CAST(?2 AS TEXT), "
            "CAST(?3 AS TEXT) WHERE NOT EXISTS (SELECT 1 FROM handed_in WHERE study = ?1 AND pseudonym = ?2) "
            "ON CONFLICT (study, pseudonym) DO UPDATE SET answers = excluded.answers",
            {draft.study, draft.pseudonym, draft.answers});
      },
      {draft.study, true});
}

std::optional<Draft> find_draft(Store& store, const std::string& study, const std::string& pseudonym) {
  std::optional<Draft> found;
  store.read([&](Database& database) {
    for (const auto& row :
         database.query("SELECT answers FROM draft WHERE study = ?1 AND pseudonym = ?2", {study, pseudonym}))
      found = Draft{study, pseudonym, row.text(0)};
  });
  return found;
}

}  // namespace koepel::store
