// SPDX-License-Identifier: EUPL-1.2
// Changing one's own password and second factor.
#include <algorithm>
#include <array>

#include "service/accounts.h"
#include "service/problem_of.h"
#include "service/secrets.h"

namespace koepel::service {

namespace {

constexpr std::size_t shortest_password = 12;
constexpr std::size_t longest_password = 1'024;

/// Known to whoever guesses, as long as they are.
constexpr std::array<std::string_view, 12> well_known{
    "wachtwoord123", "welkom123456",     "welkomwelkom", "wachtwoordwachtwoord", "gemeente2025", "gemeente2026",
    "password1234",  "passwordpassword", "qwertyuiop12", "123456789012",         "koepelkoepel", "samenwerken1"};

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return text;
}

Problems check(const std::string& password, const std::string& email) {
  const auto plain = lower(password);
  Problems problems;
  if (password.size() < shortest_password || password.size() > longest_password)
    problems.push_back(problem_of({"service.password-length", "password"}));
  if (plain == email || std::find(well_known.begin(), well_known.end(), plain) != well_known.end())
    problems.push_back(problem_of({"service.password-known", "password"}));
  return problems;
}

void audit(store::Store& store, const Visitor& who, const char* action, std::int64_t now_us) {
  store::add_audit(store, {now_us, who.person.id, action, who.person.id, "ok", ""});
}

}  // namespace

Outcome<void> change_password(store::Store& store, const Visitor& who, const std::string& current,
                              const std::string& fresh, std::int64_t now_us) {
  auto person = who.person;
  if (!person.password_hash.empty() && !is_password(person.password_hash, current))
    return refused(Fault::Kind::wrong_credentials);
  if (auto problems = check(fresh, person.email); !problems.empty()) return refused(std::move(problems));
  person.password_hash = hash_password(fresh);
  store::change_person(store, person);
  // Whoever knew the old password is out; this session stays.
  store::end_sessions_of(store, person.id);
  store::add_session(store, who.session);
  audit(store, who, "password.change", now_us);
  return {};
}

Outcome<std::string> begin_second_factor(store::Store&, const Visitor& who) {
  if (!who.person.totp_secret.empty()) return refused(Fault::Kind::closed);
  return new_totp_secret();
}

Outcome<void> confirm_second_factor(store::Store& store, const Visitor& who, const std::string& secret,
                                    const std::string& code, std::int64_t now_us) {
  auto person = who.person;
  if (!person.totp_secret.empty()) return refused(Fault::Kind::closed);
  const auto step = totp_step(secret, code, now_us, 0);
  if (step == 0 || secret.size() < 32) return refused(Problems{problem_of({"service.wrong-code", "code"})});
  person.totp_secret = secret, person.totp_step = step;
  store::change_person(store, person);
  audit(store, who, "second-factor.add", now_us);
  return {};
}

Outcome<void> drop_second_factor(store::Store& store, const Visitor& who, const std::string& password,
                                 std::int64_t now_us) {
  auto person = who.person;
  if (!person.password_hash.empty() && !is_password(person.password_hash, password))
    return refused(Fault::Kind::wrong_credentials);
  person.totp_secret.clear(), person.totp_step = 0;
  store::change_person(store, person);
  audit(store, who, "second-factor.drop", now_us);
  return {};
}

}  // namespace koepel::service
