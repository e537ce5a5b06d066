// SPDX-License-Identifier: EUPL-1.2
// A respondent's answers leave the draft and enter the log. Face: hand_in().
//
// What somebody who holds the files could still learn: the order in which answers came in, and their day (the caller
// cuts the time to it); who was invited and whether a personal link is done. Not from the rows: which answer is whose.
// That takes more than one moment of the files: two copies between which one person handed in, or the -wal file (on
// PostgreSQL its write-ahead log, archives of it and dead row versions) from before it was emptied. Backups and
// archives of the log are therefore as confidential as the list of invitations is.
#include "store/log_rows.h"
#include "store/polls.h"

namespace koepel::store {

namespace {

std::optional<Stored> handed_in_before(Database& database, const std::string& study, const std::string& pseudonym) {
  const auto rows = database.query(
      "SELECT first_sequence, last_sequence FROM handed_in WHERE study = ?1 AND pseudonym = ?2", {study, pseudonym});
  if (rows.empty()) return std::nullopt;
  return Stored{rows[0].whole(0), rows[0].whole(1), true};
}

/// False for a personal link that is done or revoked. A code that was revoked stays good for who had begun.
bool close_invitation(Database& database, const std::string& study, const std::string& invitation) {
  const auto rows = database.query("SELECT is_code FROM invitation WHERE id = ?1 AND study = ?2", {invitation, study});
  if (rows.empty()) return false;
  if (rows[0].whole(0) != 0) return true;
  return !database
              .query(
                  "UPDATE invitation SET state = 'done', uses_left = 0 WHERE id = ?1 AND state = 'open' "
                  "RETURNING id",
                  {invitation})
              .empty();
}

void leave_draft(Database& database, const std::string& study, const std::string& pseudonym, const Stored& stored) {
  database.query("INSERT INTO handed_in (study, pseudonym, first_sequence, last_sequence) VALUES (?1, ?2, ?3, ?4)",
                 {study, pseudonym, stored.first, stored.last});
  database.query("DELETE FROM draft WHERE study = ?1 AND pseudonym = ?2", {study, pseudonym});
  database.forget_soon();
}

/// A refusal after something was written: thrown, so that the savepoint undoes it.
struct Undo {
  Appended answer;
};

Appended hand_in_within(Database& database, const Batch& batch, const std::string& pseudonym,
                        const std::string& invitation) {
  // The append comes first: it takes the study, and with it the turn of two who hand in the same answers at once.
  const Appended answer = append_within(database, batch);
  const auto* stored = std::get_if<Stored>(&answer);
  if (stored == nullptr || stored->repeated) return answer;
  if (const auto before = handed_in_before(database, batch.study, pseudonym)) throw Undo{*before};
  if (!close_invitation(database, batch.study, invitation)) throw Undo{Conflict{}};
  leave_draft(database, batch.study, pseudonym, *stored);
  return answer;
}

/// PostgreSQL keeps with every row which transaction wrote it: the invitation would point to the answers. All
/// invitations of the study are written anew together, in the order of their random hashes.
void mix_invitations(Store& store, const std::string& study) {
  store.write(
      [&](Database& database) {
        database.query(
            "WITH gone AS (DELETE FROM invitation WHERE study = ?1 RETURNING *) "
            "INSERT INTO invitation SELECT * FROM gone ORDER BY token_hash",
            {study});
        database.forget_soon();
      },
      {study, true});
}

}  // namespace

Appended hand_in(Store& store, const Batch& batch, const std::string& pseudonym, const std::string& invitation) {
  Appended answer;
  bool mix = false;
  try {
    store.write(
        [&](Database& database) {
          mix = database.dialect().rows_name_their_writer;
          answer = hand_in_within(database, batch, pseudonym, invitation);
        },
        {batch.study, true});
  } catch (const Undo& undo) {
    answer = undo.answer;
  }
  if (mix && std::holds_alternative<Stored>(answer)) mix_invitations(store, batch.study);
  return answer;
}

}  // namespace koepel::store
