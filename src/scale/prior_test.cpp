// SPDX-License-Identifier: EUPL-1.2
#include "scale/prior.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "scale/sample_study.h"

namespace koepel::scale {
namespace {

using ::testing::SizeIs;

const ScaleCluster& cluster(const char* id) { return *find_cluster(pack(), id); }

/// The published ratios at numbers of inhabitants (thousands), to the tolerance of the research.
void expect_ratios(const ScaleCluster& of, double slope, std::vector<std::pair<double, double>> published) {
  for (const auto& [thousands, ratio] : published) {
    const auto found = cost_ratio(of, thousands, slope);
    EXPECT_NEAR(found.value, ratio, 0.005) << of.id << " at " << thousands;
    EXPECT_FALSE(found.clamped) << of.id << " at " << thousands;
  }
}

TEST(Prior, ReproducesTaxAtThirtyPercent) {
  expect_ratios(cluster("tax"), 0.0934, {{10, 1.300}, {20, 1.113}, {30, 1.045}, {60, 1.000}});
  EXPECT_EQ(slope(cluster("tax")), 0.0934);
}
TEST(Prior, ReproducesTaxAtFortyThreePercent) {
  expect_ratios(cluster("tax"), cluster("tax").a_high, {{10, 1.430}, {20, 1.162}});
}
TEST(Prior, ReproducesTaxByElasticity) {
  const auto& power = cluster("tax_elasticity");
  const auto between = [&](double e) { return cost_ratio(power, 10, e).value / cost_ratio(power, 60, e).value; };
  EXPECT_NEAR(between(0.80), 1.43, 0.005);
  EXPECT_NEAR(between(0.85), 1.31, 0.005);
}
TEST(Prior, ReproducesWaste) { expect_ratios(cluster("waste"), 0.04, {{20, 1.056}, {45, 1.005}, {300, 1.094}}); }
TEST(Prior, ReproducesCivilAffairs) {
  expect_ratios(cluster("civil_affairs"), 0.05, {{10, 1.136}, {17, 1.062}, {65, 1.002}, {200, 1.091}});
}
TEST(Prior, ReproducesGeneralAdministration) {
  expect_ratios(cluster("general"), 0.23, {{26, 1.200}, {40, 1.058}, {66, 1.000}});
}
TEST(Prior, GivesFlatCostForIctSocialServicesAndPolicy) {
  for (const auto* id : {"ict", "social", "policy", "other"})
    for (const double thousands : {0.9, 12.0, 900.0}) EXPECT_EQ(cost_ratio(cluster(id), thousands).value, 1) << id;
}

TEST(Prior, StaysInsideTheDataAndSaysSo) {
  const auto small = cost_ratio(cluster("general"), 10, 0.23);
  EXPECT_TRUE(small.clamped);
  EXPECT_EQ(small.at, 20);
  EXPECT_LT(small.value, 1.40);  // extrapolated it would be 1.82
  EXPECT_TRUE(cost_ratio(cluster("tax"), 61).clamped);
  EXPECT_FALSE(cost_ratio(cluster("tax"), 60).clamped);
}

TEST(Prior, ShowsTheReadingsOfTaxThatConflict) {
  const auto readings = readings_of(pack(), cluster("tax"));
  ASSERT_THAT(readings, SizeIs(3));
  const auto gain = [&](const ScaleCluster& c) { return 1 - change_of_scale(c, 60, 200, slope(c)).value; };
  EXPECT_EQ(gain(*readings[0]), 0);     // the gain is exhausted near 60,000
  EXPECT_GT(gain(*readings[1]), 0.15);  // or not before 460,000
}

TEST(Prior, FindsTheScaleFromWhichCostIsNearTheLowest) {
  const double n = efficient_scale(cluster("general"), 0.02);
  EXPECT_NEAR(cost_ratio(cluster("general"), n).value, 1.02, 1e-9);
  EXPECT_LT(n, 66);
  EXPECT_EQ(efficient_scale(cluster("ict"), 0.02), 0);
}

TEST(Prior, PutsEveryTaskInACluster) {
  for (const auto& task : pack().tasks) EXPECT_NE(cluster_of(pack(), task.id), nullptr) << task.id;
  EXPECT_EQ(cluster_of(pack(), "U22")->id, "waste");
}

TEST(Outage, ReproducesFiveTimesFourTenths) {
  EXPECT_DOUBLE_EQ(outage(0.10, 0.4), 0.10);
  EXPECT_NEAR(outage(0.10, 0.4 + 0.4 + 0.4 + 0.4 + 0.4), 0.01, 1e-12);
}

RC_GTEST_PROP(Prior, NeverGainsByLeavingTheValidRange, ()) {
  const auto& of = cluster(*rc::gen::element("tax", "tax_large", "waste", "civil_affairs", "general", "roads"));
  const double thousands = *rc::gen::inRange(1, 2000);
  const auto found = cost_ratio(of, thousands);
  RC_ASSERT(found.value >= 1);
  RC_ASSERT(found.clamped == (thousands < of.valid_low || thousands > of.valid_high));
}

}  // namespace
}  // namespace koepel::scale
