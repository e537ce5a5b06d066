// SPDX-License-Identifier: EUPL-1.2
#include "service/studies.h"

#include <gmock/gmock.h>

#include "exchange/record_text.h"
#include "service/desk_test_parts.h"
#include "service/home.h"
#include "service/poll.h"

namespace koepel::service {

namespace {

using testing_desk::TestDesk;

TEST(Studies, EveryExampleComesThroughTheLogWithoutLoss) {
  TestDesk test;
  for (const auto& example : examples(test.desk)) {
    const auto reading =
        exchange::read_study(test.desk.examples / example.id, test.desk.pack, test.desk.reference.reference);
    const auto made = make_from_example(test.desk, test.maker, example.id);
    ASSERT_TRUE(made) << example.id;
    const auto live = test.desk.shelf.get(test.store, made->id);
    // The hash is over what was said, whatever the file: folder, log and folder again say the same.
    EXPECT_EQ(exchange::log_text(log_of(live->study), exchange::Origins::left_out),
              exchange::log_text(reading.log, exchange::Origins::left_out))
        << example.id;
  }
}

TEST(Studies, TheTraceOfAnImportedStudyStillOpensToTheCellOfItsFile) {
  TestDesk test;
  const auto id = make_from_example(test.desk, test.maker, "kempen")->id;
  const auto live = test.desk.shelf.get(test.store, id);
  EXPECT_THAT(live->study.figures.front().origin.file, testing::EndsWith(".csv"));
  EXPECT_GT(live->study.figures.front().origin.line, 1);
}

TEST(Studies, ImportingTheSameFolderAgainChangesNothing) {
  TestDesk test;
  const auto id = test.small_study();
  const auto facilitator = test.as(Role::facilitator);
  const exchange::StudyFiles files{{"cijfers.csv", "partner;taak;fte\nEersel;U01;3\nBladel;U01;veel\n"}};
  const auto preview = preview_import(test.desk, facilitator, id, files);
  ASSERT_TRUE(preview);
  EXPECT_EQ(preview->fresh, 2);
  EXPECT_TRUE(has_errors(preview->problems));
  const auto first = import_files(test.desk, facilitator, id, files, "i-1");
  ASSERT_TRUE(first);
  const auto again = import_files(test.desk, facilitator, id, files, "i-2");
  ASSERT_TRUE(again);
  EXPECT_EQ(again->sequence, first->sequence);
}

TEST(Studies, ACopyIsATemplateWithoutAnyPersonAnswerOrJudgement) {
  TestDesk test;
  const auto id = make_from_example(test.desk, test.maker, "kempen")->id;
  const auto copy = make_copy(test.desk, test.maker, id, "Kopie");
  ASSERT_TRUE(copy);
  const auto& study = test.desk.shelf.get(test.store, copy->id)->study;
  EXPECT_EQ(study.partners.size(), 5u);
  EXPECT_TRUE(study.respondents.empty() && study.answers.empty() && study.ratings.empty() && study.decisions.empty());
  EXPECT_TRUE(study.tree_answers.empty() && study.functions.empty() && study.figures.empty());
}

TEST(Studies, AHomeTellsWhatIsNextForWhoLooks) {
  TestDesk test;
  const auto id = test.small_study();
  const auto live = test.desk.shelf.get(test.store, id);
  const auto of = [&](Role role) { return home_of(*live, live->study, "draft", test.as(role, "GM0770")).actions; };
  EXPECT_EQ(home_of(*live, live->study, "draft", test.as(Role::facilitator)).now, "zero");
  EXPECT_THAT(of(Role::official), testing::Each(testing::Field(&Gate::by, Role::official)));
  EXPECT_FALSE(of(Role::official).empty());
  EXPECT_TRUE(of(Role::observer).empty());
}

class Polls : public testing::Test {
 protected:
  TestDesk test;
  std::string study = make_from_example(test.desk, test.maker, "kempen")->id;
  Asker facilitator = test.as(Role::facilitator);

  std::string open_and_invite() {
    (void)set_poll(test.desk, facilitator, study, {{"M11", "M12"}, ""});
    (void)move_poll(test.desk, facilitator, study, "open");
    return invite(test.desk, facilitator, study, {{"GM0770", "administrator", "a@example.nl", 0}})->front().token;
  }
};

TEST_F(Polls, AnswersStayOutOfSightUntilThePollClosesOnEveryChannel) {
  const auto before = told(test.desk, study)->analysis.survey.respondents;
  const auto token = open_and_invite();
  ASSERT_TRUE(hand_in(test.desk, token, {{"M11", 5}}));
  EXPECT_EQ(told(test.desk, study)->analysis.survey.respondents, before);
  const auto zip = export_zip(test.desk, facilitator, study, Language::nl);
  ASSERT_TRUE(zip);
  const auto open_size = zip->size();
  ASSERT_TRUE(move_poll(test.desk, facilitator, study, "closed"));
  EXPECT_EQ(told(test.desk, study)->analysis.survey.respondents, before + 1);
  EXPECT_GT(export_zip(test.desk, facilitator, study, Language::nl)->size(), open_size);
}

TEST_F(Polls, HandingInTwiceCountsOnceAndAnUsedLinkCannotBeResent) {
  const auto token = open_and_invite();
  ASSERT_TRUE(hand_in(test.desk, token, {{"M11", 5}}));
  ASSERT_TRUE(hand_in(test.desk, token, {{"M11", 1}}));
  const auto invitation = list_invitations(test.desk, facilitator, study)->front().id;
  EXPECT_EQ(resend(test.desk, facilitator, study, invitation).error().kind, Fault::Kind::closed);
  ASSERT_TRUE(move_poll(test.desk, facilitator, study, "closed"));
  const auto& answers = test.desk.shelf.get(test.store, study)->study.answers;
  EXPECT_EQ(answers.back().answers.front().second, 5);
}

TEST_F(Polls, TheEventOfHandingInCarriesTheDayAndNoAddress) {
  ASSERT_TRUE(hand_in(test.desk, open_and_invite(), {{"M11", 5}}));
  const auto events = store::events_after(test.store, study, 0);
  const auto& last = events.back();
  EXPECT_EQ(last.kind, "answers-given");
  EXPECT_EQ(last.time_us % 86'400'000'000, 0);
  EXPECT_EQ(last.payload.find("example.nl"), std::string::npos);
  EXPECT_TRUE(last.actor.starts_with("r-"));
}

TEST_F(Polls, NobodyChangesOrTakesBackWhatARespondentHandedIn) {
  ASSERT_TRUE(hand_in(test.desk, open_and_invite(), {{"M11", 5}}));
  const auto live = test.desk.shelf.get(test.store, study);
  const auto& sheet = *live->records.back();
  ASSERT_EQ(sheet.kind, "answers-given");
  const auto pseudonym = std::get<AnswerSheet>(sheet.what).respondent;
  const TypedChange other{.kind = "answers-given", .cells = {{"respondent", pseudonym}, {"M11", "1"}}};
  EXPECT_EQ(submit(test.desk, facilitator, {study, "t-1", {other}}).error().kind, Fault::Kind::forbidden);
  const TypedChange away{.kind = "answers-given", .key = sheet.key, .withdraw = true};
  EXPECT_EQ(submit(test.desk, facilitator, {study, "t-2", {away}}).error().kind, Fault::Kind::forbidden);
  EXPECT_EQ(undo(test.desk, facilitator, study, sheet.sequence, "t-3").error().kind, Fault::Kind::forbidden);
}

TEST_F(Polls, ARoleGetsOnlyTheStatementsMeantForIt) {
  (void)open_and_invite();
  const auto token = invite(test.desk, facilitator, study, {{"GM0770", "works_council", "", 0}})->front().token;
  const auto seen = open_questionnaire(test.desk, token);
  ASSERT_TRUE(seen);
  for (const auto& id : seen->items) {
    const auto& audience = find_item(test.desk.pack, id)->audience;
    EXPECT_TRUE(audience.empty() || std::count(audience.begin(), audience.end(), "works_council") == 1) << id;
  }
}

}  // namespace

}  // namespace koepel::service
