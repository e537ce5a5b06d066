// SPDX-License-Identifier: EUPL-1.2
// Logins that last, links that log in once, the audit lines, and their end. Face: find_session(), use_login_link(),
// add_audit(), clear_expired().
#include "store/people.h"

namespace koepel::store {

void add_session(Store& store, const Session& session) {
  store.write([&](Database& database) {
    database.query("INSERT INTO session (id_hash, person, csrf, expires_us) VALUES (?1, ?2, ?3, ?4)",
                   {session.id_hash, session.person, session.csrf, session.expires_us});
  });
}

std::optional<Session> find_session(Store& store, const std::string& id_hash) {
  std::optional<Session> found;
  store.read([&](Database& database) {
    for (const auto& row :
         database.query("SELECT id_hash, person, csrf, expires_us FROM session WHERE id_hash = ?1", {id_hash}))
      found = Session{row.text(0), row.text(1), row.text(2), row.whole(3)};
  });
  return found;
}

void end_session(Store& store, const std::string& id_hash) {
  store.write([&](Database& database) { database.query("DELETE FROM session WHERE id_hash = ?1", {id_hash}); },
              {{}, true});
}

void end_sessions_of(Store& store, const std::string& person) {
  store.write([&](Database& database) { database.query("DELETE FROM session WHERE person = ?1", {person}); },
              {{}, true});
}

void add_login_link(Store& store, const LoginLink& link) {
  store.write([&](Database& database) {
    database.query("INSERT INTO login_link (token_hash, person, expires_us) VALUES (?1, ?2, ?3)",
                   {link.token_hash, link.person, link.expires_us});
  });
}

std::optional<std::string> person_of_login_link(Store& store, const std::string& token_hash, std::int64_t now_us) {
  std::optional<std::string> person;
  store.read([&](Database& database) {
    person.reset();
    for (const auto& row : database.query("SELECT person FROM login_link WHERE token_hash = ?1 AND expires_us > ?2",
                                          {token_hash, now_us}))
      person = row.text(0);
  });
  return person;
}

std::optional<std::string> use_login_link(Store& store, const std::string& token_hash, std::int64_t now_us) {
  std::optional<std::string> person;
  store.write([&](Database& database) {
    person.reset();
    for (const auto& row : database.query(
             "DELETE FROM login_link WHERE token_hash = ?1 AND expires_us > ?2 RETURNING person", {token_hash, now_us}))
      person = row.text(0);
  });
  return person;
}

void add_audit(Store& store, const AuditLine& line) {
  store.write([&](Database& database) {
    database.query("INSERT INTO audit (time_us, actor, action, object, result, origin) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                   {line.time_us, line.actor, line.action, line.object, line.result, line.origin});
  });
}

std::vector<AuditLine> audit_after(Store& store, std::int64_t after_us, std::size_t limit) {
  std::vector<AuditLine> lines;
  store.read([&](Database& database) {
    lines.clear();
    for (const auto& row : database.query("SELECT time_us, actor, action, object, result, origin FROM audit "
                                          "WHERE time_us > ?1 ORDER BY time_us, id LIMIT ?2",
                                          {after_us, static_cast<std::int64_t>(limit)}))
      lines.push_back({row.whole(0), row.text(1), row.text(2), row.text(3), row.text(4), row.text(5)});
  });
  return lines;
}

namespace {

/// What a study may no longer keep. Once put away it is let be, until somebody opens it again.
void forget_people_of_old_studies(Database& database, std::int64_t now_us) {
  const std::string old =
      "(SELECT id FROM study WHERE erase_after_us > 0 AND erase_after_us <= ?1 AND archived_us = 0)";
  database.query(
      "INSERT INTO audit (time_us, actor, action, object, result, origin) "
      "SELECT ?1, '', 'study.retention', id, 'ok', '' FROM study WHERE id IN " +
          old,
      {now_us});
  database.query("UPDATE invitation SET email = '' WHERE study IN " + old, {now_us});
  database.query("UPDATE invitation SET state = 'revoked' WHERE state = 'open' AND study IN " + old, {now_us});
  database.query("DELETE FROM draft WHERE study IN " + old, {now_us});
  database.query("UPDATE poll SET state = 'closed' WHERE state = 'open' AND study IN " + old, {now_us});
  database.query("UPDATE study SET archived_us = ?1 WHERE id IN " + old, {now_us});
}

}  // namespace

void clear_expired(Store& store, std::int64_t now_us, std::int64_t audit_before_us) {
  store.write(
      [&](Database& database) {
        database.query("DELETE FROM session WHERE expires_us <= ?1", {now_us});
        database.query("DELETE FROM login_link WHERE expires_us <= ?1", {now_us});
        forget_people_of_old_studies(database, now_us);
        database.query("DELETE FROM audit WHERE time_us < ?1", {audit_before_us});
      },
      {{}, true});
}

}  // namespace koepel::store
