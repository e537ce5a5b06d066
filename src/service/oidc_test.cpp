// SPDX-License-Identifier: EUPL-1.2
// Logging in at a provider that lives in this test. tests/oidc does it with a real one.
#include "service/oidc.h"

#include <gmock/gmock.h>
#include <sodium.h>

#include <map>

#include "base/work_folder.h"
#include "service/sample_provider.h"
#include "service/secrets.h"

namespace koepel::service {
namespace {

using namespace samples;
using Kind = Fault::Kind;
using testing::HasSubstr;

constexpr std::int64_t now = 1'700'000'000'000'000;
constexpr std::int64_t second_us = 1'000'000;

std::string challenge(const std::string& verifier) {
  std::string hash(crypto_hash_sha256_BYTES, '\0');
  crypto_hash_sha256(reinterpret_cast<unsigned char*>(hash.data()),
                     reinterpret_cast<const unsigned char*>(verifier.data()), verifier.size());
  return base64url(hash);
}

class LoginElsewhere : public testing::Test {
 protected:
  OidcReturn leave(std::int64_t time = now) {
    const auto start = begin_oidc(oidc, time);
    EXPECT_TRUE(start);
    left = parameters(start->url);
    provider.nonce = left["nonce"];
    return {.state = left["state"], .code = "code-1", .browser = start->browser, .origin = "192.0.2.7"};
  }
  Outcome<OpenSession> come_back(const OidcReturn& back, std::int64_t time = now) {
    return finish_oidc(db, oidc, back, time);
  }
  Outcome<OpenSession> log_in() { return come_back(leave()); }
  std::string invite(const std::string& email) { return invite_person(db, "Somebody", email, "p-by", now)->person.id; }
  std::string last_line() {
    const auto lines = store::audit_after(db, 0, 1'000);
    return lines.empty() ? "" : lines.back().object + " " + lines.back().result + " " + lines.back().origin;
  }
  void expect_refused(const Outcome<OpenSession>& outcome, Kind kind, const std::string& why) {
    ASSERT_FALSE(outcome);
    EXPECT_EQ(outcome.error().kind, kind);
    EXPECT_EQ(last_line(), "oidc " + why + " failed 192.0.2.7");
  }

  WorkFolder work;
  store::Store db{work.path};
  Provider provider;
  Oidc oidc{{issuer, "koepel", "s:e/cret", "https://koepel.example.nl/login/return"},
            [this](const FetchOrder& order) { return provider.answer(order); }};
  std::map<std::string, std::string> left;
};

TEST_F(LoginElsewhere, OpensASessionForWhoWasInvited) {
  const auto anna = invite("anna@example.nl");
  const auto login = log_in();
  ASSERT_TRUE(login);
  EXPECT_EQ(login->person.id, anna);
  EXPECT_EQ(visitor_of(db, login->cookie, now)->person.id, anna);
  EXPECT_EQ(last_line(), anna + " oidc ok 192.0.2.7");
}

TEST_F(LoginElsewhere, AsksForACodeInTheSafeWay) {
  leave();
  EXPECT_EQ(left["response_type"], "code");
  EXPECT_EQ(left["client_id"], "koepel");
  EXPECT_EQ(left["redirect_uri"], "https://koepel.example.nl/login/return");
  EXPECT_EQ(left["scope"], "openid email profile");
  EXPECT_EQ(left["code_challenge_method"], "S256");
  for (const char* random : {"state", "nonce", "code_challenge"}) EXPECT_EQ(left[random].size(), 43U) << random;
  const auto first = left;
  leave();
  for (const char* random : {"state", "nonce", "code_challenge"}) EXPECT_NE(left[random], first.at(random)) << random;
}

TEST_F(LoginElsewhere, ExchangesTheCodeWithItsVerifierAndOurSecret) {
  invite("anna@example.nl");
  EXPECT_TRUE(log_in());
  const auto order = *std::find_if(provider.asked.begin(), provider.asked.end(),
                                   [](const auto& one) { return one.url.ends_with("/token"); });
  auto form = parameters("?" + order.form);
  EXPECT_EQ(form["grant_type"], "authorization_code");
  EXPECT_EQ(form["code"], "code-1");
  EXPECT_EQ(form["redirect_uri"], left["redirect_uri"]);
  EXPECT_EQ(challenge(form["code_verifier"]), left["code_challenge"]);
  EXPECT_EQ(order.user, "koepel");
  EXPECT_EQ(order.password, "s%3Ae%2Fcret");
}

// Of the measure that the test above measures with: RFC 7636, appendix B.
TEST(ProofKey, ReproducesTheChallengeOfRfc7636) {
  EXPECT_EQ(challenge("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"), "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
}

TEST_F(LoginElsewhere, LetsNobodyInUninvited) {
  expect_refused(log_in(), Kind::forbidden, "not-invited");
  EXPECT_TRUE(store::all_people(db).empty());
}

TEST_F(LoginElsewhere, BelievesNoAddressThatWasNotVerified) {
  invite("anna@example.nl");
  provider.claims["email_verified"] = false;
  expect_refused(log_in(), Kind::forbidden, "not-invited");
  provider.claims.erase("email_verified");
  expect_refused(log_in(), Kind::forbidden, "not-invited");
  oidc.config.addresses_are_its_own = true;
  EXPECT_TRUE(log_in());
}

TEST_F(LoginElsewhere, KnowsSomebodyAgainByTheSubjectAlone) {
  const auto anna = invite("anna@example.nl");
  EXPECT_TRUE(log_in());
  provider.claims = {{"sub", "7"}, {"email", "changed@example.nl"}};
  EXPECT_EQ(log_in()->person.id, anna);
}

// The address of somebody who left is given to somebody else.
TEST_F(LoginElsewhere, DoesNotPassAnAccountOnWithAnAddress) {
  invite("anna@example.nl");
  EXPECT_TRUE(log_in());
  provider.claims["sub"] = "8";
  expect_refused(log_in(), Kind::forbidden, "not-invited");
}

TEST_F(LoginElsewhere, KeepsTheErasedOut) {
  const auto anna = invite("anna@example.nl");
  EXPECT_TRUE(log_in());
  store::erase_person(db, anna);
  expect_refused(log_in(), Kind::forbidden, "not-invited");
}

TEST_F(LoginElsewhere, AsksForTheAddressWhenTheTokenDoesNotSayIt) {
  const auto anna = invite("anna@example.nl");
  provider.claims = {{"sub", "7"}};
  provider.user_info = {{"sub", "7"}, {"email", "anna@example.nl"}, {"email_verified", true}};
  EXPECT_EQ(log_in()->person.id, anna);
  EXPECT_EQ(provider.asked.back().bearer, "access-1");
}

TEST_F(LoginElsewhere, BelievesNoAddressOfAnotherSubject) {
  invite("anna@example.nl");
  provider.claims = {{"sub", "7"}};
  provider.user_info = {{"sub", "8"}, {"email", "anna@example.nl"}, {"email_verified", true}};
  expect_refused(log_in(), Kind::forbidden, "not-invited");
}

TEST_F(LoginElsewhere, TakesAStateOnce) {
  invite("anna@example.nl");
  const auto back = leave();
  EXPECT_TRUE(come_back(back));
  expect_refused(come_back(back), Kind::gone, "unknown-state");
}

TEST_F(LoginElsewhere, TakesNoStateThatItDidNotMake) {
  invite("anna@example.nl");
  auto back = leave();
  back.state = new_token();
  expect_refused(come_back(back), Kind::gone, "unknown-state");
  back.state.clear();
  expect_refused(come_back(back), Kind::gone, "unknown-state");
}

// Else somebody could send another the address with which he himself came back, and have him work in his account.
TEST_F(LoginElsewhere, EndsInTheBrowserThatBegan) {
  invite("anna@example.nl");
  auto back = leave();
  back.browser = begin_oidc(oidc, now)->browser;
  expect_refused(come_back(back), Kind::gone, "another-browser");
  back = leave();
  back.browser.clear();
  expect_refused(come_back(back), Kind::gone, "another-browser");
}

TEST_F(LoginElsewhere, LastsTenMinutes) {
  invite("anna@example.nl");
  const auto in_time = leave(now - 600 * second_us + 1), late = leave(now - 600 * second_us);
  expect_refused(come_back(late), Kind::gone, "unknown-state");
  provider.nonce = parameters(begin_oidc(oidc, now)->url)["nonce"];  // of yet another login
  expect_refused(come_back(in_time), Kind::wrong_credentials, "wrong-nonce");
}

TEST_F(LoginElsewhere, TellsApartWhyACodeGaveNothing) {
  invite("anna@example.nl");
  provider.token_answer = {400, R"({"error":"invalid_grant"})"};
  expect_refused(log_in(), Kind::gone, "code-refused");
  provider.token_answer = {401, R"({"error":"invalid_client"})"};
  expect_refused(log_in(), Kind::unavailable, "no-answer");
  provider.token_answer = {200, "<html>"};
  expect_refused(log_in(), Kind::unavailable, "no-answer");
  provider.token_answer = {200, "{}"};
  expect_refused(log_in(), Kind::wrong_credentials, "malformed");
}

TEST_F(LoginElsewhere, EndsWhenItIsRefusedThere) {
  invite("anna@example.nl");
  auto back = leave();
  back.error = "access_denied";
  expect_refused(come_back(back), Kind::not_logged_in, "refused-there");
  expect_refused(come_back(back), Kind::gone, "unknown-state");
  EXPECT_EQ(provider.times("/token"), 0U);
}

TEST_F(LoginElsewhere, ChecksWhoSendsPeopleBack) {
  invite("anna@example.nl");
  auto back = leave();
  back.issuer = "https://evil.example";
  expect_refused(come_back(back), Kind::wrong_credentials, "wrong-issuer");
  EXPECT_EQ(provider.times("/token"), 0U);
  provider.places["authorization_response_iss_parameter_supported"] = true;
  const std::int64_t later = now + 3'700 * second_us;
  back = leave(later);
  expect_refused(come_back(back, later), Kind::wrong_credentials, "wrong-issuer");
}

TEST_F(LoginElsewhere, RefusesATokenOfAnotherKey) {
  invite("anna@example.nl");
  EXPECT_TRUE(log_in());
  provider.key = {"k1", curve("").key, false};
  expect_refused(log_in(), Kind::wrong_credentials, "wrong-signature");
}

TEST_F(LoginElsewhere, AsksForPlacesAndKeysOnce) {
  invite("anna@example.nl");
  for (int i = 0; i < 3; ++i) EXPECT_TRUE(log_in());
  EXPECT_EQ(provider.times("/openid-configuration"), 1U);
  EXPECT_EQ(provider.times("/keys"), 1U);
}

TEST_F(LoginElsewhere, FollowsAChangeOfKeysAtOnceButNotTooOften) {
  invite("anna@example.nl");
  EXPECT_TRUE(come_back(leave(now - 60 * second_us), now - 60 * second_us));
  provider.key = curve("k2");
  EXPECT_TRUE(log_in());
  EXPECT_EQ(provider.times("/keys"), 2U);
  provider.key = curve("k3");
  for (int i = 0; i < 5; ++i) expect_refused(log_in(), Kind::wrong_credentials, "unknown-key");
  EXPECT_EQ(provider.times("/keys"), 2U);
  const auto later = now + 30 * second_us;
  EXPECT_TRUE(come_back(leave(later), later));
}

TEST_F(LoginElsewhere, DoesNotKeepAskingAProviderThatIsDown) {
  provider.down = true;
  for (int i = 0; i < 5; ++i) EXPECT_EQ(begin_oidc(oidc, now).error().kind, Kind::unavailable);
  EXPECT_EQ(provider.asked.size(), 1U);
  provider.down = false;
  EXPECT_TRUE(begin_oidc(oidc, now + 30 * second_us));
}

TEST_F(LoginElsewhere, KeepsWhatItKnowsWhileTheProviderIsDown) {
  leave();
  provider.down = true;
  EXPECT_TRUE(begin_oidc(oidc, now + 7'200 * second_us));
}

TEST_F(LoginElsewhere, HasABoundOnLoginsThatAreLeftOpen) {
  for (int i = 0; i < 10'000; ++i) ASSERT_TRUE(begin_oidc(oidc, now));
  EXPECT_EQ(begin_oidc(oidc, now).error().kind, Kind::too_many);
  EXPECT_TRUE(begin_oidc(oidc, now + 600 * second_us));
}

TEST_F(LoginElsewhere, WritesDownNoSecret) {
  invite("anna@example.nl");
  const auto back = leave();
  const auto login = come_back(back);
  for (const auto& line : store::audit_after(db, 0, 100)) {
    const auto all = line.actor + line.action + line.object + line.result;
    for (const auto& secret : {back.state, back.code, back.browser, login->cookie, std::string("example.nl")})
      EXPECT_THAT(all, testing::Not(HasSubstr(secret)));
  }
}

struct PlaceRow {
  std::string what;
  Json changes;
  bool fine;
};

TEST(ProviderPlaces, AreReadOnlyWhereTheyAreSafe) {
  const Json honest = Provider().places;
  const std::vector<PlaceRow> table{
      {"as it should be", Json::object(), true},
      {"of another issuer", {{"issuer", "https://evil.example"}}, false},
      {"of no issuer", {{"issuer", nullptr}}, false},
      {"tokens over plain http", {{"token_endpoint", "http://login.example.nl/t"}}, false},
      {"keys over plain http", {{"jwks_uri", "http://login.example.nl/k"}}, false},
      {"keys in a file", {{"jwks_uri", "file:///etc/passwd"}}, false},
      {"keys on this machine", {{"jwks_uri", "http://127.0.0.1/k"}}, false},
      {"no place for tokens", {{"token_endpoint", nullptr}}, false},
      {"a place in words", {{"token_endpoint", 7}}, false},
      {"no user info", {{"userinfo_endpoint", nullptr}}, true}};
  for (const auto& [what, changes, fine] : table) {
    auto changed = honest;
    changed.merge_patch(changes);
    EXPECT_EQ(read_places(changed.dump(), issuer).has_value(), fine) << what;
  }
  EXPECT_FALSE(read_places("[]", issuer));
  EXPECT_FALSE(read_places("<html>", issuer));
}

TEST(ProviderPlaces, AreNotAskedForOverPlainHttp) {
  Provider provider;
  for (const char* unsafe : {"http://login.example.nl", "http://localhost.evil.example",
                             "http://127.0.0.1@evil.example", "ftp://login.example.nl", "login.example.nl", ""}) {
    OidcProvider asked(unsafe, [&](const FetchOrder& order) { return provider.answer(order); });
    EXPECT_FALSE(asked.places(now)) << unsafe;
  }
  EXPECT_TRUE(provider.asked.empty());
}

}  // namespace
}  // namespace koepel::service
