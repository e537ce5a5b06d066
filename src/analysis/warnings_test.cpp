// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "analysis/study_test_parts.h"

namespace koepel::analysis_tests {
namespace {

/// The warnings of a bare study on this day with elections on that one.
std::vector<Warning> on(const std::string& today, const std::string& elections) {
  Study study = bare_study();
  study.head.date = today;
  study.head.council_elections = elections;
  Analysis analysis;
  analysis.head = study.head;
  return warnings_of(analysis, study, pack());
}

bool near(const std::string& today, const std::string& elections) {
  return warned(on(today, elections), "election-near");
}

TEST(Warnings, ElectionsAreNearUpToAndIncludingNineMonths) {
  ASSERT_EQ(pack().approach.election_months, 9);
  EXPECT_TRUE(near("2025-06-18", "2026-03-18"));
  EXPECT_FALSE(near("2025-06-17", "2026-03-18"));
  EXPECT_TRUE(near("2026-03-18", "2026-03-18"));
  EXPECT_TRUE(near("2025-12-31", "2026-01-01"));
}

TEST(Warnings, PastOrUnknownElectionsAreNotNear) {
  EXPECT_FALSE(near("2026-03-19", "2026-03-18"));
  EXPECT_FALSE(near("2026-03-19", ""));
  EXPECT_FALSE(near("", "2026-03-18"));
}

TEST(Warnings, ElectionsWithinAMonthAreNotZeroMonthsAway) {
  for (const auto& warning : on("2026-03-01", "2026-03-18"))
    if (warning.code == "election-near") {
      EXPECT_EQ(warning.says.key, "analysis.warning.election_at_hand");
    }
}

TEST(Warnings, InventedDataIsSaidWhicheverLanguageSaysSo) {
  Analysis analysis;
  Study study = bare_study();
  EXPECT_FALSE(warned(warnings_of(analysis, study, pack()), "invented"));
  study.head.invented.en = "all of it";
  EXPECT_TRUE(warned(warnings_of(analysis, study, pack()), "invented"));
}

TEST(Warnings, NoPollIsSaidAndNothingElseAboutThePoll) {
  Analysis analysis;
  const auto warnings = warnings_of(analysis, bare_study(), pack());
  EXPECT_TRUE(warned(warnings, "no-poll"));
  EXPECT_FALSE(warned(warnings, "few-answers"));
  EXPECT_FALSE(warned(warnings, "too-few-to-publish"));
}

TEST(Warnings, HiddenFiguresAreCounted) {
  Analysis analysis;
  analysis.survey.respondents = 9;
  analysis.survey.constructs = {construct("respect", 3)};
  analysis.survey.constructs[0].cuts.push_back({.cut = {"GM0770", ""}, .shown = survey::Shown::too_few, .numbers = {}});
  analysis.survey.constructs[0].cuts.push_back(
      {.cut = {"GM1724", ""}, .shown = survey::Shown::withheld, .numbers = {}});
  analysis.survey.constructs[0].cuts.push_back(
      {.cut = {"GM1728", ""}, .shown = survey::Shown::no_answers, .numbers = {}});
  const auto warnings = warnings_of(analysis, bare_study(), pack());
  ASSERT_TRUE(warned(warnings, "few-answers"));
  EXPECT_FALSE(warned(warnings, "too-few-to-publish"));
  for (const auto& warning : warnings)
    if (warning.code == "few-answers") {
      EXPECT_EQ(warning.says.args[0].number, 2);
    }
}

TEST(Warnings, APollOfWhichNothingMayBeShownIsSaid) {
  Analysis analysis;
  analysis.survey.respondents = 2;
  analysis.survey.constructs = {construct("respect", 3)};
  analysis.survey.constructs[0].cuts[0] = {.cut = {}, .shown = survey::Shown::too_few, .numbers = {}};
  EXPECT_TRUE(warned(warnings_of(analysis, bare_study(), pack()), "too-few-to-publish"));
}

TEST(Warnings, LowCoverageOnlyWhenSomethingIsAdvised) {
  Analysis analysis;
  analysis.approach.coverage = 0.2;
  EXPECT_TRUE(warned(warnings_of(analysis, bare_study(), pack()), "low-coverage"));
  analysis.approach.enough = false;
  EXPECT_FALSE(warned(warnings_of(analysis, bare_study(), pack()), "low-coverage"));
}

TEST(Warnings, AccountsThatAreMissingOrEmptyAreNeverZero) {
  Analysis analysis;
  EXPECT_TRUE(warned(warnings_of(analysis, bare_study(), pack()), "no-accounts"));
  analysis.spending.kind = "actual";
  EXPECT_FALSE(warned(warnings_of(analysis, bare_study(), pack()), "no-accounts"));
  analysis.spending.not_filed = {"GM0770"};
  EXPECT_TRUE(warned(warnings_of(analysis, bare_study(), pack()), "not-filed"));
}

TEST(Warnings, WeightsThatCannotAllHoldAreSaid) {
  Analysis analysis;
  analysis.priorities.weights_note = {"priorities.weights.impossible", {}};
  EXPECT_TRUE(warned(warnings_of(analysis, bare_study(), pack()), "weights-impossible"));
}

TEST(Assumptions, AreAllParametersOfThePack) {
  Study study;
  study.estimates = {{"scale.realised_share", "U01", "", 0.3, 0.2, 0.4, "raming", {}}};
  const auto assumptions = assumptions_of(study, pack());
  const auto fixed = pack().parameters.size(), known = fixed + pack().quantities.size();
  ASSERT_EQ(assumptions.size(), known + 1);
  for (std::size_t i = 0; i < fixed; ++i) EXPECT_EQ(assumptions[i].value, parameter(pack(), assumptions[i].parameter));
  for (std::size_t i = fixed; i < known; ++i) EXPECT_LE(*assumptions[i].low, *assumptions[i].high);
  EXPECT_EQ(assumptions.back().given_by, "study");
  EXPECT_EQ(assumptions.back().task, "U01");
  EXPECT_EQ(assumptions.back().high, 0.4);
}

}  // namespace
TEST(Warnings, SayEstimatesThatAreNotUsedAndComputationsThatStopped) {
  Analysis a;
  EXPECT_FALSE(warned(warnings_of(a, {}, pack()), "stopped"));
  a.scale.faults = {{"scale.fault.quantity_unknown", {word("quantity", "x")}}};
  a.gains.complete = false;
  const auto warnings = warnings_of(a, {}, pack());
  EXPECT_TRUE(warned(warnings, "estimate-not-used"));
  EXPECT_TRUE(warned(warnings, "stopped"));
}

}  // namespace koepel::analysis_tests
