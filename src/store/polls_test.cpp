// SPDX-License-Identifier: EUPL-1.2
#include "store/polls.h"

#include <gmock/gmock.h>

#include "store/people.h"
#include "store/store_test_parts.h"
#include "store/studies.h"

namespace koepel::store {
namespace {

using namespace store_tests;

Invitation invitation(const std::string& id) {
  return {id, "kempen", "hash-" + id, "0855", "official", id + "@example.nl", "open", 1, false, 1, 90};
}
Batch answers(const std::string& client_id, const std::string& pseudonym) {
  return batch("kempen", client_id, {{pseudonym, "answer", pseudonym + ":q1", "3", {}}});
}

struct Polls : OnBoth {
  void SetUp() override {
    OnBoth::SetUp();
    if (!opened) return;
    EXPECT_TRUE(add_study(db(), {"kempen", 5}));
    auto code = invitation("i-code");
    code.is_code = true;
    code.uses_left = 2;
    code.email = "";
    add_invitations(db(), {invitation("i-1"), invitation("i-2"), code});
  }
  /// A whole table as text, with everything that a row says.
  std::string dump(const std::string& table) {
    std::string text;
    for (const auto& row : rows(db(), "SELECT * FROM " + table))
      for (const auto& value : row.values) {
        if (const auto* whole = std::get_if<std::int64_t>(&value)) text += std::to_string(*whole);
        if (const auto* words = std::get_if<std::string>(&value)) text += *words;
        text += '|';
      }
    return text;
  }
};
KOEPEL_ON_BOTH(Polls);

TEST_P(Polls, AreSetAndFound) {
  EXPECT_FALSE(find_poll(db(), "kempen"));
  set_poll(db(), {"kempen", R"(["q1"])", "Welkom", "draft", "anonymous"});
  set_poll(db(), {"kempen", R"(["q1","q2"])", "", "open", "anonymous"});
  const auto poll = find_poll(db(), "kempen");
  ASSERT_TRUE(poll);
  EXPECT_EQ(poll->items, R"(["q1","q2"])");
  EXPECT_EQ(poll->intro, "");
  EXPECT_EQ(poll->state, "open");
  EXPECT_EQ(poll->anonymity, "anonymous");
}

TEST_P(Polls, FindAnInvitationByItsToken) {
  const auto found = invitation_by_token(db(), "hash-i-1");
  ASSERT_TRUE(found);
  EXPECT_EQ(found->id, "i-1");
  EXPECT_EQ(found->partner, "0855");
  EXPECT_EQ(found->role, "official");
  EXPECT_EQ(found->email, "i-1@example.nl");
  EXPECT_EQ(found->expires_us, 90);
  EXPECT_TRUE(find_invitation(db(), "i-code")->is_code);
  EXPECT_EQ(invitations_of(db(), "kempen").size(), 3U);
  EXPECT_FALSE(invitation_by_token(db(), "other"));
}

TEST_P(Polls, ForgetWhomTheyAskedWhenTheRetentionDateComes) {
  EXPECT_TRUE(add_study(db(), {"later", 5}));
  auto other = invitation("i-later");
  other.study = "later";
  add_invitations(db(), {other});
  set_retention(db(), "kempen", 100);
  set_retention(db(), "later", 101);
  set_poll(db(), {"kempen", "[]", "", "open", "anonymous"});
  save_draft(db(), {"kempen", "r-1", "{}"});
  clear_expired(db(), 99, 0);
  EXPECT_EQ(find_invitation(db(), "i-1")->email, "i-1@example.nl");
  for (int day = 0; day < 2; ++day) clear_expired(db(), 100, 0);  // the second day finds nothing more to do
  for (const char* id : {"i-1", "i-2", "i-code"}) {
    EXPECT_EQ(find_invitation(db(), id)->email, "");
    EXPECT_EQ(find_invitation(db(), id)->state, "revoked");
  }
  EXPECT_FALSE(find_draft(db(), "kempen", "r-1"));
  EXPECT_EQ(find_poll(db(), "kempen")->state, "closed");
  EXPECT_EQ(find_study(db(), "kempen")->archived_us, 100);
  EXPECT_EQ(find_invitation(db(), "i-later")->email, "i-later@example.nl");
  ASSERT_EQ(audit_after(db(), 0, 10).size(), 1U);
  EXPECT_EQ(audit_after(db(), 0, 10)[0].action + " " + audit_after(db(), 0, 10)[0].object, "study.retention kempen");
}

TEST_P(Polls, RenewAnOpenInvitationOnly) {
  EXPECT_TRUE(renew_invitation(db(), "i-1", "new", 200));
  EXPECT_FALSE(invitation_by_token(db(), "hash-i-1"));
  const auto renewed = invitation_by_token(db(), "new");
  EXPECT_EQ(renewed->sent, 2);
  EXPECT_EQ(renewed->expires_us, 200);
  revoke_invitation(db(), "i-1");
  EXPECT_EQ(find_invitation(db(), "i-1")->state, "revoked");
  EXPECT_FALSE(renew_invitation(db(), "i-1", "newer", 200));
  EXPECT_FALSE(renew_invitation(db(), "nobody", "newer", 200));
  EXPECT_EQ(stored(hand_in(db(), answers("c1", "r-2"), "r-2", "i-2")).first, 1);
  EXPECT_FALSE(renew_invitation(db(), "i-2", "newest", 200));
  revoke_invitation(db(), "i-2");
  EXPECT_EQ(find_invitation(db(), "i-2")->state, "done");
}

TEST_P(Polls, CountTheUsesOfACode) {
  EXPECT_TRUE(take_code_use(db(), "i-code"));
  EXPECT_TRUE(take_code_use(db(), "i-code"));
  EXPECT_FALSE(take_code_use(db(), "i-code"));
  EXPECT_FALSE(take_code_use(db(), "i-1"));
  EXPECT_EQ(find_invitation(db(), "i-code")->uses_left, 0);
}

TEST_P(Polls, KeepADraftUntilItIsHandedIn) {
  save_draft(db(), {"kempen", "r-1", R"({"q1":2})"});
  save_draft(db(), {"kempen", "r-1", R"({"q1":3})"});
  EXPECT_EQ(find_draft(db(), "kempen", "r-1")->answers, R"({"q1":3})");
  EXPECT_FALSE(find_draft(db(), "kempen", "r-2"));
  EXPECT_FALSE(stored(hand_in(db(), answers("c1", "r-1"), "r-1", "i-1")).repeated);
  EXPECT_FALSE(find_draft(db(), "kempen", "r-1"));
  EXPECT_EQ(find_invitation(db(), "i-1")->state, "done");
  EXPECT_EQ(events_after(db(), "kempen", 0).size(), 1U);
  save_draft(db(), {"kempen", "r-1", "{}"});
  EXPECT_FALSE(find_draft(db(), "kempen", "r-1"));
}

TEST_P(Polls, StoreOnceWhatIsHandedInTwice) {
  (void)append(db(), batch("kempen", "c0", {event("a")}));
  EXPECT_EQ(stored(hand_in(db(), answers("c1", "r-1"), "r-1", "i-1")).first, 2);
  for (const char* id : {"c1", "c2"}) {
    const auto again = stored(hand_in(db(), answers(id, "r-1"), "r-1", "i-1"));
    EXPECT_TRUE(again.repeated);
    EXPECT_EQ(again.first, 2);
  }
  EXPECT_EQ(events_after(db(), "kempen", 0).size(), 2U);
  EXPECT_TRUE(verify_chain(db()).broken.empty());
}

TEST_P(Polls, TakeNothingOverALinkThatIsDoneOrRevoked) {
  EXPECT_EQ(stored(hand_in(db(), answers("c1", "r-1"), "r-1", "i-1")).first, 1);
  revoke_invitation(db(), "i-2");
  save_draft(db(), {"kempen", "r-2", "{}"});
  for (const char* id : {"i-1", "i-2", "i-unknown"})
    EXPECT_TRUE(std::holds_alternative<Conflict>(hand_in(db(), answers("c2", "r-2"), "r-2", id)));
  EXPECT_TRUE(find_draft(db(), "kempen", "r-2"));
  EXPECT_EQ(events_after(db(), "kempen", 0).size(), 1U);
  EXPECT_TRUE(verify_chain(db()).broken.empty());
}

TEST_P(Polls, LetSeveralHandInWithOneCode) {
  EXPECT_FALSE(stored(hand_in(db(), answers("c1", "r-1"), "r-1", "i-code")).repeated);
  revoke_invitation(db(), "i-code");
  EXPECT_FALSE(stored(hand_in(db(), answers("c2", "r-2"), "r-2", "i-code")).repeated);
}

TEST_P(Polls, DoNotTouchAnInvitationWhenADraftIsSaved) {
  const std::string before = dump("invitation");
  save_draft(db(), {"kempen", "r-1", "{}"});
  EXPECT_EQ(dump("invitation"), before);
}

// What one moment of the rows tells: the token's holder and the answers stand in different tables, and neither a time,
// an order nor a hidden column of PostgreSQL ties them together.
TEST_P(Polls, LeaveNoRowThatTellsWhoseAnswersTheyAre) {
  add_invitations(db(), {invitation("i-0")});  // stays open before those that are done
  EXPECT_EQ(stored(hand_in(db(), answers("c1", "r-one"), "r-one", "i-2")).first, 1);
  EXPECT_EQ(stored(hand_in(db(), answers("c2", "r-two"), "r-two", "i-1")).first, 2);
  EXPECT_EQ(dump("invitation").find("r-"), std::string::npos);
  for (const char* table : {"event", "handed_in", "draft", "audit"})
    EXPECT_EQ(dump(table).find("i-"), std::string::npos);
  if (GetParam() != "postgresql") return;
  const auto writers = rows(db(), "SELECT DISTINCT xmin::text FROM invitation");
  EXPECT_EQ(writers.size(), 1U);
  EXPECT_TRUE(rows(db(), "SELECT 1 FROM event WHERE xmin IN (SELECT xmin FROM invitation)").empty());
  const auto by_place = rows(db(), "SELECT token_hash FROM invitation ORDER BY ctid");
  for (std::size_t i = 1; i < by_place.size(); ++i) EXPECT_LT(by_place[i - 1].text(0), by_place[i].text(0));
}

}  // namespace
}  // namespace koepel::store
