// SPDX-License-Identifier: EUPL-1.2
#include "scale/collection_case.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "scale/sample_study.h"

namespace koepel::scale {
namespace {

using ::testing::Contains;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

/// Two partners of the case with a neighbour outside the study.
Reference neighbourhood() {
  Reference reference;
  Municipality a, z;
  a.id = "GM1969";
  a.neighbours = {{"GM0014", 20}, {"GM1699", 12}};
  z.id = "GM0014";
  z.dwellings = 40000;
  z.land_area_ha = 18000;
  reference.municipalities = {z, a};
  return reference;
}

TEST(CollectionCase, StartsFromTheCostOfToday) {
  const auto plan = plan_collection(waste(), pack(), {}, "U22");
  EXPECT_TRUE(plan.missing.empty());
  EXPECT_EQ(plan.own.municipality, "GM1969");
  EXPECT_TRUE(plan.calibrated);
  EXPECT_NEAR(plan.today, (710800.0 + 1159800.0) / 28057, 1e-6);
  EXPECT_FALSE(plan.target_given);
  EXPECT_THAT(plan.plan, SizeIs(6));
}

TEST(CollectionCase, AnswersHowManyConnectionsAndWhoBringsThem) {
  Study study = waste();
  study.join_conditions = {{"GM1969", "U22", "max_unit_cost", 60, "", {}}};
  const auto plan = plan_collection(study, pack(), {}, "U22");
  EXPECT_TRUE(plan.target_given);
  EXPECT_EQ(plan.target, 60);
  ASSERT_TRUE(plan.needed);
  EXPECT_GT(*plan.needed, plan.own.connections);
  EXPECT_THAT(plan.groups, Not(IsEmpty()));
  for (const auto& group : plan.groups) {
    EXPECT_EQ(group.municipalities[0], "GM1969");
    EXPECT_LE(group.per_connection, 60);
    EXPECT_GE(group.expected, group.per_connection);
    EXPECT_LE(group.certainty_realised, group.certainty);
  }
}

TEST(CollectionCase, IsNotSureOfTheTargetBeforeItIsLikely) {
  for (const double target : {66.0, 64.0, 62.0, 60.0, 57.0, 54.0, 50.0}) {
    Study study = waste();
    study.join_conditions = {{"GM1969", "U22", "max_unit_cost", target, "", {}}};
    const auto plan = plan_collection(study, pack(), {}, "U22");
    ASSERT_TRUE(plan.needed) << target;
    EXPECT_GE(plan.needed_surely.value_or(most_connections), *plan.needed) << target;
  }
}

TEST(CollectionCase, NeedsNobodyWhenTheServiceIsThereAlready) {
  Study study = waste();
  study.join_conditions = {{"GM1969", "U22", "max_unit_cost", 90, "", {}}};
  const auto plan = plan_collection(study, pack(), {}, "U22");
  EXPECT_THAT(plan.groups, IsEmpty());
  EXPECT_EQ(plan.group_count, 0);
}

TEST(CollectionCase, NamesNeighboursFromOutsideTheStudyAsCandidates) {
  const auto plan = plan_collection(waste(), pack(), neighbourhood(), "U22");
  ASSERT_THAT(plan.candidates, SizeIs(4));
  EXPECT_EQ(plan.candidates[3].area.municipality, "GM0014");
  EXPECT_FALSE(plan.candidates[3].area.partner);
  EXPECT_TRUE(plan.candidates[3].area.proxy);
  EXPECT_NEAR(plan.candidates[3].area.connections, 40000 * 0.95, 1e-6);
  const bool outside =
      std::any_of(plan.groups.begin(), plan.groups.end(), [](const auto& g) { return !g.only_partners; });
  EXPECT_TRUE(outside);
}

TEST(CollectionCase, UsesDwellingsWhereConnectionsAreMissingAndMarksThem) {
  Study study = waste();
  study.figures.resize(1);
  const auto plan = plan_collection(study, pack(), {}, "U22");
  ASSERT_THAT(plan.candidates, SizeIs(3));
  for (const auto& one : plan.candidates) EXPECT_TRUE(one.area.proxy);
  study.figures.clear();
  const auto bare = plan_collection(study, pack(), {}, "U22");
  EXPECT_TRUE(bare.own.proxy);
  EXPECT_FALSE(bare.calibrated);
  EXPECT_EQ(bare.level, 1);
}

TEST(CollectionCase, TestsEveryConditionOfACandidate) {
  Study study = waste();
  study.join_conditions = {{"GM1699", "U22", "max_position", 60, "", {}},
                           {"GM1699", "U22", "min_saving", 0.9, "", {}},
                           {"GM1699", "U22", "statement", {}, "zelfstandiger positie", {}}};
  const auto plan = plan_collection(study, pack(), {}, "U22", {{"U22", 55}});
  const auto& tests = plan.candidates[0].conditions;
  ASSERT_THAT(tests, SizeIs(3));
  EXPECT_EQ(tests[0].met, Met::yes);
  EXPECT_EQ(tests[1].met, Met::no);
  EXPECT_EQ(tests[2].met, Met::shown);
}

TEST(CollectionCase, IsMissingWithoutConnectionsAndLand) {
  Study study;
  study.partners = {partner("A", 10000)};
  EXPECT_EQ(plan_collection(study, pack(), {}, "U22").missing.key, "scale.collection.no_area");
}

TEST(CollectionCase, FollowsAnEstimateOfTheStudy) {
  Study study = waste();
  const double before = plan_collection(study, pack(), {}, "U22").needed.value();
  study.estimates = {{"waste.depot_cost", "U22", "", 600000, {}, {}, "", {}}};
  EXPECT_NE(plan_collection(study, pack(), {}, "U22").needed.value_or(0), before);
}

TEST(Units, ThatCountConnectionsAreKnown) {
  EXPECT_TRUE(counts_connections("huisaansluitingen"));
  EXPECT_FALSE(counts_connections("ton"));
}

}  // namespace
}  // namespace koepel::scale
