// SPDX-License-Identifier: EUPL-1.2
#include "service/secrets.h"

#include <gmock/gmock.h>

#include <array>
#include <set>
#include <thread>
#include <vector>

namespace koepel::service {
namespace {

using testing::HasSubstr;
using testing::MatchesRegex;
using testing::Not;
using testing::StartsWith;

constexpr std::int64_t second_us = 1'000'000;

TEST(Tokens, AreDifferentEveryTime) {
  std::set<std::string> seen;
  for (int i = 0; i < 1'000; ++i) seen.insert(new_token());
  EXPECT_EQ(seen.size(), 1'000U);
}

TEST(Tokens, MayStandInAUrl) { EXPECT_THAT(new_token(), MatchesRegex("[A-Za-z0-9_-]{43}")); }

TEST(ShortCodes, HaveNoLookAlikes) {
  for (int i = 0; i < 200; ++i) EXPECT_THAT(new_short_code(), MatchesRegex("[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}"));
}

TEST(ShortCodes, AreTheSameHoweverTheyAreTyped) {
  EXPECT_EQ(code_hash("K7PM-2WQX"), code_hash("k7pm 2wqx"));
  EXPECT_EQ(code_hash("K7PM-2WQX"), code_hash("K7PM2WQX"));
  EXPECT_NE(code_hash("K7PM-2WQX"), code_hash("K7PM-2WQY"));
}

TEST(Tokens, AreTheSameOnlyLetterForLetter) {
  EXPECT_EQ(token_hash("abc"), token_hash("abc"));
  EXPECT_NE(token_hash("abc"), token_hash("ABC"));
  EXPECT_THAT(token_hash("abc"), MatchesRegex("[0-9a-f]{64}"));
}

TEST(Tokens, AndCodesOfTheSameTextAreStoredDifferently) { EXPECT_NE(token_hash("ABC"), code_hash("ABC")); }

TEST(Pseudonyms, SayOnlyWhatKindTheyAre) { EXPECT_THAT(new_pseudonym("p-"), MatchesRegex("p-[0-9a-f]{16}")); }

TEST(Respondents, AreTheSameToTheirStudyAndStrangersToAnother) {
  EXPECT_EQ(respondent_pseudonym("token", "kempen"), respondent_pseudonym("token", "kempen"));
  EXPECT_NE(respondent_pseudonym("token", "kempen"), respondent_pseudonym("token", "drechtsteden"));
  EXPECT_NE(respondent_pseudonym("token", "kempen"), respondent_pseudonym("another", "kempen"));
  EXPECT_THAT(respondent_pseudonym("token", "kempen"), MatchesRegex("r-[0-9a-f]{32}"));
}

// What the store keeps of an invitation is the hash of its token. That must not be a step towards the pseudonym.
TEST(Respondents, AreNotMadeFromWhatIsStored) {
  const auto stored = token_hash("token"), who = respondent_pseudonym("token", "kempen").substr(2);
  EXPECT_THAT(stored, Not(HasSubstr(who)));
  EXPECT_NE(respondent_pseudonym(stored, "kempen").substr(2), who);
}

TEST(Passwords, FitOnlyTheirOwnHash) {
  const auto hash = hash_password("vier losse woorden samen");
  EXPECT_TRUE(is_password(hash, "vier losse woorden samen"));
  EXPECT_FALSE(is_password(hash, "vier losse woorden Samen"));
  EXPECT_FALSE(is_password(hash, ""));
  EXPECT_FALSE(is_password("", ""));
  EXPECT_FALSE(is_password("no hash", "no hash"));
}

TEST(Passwords, CostThreePassesOverSixtyFourMebibytes) {
  EXPECT_THAT(hash_password("x"), StartsWith("$argon2id$v=19$m=65536,t=3,p=1$"));
}

TEST(Passwords, HaveASaltOfTheirOwn) { EXPECT_NE(hash_password("x"), hash_password("x")); }

TEST(Passwords, OfManyAtOnceWaitForTheirTurn) {
  const auto hash = hash_password("x");
  std::array<bool, 6> right{};
  std::vector<std::jthread> crowd;
  for (auto& one : right) crowd.emplace_back([&] { one = is_password(hash, "x"); });
  crowd.clear();
  EXPECT_THAT(right, testing::Each(true));
}

/// The secret of RFC 6238 appendix B, "12345678901234567890", in base32.
const std::string rfc_secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

struct Vector {
  std::int64_t time_s;
  std::string code;
};

// The RFC's eight digits, of which authenticator apps show the last six.
const std::vector<Vector> rfc_vectors{{59, "94287082"},
                                      {1'111'111'109, "07081804"},
                                      {1'111'111'111, "14050471"},
                                      {1'234'567'890, "89005924"},
                                      {2'000'000'000, "69279037"},
                                      {20'000'000'000, "65353130"}};

TEST(SecondFactor, ReproducesTheVectorsOfRfc6238) {
  for (const auto& [time, code] : rfc_vectors)
    EXPECT_EQ(totp_step(rfc_secret, code.substr(2), time * second_us, 0), time / 30) << time;
}

TEST(SecondFactor, ForgivesAClockOfHalfAMinute) {
  const std::int64_t step = 1'234'567'890 / 30;
  const auto at = [&](std::int64_t distance) {
    return totp_step(rfc_secret, "005924", (step + distance) * 30 * second_us, 0);
  };
  EXPECT_EQ(at(0), step);
  EXPECT_EQ(at(1), step);
  EXPECT_EQ(at(-1), step);
  EXPECT_EQ(at(2), 0);
  EXPECT_EQ(at(-2), 0);
}

TEST(SecondFactor, TakesACodeOnce) {
  const std::int64_t now = 1'234'567'890, step = now / 30;
  EXPECT_EQ(totp_step(rfc_secret, "005924", now * second_us, step - 1), step);
  EXPECT_EQ(totp_step(rfc_secret, "005924", now * second_us, step), 0);
  EXPECT_EQ(totp_step(rfc_secret, "005924", now * second_us, step + 1), 0);
}

TEST(SecondFactor, RefusesWhatIsNoCode) {
  const std::int64_t now_us = 1'234'567'890 * second_us;
  for (const char* code : {"", "00592", "0059240", "00592a", " 05924", "-05924", "005925", "89005924"})
    EXPECT_EQ(totp_step(rfc_secret, code, now_us, 0), 0) << code;
  EXPECT_EQ(totp_step("", "005924", now_us, 0), 0);
  EXPECT_EQ(totp_step("not base32!", "005924", now_us, 0), 0);
}

TEST(SecondFactor, HasASecretOfOneHundredAndSixtyBits) {
  EXPECT_THAT(new_totp_secret(), MatchesRegex("[A-Z2-7]{32}"));
  EXPECT_NE(new_totp_secret(), new_totp_secret());
}

TEST(SecondFactor, IsSetUpFromOneAddress) {
  EXPECT_EQ(totp_uri("ABC", "a&b?secret=x@example.nl"),
            "otpauth://totp/Koepel:a%26b%3Fsecret%3Dx%40example.nl?secret=ABC&issuer=Koepel");
}

}  // namespace
}  // namespace koepel::service
