// SPDX-License-Identifier: EUPL-1.2
#include "service/id_token.h"

#include <gmock/gmock.h>

#include <functional>

#include "service/sample_tokens.h"

namespace koepel::service {
namespace {

using namespace samples;

constexpr std::int64_t now_s = 1'700'000'000;

const PrivateKey& our_rsa() {
  static const PrivateKey key = rsa("rsa-1");
  return key;
}
const PrivateKey& our_curve() {
  static const PrivateKey key = curve("curve-1");
  return key;
}
const SigningKeys& trusted() {
  static const SigningKeys keys = read_signing_keys(Json{{"keys", {jwk(our_rsa()), jwk(our_curve())}}}.dump());
  return keys;
}

const TokenExpectations expected{"https://login.example.nl", "koepel", "nonce-1", {}};

Json header(const std::string& algorithm = "RS256", const std::string& key = "rsa-1") {
  return {{"alg", algorithm}, {"kid", key}};
}
Json claims() {
  return {{"iss", "https://login.example.nl"},
          {"aud", "koepel"},
          {"sub", "248289761001"},
          {"nonce", "nonce-1"},
          {"iat", now_s - 5},
          {"exp", now_s + 300},
          {"email", "anna@example.nl"},
          {"email_verified", true},
          {"name", "Anna de Wit"}};
}

/// "believed", or why not.
std::string verdict(const std::string& token, const TokenExpectations& wanted = expected) {
  const auto outcome = check_id_token(token, trusted(), wanted, now_s);
  return outcome ? "believed" : std::string(word_of(outcome.error()));
}

TEST(IdTokens, AreBelievedWhenSignedByTheProviderInEachAllowedWay) {
  EXPECT_EQ(verdict(token(our_rsa(), header("RS256"), claims())), "believed");
  EXPECT_EQ(verdict(token(our_rsa(), header("PS256"), claims())), "believed");
  EXPECT_EQ(verdict(token(our_curve(), header("ES256", "curve-1"), claims())), "believed");
}

TEST(IdTokens, SayWhoItIs) {
  const auto said = check_id_token(token(our_rsa(), header(), claims()), trusted(), expected, now_s);
  ASSERT_TRUE(said);
  EXPECT_EQ(said->subject, "248289761001");
  EXPECT_EQ(said->email, "anna@example.nl");
  EXPECT_TRUE(said->email_verified);
  EXPECT_EQ(said->name, "Anna de Wit");
}

// Some providers say "true" as a text. That is not what the standard calls verified.
TEST(IdTokens, VerifyAnAddressOnlyByTrue) {
  for (const Json& value : {Json("true"), Json(1), Json(false), Json(nullptr)}) {
    auto changed = claims();
    changed["email_verified"] = value;
    EXPECT_FALSE(check_id_token(token(our_rsa(), header(), changed), trusted(), expected, now_s)->email_verified);
  }
}

/// A token that is right but for one thing in what it says.
struct Claim {
  std::string what;
  Json changes;  ///< null takes a claim away
  std::string verdict;
};

TEST(IdTokens, AreRefusedForOneThingTheySay) {
  const std::vector<Claim> table{
      {"another issuer", {{"iss", "https://evil.example"}}, "wrong-issuer"},
      {"the issuer with a slash more", {{"iss", "https://login.example.nl/"}}, "wrong-issuer"},
      {"no issuer", {{"iss", nullptr}}, "wrong-issuer"},
      {"for another client", {{"aud", "other"}}, "wrong-audience"},
      {"for nobody", {{"aud", nullptr}}, "wrong-audience"},
      {"for an empty list", {{"aud", Json::array()}}, "wrong-audience"},
      {"for us in a list", {{"aud", {"koepel"}}}, "believed"},
      {"for us and another, asked by nobody", {{"aud", {"koepel", "other"}}}, "wrong-audience"},
      {"for us and another, asked by the other", {{"aud", {"koepel", "other"}}, {"azp", "other"}}, "wrong-audience"},
      {"for us and another, asked by us", {{"aud", {"koepel", "other"}}, {"azp", "koepel"}}, "believed"},
      {"for us, asked by another", {{"azp", "other"}}, "wrong-audience"},
      {"for us, asked by a number", {{"azp", 7}}, "wrong-audience"},
      {"of another login", {{"nonce", "nonce-2"}}, "wrong-nonce"},
      {"of no login", {{"nonce", nullptr}}, "wrong-nonce"},
      {"over for less than the slack", {{"exp", now_s - 59}}, "believed"},
      {"over for the slack", {{"exp", now_s - 60}}, "expired"},
      {"over for long", {{"exp", 0}}, "expired"},
      {"without an end", {{"exp", nullptr}}, "malformed"},
      {"with an end in words", {{"exp", "tomorrow"}}, "malformed"},
      {"made within the slack ahead", {{"iat", now_s + 60}}, "believed"},
      {"made in the future", {{"iat", now_s + 61}}, "not-yet-valid"},
      {"made at no time", {{"iat", nullptr}}, "malformed"},
      {"not valid until within the slack", {{"nbf", now_s + 60}}, "believed"},
      {"not valid yet", {{"nbf", now_s + 61}}, "not-yet-valid"},
      {"not valid until in words", {{"nbf", "now"}}, "malformed"},
      {"of nobody", {{"sub", nullptr}}, "malformed"},
      {"of an empty name", {{"sub", ""}}, "malformed"},
      {"of a number", {{"sub", 7}}, "malformed"},
      {"of a name too long", {{"sub", std::string(256, 'x')}}, "malformed"}};
  for (const auto& [what, changes, wanted] : table) {
    auto changed = claims();
    changed.merge_patch(changes);
    EXPECT_EQ(verdict(token(our_rsa(), header(), changed)), wanted) << what;
  }
}

struct Forgery {
  std::string what;
  std::string token;
  std::string verdict;
};

std::string with_last_changed(std::string token) {
  auto& c = token[token.size() - 10];
  c = c == 'A' ? 'B' : 'A';
  return token;
}

/// The signature of one, under what another says.
std::string with_claims_swapped() {
  const auto honest = token(our_rsa(), header(), claims());
  auto raised = claims();
  raised["sub"] = "the manager";
  return said(header(), raised) + honest.substr(honest.rfind('.'));
}

TEST(IdTokens, AreRefusedWhenForged) {
  const auto stranger = rsa("rsa-1"), strange_curve = curve("curve-1");
  const auto unsigned_text = said({{"alg", "none"}}, claims()) + ".";
  const auto public_half = jwk(our_rsa())["n"].get<std::string>();
  const std::vector<Forgery> table{
      {"another's key under the same id", token(stranger, header(), claims()), "wrong-signature"},
      {"another's point under the same id", token(strange_curve, header("ES256", "curve-1"), claims()),
       "wrong-signature"},
      {"a key we do not know", token(stranger, header("RS256", "rsa-2"), claims()), "unknown-key"},
      {"no key named", token(our_rsa(), {{"alg", "RS256"}}, claims()), "unknown-key"},
      {"an empty key id", token(our_rsa(), header("RS256", ""), claims()), "unknown-key"},
      {"no signature", unsigned_text, "wrong-algorithm"},
      {"none, in other letters", said({{"alg", "nOnE"}, {"kid", "rsa-1"}}, claims()) + ".", "wrong-algorithm"},
      {"no algorithm", token(our_rsa(), {{"kid", "rsa-1"}}, claims()), "wrong-algorithm"},
      {"signed with the public key as a secret", shared_secret_token(public_half, header("HS256"), claims()),
       "wrong-algorithm"},
      {"RS512", token(our_rsa(), header("RS512"), claims(), "RS256"), "wrong-algorithm"},
      {"changed signature", with_last_changed(token(our_rsa(), header(), claims())), "wrong-signature"},
      {"changed payload", with_claims_swapped(), "wrong-signature"},
      {"empty signature", said(header(), claims()) + ".", "wrong-signature"},
      {"empty signature on the curve", said(header("ES256", "curve-1"), claims()) + ".", "wrong-signature"},
      {"zeros as a signature on the curve",
       said(header("ES256", "curve-1"), claims()) + "." + base64url(std::string(64, '\0')), "wrong-signature"},
      {"PS256 signed as RS256", token(our_rsa(), header("PS256"), claims(), "RS256"), "wrong-signature"},
      {"RS256 signed as PS256", token(our_rsa(), header("RS256"), claims(), "PS256"), "wrong-signature"},
      {"RS256 with a point", token(our_curve(), header("RS256", "curve-1"), claims(), "ES256"), "wrong-signature"},
      {"ES256 with an RSA key", token(our_rsa(), header("ES256"), claims(), "RS256"), "wrong-signature"},
      {"an extension we do not know",
       token(our_rsa(), {{"alg", "RS256"}, {"kid", "rsa-1"}, {"crit", {"b64"}}}, claims()), "malformed"},
      {"a token for another use", token(our_rsa(), {{"alg", "RS256"}, {"kid", "rsa-1"}, {"typ", "at+jwt"}}, claims()),
       "malformed"},
      {"with a key of its own", token(stranger, {{"alg", "RS256"}, {"kid", "rsa-2"}, {"jwk", jwk(stranger)}}, claims()),
       "unknown-key"}};
  for (const auto& [what, token, wanted] : table) EXPECT_EQ(verdict(token), wanted) << what;
}

TEST(IdTokens, AreRefusedWhenTheyAreNone) {
  const auto honest = token(our_rsa(), header(), claims());
  for (const std::string& text : {std::string(), std::string("."), std::string(".."), std::string("a.b.c"),
                                  honest + ".", honest + ".x", honest.substr(0, honest.rfind('.')), "=" + honest,
                                  " " + honest, std::string(20'000, 'x'), base64url("[]") + "." + base64url("[]") + ".",
                                  base64url(std::string(9'000, '[')) + "." + base64url("{}") + "."})
    EXPECT_EQ(verdict(text), "malformed") << text.substr(0, 40);
}

TEST(IdTokens, AreRefusedWhenWeAskForNothing) {
  auto bare = claims();
  bare.erase("nonce");
  EXPECT_EQ(verdict(token(our_rsa(), header(), bare), {"https://login.example.nl", "koepel", "", {}}), "wrong-nonce");
  auto nameless = claims();
  nameless.erase("iss");
  EXPECT_EQ(verdict(token(our_rsa(), header(), nameless), {"", "koepel", "nonce-1", {}}), "wrong-issuer");
}

TEST(IdTokens, AreRefusedWhenTheProviderIsNotSureEnough) {
  auto sure = expected;
  sure.levels = {"substantial", "high"};
  auto changed = claims();
  EXPECT_EQ(verdict(token(our_rsa(), header(), changed), sure), "too-weak");
  changed["acr"] = "low";
  EXPECT_EQ(verdict(token(our_rsa(), header(), changed), sure), "too-weak");
  changed["acr"] = "high";
  EXPECT_EQ(verdict(token(our_rsa(), header(), changed), sure), "believed");
}

std::size_t usable(const Json& key) { return read_signing_keys(Json{{"keys", {key}}}.dump()).size(); }

struct Unfit {
  std::string what;
  Json changes;
};

TEST(SigningKeySets, LeaveOutWhatMayNotSign) {
  EXPECT_EQ(usable(jwk(our_rsa())), 1U);
  const std::vector<Unfit> table{{"for secrets", {{"use", "enc"}}},
                                 {"for another algorithm", {{"alg", "RSA-OAEP"}}},
                                 {"shared", {{"alg", "HS256"}}},
                                 {"without an id", {{"kid", nullptr}}},
                                 {"without a number", {{"n", nullptr}}},
                                 {"with a number in words", {{"n", "!!"}}},
                                 {"without an exponent", {{"e", nullptr}}},
                                 {"with one as exponent", {{"e", "AQ"}}},
                                 {"an even exponent", {{"e", "BA"}}},
                                 {"of no kind", {{"kty", nullptr}}},
                                 {"a secret", {{"kty", "oct"}, {"k", "c2VjcmV0"}}}};
  for (const auto& [what, changes] : table) {
    auto key = jwk(our_rsa());
    key.merge_patch(changes);
    EXPECT_EQ(usable(key), 0U) << what;
  }
}

TEST(SigningKeySets, LeaveOutKeysThatAreTooShortOrTooLong) {
  EXPECT_EQ(usable(jwk(rsa("short", 1'024))), 0U);
  auto longer = jwk(our_rsa());
  longer["n"] = base64url(std::string(1'025, '\x7f'));
  EXPECT_EQ(usable(longer), 0U);
}

TEST(SigningKeySets, LeaveOutPointsThatAreNotOnTheCurve) {
  EXPECT_EQ(usable(jwk(our_curve())), 1U);
  auto off = jwk(our_curve());
  off["y"] = off["x"];
  EXPECT_EQ(usable(off), 0U);
  auto other = jwk(our_curve());
  other["crv"] = "P-384";
  EXPECT_EQ(usable(other), 0U);
  auto short_one = jwk(our_curve());
  short_one["x"] = base64url(std::string(31, 'x'));
  EXPECT_EQ(usable(short_one), 0U);
}

TEST(SigningKeySets, KeepAKeyToItsOwnAlgorithm) {
  auto only = jwk(our_rsa());
  only["alg"] = "PS256";
  const auto keys = read_signing_keys(Json{{"keys", {only}}}.dump());
  EXPECT_TRUE(check_id_token(token(our_rsa(), header("PS256"), claims()), keys, expected, now_s));
  EXPECT_EQ(check_id_token(token(our_rsa(), header("RS256"), claims()), keys, expected, now_s).error(),
            TokenFlaw::unknown_key);
}

TEST(SigningKeySets, MayBeNonsense) {
  for (const char* text : {"", "{", "[]", "{}", R"({"keys":7})", R"({"keys":[7,null,"x",{}]})"})
    EXPECT_TRUE(read_signing_keys(text).empty()) << text;
}

}  // namespace
}  // namespace koepel::service
