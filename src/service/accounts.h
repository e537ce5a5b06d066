// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "service/fault.h"
#include "service/rights.h"
#include "store/people.h"

// Who is there: accounts, logging in, sessions. Every attempt and change leaves an audit line. `now_us` is given, so
// that tests need no clock.

namespace koepel::service {

struct Attempt {
  std::string email;
  std::string password;
  std::string code;    ///< six digits of the second factor, or empty
  std::string origin;  ///< network address, for rate and audit
};

/// A session just opened: `cookie` goes to the browser and is stored only hashed.
struct OpenSession {
  std::string cookie;
  std::string csrf;
  store::Person person;
};

/// Ten failures in a row lock an account for 15 minutes; an unknown e-mail address costs the same time as a known one.
/// A lock is told (Fault::Kind::locked), so ten failures show that an address has an account: rates in the API bound
/// it.
[[nodiscard]] Outcome<OpenSession> log_in(store::Store& store, const Attempt& attempt, std::int64_t now_us);
struct LinkAttempt {
  std::string token;
  std::string code = {};    ///< six digits of the second factor, or empty
  std::string origin = {};  ///< network address
};
/// A link works once. It stands for the password, never for the second factor: who has one gives its code too, and the
/// link stays good until he does.
[[nodiscard]] Outcome<OpenSession> log_in_by_link(store::Store& store, const LinkAttempt& attempt, std::int64_t now_us);
/// The person of a cookie, while the session lasts (12 hours).
struct Visitor {
  store::Person person;
  store::Session session;
};
[[nodiscard]] std::optional<Visitor> visitor_of(store::Store& store, const std::string& cookie, std::int64_t now_us);
void log_out(store::Store& store, const std::string& cookie, const std::string& origin, std::int64_t now_us);

/// Somebody who was asked in. A link to log in is for new people only: who already has an account keeps it to himself.
struct InvitedPerson {
  store::Person person;
  bool is_new = false;
};
/// Somebody new, by a manager or (into a study) a facilitator; or the person who already has that e-mail address.
[[nodiscard]] Outcome<InvitedPerson> invite_person(store::Store& store, const std::string& name,
                                                   const std::string& email, const std::string& by,
                                                   std::int64_t now_us);
/// The token of a link that logs this person in once, within a week, also past a lock or a second factor: a manager's
/// way to help somebody who lost a password or a telephone. Only for who may manage people.
[[nodiscard]] std::string make_login_link(store::Store& store, const std::string& person, std::int64_t now_us);
/// The manager of an installation, made when there is none. A link to log in comes with him only while he has no
/// password: what is printed at every start stands in journals.
struct FirstManager {
  store::Person person;
  std::string token;  ///< empty: he logs in with his password
};
[[nodiscard]] FirstManager first_manager(store::Store& store, std::int64_t now_us);

void change_name(store::Store& store, const Visitor& who, const std::string& name);
/// A password has at least 12 characters and is not the e-mail address or a well-known one. The current password is
/// needed once there is one; failing counts as a failed login. Ends all other sessions and links.
[[nodiscard]] Outcome<void> change_password(store::Store& store, const Visitor& who, const std::string& current,
                                            const std::string& fresh, std::int64_t now_us);
[[nodiscard]] Outcome<std::string> begin_second_factor(store::Store& store, const Visitor& who);
struct SecondFactorProof {
  std::string secret;    ///< as begin_second_factor() gave it
  std::string code;      ///< six digits made from it
  std::string password;  ///< the current one; empty when there is none yet
};
/// Failing on the password counts as a failed login, as with change_password().
[[nodiscard]] Outcome<void> confirm_second_factor(store::Store& store, const Visitor& who,
                                                  const SecondFactorProof& proof, std::int64_t now_us);
[[nodiscard]] Outcome<void> drop_second_factor(store::Store& store, const Visitor& who, const std::string& password,
                                               std::int64_t now_us);
/// By who runs the machine, for somebody who lost his phone.
void forget_second_factor(store::Store& store, const store::Person& person, std::int64_t now_us);

}  // namespace koepel::service
