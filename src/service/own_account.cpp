// SPDX-License-Identifier: EUPL-1.2
// Changing one's own password and second factor.
#include "service/account_rules.h"
#include "service/accounts.h"
#include "service/problem_of.h"
#include "service/secrets.h"

namespace koepel::service {

namespace {

constexpr std::size_t shortest_password = 12;
constexpr std::size_t longest_password = 1'024;
constexpr std::size_t shortest_secret = 32;  // base32 of the 160 bits that RFC 4226 asks for
constexpr std::size_t longest_secret = 128;

Problems check(const std::string& password, const std::string& email) {
  Problems problems;
  if (characters(password) < shortest_password || password.size() > longest_password)
    problems.push_back(problem_of({"service.password-length", "password"}));
  if (lower(password) == email || is_well_known(password))
    problems.push_back(problem_of({"service.password-known", "password"}));
  return problems;
}

/// Whoever sits at another's open session must not find the password by trying: it counts like logging in.
Outcome<void> prove(store::Store& store, const Visitor& who, const std::string& password, std::int64_t now_us) {
  const auto& person = who.person;
  if (person.password_hash.empty()) return {};
  if (person.locked_until_us > now_us) return refused(Fault::Kind::locked);
  if (is_password(person.password_hash, password)) return {};
  store::note_failure(
      store,
      {person.id, most_failures, now_us + lock_us, {now_us, person.id, "password.prove", person.id, "failed", ""}});
  return refused(Fault::Kind::wrong_credentials);
}

void audit(store::Store& store, const Visitor& who, const char* action, std::int64_t now_us) {
  store::add_audit(store, {now_us, who.person.id, action, who.person.id, "ok", ""});
}

}  // namespace

void change_name(store::Store& store, const Visitor& who, const std::string& name) {
  store::set_name(store, who.person.id, plain_name(name));
}

Outcome<void> change_password(store::Store& store, const Visitor& who, const std::string& current,
                              const std::string& fresh, std::int64_t now_us) {
  if (auto proof = prove(store, who, current, now_us); !proof) return proof;
  if (auto problems = check(fresh, who.person.email); !problems.empty()) return refused(std::move(problems));
  // Whoever knew the old password is out; this session stays.
  if (!store::set_password(store, who.person, hash_password(fresh), who.session.id_hash))
    return refused(Fault::Kind::wrong_credentials);
  audit(store, who, "password.change", now_us);
  return {};
}

Outcome<std::string> begin_second_factor(store::Store&, const Visitor& who) {
  if (!who.person.totp_secret.empty()) return refused(Fault::Kind::closed);
  return new_totp_secret();
}

Outcome<void> confirm_second_factor(store::Store& store, const Visitor& who, const SecondFactorProof& proof,
                                    std::int64_t now_us) {
  if (!who.person.totp_secret.empty()) return refused(Fault::Kind::closed);
  // Else whoever sits at an open session locks its owner out with a telephone of his own.
  if (auto proved = prove(store, who, proof.password, now_us); !proved) return proved;
  const auto& secret = proof.secret;
  const bool long_enough = secret.size() >= shortest_secret && secret.size() <= longest_secret;
  const auto step = long_enough ? totp_step(secret, proof.code, now_us, 0) : 0;
  if (step == 0) return refused(Problems{problem_of({"service.wrong-code", "code"})});
  if (!store::set_second_factor(store, who.person, secret, step)) return refused(Fault::Kind::closed);
  audit(store, who, "second-factor.add", now_us);
  return {};
}

Outcome<void> drop_second_factor(store::Store& store, const Visitor& who, const std::string& password,
                                 std::int64_t now_us) {
  if (auto proof = prove(store, who, password, now_us); !proof) return proof;
  if (!store::set_second_factor(store, who.person, "", 0)) return refused(Fault::Kind::closed);
  audit(store, who, "second-factor.drop", now_us);
  return {};
}

void forget_second_factor(store::Store& store, const store::Person& person, std::int64_t now_us) {
  if (!person.totp_secret.empty() && store::set_second_factor(store, person, "", 0))
    store::add_audit(store, {now_us, "", "second-factor.drop", person.id, "ok", "operator"});
}

}  // namespace koepel::service
