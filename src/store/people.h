// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "store/store.h"

// Who is who: the only tables with personal data. A person can be erased here; the log then still says "p-...".

namespace koepel::store {

/// Somebody with an account. `id` is a random pseudonym, "p-" and 16 hex digits.
struct Person {
  std::string id;
  std::string name;
  std::string email;           ///< lower case, unique; empty after erasure
  std::string password_hash;   ///< Argon2id; empty: no password set
  std::string totp_secret;     ///< base32; empty: no second factor
  std::int64_t totp_step = 0;  ///< last time step used, against replay
  std::string subject;         ///< "issuer|sub" of OpenID Connect, or empty
  bool manager = false;        ///< manages the installation
  std::int64_t created_us = 0;
  int failures = 0;  ///< logins that failed in a row
  std::int64_t locked_until_us = 0;
};
[[nodiscard]] std::optional<Person> find_person(Store& store, const std::string& id);
[[nodiscard]] std::optional<Person> person_by_email(Store& store, const std::string& email);
[[nodiscard]] std::optional<Person> person_by_subject(Store& store, const std::string& subject);
[[nodiscard]] std::vector<Person> all_people(Store& store);
/// False when the e-mail address or subject is taken.
[[nodiscard]] bool add_person(Store& store, const Person& person);
void change_person(Store& store, const Person& person);
/// Name, e-mail, password, second factor, subject, sessions, links and memberships go; the id stays, so that the log
/// keeps its meaning.
void erase_person(Store& store, const std::string& id);

// What changes in an account, each apart: two people, or two attempts, at the same moment undo nothing of each other.
// "As seen" means: nothing is done, and false answered, when the account was changed since `seen` was read.

void set_name(Store& store, const std::string& person, const std::string& name);
/// As seen: a new password. All links end, and all sessions except the one whose hash is `kept`.
[[nodiscard]] bool set_password(Store& store, const Person& seen, const std::string& password_hash,
                                const std::string& kept);
/// As seen: a second factor, or none; `totp_step` is the one of the code that proved it.
[[nodiscard]] bool set_second_factor(Store& store, const Person& seen, const std::string& totp_secret,
                                     std::int64_t totp_step);
/// The subject of somebody who has none yet; false when he has another, or another has it.
[[nodiscard]] bool set_subject(Store& store, const std::string& person, const std::string& subject);

/// What somebody may do in a study.
struct Membership {
  std::string study;
  std::string person;
  std::string
      role;  ///< facilitator | administrator | official | controller | council_member | works_council | observer
  std::string partner;  ///< municipality code; empty: all
};
void set_membership(Store& store, const Membership& membership);  ///< one per study and person
void end_membership(Store& store, const std::string& study, const std::string& person);
[[nodiscard]] std::vector<Membership> members_of(Store& store, const std::string& study);
[[nodiscard]] std::vector<Membership> memberships_of(Store& store, const std::string& person);

/// A login that lasts. `id_hash` is the hash of what the cookie holds.
struct Session {
  std::string id_hash;
  std::string person;
  std::string csrf;
  std::int64_t expires_us = 0;
};
void add_session(Store& store, const Session& session);
[[nodiscard]] std::optional<Session> find_session(Store& store, const std::string& id_hash);
void end_session(Store& store, const std::string& id_hash);
void end_sessions_of(Store& store, const std::string& person);

/// A link that logs somebody in once: after `koepel serve` starts for the first time, or as an invitation to a study.
struct LoginLink {
  std::string token_hash;
  std::string person;
  std::int64_t expires_us = 0;
};
void add_login_link(Store& store, const LoginLink& link);
/// Whom the link would let in; it is not used up. Nothing when unknown, used or expired.
[[nodiscard]] std::optional<std::string> person_of_login_link(Store& store, const std::string& token_hash,
                                                              std::int64_t now_us);
/// The person, once: the link is used up. Nothing when unknown, used or expired.
[[nodiscard]] std::optional<std::string> use_login_link(Store& store, const std::string& token_hash,
                                                        std::int64_t now_us);

/// Who did what to which thing, with what result, from where (BIO 8.15). Apart from the log: it may be cleared after a
/// term. Never holds a secret, an answer, or the link between an invitation and an answer.
struct AuditLine {
  std::int64_t time_us = 0;
  std::string actor;
  std::string action;  ///< "session.open", "study.archive" ...
  std::string object;
  std::string result;  ///< "ok" | "refused" | "failed"
  std::string origin;  ///< network address
};
void add_audit(Store& store, const AuditLine& line);
[[nodiscard]] std::vector<AuditLine> audit_after(Store& store, std::int64_t after_us, std::size_t limit);
/// A failed login, counted and written down at once: the `most`-th in a row locks the account until `locked_until_us`,
/// and counting starts again. `person` empty: an unknown address, of which only the line is kept.
struct Failure {
  std::string person;
  int most = 0;
  std::int64_t locked_until_us = 0;
  AuditLine line;
};
void note_failure(Store& store, const Failure& failure);
/// As seen: a session, its line, no more failures, and the time step of the code used (0: none), which nobody used
/// before.
[[nodiscard]] bool open_session(Store& store, const Person& seen, const Session& session, std::int64_t used_step,
                                const AuditLine& line);

/// Lines, sessions and links that are over. Of a study whose retention date has come: addresses on invitations and
/// drafts of answers; links and poll close, the study is put away, and a line says so. Its log stays whole.
void clear_expired(Store& store, std::int64_t now_us, std::int64_t audit_before_us);

}  // namespace koepel::store
