// SPDX-License-Identifier: EUPL-1.2
// Accounts, and what they may do in which study. Face: find_person(), add_person(), erase_person(), set_membership().
#include "store/people.h"

namespace koepel::store {

namespace {

const std::string select =
    "SELECT id, name, email, password_hash, totp_secret, totp_step, subject, manager, created_us, failures, "
    "locked_until_us FROM person ";

/// Two people without an address do not share one: nothing is stored as NULL, which is never equal to NULL.
Value or_null(const std::string& text) { return text.empty() ? Value() : Value(text); }
std::string or_empty(const ResultRow& row, std::size_t column) { return row.is_null(column) ? "" : row.text(column); }

Person person_of(const ResultRow& row) {
  Person person{row.text(0), row.text(1), or_empty(row, 2), row.text(3), row.text(4), row.whole(5), or_empty(row, 6)};
  person.manager = row.whole(7) != 0;
  person.created_us = row.whole(8);
  person.failures = static_cast<int>(row.whole(9));
  person.locked_until_us = row.whole(10);
  return person;
}

Values values_of(const Person& person) {
  return {person.id,
          person.name,
          or_null(person.email),
          person.password_hash,
          person.totp_secret,
          person.totp_step,
          or_null(person.subject),
          std::int64_t{person.manager},
          person.created_us,
          std::int64_t{person.failures},
          person.locked_until_us};
}

std::optional<Person> one_person(Store& store, const std::string& where, const std::string& value) {
  std::optional<Person> found;
  store.read([&](Database& database) {
    for (const auto& row : database.query(select + where, {value})) found = person_of(row);
  });
  return found;
}

Membership membership_of(const ResultRow& row) { return {row.text(0), row.text(1), row.text(2), row.text(3)}; }

std::vector<Membership> memberships(Store& store, const std::string& where, const std::string& value) {
  std::vector<Membership> found;
  store.read([&](Database& database) {
    found.clear();
    for (const auto& row : database.query("SELECT study, person, role, partner FROM membership " + where, {value}))
      found.push_back(membership_of(row));
  });
  return found;
}

}  // namespace

std::optional<Person> find_person(Store& store, const std::string& id) {
  return one_person(store, "WHERE id = ?1", id);
}

std::optional<Person> person_by_email(Store& store, const std::string& email) {
  return one_person(store, "WHERE email = ?1", email);
}

std::optional<Person> person_by_subject(Store& store, const std::string& subject) {
  return one_person(store, "WHERE subject = ?1", subject);
}

std::vector<Person> all_people(Store& store) {
  std::vector<Person> all;
  store.read([&](Database& database) {
    all.clear();
    for (const auto& row : database.query(select + "ORDER BY id")) all.push_back(person_of(row));
  });
  return all;
}

bool add_person(Store& store, const Person& person) {
  bool added = false;
  store.write([&](Database& database) {
    added = !database
                 .query(
                     "INSERT INTO person (id, name, email, password_hash, totp_secret, totp_step, subject, manager, "
                     "created_us, failures, locked_until_us) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11) "
                     "ON CONFLICT DO NOTHING RETURNING id",
                     values_of(person))
                 .empty();
  });
  return added;
}

void change_person(Store& store, const Person& person) {
  store.write(
      [&](Database& database) {
        database.query(
            "UPDATE person SET name = ?2, email = ?3, password_hash = ?4, totp_secret = ?5, totp_step = ?6, "
            "subject = ?7, manager = ?8, created_us = ?9, failures = ?10, locked_until_us = ?11 WHERE id = ?1",
            values_of(person));
      },
      {{}, true});
}

void erase_person(Store& store, const std::string& id) {
  store.write(
      [&](Database& database) {
        // The same address may stand with an invitation to a poll; it goes there too, whatever its state.
        database.query(
            "UPDATE invitation SET email = '' WHERE email <> '' AND email = (SELECT email FROM person WHERE id = ?1)",
            {id});
        database.query(
            "UPDATE person SET name = '', email = NULL, password_hash = '', totp_secret = '', totp_step = 0, "
            "subject = NULL, manager = 0, failures = 0, locked_until_us = 0 WHERE id = ?1",
            {id});
        for (const char* table : {"session", "login_link", "membership"})
          database.query("DELETE FROM " + std::string(table) + " WHERE person = ?1", {id});
        database.forget_soon();
      },
      {{}, true});
}

void set_membership(Store& store, const Membership& membership) {
  store.write(
      [&](Database& database) {
        database.query(
            "INSERT INTO membership (study, person, role, partner) VALUES (?1, ?2, ?3, ?4) "
            "ON CONFLICT (study, person) DO UPDATE SET role = excluded.role, partner = excluded.partner",
            {membership.study, membership.person, membership.role, membership.partner});
      },
      {membership.study, true});
}

void end_membership(Store& store, const std::string& study, const std::string& person) {
  store.write(
      [&](Database& database) {
        database.query("DELETE FROM membership WHERE study = ?1 AND person = ?2", {study, person});
      },
      {study, true});
}

std::vector<Membership> members_of(Store& store, const std::string& study) {
  return memberships(store, "WHERE study = ?1 ORDER BY person", study);
}

std::vector<Membership> memberships_of(Store& store, const std::string& person) {
  return memberships(store, "WHERE person = ?1 ORDER BY study", person);
}

}  // namespace koepel::store
