// SPDX-License-Identifier: EUPL-1.2
#include "store/people.h"

#include <gmock/gmock.h>

#include "store/store_test_parts.h"

namespace koepel::store {
namespace {

using namespace store_tests;

Person somebody(const std::string& id, const std::string& email) {
  return {id, "Anna de Wit", email, "$argon2id$x", "JBSWY3DP", 77, {}, true, 5, 2, 9};
}

struct People : OnBoth {};
KOEPEL_ON_BOTH(People);

void expect_same(const std::optional<Person>& found, const Person& wanted) {
  ASSERT_TRUE(found);
  EXPECT_EQ(found->id, wanted.id);
  EXPECT_EQ(found->name, wanted.name);
  EXPECT_EQ(found->email, wanted.email);
  EXPECT_EQ(found->password_hash, wanted.password_hash);
  EXPECT_EQ(found->totp_secret, wanted.totp_secret);
  EXPECT_EQ(found->totp_step, wanted.totp_step);
  EXPECT_EQ(found->subject, wanted.subject);
  EXPECT_EQ(found->manager, wanted.manager);
  EXPECT_EQ(found->created_us, wanted.created_us);
  EXPECT_EQ(found->failures, wanted.failures);
  EXPECT_EQ(found->locked_until_us, wanted.locked_until_us);
}

TEST_P(People, AreFoundByIdEmailAndSubject) {
  auto anna = somebody("p-1", "anna@example.nl");
  EXPECT_TRUE(add_person(db(), anna));
  EXPECT_TRUE(add_person(db(), somebody("p-2", "")));
  EXPECT_TRUE(add_person(db(), somebody("p-3", "")));
  expect_same(find_person(db(), "p-1"), anna);
  expect_same(person_by_email(db(), "anna@example.nl"), anna);
  EXPECT_FALSE(person_by_email(db(), ""));
  EXPECT_FALSE(person_by_subject(db(), ""));
  anna.subject = "https://idp|7";
  anna.failures = 0;
  anna.manager = false;
  change_person(db(), anna);
  expect_same(person_by_subject(db(), "https://idp|7"), anna);
  EXPECT_EQ(all_people(db()).size(), 3U);
}

TEST_P(People, DoNotShareAnAddressOrSubject) {
  auto anna = somebody("p-1", "anna@example.nl"), ben = somebody("p-2", "ben@example.nl");
  anna.subject = ben.subject = "https://idp|7";
  EXPECT_TRUE(add_person(db(), anna));
  EXPECT_FALSE(add_person(db(), ben));
  ben.subject = "";
  EXPECT_TRUE(add_person(db(), ben));
  EXPECT_FALSE(add_person(db(), somebody("p-3", "ben@example.nl")));
  ben.email = "anna@example.nl";
  EXPECT_THROW(change_person(db(), ben), DatabaseError);
}

TEST_P(People, HaveOneRolePerStudy) {
  EXPECT_TRUE(add_study(db(), {"kempen", 5}));
  EXPECT_TRUE(add_person(db(), somebody("p-1", "a@b.nl")));
  set_membership(db(), {"kempen", "p-1", "official", "0855"});
  set_membership(db(), {"kempen", "p-1", "controller", ""});
  ASSERT_EQ(members_of(db(), "kempen").size(), 1U);
  EXPECT_EQ(members_of(db(), "kempen")[0].role, "controller");
  EXPECT_EQ(memberships_of(db(), "p-1")[0].study, "kempen");
  end_membership(db(), "kempen", "p-1");
  EXPECT_TRUE(memberships_of(db(), "p-1").empty());
  EXPECT_THROW(set_membership(db(), {"nowhere", "p-1", "official", ""}), DatabaseError);
}

TEST_P(People, KeepSessionsUntilTheyEnd) {
  EXPECT_TRUE(add_person(db(), somebody("p-1", "a@b.nl")));
  for (const char* id : {"h1", "h2", "h3"}) add_session(db(), {id, "p-1", "csrf", 50});
  EXPECT_EQ(find_session(db(), "h1")->csrf, "csrf");
  EXPECT_EQ(find_session(db(), "h1")->expires_us, 50);
  end_session(db(), "h1");
  EXPECT_FALSE(find_session(db(), "h1"));
  EXPECT_TRUE(find_session(db(), "h2"));
  end_sessions_of(db(), "p-1");
  EXPECT_FALSE(find_session(db(), "h2"));
}

TEST_P(People, UseALoginLinkOnceAndInTime) {
  EXPECT_TRUE(add_person(db(), somebody("p-1", "a@b.nl")));
  add_login_link(db(), {"t1", "p-1", 50});
  EXPECT_FALSE(use_login_link(db(), "t1", 50));
  EXPECT_FALSE(use_login_link(db(), "other", 49));
  EXPECT_EQ(use_login_link(db(), "t1", 49), "p-1");
  EXPECT_FALSE(use_login_link(db(), "t1", 49));
}

TEST_P(People, LoseOnlyWhatIsOver) {
  EXPECT_TRUE(add_person(db(), somebody("p-1", "a@b.nl")));
  add_session(db(), {"old", "p-1", "", 50});
  add_session(db(), {"new", "p-1", "", 51});
  add_login_link(db(), {"old", "p-1", 50});
  add_login_link(db(), {"new", "p-1", 51});
  for (const std::int64_t time : {10, 20, 30}) add_audit(db(), {time, "p-1", "session.open", "x", "ok", "::1"});
  clear_expired(db(), 50, 20);
  EXPECT_FALSE(find_session(db(), "old"));
  EXPECT_TRUE(find_session(db(), "new"));
  EXPECT_FALSE(use_login_link(db(), "old", 0));
  EXPECT_TRUE(use_login_link(db(), "new", 0));
  ASSERT_EQ(audit_after(db(), 0, 10).size(), 2U);
  EXPECT_EQ(audit_after(db(), 0, 10)[0].time_us, 20);
  EXPECT_EQ(audit_after(db(), 20, 10)[0].origin, "::1");
  EXPECT_EQ(audit_after(db(), 0, 1).size(), 1U);
}

TEST_P(People, StayInTheLogAsAPseudonymAfterErasure) {
  EXPECT_TRUE(add_study(db(), {"kempen", 5}));
  EXPECT_TRUE(add_person(db(), somebody("p-1", "a@b.nl")));
  set_membership(db(), {"kempen", "p-1", "official", ""});
  add_session(db(), {"h", "p-1", "", 50});
  add_login_link(db(), {"t", "p-1", 50});
  erase_person(db(), "p-1");
  Person left;
  left.id = "p-1";
  left.created_us = 5;
  expect_same(find_person(db(), "p-1"), left);
  EXPECT_FALSE(find_session(db(), "h"));
  EXPECT_FALSE(use_login_link(db(), "t", 0));
  EXPECT_TRUE(memberships_of(db(), "p-1").empty());
  EXPECT_TRUE(add_person(db(), somebody("p-2", "a@b.nl")));
}

}  // namespace
}  // namespace koepel::store
