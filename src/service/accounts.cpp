// SPDX-License-Identifier: EUPL-1.2
// Attempts to get in; sessions, or why not, out. One's own account: own_account.cpp.
#include "service/accounts.h"

#include <algorithm>

#include "service/problem_of.h"
#include "service/secrets.h"

namespace koepel::service {

namespace {

constexpr std::int64_t minute_us = 60'000'000;
constexpr std::int64_t session_us = 12 * 60 * minute_us;
constexpr std::int64_t link_us = 7 * 24 * 60 * minute_us;
constexpr std::int64_t lock_us = 15 * minute_us;
constexpr int most_failures = 10;

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return text;
}

/// Of no password that anybody has: checking against it takes as long as checking a real one.
const std::string& nobodys_hash() {
  static const std::string hash = hash_password(new_token());
  return hash;
}

void audit(store::Store& store, std::int64_t now_us, const std::string& actor, const char* result,
           const std::string& origin) {
  store::add_audit(store, {now_us, actor, "session.open", actor, result, origin});
}

OpenSession open_for(store::Store& store, const store::Person& person, const std::string& origin, std::int64_t now_us) {
  OpenSession session{.cookie = new_token(), .csrf = new_token(), .person = person};
  store::add_session(store, {token_hash(session.cookie), person.id, session.csrf, now_us + session_us});
  audit(store, now_us, person.id, "ok", origin);
  return session;
}

Outcome<OpenSession> fail(store::Store& store, store::Person person, const Attempt& attempt, std::int64_t now_us) {
  if (++person.failures >= most_failures) person.failures = 0, person.locked_until_us = now_us + lock_us;
  store::change_person(store, person);
  audit(store, now_us, person.id, "failed", attempt.origin);
  return refused(Fault::Kind::wrong_credentials);
}

}  // namespace

Outcome<OpenSession> log_in(store::Store& store, const Attempt& attempt, std::int64_t now_us) {
  auto person = store::person_by_email(store, lower(attempt.email));
  if (!person || person->password_hash.empty()) {
    (void)is_password(nobodys_hash(), attempt.password);
    audit(store, now_us, "", "failed", attempt.origin);
    return refused(Fault::Kind::wrong_credentials);
  }
  if (person->locked_until_us > now_us) return refused(Fault::Kind::locked);
  if (!is_password(person->password_hash, attempt.password)) return fail(store, *person, attempt, now_us);
  if (!person->totp_secret.empty()) {
    if (attempt.code.empty()) return refused(Fault::Kind::second_factor_needed);
    const auto step = totp_step(person->totp_secret, attempt.code, now_us, person->totp_step);
    if (step == 0) return fail(store, *person, attempt, now_us);
    person->totp_step = step;
  }
  person->failures = 0;
  store::change_person(store, *person);
  return open_for(store, *person, attempt.origin, now_us);
}

Outcome<OpenSession> log_in_by_link(store::Store& store, const std::string& token, const std::string& origin,
                                    std::int64_t now_us) {
  const auto id = store::use_login_link(store, token_hash(token), now_us);
  const auto person = id ? store::find_person(store, *id) : std::nullopt;
  if (!person) {
    audit(store, now_us, "", "failed", origin);
    return refused(Fault::Kind::gone);
  }
  return open_for(store, *person, origin, now_us);
}

std::optional<Visitor> visitor_of(store::Store& store, const std::string& cookie, std::int64_t now_us) {
  const auto session = store::find_session(store, token_hash(cookie));
  if (!session || session->expires_us <= now_us) return std::nullopt;
  auto person = store::find_person(store, session->person);
  if (!person) return std::nullopt;
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
  const auto address = lower(email);
  if (address.size() > 254 || address.find('@') == std::string::npos ||
      address.find_first_of(" \t\r\n<>\"") != std::string::npos)
    return refused(Problems{problem_of({"service.not-an-address", "email", email})});
  if (auto known = store::person_by_email(store, address)) return InvitedPerson{std::move(*known), false};
  store::Person person{.id = new_pseudonym("p-"), .name = name.substr(0, 200), .email = address, .created_us = now_us};
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
  return {person, make_login_link(store, person.id, now_us)};
}

}  // namespace koepel::service
