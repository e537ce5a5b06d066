// SPDX-License-Identifier: EUPL-1.2
// What a key does by itself when populations change, and what leaving costs.
#include <gmock/gmock.h>

#include "settlement/five_municipalities_test.h"

namespace koepel::settlement {
namespace {

TEST(Drift, FollowsThePopulationAndTheCostStays) {
  const auto comparison = compare(growing());
  const auto& drift = find_key(comparison, "inhabitants").drift;
  ASSERT_EQ(drift.shares.size(), 11U);
  const double a = 24 * std::pow(1.02, 10);
  EXPECT_NEAR(drift.shares[10][0], a / (a + 76), 1e-12);
  EXPECT_EQ(drift.most_shifted, "A");
  EXPECT_NEAR(drift.moved, a / (a + 76) - 0.24, 1e-12);
  EXPECT_EQ(sum_of(drift.pays[10]), keur(5000));
  EXPECT_FALSE(drift.frozen);
}

TEST(Drift, AKeyOfThePastIsFrozenAndNotPraisedForIt) {
  auto study = growing();
  add_key_part(study, "half", "inhabitants", 0.5);
  add_key_part(study, "half", "workplaces", 0.5);
  const auto comparison = compare(study);
  EXPECT_TRUE(find_key(comparison, "own_cost").drift.frozen);
  EXPECT_EQ(find_key(comparison, "own_cost").drift.moved, 0);
  EXPECT_EQ(comparison.least_drift, "half");
}

TEST(Drift, UnknownGrowthIsNamed) {
  auto study = growing();
  study.estimates.erase(study.estimates.begin() + 3);
  const auto& key = find_key(compare(study), "inhabitants");
  EXPECT_THAT(key.drift.shares, testing::IsEmpty());
  EXPECT_EQ(said(key.drift.missing, study), "ontbreekt: de groei van Gemeente D");
  EXPECT_EQ(key.rows.size(), 5U);
}

TEST(Drift, ADriverGivenForTwoYearsGrowsAtItsOwnPace) {
  auto study = five_municipalities();
  study.driver_values.clear();
  give(study, "cats", {100, 100, 100, 100, 100}, 2020);
  give(study, "cats", {121, 100, 100, 100, 100}, 2022);
  add_key_part(study, "cats", "cats", 1);
  const auto& drift = find_key(compare(study), "cats").drift;
  ASSERT_EQ(drift.shares.size(), 11U);
  EXPECT_NEAR(drift.shares[1][0], 121 * 1.1 / (121 * 1.1 + 400), 1e-12);
}

TEST(Exit, TheStudysOwnStrandedShareCounts) {
  auto study = five_municipalities();
  add_estimate(study, "settlement.stranded_share", "E", 1);
  const auto& rows = find_key(compare(study), "inhabitants").rows;
  EXPECT_EQ(rows[4].actual_loss.total, rows[4].run_off.total);
  EXPECT_LT(rows[3].actual_loss.total, rows[3].run_off.total);
}

}  // namespace
}  // namespace koepel::settlement
