// SPDX-License-Identifier: EUPL-1.2
// Attempts to get in; sessions, or why not, out. One's own account: own_account.cpp.
#include "service/accounts.h"

#include <algorithm>

#include "service/account_rules.h"
#include "service/open_session.h"
#include "service/problem_of.h"
#include "service/secrets.h"

namespace koepel::service {

namespace {

constexpr std::int64_t session_us = 12 * 60 * minute_us;
constexpr std::int64_t link_us = 7 * 24 * 60 * minute_us;

/// Of no password that anybody has: checking against it takes as long as checking a real one.
const std::string& nobodys_hash() {
  static const std::string hash = hash_password(new_token());
  return hash;
}

store::AuditLine line_of(const std::string& person, const char* result, const std::string& origin,
                         std::int64_t now_us) {
  return {now_us, person, "session.open", person, result, origin};
}

tl::unexpected<Fault> fail(store::Store& store, const std::string& person, const Attempt& attempt,
                           std::int64_t now_us) {
  store::note_failure(store,
                      {person, most_failures, now_us + lock_us, line_of(person, "failed", attempt.origin, now_us)});
  return refused(Fault::Kind::wrong_credentials);
}

tl::unexpected<Fault> turn_away(store::Store& store, Fault::Kind why, const std::string& person, const Attempt& attempt,
                                std::int64_t now_us) {
  store::add_audit(store, line_of(person, "refused", attempt.origin, now_us));
  return refused(why);
}

/// The time step of the code; 0 for who has no second factor.
Outcome<std::int64_t> second_step(store::Store& store, const store::Person& person, const Attempt& attempt,
                                  std::int64_t now_us) {
  if (person.totp_secret.empty()) return 0;
  if (attempt.code.empty()) return turn_away(store, Fault::Kind::second_factor_needed, person.id, attempt, now_us);
  const auto step = totp_step(person.totp_secret, attempt.code, now_us, person.totp_step);
  if (step == 0) return fail(store, person.id, attempt, now_us);
  return step;
}

}  // namespace

Outcome<OpenSession> open_for(store::Store& store, const store::Person& seen, const Entry& entry, std::int64_t now_us) {
  OpenSession session{.cookie = new_token(), .csrf = new_token(), .person = seen};
  const store::Session kept{token_hash(session.cookie), seen.id, session.csrf, now_us + session_us};
  auto line = line_of(seen.id, "ok", entry.origin, now_us);
  if (!entry.way.empty()) line.object += " " + entry.way;
  if (!store::open_session(store, seen, kept, entry.used_step, line)) return refused(Fault::Kind::wrong_credentials);
  return session;
}

Outcome<OpenSession> log_in(store::Store& store, const Attempt& attempt, std::int64_t now_us) {
  const auto& nobodys = nobodys_hash();
  const auto person = store::person_by_email(store, plain_address(attempt.email));
  const bool known = person && !person->password_hash.empty();
  const auto id = known ? person->id : "";
  if (known && person->locked_until_us > now_us) return turn_away(store, Fault::Kind::locked, id, attempt, now_us);
  const bool fits = is_password(known ? person->password_hash : nobodys, attempt.password);
  if (!fits || !known) return fail(store, id, attempt, now_us);
  const auto step = second_step(store, *person, attempt, now_us);
  if (!step) return tl::unexpected(step.error());
  return open_for(store, *person, {attempt.origin, *step}, now_us);
}

Outcome<OpenSession> log_in_by_link(store::Store& store, const LinkAttempt& attempt, std::int64_t now_us) {
  const auto link = token_hash(attempt.token);
  const auto gone = [&] {
    store::add_audit(store, line_of("", "failed", attempt.origin, now_us));
    return refused(Fault::Kind::gone);
  };
  const auto id = store::person_of_login_link(store, link, now_us);
  const auto person = id ? store::find_person(store, *id) : std::nullopt;
  if (!person) return gone();
  const Attempt proof{.code = attempt.code, .origin = attempt.origin};
  const bool locked = !person->totp_secret.empty() && person->locked_until_us > now_us;
  if (locked) return turn_away(store, Fault::Kind::locked, person->id, proof, now_us);
  const auto step = second_step(store, *person, proof, now_us);
  if (!step) return tl::unexpected(step.error());
  if (!store::use_login_link(store, link, now_us)) return gone();  // somebody was quicker
  return open_for(store, *person, {attempt.origin, *step}, now_us);
}

std::optional<Visitor> visitor_of(store::Store& store, const std::string& cookie, std::int64_t now_us) {
  const auto session = store::find_session(store, token_hash(cookie));
  if (!session || session->expires_us <= now_us) return std::nullopt;
  auto person = store::find_person(store, session->person);
  if (!person || person->email.empty()) return std::nullopt;  // erased
  return Visitor{std::move(*person), *session};
}

void log_out(store::Store& store, const std::string& cookie, const std::string& origin, std::int64_t now_us) {
  const auto session = store::find_session(store, token_hash(cookie));
  if (!session) return;
  store::end_session(store, session->id_hash);
  store::add_audit(store, {now_us, session->person, "session.close", session->person, "ok", origin});
}

Outcome<InvitedPerson> invite_person(store::Store& store, const std::string& name, const std::string& email,
                                     const std::string& by, std::int64_t now_us) {
  const auto address = plain_address(email);
  if (address.empty()) return refused(Problems{problem_of({"service.not-an-address", "email", email})});
  if (auto known = store::person_by_email(store, address)) return InvitedPerson{std::move(*known), false};
  store::Person person{.id = new_pseudonym("p-"), .name = plain_name(name), .email = address, .created_us = now_us};
  // Somebody else may have added the same address meanwhile.
  if (!store::add_person(store, person)) return InvitedPerson{*store::person_by_email(store, address), false};
  store::add_audit(store, {now_us, by, "person.add", person.id, "ok", ""});
  return InvitedPerson{std::move(person), true};
}

std::string make_login_link(store::Store& store, const std::string& person, std::int64_t now_us) {
  auto token = new_token();
  store::add_login_link(store, {token_hash(token), person, now_us + link_us});
  return token;
}

FirstManager first_manager(store::Store& store, std::int64_t now_us) {
  auto people = store::all_people(store);
  const auto found =
      std::find_if(people.begin(), people.end(), [](const auto& p) { return p.manager && !p.email.empty(); });
  store::Person person = found != people.end() ? *found
                                               : store::Person{.id = new_pseudonym("p-"),
                                                               .name = "Beheerder",
                                                               .email = "beheerder@localhost",
                                                               .manager = true,
                                                               .created_us = now_us};
  if (found == people.end()) (void)store::add_person(store, person);
  return {person, person.password_hash.empty() ? make_login_link(store, person.id, now_us) : ""};
}

}  // namespace koepel::service
