// SPDX-License-Identifier: EUPL-1.2
#include "scale/estimates.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "scale/sample_study.h"

namespace koepel::scale {
namespace {

using ::testing::SizeIs;

Estimate estimate(const char* task, const char* partner, double value, std::optional<double> low = {},
                  std::optional<double> high = {}) {
  return {"scale.realised_share", task, partner, value, low, high, "gesprek", {"schattingen.csv", "", 2, ""}};
}

double value(const Study& study, const char* task, const char* partner) {
  return range_of(study, pack(), "scale.realised_share", task, partner).value;
}

TEST(Estimates, UsesThePacksRangeWhenNobodyEstimated) {
  const auto range = range_of({}, pack(), "scale.realised_share", "U01", "A");
  EXPECT_EQ(range, (Range{0, 0.4, 0.8, true, false, {}}));
}

TEST(Estimates, LetsTheMostSpecificWin) {
  Study study;
  study.estimates = {estimate("U01", "A", 0.1), estimate("U01", "", 0.2), estimate("", "A", 0.3),
                     estimate("", "", 0.5)};
  EXPECT_EQ(value(study, "U01", "A"), 0.1);
  EXPECT_EQ(value(study, "U01", "B"), 0.2);
  EXPECT_EQ(value(study, "U02", "A"), 0.3);
  EXPECT_EQ(value(study, "U02", "B"), 0.5);
  study.estimates.push_back(estimate("U01", "A", 0.6));
  EXPECT_EQ(value(study, "U01", "A"), 0.6) << "of equals the last row";
}

TEST(Estimates, TakesAValueWithoutRangeAsCertain) {
  Study study;
  study.estimates = {estimate("", "", 0.3)};
  Random random(1);
  EXPECT_EQ(draw(range_of(study, pack(), "scale.realised_share", "U01"), random), 0.3);
}

TEST(Estimates, LeavesOutWhatCannotBeAndSaysSo) {
  Study study;
  study.estimates = {estimate("", "", 0.3, 0.5, 0.6), estimate("", "", -0.1), estimate("", "", 1.2)};
  study.estimates.push_back({"scale.luck", "", "", 1, {}, {}, "", {}});
  EXPECT_EQ(value(study, "U01", "A"), 0.4);
  const auto faults = estimate_faults(study, pack());
  study.estimates.push_back({"waste.hours_per_shift", "", "", 0, {}, {}, "", {}});
  EXPECT_EQ(range_of(study, pack(), "waste.hours_per_shift", "U22").value, 7.5) << "nobody works zero hours";
  ASSERT_THAT(faults, SizeIs(4));
  EXPECT_EQ(faults[0].key, "scale.fault.range_impossible");
  EXPECT_EQ(faults[3].key, "scale.fault.quantity_unknown");
}

TEST(Draw, FollowsTheTriangle) {
  const Range range{0, 0.4, 0.8, true, false, {}}, skew{1, 1, 4, true, false, {}};
  Random random(7, "test");
  double sum = 0, skewed = 0, below = 0;
  const int n = 20000;
  for (int i = 0; i < n; ++i) {
    sum += draw(range, random);
    const double x = draw(skew, random);
    skewed += x;
    below += x < 2 ? 1 : 0;
  }
  EXPECT_NEAR(sum / n, 0.4, 0.005);
  EXPECT_NEAR(skewed / n, 2, 0.02);              // (1 + 1 + 4) / 3
  EXPECT_NEAR(below / n, 1 - 4.0 / 9.0, 0.015);  // 1 - (4-2)^2 / 3^2
}

TEST(Draw, LeavesAChoiceAlone) {
  Random random(7);
  EXPECT_EQ(draw({0, 0, 0.21, false, false, {}}, random), 0);
}

TEST(Spread, CountsLossesAndFindsTheWorst) {
  std::vector<double> values;
  for (int i = -20; i < 80; ++i) values.push_back(i);
  const auto spread = spread_of(values);
  EXPECT_EQ(spread.worst, -20);
  EXPECT_DOUBLE_EQ(spread.loss_chance, 0.2);
  EXPECT_DOUBLE_EQ(spread.band.mid, 29.5);
  EXPECT_EQ(spread.band.low, -11);
  EXPECT_EQ(spread.band.high, 69);
}

RC_GTEST_PROP(Draw, StaysInItsRange, (std::uint64_t seed)) {
  std::vector<double> points;
  for (int i = 0; i < 3; ++i) points.push_back(*rc::gen::inRange(0, 1000) / 100.0);
  std::sort(points.begin(), points.end());
  const Range range{points[0], points[1], points[2], true, false, {}};
  Random random(seed);
  for (int i = 0; i < 50; ++i) {
    const double x = draw(range, random);
    RC_ASSERT(x >= range.low - 1e-12 && x <= range.high + 1e-12);
  }
}

}  // namespace
}  // namespace koepel::scale
