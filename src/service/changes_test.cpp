// SPDX-License-Identifier: EUPL-1.2
#include "service/changes.h"

#include <gmock/gmock.h>

#include "service/desk_test_parts.h"

namespace koepel::service {

namespace {

using exchange::Json;
using testing_desk::TestDesk;

TypedChange figures(const std::string& partner, const std::string& fte, std::optional<std::int64_t> expected = {}) {
  return {
      .kind = "figures-entered", .cells = {{"partner", partner}, {"task", "U01"}, {"fte", fte}}, .expected = expected};
}

class Changes : public testing::Test {
 protected:
  TestDesk test;
  std::string study = test.small_study();
  Asker facilitator = test.as(Role::facilitator);

  Outcome<Accepted> send(const std::string& id, std::vector<TypedChange> changes, const Asker& who) {
    return submit(test.desk, who, {study, id, std::move(changes)});
  }
  Outcome<Accepted> send(const std::string& id, std::vector<TypedChange> changes) {
    return send(id, std::move(changes), facilitator);
  }
  Study now() { return test.desk.shelf.get(test.store, study)->study; }
};

TEST_F(Changes, WhatIsTypedBecomesARecordAndTheStreamsHearOfIt) {
  test.told.clear();
  const auto done = send("c1", {figures("Eersel", "2,5")});
  ASSERT_TRUE(done);
  ASSERT_EQ(now().figures.size(), 1u);
  EXPECT_EQ(now().figures[0].fte, 2.5);
  ASSERT_EQ(test.told.size(), 1u);
  EXPECT_EQ(test.told[0].sequence, done->sequence);
  EXPECT_THAT(test.told[0].kinds, testing::ElementsAre("figures-entered"));
}

TEST_F(Changes, TheSameSubmissionAgainChangesNothing) {
  const auto first = send("c1", {figures("GM0770", "2")});
  const auto again = send("c1", {figures("GM0770", "2")});
  ASSERT_TRUE(again);
  EXPECT_TRUE(again->repeated);
  EXPECT_EQ(again->sequence, first->sequence);
  EXPECT_EQ(now().figures.size(), 1u);
}

TEST_F(Changes, OneWrongRowStoresNothingAndEveryProblemIsToldWithItsRow) {
  const auto done =
      send("c1", {figures("GM0770", "2"), figures("Atlantis", "veel"), {.kind = "onzin", .cells = Json::object()}});
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().kind, Fault::Kind::invalid);
  std::vector<int> rows;
  for (const auto& problem : done.error().problems) rows.push_back(problem.where.line);
  EXPECT_THAT(rows, testing::IsSupersetOf({2, 3}));
  EXPECT_TRUE(now().figures.empty());
}

TEST_F(Changes, WhoWasOvertakenSeesWhatTheOtherWrote) {
  const auto first = send("c1", {figures("GM0770", "2", 0)});
  ASSERT_TRUE(send("c2", {figures("GM0770", "3", first->sequence)}));
  const auto late = send("c3", {figures("GM0770", "4", first->sequence)});
  ASSERT_FALSE(late);
  EXPECT_EQ(late.error().kind, Fault::Kind::conflict);
  ASSERT_EQ(late.error().theirs.size(), 1u);
  EXPECT_NE(late.error().theirs[0].payload.find("\"3\""), std::string::npos);
  EXPECT_EQ(now().figures[0].fte, 3);
}

TEST_F(Changes, WhoSpeaksForOneMunicipalityChangesNothingOfAnother) {
  const auto official = test.as(Role::official, "GM0770");
  EXPECT_TRUE(send("c1", {figures("GM0770", "2")}, official));
  const auto other = send("c2", {figures("GM1728", "2")}, official);
  ASSERT_FALSE(other);
  EXPECT_EQ(other.error().kind, Fault::Kind::forbidden);
  EXPECT_EQ(send("c3", {figures("GM0770", "2")}, test.as(Role::observer)).error().kind, Fault::Kind::forbidden);
  EXPECT_EQ(send("c4", {figures("GM0770", "2")}, Asker{}).error().kind, Fault::Kind::unknown);
}

TEST_F(Changes, WithdrawingTakesARecordOutAndUndoBringsItBack) {
  ASSERT_TRUE(send("c1", {figures("GM0770", "2")}));
  const auto key = test.desk.shelf.get(test.store, study)->records.back()->key;
  const auto gone = send("c2", {{.kind = "figures-entered", .key = key, .withdraw = true}});
  ASSERT_TRUE(gone);
  EXPECT_TRUE(now().figures.empty());
  ASSERT_TRUE(undo(test.desk, facilitator, study, gone->sequence, "u1"));
  ASSERT_EQ(now().figures.size(), 1u);
  EXPECT_EQ(now().figures[0].fte, 2);
}

TEST_F(Changes, UndoPutsBackEveryRowOfTheSubmissionAndCanBeUndone) {
  ASSERT_TRUE(send("c1", {figures("GM0770", "2")}));
  const auto both = send("c2", {figures("GM0770", "5"), figures("GM1728", "6")});
  const auto undone = undo(test.desk, facilitator, study, both->sequence, "u1");
  ASSERT_TRUE(undone);
  ASSERT_EQ(now().figures.size(), 1u);
  EXPECT_EQ(now().figures[0].fte, 2);
  ASSERT_TRUE(undo(test.desk, facilitator, study, undone->sequence, "u2"));
  ASSERT_EQ(now().figures.size(), 2u);
  EXPECT_EQ(now().figures[0].fte, 5);
}

TEST_F(Changes, UndoOfWhatWasChangedSinceIsAConflict) {
  const auto first = send("c1", {figures("GM0770", "2")});
  ASSERT_TRUE(send("c2", {figures("GM0770", "3")}));
  const auto late = undo(test.desk, facilitator, study, first->sequence, "u1");
  ASSERT_FALSE(late);
  EXPECT_EQ(late.error().kind, Fault::Kind::conflict);
}

TEST_F(Changes, ADecisionHasNoKeyAndCanStillBeTakenBack) {
  const auto made = send(
      "c1", {{.kind = "decision-taken", .cells = {{"date", "2026-03-01"}, {"body", "college"}, {"decision", "Ja"}}}});
  ASSERT_TRUE(made);
  ASSERT_EQ(now().decisions.size(), 1u);
  ASSERT_TRUE(undo(test.desk, facilitator, study, made->sequence, "u1"));
  EXPECT_TRUE(now().decisions.empty());
}

TEST_F(Changes, AnArchivedStudyIsReadOnly) {
  ASSERT_TRUE(put_away(test.desk, facilitator, study, true));
  EXPECT_EQ(send("c1", {figures("GM0770", "2")}).error().kind, Fault::Kind::closed);
}

TEST_F(Changes, AStudyPastItsTermIsNotOpenedAgainBeforeTheTermIsMoved) {
  ASSERT_TRUE(keep_until(test.desk, facilitator, study, "2020-01-01"));
  ASSERT_TRUE(put_away(test.desk, facilitator, study, true));
  const auto refused = put_away(test.desk, facilitator, study, false);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().problems[0].code, "service.retention-past");
  ASSERT_TRUE(keep_until(test.desk, facilitator, study, "2090-01-01"));
  EXPECT_TRUE(put_away(test.desk, facilitator, study, false));
}

}  // namespace

}  // namespace koepel::service
