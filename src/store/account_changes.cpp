// SPDX-License-Identifier: EUPL-1.2
// One thing at a time changed in an account, and only where it still is as it was seen. Face: set_password(),
// note_failure(), open_session().
#include "store/people.h"

namespace koepel::store {

namespace {

/// Whether the statement changed a row, in one transaction of its own.
bool changed(Store& store, std::string_view sql, const Values& values) {
  bool done = false;
  store.write([&](Database& database) { done = !database.query(sql, values).empty(); });
  return done;
}

void write_line(Database& database, const AuditLine& line) {
  database.query("INSERT INTO audit (time_us, actor, action, object, result, origin) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                 {line.time_us, line.actor, line.action, line.object, line.result, line.origin});
}

bool let_in(Database& database, const Person& seen, std::int64_t used_step) {
  return !database
              .query(
                  "UPDATE person SET failures = 0, totp_step = CASE WHEN ?5 > 0 THEN ?5 ELSE totp_step END "
                  "WHERE id = ?1 AND email IS NOT NULL AND password_hash = ?2 AND totp_secret = ?3 "
                  "AND locked_until_us = ?4 AND (?5 = 0 OR totp_step < ?5) RETURNING id",
                  {seen.id, seen.password_hash, seen.totp_secret, seen.locked_until_us, used_step})
              .empty();
}

}  // namespace

void set_name(Store& store, const std::string& person, const std::string& name) {
  (void)changed(store, "UPDATE person SET name = ?2 WHERE id = ?1 AND email IS NOT NULL RETURNING id", {person, name});
}

bool set_password(Store& store, const Person& seen, const std::string& password_hash, const std::string& kept) {
  bool done = false;
  store.write([&](Database& database) {
    done = !database
                .query(
                    "UPDATE person SET password_hash = ?3 "
                    "WHERE id = ?1 AND email IS NOT NULL AND password_hash = ?2 RETURNING id",
                    {seen.id, seen.password_hash, password_hash})
                .empty();
    if (!done) return;
    database.query("DELETE FROM session WHERE person = ?1 AND id_hash <> ?2", {seen.id, kept});
    database.query("DELETE FROM login_link WHERE person = ?1", {seen.id});
  });
  return done;
}

bool set_second_factor(Store& store, const Person& seen, const std::string& totp_secret, std::int64_t totp_step) {
  return changed(store,
                 "UPDATE person SET totp_secret = ?3, totp_step = ?4 "
                 "WHERE id = ?1 AND email IS NOT NULL AND totp_secret = ?2 RETURNING id",
                 {seen.id, seen.totp_secret, totp_secret, totp_step});
}

bool set_subject(Store& store, const std::string& person, const std::string& subject) {
  return changed(store,
                 "UPDATE person SET subject = ?2 WHERE id = ?1 AND email IS NOT NULL AND subject IS NULL "
                 "AND NOT EXISTS (SELECT 1 FROM person WHERE subject = ?2) RETURNING id",
                 {person, subject});
}

void note_failure(Store& store, const Failure& failure) {
  store.write([&](Database& database) {
    if (!failure.person.empty())
      database.query(
          "UPDATE person SET failures = CASE WHEN failures + 1 >= ?2 THEN 0 ELSE failures + 1 END, "
          "locked_until_us = CASE WHEN failures + 1 >= ?2 THEN ?3 ELSE locked_until_us END WHERE id = ?1",
          {failure.person, std::int64_t{failure.most}, failure.locked_until_us});
    write_line(database, failure.line);
  });
}

bool open_session(Store& store, const Person& seen, const Session& session, std::int64_t used_step,
                  const AuditLine& line) {
  bool done = false;
  store.write([&](Database& database) {
    done = let_in(database, seen, used_step);
    if (!done) return;
    database.query("INSERT INTO session (id_hash, person, csrf, expires_us) VALUES (?1, ?2, ?3, ?4)",
                   {session.id_hash, session.person, session.csrf, session.expires_us});
    write_line(database, line);
  });
  return done;
}

}  // namespace koepel::store
