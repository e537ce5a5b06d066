// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "analysis/study_test_parts.h"

namespace koepel::analysis_tests {
namespace {

using ::testing::ElementsAre;
using ::testing::Pair;

/// What is known so far; a test adds what it needs.
struct Known {
  Study study = bare_study();
  survey::SurveyResult poll;
  partners::PartnerSet set;
  Trace trace;

  approach::Indicators indicators() { return known_indicators(study, study.partners, pack(), poll, set, trace); }
};

double value_of(const approach::Indicators& known, const std::string& id) {
  return std::get<double>(known.at(id).value);
}

TEST(Indicators, WhatNobodyCanTellIsLeftOut) {
  Known known;
  known.study.partners[2].inhabitants.reset();
  EXPECT_TRUE(known.indicators().empty());
  EXPECT_TRUE(known.trace.empty());
}

TEST(Indicators, TrustIsTheMeanOfItsPublishedConstructs) {
  Known known;
  known.poll.constructs = {construct("trust_base", 2), construct("respect", 4)};
  known.poll.constructs.push_back(construct("trust_spirit", 5));
  known.poll.constructs.back().cuts[0] = {.cut = {}, .shown = survey::Shown::too_few, .numbers = {}};
  const auto found = known.indicators();
  EXPECT_DOUBLE_EQ(value_of(found, "trust"), 3);
  EXPECT_EQ(found.at("trust").basis, Basis::measured);
  EXPECT_THAT(found.at("trust").from, ElementsAre("survey.trust_base", "survey.respect"));
}

TEST(Indicators, WhatTheStudyStatesGoesBeforeThePoll) {
  Known known;
  known.poll.constructs = {construct("trust_base", 2)};
  const Origin cell{"indicatoren.csv", {}, 2, {}};
  known.study.indicators = {{.indicator = "trust", .value = "4.5", .note = {}, .source = {}, .origin = cell},
                            {.indicator = "scope", .value = "broad", .note = {}, .source = {}, .origin = cell}};
  const auto found = known.indicators();
  EXPECT_DOUBLE_EQ(value_of(found, "trust"), 4.5);
  EXPECT_EQ(found.at("trust").basis, Basis::judged);
  EXPECT_THAT(found.at("trust").inputs, ElementsAre(cell));
  EXPECT_EQ(std::get<std::string>(found.at("scope").value), "broad");
}

TEST(Indicators, DivisionIsTheSpreadBetweenPartnersNotTheMean) {
  Known known;
  known.poll.constructs = {construct("shared_image", 3.4, 0.7)};
  const auto found = known.indicators();
  EXPECT_DOUBLE_EQ(value_of(found, "divergence"), 0.7);
  EXPECT_THAT(found.at("divergence").from, ElementsAre("survey.shared_image.divergence"));
}

TEST(Indicators, WithoutASpreadDivisionIsUnknown) {
  Known known;
  known.poll.constructs = {construct("shared_image", 3.4)};
  EXPECT_EQ(known.indicators().count("divergence"), 0u);
}

TEST(Indicators, EqualityIsLargestByEverySmallest) {
  Known known;
  EXPECT_DOUBLE_EQ(value_of(known.indicators(), "equality"), 40000.0 / 19000);
  ASSERT_EQ(known.trace.size(), 1u);
  EXPECT_EQ(known.trace[0].id, "facts.equality");
  EXPECT_EQ(known.trace[0].inputs.size(), 3u);
}

TEST(Indicators, EqualityIsUnknownWhenOnePartnersSizeIs) {
  Known known;
  known.study.partners[0].inhabitants.reset();
  EXPECT_EQ(known.indicators().count("equality"), 0u);
  known.study.partners[0].inhabitants = 0;
  EXPECT_EQ(known.indicators().count("equality"), 0u);
}

TEST(Indicators, PartnershipsAreCountedPerPartner) {
  Known known;
  known.set.per_partner = {{"GM0770", 4}, {"GM1724", 0}, {"GM1728", 2}};
  known.set.congruence = 0.5;
  const auto found = known.indicators();
  EXPECT_DOUBLE_EQ(value_of(found, "partnerships"), 2);
  EXPECT_DOUBLE_EQ(value_of(found, "congruence"), 0.5);
  const auto step =
      std::find_if(known.trace.begin(), known.trace.end(), [](const Step& s) { return s.id == "facts.partnerships"; });
  ASSERT_NE(step, known.trace.end());
  EXPECT_THAT(step->from, ElementsAre("partners.count.GM0770", "partners.count.GM1728"));
}

TEST(Indicators, NoPartnershipEnteredIsUnknownNotNone) {
  Known known;
  known.set.per_partner = {{"GM0770", 0}, {"GM1724", 0}, {"GM1728", 0}};
  const auto found = known.indicators();
  EXPECT_EQ(found.count("partnerships"), 0u);
  EXPECT_EQ(found.count("congruence"), 0u);
}

TEST(Climate, TakesPairsAndMotivesAsSharesWithTheirSteps) {
  survey::SurveyResult poll;
  poll.constructs = {construct(pack().motives[0].construct, 4)};
  partners::PartnerSet set;
  set.matrices = {{"dependence", {}, 0.9, {}}, {"conflict", {}, 0.25, {}}, {"kinship", {}, std::nullopt, {}}};
  const auto climate = climate_of(pack(), poll, set);
  EXPECT_EQ(climate.conflict, 0.25);
  EXPECT_FALSE(climate.kinship);
  EXPECT_THAT(climate.motive_support, ElementsAre(Pair(pack().motives[0].id, 0.75)));
  EXPECT_THAT(climate.steps, ElementsAre(Pair("conflict", "pairs.conflict"),
                                         Pair(pack().motives[0].id, "survey." + pack().motives[0].construct)));
}

TEST(CompletedPartners, TakeFromTheReferenceOnlyWhatTheStudyLeavesOpen) {
  Reference reference;
  Municipality eersel;
  eersel.id = "GM0770", eersel.name = "Eersel (CBS)", eersel.inhabitants = 1, eersel.dwellings = 9000,
  eersel.urbanity = 4;
  reference.municipalities = {eersel};
  reference.municipalities_source = "CBS 2025";
  const auto partners = completed_partners(bare_study(), reference);
  EXPECT_EQ(partners[0].name, "Eersel");
  EXPECT_EQ(partners[0].inhabitants, 20000);
  EXPECT_EQ(partners[0].dwellings, 9000);
  EXPECT_EQ(partners[0].source, "CBS 2025");
  EXPECT_FALSE(partners[1].dwellings);
}

}  // namespace
}  // namespace koepel::analysis_tests
