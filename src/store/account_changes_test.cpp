// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>

#include <thread>

#include "store/store_test_parts.h"

namespace koepel::store {
namespace {

using namespace store_tests;

struct AccountChanges : OnBoth {
  void SetUp() override {
    OnBoth::SetUp();
    if (IsSkipped()) return;
    ASSERT_TRUE(add_person(db(), {.id = "p-1", .name = "Anna", .email = "anna@example.nl", .password_hash = "old"}));
  }
  Person anna() { return *find_person(db(), "p-1"); }
  void fail(std::int64_t until) { note_failure(db(), {"p-1", 10, until, {5, "p-1", "session.open", "p-1", "failed"}}); }
  bool enter(const Person& seen, const std::string& session, std::int64_t step = 0) {
    return open_session(db(), seen, {session, "p-1", "csrf", 50}, step, {5, "p-1", "session.open", "p-1", "ok"});
  }
};
KOEPEL_ON_BOTH(AccountChanges);

TEST_P(AccountChanges, LockAtTheTenthFailureAndCountAgain) {
  for (int i = 0; i < 9; ++i) fail(99);
  EXPECT_EQ(anna().failures, 9);
  EXPECT_EQ(anna().locked_until_us, 0);
  fail(99);
  EXPECT_EQ(anna().failures, 0);
  EXPECT_EQ(anna().locked_until_us, 99);
  EXPECT_EQ(audit_after(db(), 0, 100).size(), 10U);
}

// Whoever tries at many doors at once gets no more tries than who waits for each answer.
TEST_P(AccountChanges, CountFailuresAtTheSameMoment) {
  std::vector<std::jthread> crowd;
  for (int i = 0; i < 8; ++i) crowd.emplace_back([&] { fail(99); });
  crowd.clear();
  EXPECT_EQ(anna().failures, 8);
}

TEST_P(AccountChanges, OfAnUnknownAddressLeaveOnlyALine) {
  note_failure(db(), {"", 10, 99, {5, "", "session.open", "", "failed", "::1"}});
  EXPECT_EQ(audit_after(db(), 0, 100).size(), 1U);
  EXPECT_EQ(anna().failures, 0);
}

TEST_P(AccountChanges, OpenASessionAndForgetFailures) {
  fail(99);
  EXPECT_TRUE(enter(anna(), "h1"));
  EXPECT_EQ(anna().failures, 0);
  EXPECT_TRUE(find_session(db(), "h1"));
}

TEST_P(AccountChanges, KeepOutWhoProvedAPasswordThatIsGone) {
  const auto before = anna();
  EXPECT_TRUE(set_password(db(), before, "new", ""));
  EXPECT_FALSE(enter(before, "h1"));
  EXPECT_FALSE(find_session(db(), "h1"));
  EXPECT_TRUE(audit_after(db(), 0, 100).empty());
}

TEST_P(AccountChanges, KeepOutWhoWasLockedOrErasedMeanwhile) {
  const auto before = anna();
  for (int i = 0; i < 10; ++i) fail(99);
  EXPECT_FALSE(enter(before, "h1"));
  const auto locked = anna();
  erase_person(db(), "p-1");
  EXPECT_FALSE(enter(locked, "h2"));
  EXPECT_FALSE(enter(anna(), "h3"));
}

TEST_P(AccountChanges, TakeATimeStepOnce) {
  EXPECT_TRUE(enter(anna(), "h1", 7));
  EXPECT_FALSE(enter(anna(), "h2", 7));
  EXPECT_FALSE(enter(anna(), "h3", 6));
  EXPECT_TRUE(enter(anna(), "h4", 8));
  EXPECT_TRUE(enter(anna(), "h5"));
  EXPECT_EQ(anna().totp_step, 8);
}

TEST_P(AccountChanges, EndOtherSessionsAndLinksWithANewPassword) {
  for (const char* session : {"h1", "h2", "h3"}) EXPECT_TRUE(enter(anna(), session));
  add_login_link(db(), {"link", "p-1", 50});
  EXPECT_TRUE(set_password(db(), anna(), "new", "h2"));
  EXPECT_FALSE(find_session(db(), "h1"));
  EXPECT_TRUE(find_session(db(), "h2"));
  EXPECT_FALSE(find_session(db(), "h3"));
  EXPECT_FALSE(use_login_link(db(), "link", 9));
}

TEST_P(AccountChanges, UndoNothingOfEachOther) {
  const auto before = anna();
  set_name(db(), "p-1", "Anna de Wit");
  EXPECT_TRUE(set_password(db(), before, "new", ""));
  EXPECT_FALSE(set_password(db(), before, "newer", ""));
  EXPECT_TRUE(set_second_factor(db(), before, "JBSWY3DP", 3));
  EXPECT_FALSE(set_second_factor(db(), before, "OTHER", 3));
  EXPECT_EQ(anna().name, "Anna de Wit");
  EXPECT_EQ(anna().password_hash, "new");
  EXPECT_EQ(anna().totp_secret, "JBSWY3DP");
}

TEST_P(AccountChanges, GiveASubjectOnceAndToOne) {
  ASSERT_TRUE(add_person(db(), {.id = "p-2", .email = "ben@example.nl"}));
  EXPECT_TRUE(set_subject(db(), "p-1", "https://idp|7"));
  EXPECT_FALSE(set_subject(db(), "p-1", "https://idp|8"));
  EXPECT_FALSE(set_subject(db(), "p-2", "https://idp|7"));
  EXPECT_EQ(person_by_subject(db(), "https://idp|7")->id, "p-1");
}

TEST_P(AccountChanges, LeaveTheErasedErased) {
  erase_person(db(), "p-1");
  set_name(db(), "p-1", "Anna");
  EXPECT_FALSE(set_password(db(), anna(), "new", ""));
  EXPECT_FALSE(set_second_factor(db(), anna(), "JBSWY3DP", 3));
  EXPECT_FALSE(set_subject(db(), "p-1", "https://idp|7"));
  EXPECT_EQ(anna().name, "");
  EXPECT_EQ(anna().password_hash, "");
}

}  // namespace
}  // namespace koepel::store
