// SPDX-License-Identifier: EUPL-1.2
#include "exchange/record_json.h"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include "exchange/study_test_parts.h"

namespace koepel::exchange {

namespace {

using namespace testing_studies;
using testing::ElementsAre;
using testing::IsEmpty;

std::vector<TypedRecord> typed_of(const std::vector<Event>& log, Language language) {
  std::vector<TypedRecord> typed;
  for (const auto& event : log) typed.push_back({event_name(event.what), form_json(event.what, language)});
  return typed;
}

RC_GTEST_PROP(RecordJson, WhatWasStoredComesBackAsItWas, ()) {
  const Study study = without_origins(RandomStudy().make());
  StudyFold folding;
  for (const auto& event : log_of(study)) {
    const auto stored = Json::parse(record_json(event.what).dump());
    folding.take(record_of(event_name(event.what), stored));
  }
  RC_ASSERT(folding.study() == study);
}

RC_GTEST_PROP(RecordJson, WhatAFormShowsIsReadBackAsItIs, ()) {
  const Study study = without_origins(RandomStudy().make());
  const auto language = one_of<Language>({Language::nl, Language::en});
  const auto reading = read_records(typed_of(log_of(study), language), {}, pack(), reference());
  RC_ASSERT(!has_errors(reading.problems));
  StudyFold folding;
  for (const auto& record : reading.records)
    if (record) folding.take(*record);
  RC_ASSERT(without_origins(folding.study()) == study);
}

std::vector<std::string> places(const Problems& problems) {
  std::vector<std::string> all;
  for (const auto& p : problems)
    all.push_back(p.code + " " + std::to_string(p.where.line) + "[" + p.where.column + "]");
  return all;
}

Study two_partners() {
  Study study;
  study.partners = {{.id = "GM0770", .name = "Eersel"}, {.id = "GM1724", .name = "Bergeijk"}};
  return study;
}

TEST(TypedRecords, DutchNotationAndNamesAreUnderstood) {
  const auto reading = read_records(
      {{"figures-entered", {{"partner", "Eersel"}, {"taak", "U01"}, {"vaste kosten", "1.234,50"}, {"fte", 2.5}}}},
      two_partners(), pack(), reference());
  EXPECT_THAT(places(reading.problems), IsEmpty());
  ASSERT_TRUE(reading.records[0]);
  const auto& figures = std::get<Figures>(*reading.records[0]);
  EXPECT_EQ(figures.partner, "GM0770");
  EXPECT_EQ(figures.fixed_cost, Money{123450});
  EXPECT_EQ(figures.fte, 2.5);
}

TEST(TypedRecords, EveryProblemIsToldWithItsRecordAndColumnAndTheRestStays) {
  const auto reading = read_records({{"partner-joined", {{"id", 3}}},
                                     {"figures-entered", {{"partner", "Eersel"}, {"task", "U01"}, {"fte", "veel"}}},
                                     {"no-such-kind", Json::object()},
                                     {"figures-entered", {{"partner", "Atlantis"}, {"task", "U01"}}}},
                                    two_partners(), pack(), reference());
  EXPECT_THAT(places(reading.problems),
              ElementsAre("study.unknown-kind 3[]", "study.unknown-municipality 1[id]", "study.not-a-number 2[fte]",
                          "study.unknown-municipality 4[partner]"));
  EXPECT_FALSE(reading.records[0]);
  EXPECT_TRUE(reading.records[1]);
  EXPECT_FALSE(reading.records[2]);
  EXPECT_FALSE(reading.records[3]);
}

TEST(RecordJson, AStoredPayloadOfAnotherMakeIsRefused) {
  EXPECT_THROW((void)record_of("no-such-kind", Json::object()), BrokenRecord);
  EXPECT_THROW((void)record_of("figures-entered", Json{{"colour", "red"}}), BrokenRecord);
  EXPECT_THROW((void)record_of("figures-entered", Json{{"fte", "veel"}}), BrokenRecord);
  EXPECT_THROW((void)record_of("figures-entered", Json{{"fte", 3}}), BrokenRecord);
}

TEST(StudyFold, AWithdrawnRecordIsGoneAndMayComeBackAtTheEnd) {
  StudyFold folding;
  const auto eersel = Partner{.id = "GM0770"}, bladel = Partner{.id = "GM1728"};
  folding.take(eersel), folding.take(bladel);
  EXPECT_TRUE(folding.withdraw(key_of(eersel)));
  EXPECT_FALSE(folding.withdraw(key_of(eersel)));
  EXPECT_THAT(folding.study().partners, ElementsAre(bladel));
  folding.take(eersel);
  EXPECT_THAT(folding.study().partners, ElementsAre(bladel, eersel));
}

TEST(StudyFold, ADecisionIsWithdrawnByTheKeyItWasGiven) {
  StudyFold folding;
  folding.take(Decision{.decision = "ja"}, "decision-taken #4");
  folding.take(Decision{.decision = "nee"}, "decision-taken #5");
  EXPECT_TRUE(folding.withdraw("decision-taken #4"));
  ASSERT_EQ(folding.study().decisions.size(), 1u);
  EXPECT_EQ(folding.study().decisions[0].decision, "nee");
}

}  // namespace

}  // namespace koepel::exchange
